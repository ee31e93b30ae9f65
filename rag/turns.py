"""Turns of the Council's presidency as a question names them, and the half-years they are.

Knows: "under the Belgian presidency", "Spain's turn at the helm", "het aantredende Hongaarse
voorzitterschap". Does not know: other times (`rag.times`), who speaks (`rag.asked_actors`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.actors import actors, mentions
from index.presidency import BY_STEM, ROTATION, ROTATION_FROM
from rag.period import Moment, Period, shifted

_CHAIR = (
    r"(?:at the helm|in the chair|at the wheel|aan het roer|als voorzitter|as (?:president|chair))"
)
# what stands behind a country that presides
PRESIDES = re.compile(
    r"(?:['’]s)?\s*(?:EU-|raads)?(?:voorzitterschap|presidency)|"
    r"(?:['’]s)?\s+(?:EU\s+|Council\s+)?(?:presidency|chairmanship|"
    rf"(?:turn|stint|spell|term|beurt|time|half-year|halfjaar)\s+{_CHAIR})|"
    r",?\s+(?:als|as)\s+(?:(?:de|het|the)\s+)?(?:EU-|raads|Council\s+)?"
    r"(?:voorzitter(?:schap)?|presidency|president|chair)\b",
    re.I,
)
DURING = re.compile(r"\b(?:onder|tijdens|gedurende|under|during)\s+(?:(?:the|het)\s+)?$", re.I)
# it speaks, or is spoken of, in the half-year before its own
COMING = re.compile(
    r"\b(?:inkomende?|aantredende?|aankomende?|aanstaande|komende?|toekomstige?|incoming|"
    r"upcoming|future|next|forthcoming)\s+(?:EU[- ])?$",
    re.I,
)
AHEAD = re.compile(
    r"\b(?:ahead of|before|prior to|in the run-up to|vóór|voorafgaand aan|in aanloop naar)\s+"
    r"(?:(?:the|het)\s+)?$",
    re.I,
)
# "in early 2024" after it says only when its turn is
_WHEN = re.compile(r"[\s,(]+(?:in|of|van|from)?\s*[^?.!;:]{0,20}?\b(?P<year>20\d\d)\)?", re.I)
ADJECTIVE = re.compile(rf"\b(?P<who>{'|'.join(BY_STEM)})[a-z]{{0,4}}(?={PRESIDES.pattern})", re.I)


def turns(text: str) -> Iterator[Moment]:
    """ "Onder Belgisch voorzitterschap": the half-year of that country's turn.

    The half-year before it for one that is to come: "the incoming Belgian presidency", "ahead of
    the Belgian presidency". The words of a presidency that acts are no part of the time: it then
    has a place, but no length.
    """
    found = [(m.start(), m.end(), BY_STEM[m["who"].lower()]) for m in ADJECTIVE.finditer(text)]
    found += [
        (m.start, m.end, actors()[m.actor].nl)  # adjectives may be found twice
        for m in mentions(_titled(text))
        if PRESIDES.match(text, m.end)
    ]
    for start, end, country in dict.fromkeys(found):
        if country in ROTATION:
            yield _turn(text, start, end, ROTATION.index(country))


def _turn(text: str, start: int, end: int, turn: int) -> Moment:
    """The half-year meant by the country at `start`..`end`, which has the turn `turn`."""
    year, half = ROTATION_FROM + turn // 2, turn % 2
    first, last = f"{year}-{1 + 6 * half:02d}", f"{year}-{6 + 6 * half:02d}"
    presides = PRESIDES.match(text, end)
    whole = presides.end() if presides else end
    before, label, upto = text[:start], text[start:whole], start
    ahead, coming = AHEAD.search(before), COMING.search(before)
    if DURING.search(before) or ahead:
        upto = whole
    if led := ahead or coming:
        first, last = shifted(first, -6), shifted(last, -6)
        label = f"{led[0]}{label}"
        own = _WHEN.match(text, whole)
        says_when = own is not None and own["year"] == str(year)
        upto = own.end() if own and says_when else upto
        start = ahead.start() if ahead else start
    return Moment(start, upto, Period(" ".join(label.split()), first, last))


def _titled(text: str) -> str:
    """Names with a capital, as the list of actors has them."""
    return re.sub(r"\b[a-zë]", lambda m: m[0].upper(), text)
