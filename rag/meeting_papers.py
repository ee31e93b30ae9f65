"""The papers of a library by meeting, and which meeting a reader names.

Knows: that agenda and report of one meeting may give slightly different days. Does not know:
questions (`rag.which_meeting` finds the meetings that a question means).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.entries import Entry
from index.errors import LibraryRefused, QuestionRefused
from index.library import Library
from index.nouns import Kind
from rag.nouns import LANGUAGES, Language
from rag.phrases import council_name, days
from rag.times import moments
from rag.which_meeting import meant

ORDER: tuple[Kind, ...] = ("geannoteerde agenda", "verslag", "brief", "overig")
SHOWN = 12  # meetings that a refusal names
APART = 3  # days between the dates that two papers of one meeting give it


@dataclass(frozen=True, slots=True)
class MeetingPapers:
    """A meeting with its papers, agendas before reports; `dates`: every day that one of them names.

    `contradiction`: two of its papers do not agree on the days.
    """

    dates: tuple[str, ...]
    formality: str | None
    entries: tuple[Entry, ...]

    @property
    def contradiction(self) -> bool:
        """True when its papers do not give the same days."""
        return len({entry.meeting_dates for entry in self.entries}) > 1

    def of(self, kind: Kind) -> tuple[Entry, ...]:
        """Its papers of one kind."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    def name(self, language: Language) -> str:
        """ "informele JBZ-Raad 11-12 juli 2022"."""
        return f"{council_name(self.formality, language)} {days(self.dates, language)}"


def meetings(library: Library) -> list[MeetingPapers]:
    """The meetings that papers of the library are of, in order of date.

    Papers belong to one meeting when they share a day, or, being of different kinds, lie within
    APART days: two Councils never do. None that contradict each other's formality.
    """
    grouped: list[list[Entry]] = []
    for entry in sorted(library.documents(), key=lambda e: (e.meeting_dates, e.id)):
        if not entry.meeting_dates:
            continue
        mine = next((group for group in grouped if any(_same(entry, o) for o in group)), None)
        if mine is None:
            grouped.append([entry])
        else:
            mine.append(entry)
    return [_meeting(group) for group in grouped]


def meeting_named(library: Library, text: str, language: Language, today: date) -> MeetingPapers:
    """The one meeting that `text` names: "2024-06", "2024-06-13", "juni 2024", "de informele Raad
    in Praag", its own name, or one of its papers.

    Raises QuestionRefused, with the meetings there are, when it names none or several, and
    LibraryRefused for an empty library.
    """
    held = meetings(library)
    if not library.documents():
        raise LibraryRefused("the library is empty; add papers with `raadpleeg add FILE…`")
    wanted = " ".join(text.casefold().split())
    found = [m for m in held if any(text == entry.id for entry in m.entries)]
    found = found or [m for m in held if wanted in {m.name(one).casefold() for one in LANGUAGES}]
    if not found and wanted:
        found = [m for m in held if any(day.startswith(wanted) for day in m.dates)]
    if not found:
        found = _asked(library, text, held, language, today)
    if len(found) == 1:
        return found[0]
    known = "; ".join(m.name(language) for m in (found or held[::-1])[:SHOWN]) or "none yet"
    why = "fits several meetings" if found else "is no meeting of this library"
    raise QuestionRefused(f"{text!r} {why}; name one of: {known}")


def _asked(
    library: Library, text: str, held: Sequence[MeetingPapers], language: Language, today: date
) -> list[MeetingPapers]:
    """The meetings that words name: a place, a formality, a time."""
    said = moments(text, today)
    named = meant(text, library.documents(), said, language, today)
    periods = [p for meeting in named for p in meeting.periods] or [m.period for m in said]
    return [m for m in held if any(p.holds(day) for p in periods for day in m.dates)]


def _same(one: Entry, other: Entry) -> bool:
    """True for two papers of one meeting."""
    if len({entry.formality for entry in (one, other)} - {None}) > 1:
        return False
    if set(one.meeting_dates) & set(other.meeting_dates):
        return True
    first, second = sorted([date.fromisoformat(entry.meeting_dates[0]) for entry in (one, other)])
    return one.kind != other.kind and (second - first).days <= APART


def _meeting(group: Sequence[Entry]) -> MeetingPapers:
    dates = tuple(sorted({day for entry in group for day in entry.meeting_dates}))
    formality = next((e.formality for e in group if e.formality), None)
    ordered = sorted(group, key=lambda e: (ORDER.index(e.kind), e.id))
    return MeetingPapers(dates, formality, tuple(ordered))
