"""From a question to hits: search, prefer what the question's words prefer, look once more.

Knows: that a passage of the meeting, kind of paper or time asked for comes before one that is
not. Does not know: how search works, what is looked at (`rag.rerank`), whose turn it is
(`rag.dealing`).
"""

from __future__ import annotations

from index.entries import Entry
from index.errors import QuestionRefused
from index.library import Library
from index.nouns import Hit, ranked
from index.search import Filters, search
from index.snapshot import Snapshot
from rag.dealing import dealt
from rag.question import Understood
from rag.rerank import Reranker

DEEP = 100  # passages that are weighed, at least
AGAIN = 60  # of these, passages that the reranker looks at
# What is added to a hit's score (about 0 to 1), fitted by hand on questions kept apart from those
# that measure (eval/LOG.md).
IN_TIME = 0.25  # for a passage of the time asked for
OF_KIND = 0.05  # for one of a kind of paper that the question hints at
OF_NAMED_KIND = 0.08  # and for one of a kind that it names
IN_PART = 0.15  # for one of the part of the meeting that it names
OF_NOTE = -0.08  # for a footnote: most are references to other papers
SECTIONS_NAMED = 12  # in a refusal


def retrieve(
    library: Library,
    asked: Understood,
    top: int,
    filters: Filters,
    reranker: Reranker | None = None,
) -> list[Hit]:
    """The `top` hits for a question that has been understood, best first.

    Raises what search raises, and QuestionRefused for a section that no paper has.
    """
    with library.searching() as view:  # hits and documents of one state of the library
        _check_section(view, filters)
        wanted = (lambda entry: _in_time(entry, asked)) if asked.periods else None
        deep = search(library, asked.topic, max(DEEP, 2 * top), filters, wanted)
        entries = {entry.id: entry for entry in view.documents}
        weighed = ranked(
            [
                (
                    h.passage,
                    h.score + preference(entries[h.passage.document], asked) + _passage(h, asked),
                )
                for h in deep
            ]
        )
        if reranker is not None:
            weighed = _again(library, asked, weighed, reranker)
    hits = dealt(weighed, entries, asked)[:top]
    return [Hit(hit.passage, hit.score, rank) for rank, hit in enumerate(hits, start=1)]


def preference(entry: Entry, asked: Understood) -> float:
    """What is added for a document, by the time and the kind of paper that the question names."""
    more = IN_TIME if _in_time(entry, asked) else 0.0
    if entry.kind in asked.hints:
        more += OF_NAMED_KIND if entry.kind in asked.kinds else OF_KIND
    return more


def _in_time(entry: Entry, asked: Understood) -> bool:
    return bool(asked.periods and entry.dates) and asked.at_time(entry.dates[0])


def _passage(hit: Hit, asked: Understood) -> float:
    """What is added for a passage itself: for the part of the meeting asked for, for a note."""
    part = hit.passage.item.split("/")[0]
    return (IN_PART if part in asked.sections else 0.0) + (OF_NOTE if hit.passage.note else 0.0)


def _again(library: Library, asked: Understood, hits: list[Hit], reranker: Reranker) -> list[Hit]:
    """The hits with the reranker's scores added to the first AGAIN; no other passes these."""
    first, rest = hits[:AGAIN], hits[AGAIN:]
    more = reranker.scores(asked, first, library.texts([hit.passage for hit in first]))
    least = min((float(one) for one in more), default=0.0)
    rated = [(hit.passage, hit.score + float(one)) for hit, one in zip(first, more, strict=True)]
    return ranked(rated + [(hit.passage, hit.score + least) for hit in rest])


def _check_section(view: Snapshot, filters: Filters) -> None:
    """Raises QuestionRefused for a section that no paper has, naming those there are."""
    if filters.section is None or not view.documents:
        return
    there = sorted({section for section in view.sections if section})
    if filters.section.casefold() not in {section.casefold() for section in there}:
        named = ", ".join(there[:SECTIONS_NAMED]) + (", ..." * (len(there) > SECTIONS_NAMED))
        raise QuestionRefused(
            f"filter section: {filters.section!r} is in no paper; choose one of {named}"
            if there
            else "filter section: the papers have no sections; leave it out"
        )
