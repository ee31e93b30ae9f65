"""The sentences that make the list which a question asks of a meeting, within a budget of words.

Knows: of which papers a list is made, what comes first in it. Does not know: how a question asks
for one (`rag.outcomes.asked`), what makes a sentence an outcome (`rag.outcomes.sorting`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.actors import named_actor
from index.entries import Entry
from index.library import Library
from index.outline import LETTER_SECTION
from index.search import Filters
from rag.meeting_papers import MeetingPapers, meetings
from rag.outcomes import cues
from rag.outcomes.asked import TAKEN, TOLD, Listing
from rag.outcomes.asked_cues import (
    DAY,
    NEXT_MEETING,
    OF_COUNCIL,
    THERE,
    TOLD_CLOSED,
    WHO,
)
from rag.outcomes.asked_items import Line, items_of, of_items
from rag.outcomes.doers import doer
from rag.outcomes.results import as_decided
from rag.outcomes.seen import RESULTS, seen
from rag.outcomes.sorting import Sorted, sorted_as
from rag.period import LAST
from rag.question import Understood
from rag.summaries.choosing import again
from rag.summaries.cues import AANHEF
from rag.summaries.salience import Weighed
from rag.told import Told, told

BACK = 12  # meetings among which the latest that has a list is looked for
TOLD_IN = ("verslag", "geannoteerde agenda", "brief")  # kinds of papers that a list is made of


def lines(
    library: Library, asked: Understood, wanted: Listing, filters: Filters, budget: int
) -> list[Told] | None:
    """The sentences of the list within `budget` words, the first of it first.

    None where the library has no meeting of the time asked for. Where no time is asked for it is
    the list of the latest meeting that has one.
    """
    known = meetings(library)
    there = _asked_of(known, asked, wanted)
    held = [m for m in (_allowed(one, asked, filters) for one in there) if m.entries]
    if not held:
        return None
    actor = named_actor(filters.actor) if filters.actor else None
    found: list[Line] = []
    latest = sorted(held, key=lambda m: m.dates, reverse=True)
    for meeting in latest if asked.periods else latest[:BACK]:
        found += [
            (rank, one)
            for rank, one in _of_meeting(library, meeting, wanted)
            if filters.section is None
            or (one.item.section or "").casefold() == filters.section.casefold()
            if actor is None or actor in one.actors
        ]
        if found and not asked.periods:
            break
    return _within(found, budget)


def _asked_of(
    known: Sequence[MeetingPapers], asked: Understood, wanted: Listing
) -> Sequence[MeetingPapers]:
    """The meetings of the time asked for; of what comes "after June", the last one until then."""
    since = [period.first for period in asked.periods if period.last == LAST]
    if since and wanted.what in ("next_step", "next_meeting"):
        before = [m for m in known if m.dates[-1][: len(since[0])] < since[0]]
        return before[-1:]
    return [m for m in known if any(asked.at_time(day) for day in m.dates)]


def _allowed(meeting: MeetingPapers, asked: Understood, filters: Filters) -> MeetingPapers:
    """A meeting with those of its papers that the question and the reader's filters leave."""
    kinds = asked.kinds or TOLD_IN
    kept = [e for e in meeting.entries if e.kind in kinds and filters.allow(e)]
    return MeetingPapers(meeting.dates, meeting.formality, tuple(kept))


def _of_meeting(library: Library, meeting: MeetingPapers, wanted: Listing) -> list[Line]:
    """The list of one meeting: what came of it is told by its report alone, where it has one."""
    reports, agendas = meeting.of("verslag"), meeting.of("geannoteerde agenda")
    if wanted.planned and agendas:
        reports = ()
    if wanted.what == "attendance":
        return [(0, one) for one in _all(library, meeting.entries, THERE) if attends(one)]
    if wanted.what == "next_meeting":
        return [(0, one) for one in _all(library, meeting.entries, NEXT_MEETING) if sets_next(one)]
    if wanted.what in ("items", "summary", "said"):
        return of_items(library, reports or agendas, wanted)
    if wanted.what == "decision" and agendas and not reports:
        return of_items(library, agendas, wanted)
    papers = reports if reports and wanted.what != "promise" else meeting.entries
    return [line for entry in papers for line in _records(library, entry, wanted)]


def _all(library: Library, entries: Sequence[Entry], words: re.Pattern[str]) -> Iterator[Told]:
    """The sentences of the items of some papers in which such words stand."""
    for entry in entries:
        document = library.document(entry.id)
        for item in library.items(entry.id):
            if words.search(item.span.of(document.text)):
                yield from told(document, item)


def attends(one: Told) -> bool:
    """True for a sentence that tells who sat in the Council for the Netherlands."""
    if not (WHO.search(one.text) and THERE.search(one.text)):
        return False
    opening = AANHEF.match(one.item.path) is not None
    ours = opening or one.item.section == LETTER_SECTION or one.place == 0
    return opening or (ours and OF_COUNCIL.search(one.text) is not None)


def sets_next(one: Told) -> bool:
    """True for a sentence that says when the ministers meet next."""
    return NEXT_MEETING.search(one.text) is not None and DAY.search(one.text) is not None


def _records(library: Library, entry: Entry, wanted: Listing) -> Iterator[Line]:
    """The lines of the register that one paper has for the list."""
    document, items = library.document(entry.id), library.items(entry.id)
    for item in items_of(document, items, wanted):
        said = told(document, item)
        for place, one in enumerate(said):
            what = sorted_as(one)
            if what is None:
                continue
            what = as_decided(one, what, items)
            rank = _rank(one, what, wanted)
            if rank is None:
                continue
            if wanted.actors and not set(doer(one, what, said[:place]).split("; ")) & set(
                wanted.actors
            ):
                continue
            yield rank, one


def _rank(one: Told, what: Sorted, wanted: Listing) -> int | None:
    """Where a line of the register comes in the list; None where it is none of it.

    A report's own list of results comes first, what was not decided after what was.
    """
    sort, outcome = what
    if wanted.what == "decision":
        if sort != "decision" or outcome not in wanted.outcomes or _behind_doors(one):
            return None
        own = RESULTS.search(one.item.title or "") is not None
        later = 4 if outcome in TOLD else 2 if outcome not in TAKEN and not own else 0
        return later + (0 if own else 1)
    if wanted.what == "next_step":
        if sort == "decision":
            return None
        return 2 if sort == "promise" else 0 if seen(one).dated else 1
    if sort != "promise":
        return None
    if wanted.chamber and not (one.actors == ("NL",) or cues.CHAMBER.search(one.text)):
        return None
    return 1 if outcome == "motion" else 0


def _behind_doors(one: Told) -> bool:
    """True where the only word of decision says that a session was closed ("besloten lunch")."""
    rest = TOLD_CLOSED.sub("", one.text)
    return rest != one.text and not (cues.DECIDED.search(rest) or cues.IS_DECIDED.search(rest))


def _within(found: Sequence[Line], budget: int) -> list[Told]:
    """The first of a list within the words there are, none that says again what another says."""
    chosen: list[Weighed] = []
    used = 0
    for _, one in sorted(found, key=lambda line: line[0]):
        line = Weighed(one, 1.0)
        if used + one.words <= budget and not again(line, chosen):
            chosen.append(line)
            used += one.words
    return [one.told for one in chosen]
