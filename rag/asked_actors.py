"""Whose view or act a question asks for, among the actors it names.

Knows: how people write actors, and the prepositions after which one is only spoken about.
Does not know: times and meetings; whose words those are, the caller leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.actors import MEMBER_STATES, Mention, mentions
from rag.meetings import CITIES as CAPITALS

ABOUT = re.compile(
    r"\b(?:van|of|voor|for|tot|to|in|met|with|naar|over|about|tegen|against|tussen|between|uit|from|"
    r"aan|op|on|by|door)\s+(?:(?:de|het|the)\s+)?$",
    re.I,
)
# where actors are set side by side they stand after most of these as well: "compare NL with ..."
SUBJECT = re.compile(
    r"\b(?:(?:voor|for|tot|in|naar|over|about|aan|op|on)|(?:toetreding|accession|uitbreiding|"
    r"oorlog|war)\s+(?:van|of|in|to|by))\s+(?:(?:de|het|the)\s+)?$",
    re.I,
)
JOINED = re.compile(r"\s*(?:,|en|and|of|or|&)\s*(?:(?:de|het|the)\s+)?", re.I)
# they speak in every paper, or are named without a position being asked for
EVERYWHERE = frozenset(
    "NL|Commission|Presidency|member states|Council|EP|Tweede Kamer|European Council".split("|")
)
NOT_AN_ACTOR = frozenset({"Council"})  # every paper is about the Council; it narrows nothing
# cities name treaties, programmes and meetings as well as governments
CITIES = CAPITALS | {"den haag", "the hague", "washington", "london", "londen", "kyiv", "kiev"}
GOVERNMENTS = frozenset({"regering", "kabinet"})  # the Dutch one, where no other is named
NAMED_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:convention|conference|treaty|statute|protocol|programme|declaration|process|"
    r"agreement|ministerial|summit|verdrag|protocol|programma|verklaring|proces|akkoord|top)\b",
    re.I,
)
NAMED_FOR = re.compile(
    r"\b(?:verdrag|statuut|protocol|verklaring|conferentie|akkoord|conventie|treaty|convention|"
    r"statute|declaration|conference|agreement|raad|council|bijeenkomst|meeting|gathering)\s+"
    r"(?:van|of|te|in|at)\s+$",
    re.I,
)
OTHER_STATES = re.compile(r"\b(?:derde|third|partner|candidate|kandidaat|non-eu)[\s-]+$", re.I)
# Dublin is the regulation, unless it does something or stands beside another government
ACTS = re.compile(
    r"(?:^|\b(?:did|does|do|will|would|has|had|was|is|vond|vindt|vinden|zei|zegt|wil|wilde|steunt|"
    r"steunde|volgens|according to)\s+)$",
    re.I,
)


def asked_actors(text: str, named: Sequence[Mention], comparing: bool = False) -> tuple[str, ...]:
    """The actors whose view or act a question asks for, in order, each once.

    The unnamed group counts only where nobody else is named, or where actors are compared; a
    country after a preposition ("de toetreding van Bulgarije") is what the question is about when
    somebody else speaks. named: the actors that the text names (`named_in`).
    """
    found = [m for m in named if m.actor not in NOT_AN_ACTOR]
    about = _spoken_about(text, found, SUBJECT if comparing else ABOUT)
    speaking = [m for m in found if m not in about]
    values = list(dict.fromkeys(m.actor for m in speaking or found))
    if comparing and len(values) > 1:
        return tuple(values)
    others = [value for value in values if value != MEMBER_STATES]
    return tuple(others or values)


def _spoken_about(text: str, found: list[Mention], about: re.Pattern[str]) -> list[Mention]:
    """Those named after a preposition, and those joined to them: "over Bulgarije en Roemenië"."""
    those: list[Mention] = []
    for m in found:
        joined = (
            those
            and those[-1].actor != MEMBER_STATES
            and JOINED.fullmatch(text[those[-1].end : m.start])
        )
        if joined or about.search(text[: m.start]):
            those.append(m)
    return those


def named_in(text: str) -> list[Mention]:
    """The actors a question names, in any case, as people type: "nederland", "nl"."""
    if text.isupper():
        text = text.lower()
    titled = re.sub(r"(?<!\w)(?:nl|vk|uk|ep|eom|eppo|fra|icc)(?!\w)", lambda m: m[0].upper(), text)
    titled = re.sub(r"\b[a-zë]", lambda m: m[0].upper(), titled)
    both = {(m.start, m.end): m for m in [*mentions(titled), *mentions(text)]}
    out: list[Mention] = []
    for mention in sorted(both.values(), key=lambda m: (m.start, -m.end)):
        if not out or mention.start >= out[-1].end:
            out.append(mention)
    return [m for m in out if _is_meant(text, m, out)]


def _is_meant(text: str, mention: Mention, others: Sequence[Mention]) -> bool:
    """False for "the Hague Convention", "Verdrag van Lissabon", "derde landen", "Dublin"."""
    before, after = text[: mention.start], text[mention.end :]
    if mention.actor == MEMBER_STATES:
        return OTHER_STATES.search(before) is None
    name = mention.name.casefold()
    if name in GOVERNMENTS:  # "de Deense regering"
        return not any(m.end == mention.start - 1 and m.actor != mention.actor for m in others)
    if name not in CITIES:
        return True
    if NAMED_AFTER.match(after) or NAMED_FOR.search(before):
        return False
    if name != "dublin":
        return True
    beside = any(
        JOINED.fullmatch(text[one.end : two.start])
        for one, two in [*((m, mention) for m in others), *((mention, m) for m in others)]
        if one.end <= two.start
    )
    return beside or ACTS.search(before) is not None
