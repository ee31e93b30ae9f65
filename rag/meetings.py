"""Meetings that a question names by place, by formality, by month or day, or as the latest one.

Knows: "de informele Raad in Stockholm", "the Prague informal", "the most recent Council", "de
decemberraad", "op 4 december"; names of cities in several languages. Does not know: dates with
their year (`rag.times`), which of them a library holds (`rag.which_meeting`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from index.dates import MONTHS as MONTHS_IN_FULL
from rag.nouns import Language
from rag.number_words import MONTHS

# cities where the Council meets or has met: the Dutch name, the English one if another, others
PLACES = (
    "Aarhus|Amsterdam|Antwerpen Antwerp|Athene Athens|Berlijn Berlin|Boedapest Budapest|Boekarest "
    "Bucharest|Bratislava|Brdo|Brussel Brussels Bruxelles|Dublin|Gödöllő Gödöllő Godollo|Helsinki|"
    "Kopenhagen Copenhagen København|Krakau Krakow Kraków|Lille Lille Rijsel|Lissabon Lisbon|"
    "Limassol|Ljubljana|Logroño Logroño Logrono|Luxemburg Luxembourg|Madrid|Nicosia|Parijs Paris|"
    "Potsdam|Praag Prague Praha|Riga|Rome Rome Roma|Sofia|Stockholm|Straatsburg Strasbourg|Tallinn|"
    "Valletta|Vilnius|Warschau Warsaw|Wenen Vienna|Zagreb"
)
# here the Council meets as a rule, or they are countries too: "in Brussel" says little by itself
SEATS = frozenset({"brussel", "luxemburg", "straatsburg"})
_KNOWN = {
    name.casefold(): names.split()[0] for names in PLACES.split("|") for name in names.split()
}
CITIES = frozenset(_KNOWN) - {"luxemburg", "luxembourg"}
_ENGLISH = {names.split()[0]: [*names.split(), names][1] for names in PLACES.split("|")}
Turn = Literal["last", "next"]
_COUNCIL = r"(?:(?:jbz|jha)[- ])?(?:raad(?:svergadering)?|council)(?! (?:of europe|van europa)\b)"
_OTHER = (
    r"(?:(?:jbz|jha)[- ])?(?:bijeenkomst|vergadering|meeting|gathering|zitting|session|"
    r"\w*lunch(?:tafel)?|diner|dinner|ministerial|informal|overleg|talks|get-together)"
)
_MEETING = rf"(?<!europese )(?<!european )(?:{_COUNCIL}|{_OTHER})\b"
_INFORMAL = r"(?P<informal>informele?|informal)\s+"
_EXTRA = r"(?P<extra>extra|extraordinary|buitengewone|ingelaste|speciale)\s+"
_FORM = rf"(?:{_INFORMAL}|{_EXTRA})?"
_LAST = r"laatste|meest recente|recentste|vorige|afgelopen|last|latest|most recent|previous"
_NEXT = r"volgende|komende|aanstaande|eerstvolgende|next|upcoming|coming|forthcoming"
_FULL = "|".join(sorted(MONTHS_IN_FULL, key=len, reverse=True))  # "mrt" is no word of its own
_YEARLESS = r"(?!\s+(?:van\s+|of\s+|in\s+)?['’]?\d)"  # else it is a time
_TURN = rf"(?:(?P<last>{_LAST})|(?P<next>{_NEXT}))\s+"


@dataclass(frozen=True, slots=True)
class Called:
    """A meeting as a question calls it, at `start`..`end` of its text.

    `place`: by its Dutch name. `formality`: as papers have it. `turn`: the latest or the coming
    one. `council`: it is surely a meeting of the Council and not of somebody else. `words`: where
    the words stand that say which meeting, and nothing of what is asked. `month`, `days`: of the
    year, 1 to 12, and of that month; `timed`: it means a meeting only beside a time that fits.
    """

    start: int
    end: int
    place: str | None
    formality: str | None
    turn: Turn | None
    council: bool
    words: tuple[tuple[int, int], ...]
    month: int | None = None
    days: tuple[int, ...] = ()
    timed: bool = False


def place_name(name: str) -> str:
    """A city by its Dutch name, in whatever language it was written."""
    return _KNOWN.get(name.casefold(), name)


def city(place: str, language: Language) -> str:
    """A city, given by its Dutch name, as a language calls it."""
    return place if language == "nl" else _ENGLISH.get(place, place)


def called(text: str, places: Iterable[str]) -> list[Called]:
    """The meetings that a text names otherwise than by date, in order, none over another.

    places: where the library's meetings were; cities beside those of `PLACES`.
    """
    found: list[Called] = []
    for meeting in sorted(_all(text, tuple(sorted(places))), key=lambda c: (c.start, -c.end)):
        if not found or meeting.start >= found[-1].end:
            found.append(meeting)
    return found


def _all(text: str, places: tuple[str, ...]) -> Iterator[Called]:
    held = {place_name(place).casefold() for place in places}
    for pattern in _patterns(places):
        for m in pattern.finditer(text):
            groups = m.groupdict()
            place = place_name(groups["place"]) if groups.get("place") else None
            bare = "bare" in groups
            if bare and place and (place.casefold() in SEATS or place.casefold() not in held):
                continue  # a city like another
            informal = "informeel" if groups.get("informal") else None
            formality = "extra" if groups.get("extra") else informal
            turn: Turn | None = "last" if groups.get("last") else None
            turn = "next" if groups.get("next") else turn
            council = bool(formality) or re.search(_COUNCIL, m[0], re.I) is not None
            marks = ("bare", "alone")
            said = (m.span(group) for group, word in groups.items() if word and group not in marks)
            month, days = groups.get("month"), groups.get("days")
            yield Called(
                *m.span(),
                place,
                formality,
                turn,
                council and not bare,
                tuple(sorted(said)),
                MONTHS_IN_FULL[month.lower()] if month else None,
                tuple(int(day) for day in re.findall(r"\d+", days)) if days else (),
                timed="alone" in groups,
            )


@lru_cache(maxsize=8)
def _patterns(places: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The ways to name a meeting, for the cities of PLACES and those given."""
    names = sorted({*_KNOWN, *(place.casefold() for place in places)}, key=len, reverse=True)
    city = rf"(?P<place>{'|'.join(map(re.escape, names))})(?![\w-])"
    article = r"(?:\b(?:de|het|the)\s+)?"
    ours = rf"(?:(?:the|de)\s+)?(?:{_COUNCIL}|ministers|jbz|jha|\d|{'|'.join(MONTHS)})"
    others = rf"(?!\s+(?:of|van|with|met|between|tussen)\s+(?!{ours}))"
    of = r"(?:\s+(?!en\b|and\b)\w+){0,4}?\s+(?:in|te|van|of|at)\s+"
    ways = (
        rf"{article}\b(?:{_TURN})?{_FORM}{_MEETING}{of}{city}",
        rf"{article}\b{city}\s+{_FORM}(?:\w+\s+)?{_MEETING}",
        rf"{article}\b{_TURN}{_FORM}{_MEETING}{others}",
        rf"{article}\b(?:{_INFORMAL}|{_EXTRA}){_MEETING}{others}",
        rf"\b(?P<bare>in|te|at)\s+{city}(?!\s+(?:I+V?\b|verordening|regulation|regels|rules))",
        rf"(?<![\w-])(?P<bare>){city}(?=\s*:)",
        rf"(?<![\w-])(?P<alone>){city}(?=[\s,(]+(?:in\s+)?(?:{'|'.join(MONTHS)}|20\d\d)\b)",
        rf"{article}\b(?:{_TURN})?{_FORM}(?P<month>{_FULL})[\s-]?(?:{_MEETING}|(?:jbz|jha)\b){_YEARLESS}",
        rf"\b(?P<days>\d{{1,2}}(?:\s*(?:-|–|en|and|/)\s*\d{{1,2}})?)\s+(?P<month>{_FULL})\b"
        rf"{_YEARLESS}",
        rf"\b(?P<month>{_FULL})\s+(?P<days>\d{{1,2}}(?:\s*(?:-|–|and|/)\s*\d{{1,2}})?)\b"
        r"(?![\w,]*\s*['’]?\d)",
        rf"\b(?:in|sinds|since|uit|from|begin|eind|early|late|mid)\s+(?P<month>{_FULL})\b{_YEARLESS}",
    )
    return tuple(re.compile(way, re.I) for way in ways)
