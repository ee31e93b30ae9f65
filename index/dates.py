"""Dates as Dutch and English papers and questions write them.

Knows: "4 en 5 december 2023", "13-14 juni 2024", "30 november tot en met 1 december 2023",
"28 september 2023". Does not know: which date is the meeting's (`index.metadata` decides).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january",
            "februari february",
            "maart march",
            "april",
            "mei may",
            "juni june",
            "juli july",
            "augustus august",
            "september",
            "oktober october",
            "november",
            "december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_TO = r"\s*(?:,|en|and|-|–|tot en met|t/m|tot|to|until)\s*"
DAYS = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:\s+(?P<m1>{_MONTH})(?:\s+(?P<y1>\d{{4}}))?)?"
    rf"(?:(?P<to>{_TO})(?P<d2>\d{{1,2}}))?(?:(?P<to3>{_TO})(?P<d3>\d{{1,2}}))?"
    rf"\s+(?P<m2>{_MONTH})\s+(?P<year>\d{{4}})\b",
    re.I,
)
ONE_DAY = re.compile(rf"\b(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+(?P<year>\d{{4}})\b", re.I)
LONGEST_MEETING = 5  # days


@dataclass(frozen=True, slots=True)
class MeetingDates:
    """ISO dates of the days of one meeting, and where in the text they were found (-1: nowhere)."""

    dates: tuple[str, ...]
    start: int
    end: int = -1


def first_date(text: str) -> str | None:
    """The first full date of a text as an ISO date."""
    for found in ONE_DAY.finditer(text):
        day = _day(found["year"], found["month"], found["day"])
        if day:
            return day.isoformat()
    return None


def meeting_dates(text: str) -> MeetingDates:
    """The first day or range of days in a text; a single day where there is no range."""
    ranges = list(_ranges(text))
    if not ranges:
        return MeetingDates((), -1)
    several = [found for found in ranges if len(found.dates) > 1]
    return several[0] if several else ranges[0]


def _ranges(text: str) -> Iterator[MeetingDates]:
    for found in DAYS.finditer(text):
        last_name = found["d3"] or found["d2"]
        first = _day(found["y1"] or found["year"], found["m1"] or found["m2"], found["d1"])
        last = _day(found["year"], found["m2"], last_name) if last_name else first
        if found["m1"] and not last_name:
            # "11 juli 2022" is caught by m2; here two dates touch without a connecting word
            first = last = _day(found["year"], found["m2"], found["d1"])
        if first is None or last is None:
            continue
        if first > last or (last - first).days >= LONGEST_MEETING:
            first = last
        days = tuple(
            (first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)
        )
        yield MeetingDates(days, found.start(), found.end())


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), MONTHS[month.lower()], int(day))
    except ValueError:
        return None
