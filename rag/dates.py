"""Dates in a sentence, as Dutch and English write them.

Knows: forms of dates. Does not know: other numbers, evidence.
A date is given in canonical text: "2024-06-13", "2024-06", "--06-13" (no year), "--06".
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.number_words import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|ste|de|e)?"
_AND = r"\s*(?:[,/&–—-]|,?\s?\b(?:en|and|of|or|tot en met|t/m|tot|to|until)\b)\s*"
_DAYS = rf"(?<![\w.,/-]){_DAY}(?:{_AND}{_DAY}){{0,4}}"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DATE = re.compile(
    rf"(?P<days>{_DAYS})\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>{_YEAR}))?"
    rf"|\b(?P<month2>{_MONTH})\b\.?\s+(?P<days2>{_DAYS})(?!\d)(?:,?\s+(?P<year2>{_YEAR}))?"
    rf"|\b(?P<month3>{_MONTH})\b\.?\s+(?P<year3>{_YEAR})"
    r"|(?<![\w-])(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?)(?![\w-])"
    rf"|(?<![\w-])(?P<day4>\d{{1,2}})[-/.](?P<month4>\d{{1,2}})[-/.](?P<year4>{_YEAR})(?![\w-])"
    rf"|\b(?P<alone>{_MONTH})\b",
    re.IGNORECASE,
)
# Month names that are also words: English verbs in lower case, and abbreviations without a day.
_VERBS = frozenset({"may", "march", "august"})
_ABBREVIATIONS = frozenset(
    {
        "jan",
        "feb",
        "febr",
        "mrt",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "okt",
        "oct",
        "nov",
        "dec",
    }
)


@lru_cache(maxsize=512)  # the dates of a meeting are asked for with each of its quotes
def find_dates(sentence: str) -> tuple[str, frozenset[str]]:
    """The sentence without its dates, and those: each day of "12 en 13 juni 2024" by itself.

    A date without a year takes that of the date it is joined to ("30 november en 1 december 2023").
    """
    found = [match for match in _DATE.finditer(sentence) if not _is_a_word(match)]
    dates: set[str] = set()
    year, begins = "", len(sentence)
    for match in reversed(found):
        own = match["year"] or match["year2"] or match["year3"] or match["year4"]
        joined = re.fullmatch(_AND, sentence[match.end() : begins])
        year = own or (year if joined else "")
        dates |= _written(match, year)
        begins = match.start()
    rest = list(sentence)
    for match in found:
        rest[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(rest), frozenset(dates)


def wider(date: str) -> frozenset[str]:
    """What follows from a date: its month, its day without the year, the year ("2024")."""
    year, month, day = _parts(date)
    follow = {f"--{month}"}
    if year:
        follow |= {year, f"{year}-{month}"}
    if year and day:
        follow.add(f"--{month}-{day}")
    return frozenset(follow - {date})


def dated(written: str, day: str, *, past: bool = False) -> str:
    """A date without its year ("--11-23", "--08") in the year in which it is nearest to `day`.

    day: ISO, of the paper that writes it. past: it lies before that day ("23 november jl."). A date
    with its year, and one of a paper without a day, stays as it is.
    """
    year, month, own = _parts(written)
    if year or len(day) < len("2024-06"):
        return written
    here = int(day[:4]) * 12 + int(day[5:7])
    months = [int(day[:4]) * 12 + shift + int(month) for shift in (-12, 0, 12)]
    near = min((m for m in months if not past or m <= here), key=lambda m: abs(m - here))
    return f"{(near - 1) // 12}-{month}" + (f"-{own}" if own else "")


def of_meeting(meeting: str, said: frozenset[str], years: frozenset[str]) -> frozenset[str]:
    """What the dates of a meeting prove beside a text that says the dates `said` and `years`.

    Where the text names another day of that month, that month of another year, or another year,
    the meeting does not prove its own: "2024" must not pass for the 2023 of the text.
    """
    _, dates = find_dates(meeting)
    own_days = {_parts(date)[2] for date in dates}
    proved: set[str] = set()
    for date in dates:
        year, month, _ = _parts(date)
        beside = [_parts(other) for other in said if _parts(other)[1] == month]
        follow = {date} | wider(date)
        if {day for *_, day in beside if day} - own_days:
            follow = {kept for kept in follow if not _parts(kept)[2]}
        if {other for other, *_ in beside if other} - {year}:
            follow = {kept for kept in follow if kept.startswith("--")}
        proved |= follow - ({year} if years - {year} else set())
    return frozenset(proved)


def _parts(date: str) -> tuple[str, str, str]:
    """Year, month and day of a date in canonical text, each "" where it has none."""
    known = ["", *date[2:].split("-")] if date.startswith("--") else date.split("-")
    year, month, day = [*known, "", ""][:3]
    return year, month, day


def _written(match: re.Match[str], year: str) -> set[str]:
    """The dates of one match in canonical text."""
    if match["iso"]:
        return {match["iso"]}
    name = match["month"] or match["month2"] or match["month3"] or match["alone"]
    month = MONTHS[name.casefold()] if name else int(match["month4"])
    days = re.findall(r"\d+", match["days"] or match["days2"] or match["day4"] or "")
    begin = f"{year}-{month:02d}" if year else f"--{month:02d}"
    return {f"{begin}-{int(day):02d}" for day in days} or {begin}


def _is_a_word(match: re.Match[str]) -> bool:
    """True for "may" and "march" as verbs, and for "dec", "jan" and the like standing alone."""
    name = match["month"] or match["month2"] or match["month3"] or match["alone"] or ""
    if name in _VERBS:
        return True
    alone = match["alone"]
    if not alone:
        return False
    opens = alone == "May" and not match.string[: match.start()].strip()
    return opens or alone.casefold() in _ABBREVIATIONS
