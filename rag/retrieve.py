"""From a question to hits: search, then prefer what the question's own words prefer.

Knows: that a passage of the meeting, kind of paper or time asked for comes before one that is
not, and that a question about a development wants every meeting. Does not know: how search works.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.entries import Entry
from index.library import Library
from index.nouns import Hit, Passage, ranked
from index.search import Filters, search
from rag.question import Understood

DEEP = 60  # passages looked at for each one that is returned, at least
IN_TIME = 1.6  # what a passage of the time asked for counts more
OF_KIND = 1.25  # what one of the kind of paper asked for counts more
OF_NOTE = 0.5  # what a footnote counts for: most are references to other papers
KIND_WORDS = {
    "verslag": re.compile(
        r"\b(?:verslag|report(?:ed|s)?|besloten|besloot|stemden?|afgesproken|uitkomst|"
        r"zegde[n]? toe|beloofden?|decided?|votes?|voted|agreed|adopted|outcome|promised?)\b",
        re.I,
    ),
    "geannoteerde agenda": re.compile(
        r"\b(?:geannoteerde agenda|annotated agenda|vooraf(?:gaand)?|ahead of|van plan|voornemens|"
        r"going to|plan(?:ned|s)? to)\b",
        re.I,
    ),
    "brief": re.compile(r"\b(?:brief|kamerbrief|letter)\b", re.I),
}


def retrieve(library: Library, asked: Understood, top: int, filters: Filters) -> list[Hit]:
    """The `top` hits for a question that has been understood, best first."""
    with library.searching():  # hits and documents of one state of the library
        deep = search(library, asked.topic, max(DEEP, 4 * top), filters)
        entries = {entry.id: entry for entry in library.documents()}
    weighed = ranked([(h.passage, h.score * _weight(h.passage, entries, asked)) for h in deep])
    if asked.develops:
        weighed = over_meetings(weighed, entries)
    return [Hit(hit.passage, hit.score, rank) for rank, hit in enumerate(weighed[:top], start=1)]


def _weight(passage: Passage, entries: Mapping[str, Entry], asked: Understood) -> float:
    weight = preference(entries[passage.document], asked)
    return weight * OF_NOTE if passage.note else weight


def preference(entry: Entry, asked: Understood) -> float:
    """What a document counts for, by the time and the kind of paper that the question names."""
    weight = 1.0
    if asked.periods and entry.dates and asked.at_time(entry.dates[0]):
        weight *= IN_TIME
    wanted = [kind for kind, words in KIND_WORDS.items() if words.search(asked.text)]
    return weight * OF_KIND if entry.kind in wanted else weight


def over_meetings(hits: list[Hit], entries: Mapping[str, Entry]) -> list[Hit]:
    """The hits dealt out over the meetings: each meeting's best, then each one's second, ..."""
    seen: dict[tuple[str, ...], int] = {}
    rounds: list[tuple[int, int, Hit]] = []
    for order, hit in enumerate(hits):
        dates = entries[hit.passage.document].dates
        seen[dates] = seen.get(dates, 0) + 1
        rounds.append((seen[dates], order, hit))
    return [hit for _, _, hit in sorted(rounds, key=lambda r: (r[0], r[1]))]
