"""Times that count from today: "vorig jaar", "last summer", "afgelopen zes maanden", "2 years ago".

Knows: the words, and the calendar. Does not know: times that name their year (`rag.times`), and
leaves "next year" alone: papers of it are not there, and plans are asked about in those words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from rag.number_words import MONTHS, NUMBERS

SEASONS = {
    "voorjaar": (3, 6),
    "lente": (3, 6),
    "spring": (3, 6),
    "zomer": (6, 9),
    "summer": (6, 9),
    "najaar": (9, 12),
    "herfst": (9, 12),
    "autumn": (9, 12),
    "fall": (9, 12),
    "winter": (12, 14),  # into the next year
}
PARTS = {
    "begin": (1, 3),
    "early": (1, 3),
    "medio": (5, 8),
    "mid": (5, 8),
    "eind": (10, 12),
    "late": (10, 12),
    "end of": (10, 12),
}
UNITS = {"jaar": 12, "jaren": 12, "year": 12, "years": 12}  # in months; others are one
COUNTS = {
    **{word: int(n) for names in NUMBERS.values() for word, n in names.items() if n == int(n)},
    **dict.fromkeys(("een", "één", "one", "a", ""), 1),
}
_NAMES = "|".join(sorted({*MONTHS, "mar"}, key=len, reverse=True))
_SEASONS, _PARTS = "|".join(SEASONS), "|".join(PARTS)
_COUNT = r"\d{1,2}|" + "|".join(sorted((re.escape(w) for w in COUNTS if w), key=len, reverse=True))
_THIS, _LAST = r"(?P<this>dit|deze|this)", r"(?P<last>vorige?|verleden|afgelopen|last)"
_ON = r"(?:van\s+|of\s+|in\s+)?"
YEAR = re.compile(
    rf"\b(?:(?:(?P<part>{_PARTS})[\s-]+|(?P<month>{_NAMES})\s+){_ON})?"
    rf"(?<!het )(?<!the )(?:(?P<this>dit|this)|(?P<last>vorig|verleden|last))\s+(?:jaar|year)\b"
    rf"(?:(?:'s|’s)?\s+(?P<after>{_NAMES})\b)?",
    re.I,
)
TURN = re.compile(
    rf"\b(?:{_THIS}|{_LAST})\s+(?:(?P<season>{_SEASONS})|(?P<month>{_NAMES})|(?P<whole>maand|month)"
    r"|(?P<week>week))\b",
    re.I,
)
BACK = re.compile(
    rf"\b(?:(?:the\s+)?past|(?:de\s+|het\s+)?(?:afgelopen|laatste)|the\s+last|last(?=\s+(?:{_COUNT})))"
    rf"\s+(?P<count>{_COUNT}|)\s*(?P<unit>jaar|jaren|maanden|years?|months)\b",
    re.I,
)
AGO = re.compile(
    rf"\b(?P<count>{_COUNT})\s+(?P<unit>jaar|jaren|maand|maanden|years?|months?)\s+"
    r"(?:geleden|ago)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a text names a time, and that time: ISO months, or days for a week, both included."""

    start: int
    end: int
    first: str
    last: str


def relative(text: str, today: date) -> Iterator[Stretch]:
    """The times of `text` that count from `today`; they may overlap."""
    found = chain(
        ((m, _year(m, today)) for m in YEAR.finditer(text)),
        ((m, _turn(m, today)) for m in TURN.finditer(text)),
        ((m, _back(m, today)) for m in BACK.finditer(text)),
        ((m, _ago(m, today)) for m in AGO.finditer(text)),
    )
    # in small letters "may" is a verb: "this may help"
    return (Stretch(m.start(), m.end(), *s) for m, s in found if not m[0].endswith(" may"))


def _year(m: re.Match[str], today: date) -> tuple[str, str]:
    """ "Vorig jaar", "eind vorig jaar", "June last year"."""
    start = (today.year - bool(m["last"])) * 12
    if named := m["month"] or m["after"]:
        return _months(start, *_month(named))
    return _months(start, *PARTS[m["part"].lower()]) if m["part"] else _months(start, 1, 12)


def _turn(m: re.Match[str], today: date) -> tuple[str, str]:
    """ "Deze zomer", "last June", "vorige maand", "last week"."""
    now = today.year * 12 + today.month
    if m["week"]:
        monday = today - timedelta(days=today.weekday() + 7 * bool(m["last"]))
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if m["whole"]:
        return _months(now - bool(m["last"]), 0, 0)
    first, last = SEASONS[m["season"].lower()] if m["season"] else _month(m["month"])
    start = today.year * 12
    while m["last"] and start + last >= now:  # the last one that is over
        start -= 12
    return _months(start, first, last)


def _back(m: re.Match[str], today: date) -> tuple[str, str]:
    """ "De afgelopen zes maanden", "the past year": so many months up to this one."""
    now = today.year * 12 + today.month
    return _months(now, -_count(m["count"]) * UNITS.get(m["unit"].lower(), 1), 0)


def _ago(m: re.Match[str], today: date) -> tuple[str, str]:
    """ "Twee jaar geleden": that year; "six months ago": that month."""
    count = _count(m["count"])
    if m["unit"].lower() in UNITS:
        return _months((today.year - count) * 12, 1, 12)
    return _months(today.year * 12 + today.month - count, 0, 0)


def _count(said: str) -> int:
    return int(said) if said.isdigit() else COUNTS[said.lower()]


def _month(name: str) -> tuple[int, int]:
    number = {**MONTHS, "mar": 3}[name.lower()]
    return number, number


def _months(start: int, first: int, last: int) -> tuple[str, str]:
    """Months `first` to `last` after `start`, as ISO; month m of year y is 12 y + m."""
    ends = (max(13, start + month) - 1 for month in (first, last))
    one, other = (f"{months // 12:04d}-{months % 12 + 1:02d}" for months in ends)
    return one, other
