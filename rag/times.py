"""The time a question asks about: days, months, seasons, parts of a year, years.

Knows: "13 en 14 juni 2024", "okt 2022", "najaar '23", "before Christmas 2023", "sinds 2022",
"between 2022 and 2024"; turns of a presidency (`rag.turns`), and with today's date also "vorig
jaar" (`rag.relative`). Does not know: which meetings there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from index.dates import meeting_dates
from rag.number_words import MONTHS
from rag.period import FIRST, LAST, Moment, Period, shifted
from rag.relative import relative
from rag.turns import turns

EVERY_MONTH = {**MONTHS, "mar": 3}
PARTS = {
    words: months
    for said, months in {
        "begin|begin van|early": (1, 3),
        "medio|halverwege|mid|mid-": (5, 8),
        "eind|eind van|late|end of": (10, 12),
        "voorjaar|lente|spring": (3, 6),
        "zomer|summer": (6, 9),
        "najaar|herfst|autumn|fall": (9, 12),
        "winter": (12, 12),
        "eerste helft van|first half of": (1, 6),
        "tweede helft van|second half of": (7, 12),
        "eerste kwartaal|first quarter|q1": (1, 3),
        "tweede kwartaal|second quarter|q2": (4, 6),
        "derde kwartaal|third quarter|q3": (7, 9),
        "vierde kwartaal|laatste kwartaal|fourth quarter|last quarter|q4": (10, 12),
    }.items()
    for words in said.split("|")
}
_NAMES = "|".join(sorted(EVERY_MONTH, key=len, reverse=True))
_PARTS = "|".join(sorted(map(re.escape, PARTS), key=len, reverse=True))
NAMED = re.compile(
    rf"\b(?:(?P<part>{_PARTS})\s*(?:van\s+|of\s+)?|(?P<month>{_NAMES})\.?\s+(?:van\s+|of\s+)?)"
    r"(?:het jaar\s+)?(?P<year>20\d\d|['’][12]\d)\b(?!['’])",
    re.I,
)
# what has to be done before a break is done in the months before it
BREAK = re.compile(
    r"\b(?P<before>(?:voor|vóór|tegen|nog voor|before|by|ahead of|in the run-up to|in aanloop naar)"
    r"\s+(?:(?:de|het|the)\s+)?)?"
    r"(?:(?P<christmas>kerst\w*|christmas|xmas)|(?P<summer>zomerreces|zomervakantie|zomer|summer))"
    r"(?:\s+(?:break|recess|holidays?|vacation))?\s+(?:van\s+|of\s+|in\s+)?"
    r"(?P<year>20\d\d|['’][12]\d)\b(?!['’])",
    re.I,
)
COUNCIL_OF = re.compile(  # "decemberraad van 2023", "the December JHA Council of 2023"
    rf"\b(?P<month>{_NAMES})[\s-]?(?:(?:jbz|jha)[\s-]?)?(?:raad\w*|council|jbz|jha|bijeenkomst|"
    r"vergadering|meeting|session)(?:\s+meeting)?\s+(?:van\s+|of\s+|in\s+)?"
    r"(?P<year>20\d\d|['’][12]\d)\b(?!['’])",
    re.I,
)
MONTH_NUMBER = re.compile(  # "in 12/2023"; a reference has no such word before it
    r"\b(?:in|sinds|since|from|of|van|uit)\s+(?P<month>0[1-9]|1[0-2])[/-](?P<year>20\d\d)\b"
)
_SHORT = "jan|febr|feb|mrt|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec"
SHORT = re.compile(  # "dec 23", "juli '22": a day stands before its month, or after it in full
    rf"\b(?:(?P<month>{_NAMES})\.?\s+['’]|(?P<short>{_SHORT})\.?\s+)(?P<year>[12]\d)\b(?!\s+20\d\d)",
    re.I,
)
ISO = re.compile(r"(?<![\w-])(?P<month>20\d\d-(?:0[1-9]|1[0-2]))(?:-[0-3]\d)?(?![\w-])")
FIGURES = re.compile(r"(?<![\w/.-])\d{1,2}([-/.])(?P<month>0?[1-9]|1[0-2])\1(?P<year>20\d\d)(?!\w)")
# a number beside a slash or behind "COM(" is part of a reference
YEAR = re.compile(r"(?:(?<![\d/-])|(?<=20\d\d-))(?<!\w\()(?P<year>20\d\d)(?![\d/])")
SHORT_YEAR = re.compile(
    r"\b(?:in|van|sinds|since|of|from|uit)\s+(?P<year>['’][12]\d)\b(?!['’])", re.I
)
SINCE = re.compile(r"\b(?:sinds|vanaf|since|starting)\s+(?:[a-z]+\s+){0,2}?$", re.I)
UNTIL = re.compile(r"\b(?:tot(?: en met)?|t/m|until|till|up to)\s+(?:[a-z]+\s+)?$", re.I)
AFTER = re.compile(r"\b(?:na|after)\s+$", re.I)
BEFORE = re.compile(r"\b(?:vóór|before)\s+$", re.I)
TO = re.compile(r"\s*(?:-|–|\b(?:tot(?: en met)?|t/m|to|until|till)\b)\s*(?:(?:the|het)\s+)?", re.I)
AND = re.compile(r"\s+(?:en|and)\s+(?:(?:the|het)\s+)?", re.I)
BETWEEN = re.compile(r"\b(?:tussen|between)\s+(?:(?:the|het)\s+)?$", re.I)


def periods(text: str, today: date | None = None) -> tuple[Period, ...]:
    """The periods a question names, in order, each once."""
    return tuple(dict.fromkeys(moment.period for moment in moments(text, today)))


def moments(text: str, today: date | None = None) -> list[Moment]:
    """The same with their places, in order, none over another.

    today: what "vorig jaar" counts from; the day it is, where None.
    """
    found: list[Moment] = []
    counted = [
        _moment(text, (r.start, r.end), r.first, r.last)
        for r in relative(text, today or date.today())
    ]
    for moment in sorted([*counted, *_all(text)], key=lambda m: (m.start, -m.end)):
        if not found or moment.start >= found[-1].end:
            found.append(moment)
    return _bounded(text, found)


def _all(text: str) -> Iterator[Moment]:
    days = meeting_dates(text)
    if days.dates:
        yield _moment(text, (days.start, days.end), days.dates[0][:7], days.dates[-1][:7])
    for m in SHORT.finditer(text):
        month = f"20{m['year']}-{EVERY_MONTH[(m['month'] or m['short']).lower()]:02d}"
        yield _moment(text, m.span(), month, month)
    for m in ISO.finditer(text):
        yield _moment(text, m.span(), m["month"], m["month"])
    for m in FIGURES.finditer(text):
        month = f"{m['year']}-{int(m['month']):02d}"
        yield _moment(text, m.span(), month, month)
    for m in MONTH_NUMBER.finditer(text):
        month = f"{m['year']}-{m['month']}"
        yield _moment(text, (m.start("month"), m.end()), month, month)
    for pattern in (NAMED, BREAK, COUNCIL_OF):
        for m in pattern.finditer(text):
            year, (first, last) = _year(m["year"]), _months(m)
            yield _moment(text, m.span(), f"{year}-{first:02d}", f"{year}-{last:02d}")
    for m in YEAR.finditer(text):
        yield _moment(text, m.span(), f"{m['year']}-01", f"{m['year']}-12")
    for m in SHORT_YEAR.finditer(text):
        year = _year(m["year"])
        yield _moment(text, m.span("year"), f"{year}-01", f"{year}-12")
    yield from turns(text)


def _moment(text: str, at: tuple[int, int], first: str, last: str) -> Moment:
    return Moment(*at, Period(" ".join(text[slice(*at)].split()), first, last))


def _year(said: str) -> str:
    """ "2023" for "2023" and "'23"."""
    return said if len(said) == len("2023") else f"20{said[1:]}"


def _months(m: re.Match[str]) -> tuple[int, int]:
    """The first and last month that a match of NAMED, BREAK or COUNCIL_OF means."""
    named = m.groupdict()
    if named.get("month"):
        number = EVERY_MONTH[named["month"].lower()]
        return number, number
    if named.get("part"):
        return PARTS[" ".join(named["part"].lower().split())]
    if named.get("christmas"):
        return (10, 12) if named["before"] else (12, 12)
    return (4, 7) if named["before"] else (6, 9)


def _bounded(text: str, found: list[Moment]) -> list[Moment]:
    """Two moments that bound a stretch become one; "sinds" and "tot" open one side of theirs."""
    bounded: list[Moment] = []
    waiting = found[::-1]
    while waiting:
        one = waiting.pop()
        if waiting and _joins(text, one, waiting[-1]):
            two = waiting.pop()
            whole = (one.start, two.end)
            bounded.append(_moment(text, whole, one.period.first, two.period.last))
        else:
            opened = _opened(text[: one.start], one.period)
            bounded.append(Moment(one.start, one.end, opened))
    return bounded


def _opened(before: str, period: Period) -> Period:
    """The period that a word before it makes of it, that word in its label."""
    for bound, first, last in (
        (SINCE, period.first, LAST),
        (AFTER, shifted(period.last[:7], 1), LAST),
        (UNTIL, FIRST, period.last),
        (BEFORE, FIRST, shifted(period.first[:7], -1)),
    ):
        if said := bound.search(before):
            return Period(" ".join(f"{said[0]}{period.label}".split()), first, last)
    return period


def _joins(text: str, one: Moment, two: Moment) -> bool:
    """True for "2022 tot 2024", and for "2022 en 2024" after "tussen"."""
    between = text[one.end : two.start]
    if one.period.first > two.period.last:
        return False
    if TO.fullmatch(between):
        return True
    return AND.fullmatch(between) is not None and BETWEEN.search(text[: one.start]) is not None
