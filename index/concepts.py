"""A concept of the field with its names in two languages, and the keys that texts are searched by.

Knows: acronyms are told by case, English words by their plural, Dutch ones by their stem. Does not
know: files of concepts, questions (`index.glossary`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import Stemmer

from index.analyse import fold, is_stop

LONGEST = 8  # words of a name
FORMS = 3  # ways in which a token is looked up, the surest first
ACRONYM = re.compile(r"[A-Z][A-Za-z0-9-]*[A-Z0-9]|[A-Z]{2,}")
TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One line of the glossary: what it is called in Dutch and in English.

    said: what people say for it when they ask, in Dutch, and papers do not: it is recognised by
    these as well, and never searched for by them.
    """

    nl: tuple[str, ...]
    en: tuple[str, ...]
    kind: str
    line: int
    said: tuple[str, ...] = ()


def concept_keys(concept: Concept) -> Iterator[Key]:
    """The keys that a concept is recognised by; names of small words alone have none."""
    for forms, form in ((concept.en, 1), (concept.nl, 2), (concept.said, 2)):
        for text in forms:
            tokens = [m[0] for m in TOKEN.finditer(fold(text))]
            if not tokens or len(tokens) > LONGEST:
                continue
            if len(tokens) == 1 and is_acronym(tokens[0]):
                yield (token_keys(tokens[0])[0],)
            elif not all(is_stop(token) for token in tokens):
                yield tuple(token_keys(token)[form] or token for token in tokens)


def is_acronym(token: str) -> bool:
    """True for a word in capitals: "EES"."""
    return ACRONYM.fullmatch(token) is not None


@cache
def _dutch() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("dutch_porter")


def token_keys(token: str) -> tuple[str, str, str]:
    """How a token is looked up: by case for acronyms, as English word, by Dutch stem.

    English words lose only the ending of a plural or genitive: stems would make one of
    "position" and "positive".
    """
    low = token.casefold().removesuffix("'s").removesuffix("’s")
    plain = low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low
    return ("=" + token if is_acronym(token) else "", "e:" + plain, "d:" + _dutch().stemWord(low))
