"""A sentence as it is quoted: the bullet it is listed under is none of its words.

Knows: which characters paper and printer set before a line of a list. Does not know: which
sentences are quoted.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.nouns import Span
from rag.nouns import Statement
from rag.told import Told

BULLET = re.compile(r"\s*(?:[•▪●○◦‣∙·■□➢✓\uf0b7\uf0a7–-]\s+|[•▪●○◦‣∙■□➢\uf0b7\uf0a7])+")


def from_first_word(one: Told) -> Told:
    """The sentence from its first word on: still a slice of the document's text."""
    bullet = BULLET.match(one.text)
    if bullet is None or bullet.end() == len(one.text):
        return one
    return replace(one, span=Span(one.span.start + bullet.end(), one.span.end))


def quoted(one: Told) -> Statement:
    """The sentence quoting itself from its first word on."""
    return from_first_word(one).statement()
