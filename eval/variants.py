"""The same question asked otherwise: mistyped, in keywords, acronyms for names and names for them.

Knows: how a question is changed without changing what it asks. Does not know: systems, scores.
The same seed and id give the same words. What a variant cannot change it gives back as None, and
such a question is left out of its comparison.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import groupby
from random import Random

from eval.gold import Lang, Question, Release
from eval.typos import spoilt
from index.analyse import fold, is_stop
from index.concepts import ACRONYM, TOKEN, Concept
from index.glossary import Found, glossary

SEED = 20240613
SHORTEST = 5  # letters of a word that may be mistyped
MOST_EDITS = 2  # words that are mistyped in one question
SHORTEST_ACRONYM = 3  # letters of one that stands for a name; two are mostly a country's code
EVERYWHERE = frozenset({"EU", "NL", "JBZ", "JHA"})  # acronyms of what every paper is about

_TOKEN = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
# what opens or fills a question, beside the words that `index.analyse` passes over
_ASKING = frozenset(
    """
    welk welke hoeveel wiens nou eigenlijk precies graag even misschien zei zeiden vond vonden vindt
    vinden denkt dacht doet deed deden gaat gaan ging gingen komt kwam kwamen geeft gaf kreeg stond
    staat staan wou wilde wilden willen mag mogen wel dus zoal nogal jullie men iemand iets vd ten
    tussen volgens zonder naast sinds daar daarbij daarover waarin waarmee waarop waarover waarvan
    hierover erover enige enkele zelf
    much many exactly actually really please say says said think thinks thought done go goes going
    went get gets got give gave must shall might want wants wanted wanna gonna tell told there's
    what's who's let between because while during over under after before against around since
    still per both each such
    """.split()
)


def vary(kind: str, text: str, lang: Lang, key: str) -> str | None:
    """`text` in the variant `kind`, a key of VARIANTS; None when that leaves it as it is.

    key: seed and id of the question; equal keys make equal mistakes.
    """
    changed = VARIANTS[kind](text, lang, f"{kind} {key}")
    return changed if changed is not None and changed != text else None


def varied(release: Release, kind: str, seed: int) -> Release:
    """The answerable questions and twins that the variant changes, under their own ids."""

    def changed(questions: tuple[Question, ...]) -> tuple[Question, ...]:
        words = [
            (q, vary(kind, q.question, q.lang, f"{seed} {q.id}"))
            for q in questions
            if not q.must_abstain
        ]
        return tuple(replace(q, question=other) for q, other in words if other is not None)

    return replace(
        release,
        questions=changed(release.questions),
        twins=changed(release.twins),
        near_misses=(),
        near_twins=(),
        variants=(),
    )


def mistyped(text: str, lang: Lang, key: str) -> str | None:
    """One or two content words of five letters or more with a mistake; acronyms are left alone."""
    draw = Random(key)  # noqa: S311 - the same mistakes again are what is wanted
    places = [m for m in _TOKEN.finditer(text) if _may_be_mistyped(m[0])]
    words = [
        (whole.start() + part.start(), part[0])
        for whole in places
        for part in _LETTERS.finditer(whole[0])
        if len(part[0]) >= SHORTEST and not part[0].isupper()
    ]
    edits = draw.randint(1, MOST_EDITS)
    draw.shuffle(words)
    made = [(at, word, wrong) for at, word in words if (wrong := spoilt(word, lang, draw))]
    for at, word, wrong in sorted(made[:edits], reverse=True):
        text = text[:at] + wrong + text[at + len(word) :]
    return text if made else None


def terse(text: str, lang: Lang, key: str) -> str | None:
    """The content words of a question, one after another, without punctuation."""
    tokens = _TOKEN.findall(text)
    kept = [token for token in tokens if not _says_nothing(token)]
    return " ".join(kept) if kept else None


def renamed(text: str, lang: Lang, key: str) -> str | None:
    """Acronyms written out, and full names as acronyms, in the language of the question."""
    spans = [m.span() for m in TOKEN.finditer(text)]
    if [text[start:end] for start, end in spans] != TOKEN.findall(text) or len(spans) != len(
        TOKEN.findall(fold(text))
    ):
        return None  # folding made other words of it: places in the one are not those in the other
    found = glossary().find(text)
    for last, named in reversed([(k, list(v)) for k, v in groupby(found, lambda f: f.last)]):
        other = _other_name(named[0], lang) if len(named) == 1 else None
        if other is not None:
            first = last - len(named[0].words.split())
            text = text[: spans[first][0]] + other + text[spans[last - 1][1] :]
    return text


def _may_be_mistyped(token: str) -> bool:
    return not any(letter.isdigit() for letter in token) and not _says_nothing(token)


def _says_nothing(token: str) -> bool:
    """True for a function word, a question word or a word that fills a question."""
    return is_stop(fold(token)) or token.casefold().replace("’", "'") in _ASKING


def _other_name(found: Found, lang: Lang) -> str | None:
    """The full name for an acronym, the acronym for a full name; None when there is no other."""
    if ACRONYM.fullmatch(found.words):
        name = _names(found.concept, lang)[0]
        return None if found.words in EVERYWHERE or ACRONYM.fullmatch(name) else name
    full = {_spaced(names[0]) for names in (found.concept.nl, found.concept.en)}
    if _spaced(found.words) not in full:
        return None  # by one of its many other names
    return next((name for name in _names(found.concept, lang) if _is_short_name(name)), None)


def _spaced(name: str) -> str:
    """The words of a name as the glossary finds them: "Entry/Exit System" is three."""
    return " ".join(TOKEN.findall(fold(name))).casefold()


def _is_short_name(name: str) -> bool:
    """True for an acronym that people write in the place of the name."""
    long_enough = len(name) >= SHORTEST_ACRONYM and name not in EVERYWHERE
    return long_enough and ACRONYM.fullmatch(name) is not None


def _names(concept: Concept, lang: Lang) -> tuple[str, ...]:
    return concept.nl if lang == "nl" else concept.en


VARIANTS: Mapping[str, Callable[[str, Lang, str], str | None]] = {
    "typo": mistyped,
    "terse": terse,
    "acronym": renamed,
}
