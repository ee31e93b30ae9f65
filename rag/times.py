"""The time a question asks about: months, seasons, parts of a year, years, presidencies.

Knows: "juni 2024", "okt 2022", "najaar 2023", "early 2024", "sinds 2022", "under the Belgian
presidency". Does not know: which meetings there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.actors import actors, mentions
from index.dates import MONTHS, meeting_dates
from index.presidency import ROTATION, ROTATION_FROM

LAST = "9999-12"
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
EVERY_MONTH = {**MONTHS, **SHORT_MONTHS}
PARTS = {
    "begin": (1, 3), "begin van": (1, 3), "early": (1, 3), "eind": (10, 12), "eind van": (10, 12),
    "late": (10, 12), "end of": (10, 12), "medio": (5, 8), "mid": (5, 8), "mid-": (5, 8),
    "voorjaar": (3, 6), "lente": (3, 6), "spring": (3, 6), "zomer": (6, 9), "summer": (6, 9),
    "najaar": (9, 12), "herfst": (9, 12), "autumn": (9, 12), "fall": (9, 12), "winter": (12, 12),
    "eerste helft van": (1, 6), "first half of": (1, 6), "tweede helft van": (7, 12), "second half of": (7, 12),
}  # fmt: skip
_NAMES = "|".join(sorted(EVERY_MONTH, key=len, reverse=True))
_PARTS = "|".join(sorted(map(re.escape, PARTS), key=len, reverse=True))
NAMED = re.compile(
    rf"\b(?:(?P<part>{_PARTS})\s*(?:van\s+|of\s+)?|(?P<month>{_NAMES})\.?\s+(?:van\s+|of\s+)?)(?:het jaar\s+)?(?P<year>20\d\d)\b",
    re.I,
)
YEAR = re.compile(r"(?<![\d/-])(?P<year>20\d\d)(?![\d/])")
SINCE = re.compile(r"\b(?:sinds|vanaf|since|from|starting)\s+(?:[a-z]+\s+){0,2}?$", re.I)
PRESIDES = re.compile(r"\s*(?:EU-|raads)?(?:voorzitterschap|presidency)", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """Months `first` to `last` (ISO, "2024-06"), both included; `label` as the reader wrote it."""

    label: str
    first: str
    last: str

    def holds(self, day: str) -> bool:
        """True for an ISO date within the period."""
        return self.first <= day[:7] <= self.last


def periods(text: str) -> tuple[Period, ...]:
    """The periods a question names, in order; an exact meeting date counts as its month."""
    days = meeting_dates(text)
    if days.dates:
        month = days.dates[0][:7]
        return (Period(month, _since(text, days.start) or month, LAST if _since(text, days.start) else month),)
    found = [*_named(text), *_presidencies(text)]
    return tuple(dict.fromkeys(period for _, period in sorted(found, key=lambda pair: pair[0])))


def _named(text: str) -> Iterator[tuple[int, Period]]:
    """Months, parts of a year, and years that stand alone."""
    taken: set[int] = set()
    for m in NAMED.finditer(text):
        taken.add(m.start("year"))
        first, last = _months(m)
        yield m.start(), _period(text, m, f"{m['year']}-{first:02d}", f"{m['year']}-{last:02d}")
    for m in YEAR.finditer(text):
        if m.start("year") not in taken:
            yield m.start(), _period(text, m, f"{m['year']}-01", f"{m['year']}-12")


def _months(m: re.Match[str]) -> tuple[int, int]:
    if m["month"]:
        number = EVERY_MONTH[m["month"].lower()]
        return number, number
    return PARTS[" ".join(m["part"].lower().split())]


def _period(text: str, m: re.Match[str], first: str, last: str) -> Period:
    """The period itself, or all that follows it after "sinds"."""
    return Period(" ".join(m[0].split()), first, LAST if SINCE.search(text[: m.start()]) else last)


def _since(text: str, start: int) -> str | None:
    return meeting_dates(text).dates[0][:7] if SINCE.search(text[:start]) else None


def _presidencies(text: str) -> Iterator[tuple[int, Period]]:
    """"Onder Belgisch voorzitterschap": the half-year of that country's turn."""
    for m in mentions(_titled(text)):
        presides = PRESIDES.match(text, m.end)
        country = actors()[m.actor].nl
        if presides and country in ROTATION:
            turn = ROTATION.index(country)
            year, half = ROTATION_FROM + turn // 2, turn % 2
            label = text[m.start : presides.end()]
            yield m.start, Period(label, f"{year}-{1 + 6 * half:02d}", f"{year}-{6 + 6 * half:02d}")


def _titled(text: str) -> str:
    """Names with a capital, as the list of actors has them."""
    return re.sub(r"\b[a-zë]", lambda m: m[0].upper(), text)
