"""What the lists that a question asks of a meeting are told by in its papers.

Knows: words, as patterns over titles, tags and sentences. Does not know: questions
(`rag.outcomes.asked`), which sentences are told (`rag.outcomes.asked_told`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.nouns import AgendaItem, Document
from rag.outcomes.asked import Narrow

TOLD_CLOSED = re.compile(
    r"\b(?:besloten|gesloten) (?:\w*lunch\w*|\w*diner|\w*ontbijt|zitting|sessie|kring|deel|"
    r"gedeelte|setting|vergadering|bijeenkomst|overleg|karakter|deuren)\b|"
    r"\bachter gesloten deuren\b",
    re.I,
)
TOLD_LUNCH = re.compile(r"\b\w*(?:lunch|diner|ontbijt)\w*", re.I)
TOLD_UNDEBATED = re.compile(
    r"\bA-punt(?:en)?\b|\bhamerstuk|\bzonder (?:\w+ )?(?:debat|discussie|bespreking)\b", re.I
)
TOLD_OTHER = re.compile(r"\b(?:overige (?:onderwerpen|punten|agendapunten)|diversen)\b", re.I)
NARROW: dict[Narrow, re.Pattern[str]] = {
    "closed": TOLD_CLOSED,
    "lunch": TOLD_LUNCH,
    "undebated": TOLD_UNDEBATED,
    "other": TOLD_OTHER,
}
# how an agenda marks an item that is there to be decided on
FOR_DECISION = re.compile(
    r"\b(?:algemene (?:oriëntatie|benadering)|goedkeuring|aanneming|aanname|bekrachtiging|"
    r"vaststelling|besluit\w*|akkoord|A-punt)",
    re.I,
)
# those who may sit at the table for a government, and the verbs that say that they did
WHO = re.compile(
    r"\b(?:ministers?|bewindspersoon|bewindspersonen|bewindslieden|staatssecretaris(?:sen)?|"
    r"delegatie|(?:permanente? )?vertegenwoordiger|ambassadeur|directeur-generaal|wij|ik|"
    r"ondergetekende\w*)\b",
    re.I,
)
THERE = re.compile(
    r"\b(?:deel(?:ge)?n(?:omen|emen|am|amen|eemt)|n(?:am|amen|eem|eemt|emen)\b[^.;]*\bdeel|"
    r"deel te nemen|(?:was|waren|is|zijn)\b[^.;]*\baanwezig|aanwezig (?:was|waren|zijn|is)|"
    r"bijgewoond|bij(?: te )?wonen|woon(?:t|den?)\b[^.;]*\bbij|vertegenwoordig(?:d|de|den|t|en))\b",
    re.I,
)
OF_COUNCIL = re.compile(r"\b(?:JBZ-)?Raad\b|\bNederland\b[^.;]*\bvertegenwoordigd\b", re.I)
NEXT_MEETING = re.compile(
    r"\b(?:(?:eerst)?volgende|komende|aanstaande)\s+(?:\w+\s+){0,2}(?:JBZ-)?Raad\b", re.I
)
DAY = re.compile(
    r"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december)\b",
    re.I,
)
# that something was spoken about, in a report, or is to be, in an agenda
SPOKEN = re.compile(
    r"\b(?:gesproken|gesprek|sprak|spraken|besproken|bespraken|bespreking|gedachtewisseling|"
    r"van gedachten|\w*debat|toegelicht|toelichting|informeerde|geïnformeerd|informeren|"
    r"geagendeerd|agenda|stond stil|stilgestaan|presenteerde|presenteren|gepresenteerd|"
    r"stand van zaken)\b|\blichtt?en?\b[^.;]*\btoe\b",
    re.I,
)


def of_section(item: AgendaItem, sections: Sequence[str]) -> bool:
    """True for an item of those parts of the meeting, and for every item where none is asked for.

    A paper that has no such parts has them in none of its items.
    """
    named = (item.section or "").casefold()
    return not sections or any(section.casefold() in named for section in sections)


def of_kind(
    document: Document, item: AgendaItem, titles: tuple[str, ...], narrow: Narrow | None
) -> bool:
    """True for an item that a list is narrowed to; titles: its own and those it stands under."""
    if narrow is None:
        return True
    pattern = NARROW[narrow]
    if narrow == "other":
        return any(pattern.search(title) for title in titles)
    told = [item.title or "", item.tag or ""]
    if narrow != "undebated" or document.kind == "verslag":  # an agenda marks such items
        told.append(item.span.of(document.text))
    return any(pattern.search(text) for text in told)
