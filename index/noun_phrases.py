"""Noun phrases with an actor at their head, and whom they name.

Knows: adjectives of countries, offices ("de minister van Justitie van Oekraïne"), chains ("A, B en
C"). Does not know: clauses (`index.clauses`).
"""

from __future__ import annotations

import re

from index.tagging import Tagged

# a noun phrase with an actor at its head; an office may be followed by what it is an office of
NP = (
    r"(?:(?:DF(?=[DH]))?[eDHjJ]*(?:(?<=[DHj])n)?"
    r"(?:An*|q(?:F[DHj]*)?[jJ]*G|G(?:F[DHj]*G)?|O(?:F[DH]?[jJ]?[nAwN](?:Cn)?)*n*))"
)
CHAIN = rf"{NP}(?:,?C{NP}|,{NP})*"
# what may open a clause before its first part: a dash, an adverb, "en", "Kortom,"
LEAD = r"^(?:[-–eCm]|[PF]e|(?<![^-–])n,)*"
OF = frozenset(("van", "voor"))


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
            adjective = named
            if end - start == 1:
                who += named
        elif letter == "O":
            owner = _owner(c, at, end)
            who += adjective or owner or named
            adjective = ()
        elif letter in "AGN" and not _owned(c, start, at):
            who += named
            adjective = ()
    return tuple(dict.fromkeys(who))


def _owner(c: Tagged, office: int, end: int) -> tuple[str, ...]:
    """Whose office it is, where its own words say so: "de minister van Justitie van Oekraïne"."""
    for at in range(office + 1, end):
        if c.shape[at] in ",C" and c.shape[at + 1 : at + 2] not in ("n", ""):
            break
        if c.shape[at] == "A" and OF.intersection(c.words[office + 1 : at]):
            return c.named(at)
    return ()


def _owned(c: Tagged, start: int, at: int) -> bool:
    """True for a name that only says whose office the noun before is."""
    before = c.shape[start:at]
    return re.search(r"OF[^,COG]*$", before) is not None
