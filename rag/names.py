"""Names in a sentence (actors, persons, places, acronyms) and whether a passage bears them out.

Knows: the closed list of actors, the glossary, capitals. Does not know: numbers and dates, who
says what. Across languages a name is told by its actor or by its concept in the glossary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.actors import MEMBER_STATES, UNKNOWN, actors, mentions
from index.analyse import analyser, fold, is_stop
from index.concepts import ACRONYM
from index.glossary import Glossary, glossary
from index.presidency import presidency_of
from rag.number_words import MONTHS
from rag.tongue import shares

_WORD = re.compile(r"[^\W_]+(?:(?!['’]s\b)[-'’./][^\W_]+)*")
_LINK = re.compile(r"\s+(?:(?:of|and|the|on|for|to|van|de|der|het|en|voor|inzake|tegen)\s+){0,3}")
# Names every paper of the Council may be said to bear: they narrow nothing.
_COMMON = frozenset(
    "eu european europe union europese europa unie raad council jbz jha ministers minister i ii iii"
    " bewindspersonen brief verslag agenda kamer state states member kabinet monday tuesday"
    " wednesday thursday friday saturday sunday eur".split()
)
# After a first word that is not in the passage, these tell that it is somebody's name.
_SPEAKS = re.compile(
    r"\s+(?:steunt|steunde|vindt|vond|zei|zegt|wil|wilde|pleit|pleitte|sprak|stelde|vroeg|riep|gaf|"
    r"benadrukte|supports|supported|says|said|wants|wanted|opposes|opposed|asked|called|spoke|met|"
    r"told|stressed|argued|announced|voted|agreed)\b"
)
_UNNAMED = frozenset({UNKNOWN, MEMBER_STATES, "Council"})
_OWN_NAMES = frozenset({"country", "actor", "body"})  # kinds of concepts that have a name
_SHORT = 4  # letters of a name with which a longer word may begin: "Schengengrenscode"


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a passage names: its words, folded; its terms; its actors."""

    words: frozenset[str]
    terms: frozenset[str]
    actors: frozenset[str]


@lru_cache(maxsize=1024)  # each piece of evidence is asked for with each sentence that cites it
def bearing(text: str, actor: str, days: tuple[str, ...]) -> Bearing:
    """What a passage names: its text, whose words it reports, and the Presidency of its day."""
    named = {mention.actor for mention in mentions(text)} | set(actor.split("; "))
    if days and "Presidency" in named:
        country = presidency_of(days[0])
        named |= {mention.actor for mention in mentions(country or "")}
    words = frozenset(word.casefold() for word in _WORD.findall(fold(text)))
    parts = frozenset(part for word in words for part in re.split(r"[-'’./]", word))
    return Bearing(words | parts, frozenset(analyser().every_term(text)), frozenset(named))


def unproved_name(sentence: str, passages: Sequence[Bearing]) -> str | None:
    """The first name in `sentence` that no passage bears out; None when there is none."""
    found = mentions(sentence)
    for mention in found:
        if mention.actor not in _UNNAMED and not any(_bears(p, mention.actor) for p in passages):
            return mention.name
    rest = list(sentence)
    for mention in found:
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    return next(
        (name for name in _names("".join(rest), sentence) if not _borne(name, passages)), None
    )


def _bears(passage: Bearing, actor: str) -> bool:
    """True when a passage names an actor, or a country by a form of its name ("Oekraïens")."""
    stem = fold(actors()[actor].nl).casefold()[:-2]
    return actor in passage.actors or (
        len(stem) >= _SHORT and any(word.startswith(stem) for word in passage.words)
    )


def _names(rest: str, sentence: str) -> list[str]:
    """Runs of capitalised words; the first word of a sentence only where it is surely a name."""
    runs: list[list[re.Match[str]]] = []
    first = _WORD.search(sentence)
    for word in _WORD.finditer(rest):
        opens = first is not None and word.start() == first.start()
        if (
            not word[0][0].isupper()
            or word[0].casefold() in MONTHS
            or (
                opens
                and not ACRONYM.fullmatch(word[0])
                and (is_stop(word[0]) or not _SPEAKS.match(rest, word.end()))
            )
        ):
            continue
        last = runs[-1][-1] if runs else None
        if last and _LINK.fullmatch(rest, last.end(), word.start()):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [rest[run[0].start() : run[-1].end()] for run in runs]


def _borne(name: str, passages: Sequence[Bearing]) -> bool:
    """True when a passage holds each word of a name, or its concept by another name."""
    words = [word for word in _WORD.findall(fold(name)) if word[0].isupper()]
    missing = [word for word in words if not _is_held(word, passages)]
    if not missing:
        return True
    known = glossary()
    left = {word.casefold() for word in missing}
    for found in known.find(name):
        parts = {part.casefold() for part in _WORD.findall(found.words)}
        named = (set(analyser().terms(form)) for form in found.concept.nl)
        if any(terms <= p.terms for terms in named for p in passages):
            left -= parts
        elif len(parts & left) > 1:
            return False  # another law or body than the passage names
    return all(_is_ordinary(word, known) for word in missing if word.casefold() in left)


def _is_held(word: str, passages: Sequence[Bearing]) -> bool:
    """True when a passage has the word, or one that begins with it; every paper has "EU"."""
    low = word.casefold().removesuffix("'s").removesuffix("’s")
    if low in _COMMON or all(part in _COMMON for part in re.split(r"[-/]", low)):
        return True
    if ACRONYM.fullmatch(word):
        return any(low in p.words for p in passages)
    return any(
        low == held
        or (
            min(len(low), len(held)) >= _SHORT
            and (held.startswith(low) or (low.startswith(held) and len(low) - len(held) <= 3))
        )
        for p in passages
        for held in p.words
    )


def _is_ordinary(word: str, known: Glossary) -> bool:
    """True for a word that is capitalised in a title only ("Regulation", "Borders")."""
    low = word.casefold()
    if ACRONYM.fullmatch(word):
        return False
    if max(shares(low).values()) > 0:
        return True
    named = any(found.concept.kind in _OWN_NAMES for found in known.find(word))
    return low in known.words and not named
