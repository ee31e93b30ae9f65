"""Words of a topic that no glossary knows, with those of the library that may stand for them.

Knows: that a part of a compound means more than the whole. Does not know: concepts.
"""

from __future__ import annotations

import re

from index.analyse import content_tokens, fold
from index.expand import expand
from index.glossary import Glossary
from index.snapshot import Snapshot
from rag.dossier_facet import (
    Facet,
    Name,
    general,
    generic,
    place_of,
    rarest,
    single_words,
    spelt,
    terms_of,
)

CLOSE, CLOSE_UNHELD = 0.55, 0.3  # weight from which an expanded word is a name, held word or not
HEAD = re.compile(r"- (?:en|of|and|or) (\w+)")  # what a head with a hyphen is joined with
UNHELD = 0.3  # what a word counts that nothing in the library stands for
SHORTEST_STEM, OF_WORD = 4, 0.6  # a term of fewer letters than this share of a word is part of it


def words_of(
    view: Snapshot, glossary: Glossary, text: str, covered: list[tuple[int, int]]
) -> list[Facet]:
    """The words of a text that no concept covers and that say what it is about."""
    folded, kept, upto = fold(text), list[Facet](), 0
    for word in content_tokens(text):
        start, end = place_of(folded, fold(word), upto)
        upto = end
        terms = terms_of(word)
        if any(a <= start and end <= b for a, b in covered) or terms <= generic():
            continue
        if not word.isdigit():
            made = _word(view, glossary, word, (start, end))
            made.general = terms <= general()
            made.forms = single_words([word])
            head = HEAD.match(folded, end)
            if head:  # "grens- en informatiesystemen": borders' systems, not borders
                _completed(view, made, word, head[1])
            kept.append(made)
    return kept


def _completed(view: Snapshot, facet: Facet, head: str, after: str) -> None:
    """Make the names of a head with a hyphen ("grens-") compounds with the end of what follows."""
    low = after.casefold()
    for at in range(SHORTEST_STEM - 1, len(low) - SHORTEST_STEM + 1):
        begin, tail = terms_of(low[:at]), terms_of(low[at:])
        if rarest(view, {begin}) and rarest(view, {tail}):
            facet.broad |= facet.names
            facet.names = {terms_of(f"{head}{low[at:]}"), terms_of(head) | tail}
            facet.general = tail <= general()
            facet.forms = set()
            return


def _word(view: Snapshot, glossary: Glossary, word: str, at: tuple[int, int]) -> Facet:
    """A word by its own term and those of the library that may well stand for it."""
    names, broad = {terms_of(word)}, set[Name]()
    held = rarest(view, names) > 0
    close = CLOSE if held else CLOSE_UNHELD
    for asked in expand(view, glossary, word):
        near = asked.groups[0]
        low = fold(word).casefold()
        names |= {
            frozenset({spelt(t)}) for t, w in near.items() if w >= close and not _part_of(t, low)
        }
        parts = [frozenset({spelt(term)}) for group in asked.groups[1:] for term in group]
        if len(parts) > 1 and not held:  # a compound that nobody wrote: its parts, all of them
            names.add(frozenset().union(*parts))
            broad |= {part for part in parts if not part <= generic()}
    return Facet(names, at, 1.0 if rarest(view, names) else UNHELD, broad=broad)


def _part_of(term: str, word: str) -> bool:
    """True for the term of "misdrijf" against "EU-misdrijf": it means more.

    The last letter of a term may be no letter of the word ("terugker" of "terugkeer").
    """
    stem = term[: max(SHORTEST_STEM, len(term) - 1)]
    if "-" in word and word.endswith(term):
        return True
    return len(term) < OF_WORD * len(word) and (word.startswith(stem) or word.endswith(term))
