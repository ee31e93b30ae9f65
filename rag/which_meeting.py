"""Which of a library's meetings a question means: the one small place that asks the library.

Knows: the entries of a library, what a question called the meeting, today. Does not know: how the
question is read (`rag.meetings`, `rag.times`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from index.entries import Entry
from rag.meetings import SEATS, Called, called, city, place_name
from rag.nouns import Language
from rag.period import Moment, Period
from rag.phrases import council_name, days, say

NEVER = ("9999-12-31", "0000-01-01")  # a period that holds no day
BESIDE = re.compile(
    r"[\s,(]*(?:(?:of|van|in|on|op|te|the|de|from|uit|on|en|at)\s+)*(?:\d[\d\s–-]*)?", re.I
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, or several, that the words at `words` mean; `periods` are their days.

    `within`: the times of the question that belong to its name ("Prague, July 2022").
    """

    value: str
    label: str
    periods: tuple[Period, ...]
    words: tuple[tuple[int, int], ...]
    within: tuple[Period, ...] = ()

    def is_named_with(self, period: Period) -> bool:
        """True for a time that is part of its name, or that holds it whole."""
        days = [day for own in self.periods for day in (own.first, own.last)]
        return period in self.within or all(period.holds(day) for day in days)


def meant(
    text: str, entries: Sequence[Entry], times: Sequence[Moment], language: Language, today: date
) -> list[Meeting]:
    """The meetings that a question names and the library settles, each once.

    One that the library surely has nothing of is there as well, with a period that holds no day.
    """
    held = [entry for entry in entries if entry.meeting_dates]
    found: dict[str, Meeting] = {}
    for name in called(text, [entry.place for entry in held if entry.place]):
        within = tuple(time.period for time in times if _beside(text, name, time))
        if name.timed and not within:
            continue
        dates = _dates(name, held, within, times, today)
        if dates:
            meeting = _meeting(name, dates, held, within, language)
        elif name.council and _surely_missing(name, held):
            meeting = _missing(name, within, language)
        else:
            continue
        if before := found.get(meeting.value):
            meeting = Meeting(
                meeting.value,
                meeting.label,
                meeting.periods,
                (*before.words, *meeting.words),
                (*before.within, *meeting.within),
            )
        found[meeting.value] = meeting
    return list(found.values())


def the_meeting(period: Period, entries: Iterable[Entry], language: Language) -> str | None:
    """What people call the only meeting of a month: "JBZ-Raad juni 2024"; None for other times."""
    if period.first != period.last or len(period.first) != len("2024-06"):
        return None
    there = {e.meeting_dates: e for e in entries if e.meeting_dates and period.holds(e.dates[0])}
    if len(there) != 1:
        return None
    month = days((f"{period.first}-01",), language).split(" ", 1)[1]
    return f"{council_name(next(iter(there.values())).formality, language)} {month}"


def _beside(text: str, name: Called, time: Moment) -> bool:
    """True for "Prague in July 2022" and "the June 2024 meeting in Luxembourg"."""
    if time.start < name.end and name.start < time.end:
        return True
    first, second = sorted([(name.start, name.end), (time.start, time.end)])
    return BESIDE.fullmatch(text[first[1] : second[0]]) is not None


def _dates(
    name: Called,
    held: Sequence[Entry],
    within: Sequence[Period],
    times: Sequence[Moment],
    today: date,
) -> list[tuple[str, ...]]:
    """The dates of the library's meetings that go by the name, in order.

    Times beside the name must hold them; others in the question do so where they can.
    """
    fitting = {e.meeting_dates for e in held if _fits(name, e)}
    if within:
        fitting = {dates for dates in fitting if any(p.holds(dates[0]) for p in within)}
    else:
        some = {d for d in fitting if any(time.period.holds(d[0]) for time in times)}
        fitting = some or fitting
    ordered = sorted(fitting)
    over = [dates for dates in ordered if dates[0] <= today.isoformat()]
    if name.turn == "last":
        return (over or ordered)[-1:]
    return ordered[len(over) : len(over) + 1] if name.turn == "next" else ordered


def _fits(name: Called, entry: Entry) -> bool:
    place = place_name(entry.place) if entry.place else ""
    days = [(int(day[5:7]), int(day[8:10])) for day in entry.meeting_dates]
    return (
        (name.place is None or name.place.casefold() == place.casefold())
        and (name.formality is None or name.formality == entry.formality)
        and (name.month is None or any(month == name.month for month, _ in days))
        and all((name.month, day) in days for day in name.days)
    )


def _surely_missing(name: Called, held: Sequence[Entry]) -> bool:
    """True when no paper without a place could be of that meeting: a formal one is at a seat."""
    if not held or name.place is None or name.place.casefold() in SEATS:
        return False
    return all(entry.place or entry.formality == "formeel" for entry in held)


def _meeting(
    name: Called,
    dates: Sequence[tuple[str, ...]],
    held: Sequence[Entry],
    within: tuple[Period, ...],
    language: Language,
) -> Meeting:
    """One meeting by its full name, several by what was said of them."""
    place = city(name.place, language) if name.place else ""
    if len(dates) == 1:
        formality = next(e.formality for e in held if e.meeting_dates == dates[0])
        named = (council_name(formality, language), place, days(dates[0], language))
        label, value = " ".join(filter(None, named)), dates[0][0]
    else:
        said = (council_name(name.formality, language), place, _month(name, language))
        council = " ".join(filter(None, said))
        label = f"{council} ({say('meetings', language, count=len(dates))})"
        value = (name.place or name.formality or _month(name, language) or "raad").lower()
    periods = tuple(Period(label, d[0], d[-1]) for d in dates)
    return Meeting(value, label, periods, name.words, within)


def _month(name: Called, language: Language) -> str:
    """The month a meeting is called by, "" where it is not."""
    return days((f"2024-{name.month:02d}-01",), language).split()[1] if name.month else ""


def _missing(name: Called, within: tuple[Period, ...], language: Language) -> Meeting:
    """A meeting that the library has nothing of."""
    council = f"{council_name(name.formality, language)} {city(name.place or '', language)}"
    label = say("missing_meeting", language, meeting=council)
    value = (name.place or "").lower()
    return Meeting(value, label, (Period(label, *NEVER),), name.words, within)
