"""Noun phrases with an actor at their head, and whom they name.

Knows: adjectives of countries, chains ("A, B en C"). Does not know: whose an office is
(`index.offices`), clauses (`index.clauses`).
"""

from __future__ import annotations

import re

from index.offices import TAIL, holders
from index.tagging import Tagged

# a noun phrase with an actor at its head; an office may be followed by what it is an office of
PEOPLE = r"F?[Dw]?n(?:CF?[Dw]?n)?"  # "de ministers Van Eik en Berk"
NP = (
    r"(?:(?:DF(?=[DH]))?(?:[eDHjJ]|(?<=J)[,C](?=J))*(?:(?<=[DHj])n)?"
    rf"(?:An*|q(?:F[DHj]*)?[jJ]*G|G(?:F[DHj]*G|{PEOPLE})?|OO?{TAIL}))"
)
CHAIN = rf"{NP}(?:,?C{NP}|,{NP})*"
# what may open a clause before its first part: a dash, an adverb, "en", "Kortom,"
LEAD = r"^(?:[-–eCm]|[PF]e|(?<![^-–])n,)*"


def actors_in(c: Tagged, found: re.Match[str], group: str) -> tuple[str, ...]:
    """The actors named in a group of a match, an office by the country it is an office of."""
    start, end = found.span(group) if group in found.re.groupindex else (-1, -1)
    if start < 0:
        return ()
    who: list[str] = []
    adjective: tuple[str, ...] = ()
    for at in range(start, end):
        letter, named = c.shape[at], c.named(at)
        if letter == "J":
            joined = at > start and c.shape[at - 1] in ",C"  # "de Duitse en Franse ministers"
            adjective = adjective + named if joined else named
            if end - start == 1:
                who += named
        elif letter in "OG":
            who += holders(c, at, adjective)
            adjective = ()
        elif letter in "AN" and not _owned(c, start, at):
            who += adjective if adjective and c.words[at] == "kabinet" else named
            adjective = ()
    return tuple(dict.fromkeys(who))


def _owned(c: Tagged, start: int, at: int) -> bool:
    """True for a name that only says whose office the noun before is."""
    before = c.shape[start:at]
    return re.search(r"OF[^,COG]*$", before) is not None
