"""A sentence that claims something, with the evidence that it cites.

Knows: whose words a piece of evidence reports, what matter a clause is about, which values a
piece proves. Does not know: which checks a claim must stand (`rag.proving`, `rag.agreeing`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.actors import UNKNOWN, mentions
from index.analyse import analyser, is_stop
from rag.asked_language import DUTCH_SHAPE, ENGLISH_SHAPE
from rag.claimants import claimants, named_first
from rag.nouns import Evidence, Language
from rag.stances import is_stance_word
from rag.tongue import FEWEST_WORDS, nearest_language, shares
from rag.values import Value, meeting_proofs, proofs

OWN = 0.5  # share of its own small words, of that of another language's, that a text must have
SHAPES = 2  # word shapes of a language that a text without its small words must have
ALIKE = 5  # letters with which words of two languages begin alike ("detection", "detectie")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence in `language` with the evidence that it cites.

    inside: its quotations. outside: the sentence without them. said: the sentence whole.
    """

    said: str
    inside: tuple[str, ...]
    outside: str
    language: Language
    cited: tuple[Evidence, ...]


def speakers_of(piece: Evidence) -> frozenset[str]:
    """Whose words a piece of evidence reports, as it says itself or as its quote names them."""
    given = {actor for actor in piece.actor.split("; ") if actor != UNKNOWN}
    # what follows a colon are words that somebody is given, or told to say
    quote = piece.citation.quote.split(": ")[0]
    return frozenset(given.union(claimants(quote), () if given else named_first(quote)))


@lru_cache(maxsize=4096)
def content(clause: str) -> frozenset[str]:
    """The terms of a clause that tell its matter, without its stance and its actors."""
    rest = list(clause)
    for mention in mentions(clause):
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    found = re.findall(r"\w[\w’'-]*", "".join(rest))
    words = [word for word in found if not is_stop(word) and not is_stance_word(word)]
    return frozenset(analyser().terms(" ".join(words))) if words else frozenset()


def is_foreign(text: str, language: Language) -> bool:
    """True when a text of eight words or more is not in `language`.

    A sentence may do without small words; then the shapes of its words must be of the language.
    """
    if len(re.findall(r"[^\W\d_]+", text)) < FEWEST_WORDS:
        return False
    share = shares(text)
    shape = DUTCH_SHAPE if language == "nl" else ENGLISH_SHAPE
    if share[language] == 0:
        return len(shape.findall(text.casefold())) < SHAPES
    return share[language] < OWN * max(share.values())


def is_shared(term: str, terms: frozenset[str]) -> bool:
    """True when `terms` holds a term, or one that begins like it, as it may in another language."""
    return term in terms or (
        len(term) >= ALIKE and any(other[:ALIKE] == term[:ALIKE] for other in terms)
    )


def texts(cited: Sequence[Evidence]) -> list[str]:
    """What each piece says: its quote and the title of its item."""
    return [f"{piece.citation.quote}\n{piece.citation.title or ''}" for piece in cited]


def proved_by(piece: Evidence) -> frozenset[Value]:
    """The values a piece of evidence proves: by its quote, its title, its meeting, its item."""
    citation = piece.citation
    text = f"{citation.quote}\n{citation.title or ''}"
    return _proved(text, nearest_language(citation.quote), citation.item, citation.meeting_dates)


@lru_cache(maxsize=1024)
def _proved(text: str, language: Language, item: str, days: tuple[str, ...]) -> frozenset[Value]:
    said = proofs(text, language)
    items = {Value("item", number) for number in re.findall(r"\d+", item)}
    return said | items | meeting_proofs(" ; ".join(days), said)
