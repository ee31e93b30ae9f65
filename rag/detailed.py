"""Which sentences give the detail that a question asks for: they come before others as likely.

Knows: how much likelier one is to answer that gives a person, an amount, a date where these are
asked for. Does not know: what a detail is (`rag.premise_details`). Whether there is an answer at
all is told without this (`rag.abstain`): any sentence with a number would speak for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.analyse import analyser
from index.library import Library
from rag.evidence import ABOUT, Candidate, best_first
from rag.number_words import NUMBERS
from rag.premise import asked_details
from rag.question import Understood
from rag.topic import Topic
from rag.weights import raised

GIVES = 1.2  # log-odds that a sentence gains which gives all details asked for; fitted on specimens
COUNTS = 1.5  # and one that counts what the question asks the number of: "42 aanbevelingen"
_WORDS = "|".join(sorted(NUMBERS["nl"], key=len, reverse=True))
COUNTED = re.compile(
    rf"(?<![\w/.,(-])(?:\d+(?:[.,]\d+)*|{_WORDS})(?:\s+(?:miljoen|miljard))?\s+"
    r"(?P<what>[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*)?)",
    re.I,
)


def detailed(library: Library, asked: Understood, found: Sequence[Candidate]) -> list[Candidate]:
    """The sentences found, best first, with those raised that give the details asked for."""
    needed = asked_details(asked)
    if not needed or not found:
        return list(found)
    least = ABOUT * max(one.fit for one in found)
    numbers = any(premise.value == "number" for premise in needed)
    terms = _terms(library, asked) if numbers else frozenset()
    told = []
    for one in found:
        more = 0.0
        if one.fit >= least:
            given = sum(premise.borne_out(one.seen, asked.whole) for premise in needed)
            more = GIVES * given / len(needed) + COUNTS * counts(one.text, terms)
        told.append(replace(one, fit=raised(one.fit, more)) if more else one)
    return sorted(told, key=best_first)


def _terms(library: Library, asked: Understood) -> frozenset[str]:
    """The terms of the topic, and all that may stand for them: what a number may count."""
    return frozenset(term for group, _ in Topic(library, asked).groups for term in group)


def counts(sentence: str, terms: frozenset[str]) -> bool:
    """True when one of the terms stands right after a number, or after one more word."""
    return any(
        not terms.isdisjoint(analyser().terms(found["what"]))
        for found in COUNTED.finditer(sentence)
    )
