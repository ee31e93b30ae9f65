"""A meeting's annotated agenda against its report: what was meant, what was said, what came of it.

Knows: which sentences tell an intention, a contribution or an outcome; that silence is shown. Does
not know: which items go together (`rag.outcomes.pairing`), what tells an outcome
(`rag.outcomes.sorting`).
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.analyse import analyser
from index.library import Library
from index.links import GENERIC
from index.nouns import AgendaItem, Document, Kind
from index.outline import LETTER_SECTION
from rag.assistant import Assistant
from rag.meeting_papers import MeetingPapers
from rag.nouns import Language, Statement
from rag.outcomes.due import due
from rag.outcomes.noting import comparison_note
from rag.outcomes.nouns import Compared, Comparison, ItemPlace, Move
from rag.outcomes.pairing import Pair, Subject, pairs
from rag.outcomes.seen import RESULTS, seen
from rag.outcomes.sorting import sorted_as
from rag.outcomes.words import word
from rag.told import Told, told

NL = "NL"
CHAIR = "Presidency"
CLOSES = re.compile(r"\b(?:concludeer|constateer|stelde\b.*\bvast|sloot|besloot|vatte)", re.I)
Paper = tuple[Document, Sequence[AgendaItem]]


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of one meeting, opened; `letters`: the sentences around a report's items."""

    agendas: tuple[Paper, ...]
    reports: tuple[Paper, ...]
    letters: tuple[Told, ...]
    sections: frozenset[str]

    def by_id(self, subject: Subject) -> Document:
        """The document of a subject as it is in the library."""
        return next(d for d, _ in (*self.agendas, *self.reports) if d.id == subject.document.id)


def compare_papers(assistant: Assistant, meeting: MeetingPapers, language: Language) -> Comparison:
    """Item by item, in the agenda's order; a meeting with one paper only shows that side."""
    started = time.perf_counter()
    with assistant.library.searching():
        papers = _opened(assistant.library, meeting)
        paired = pairs(papers.agendas, papers.reports, meeting.dates)
        items = tuple(_compared(pair, papers, language) for pair in paired)
    return Comparison(
        meeting.name(language),
        language,
        meeting.dates,
        tuple(document.id for document, _ in papers.agendas),
        tuple(document.id for document, _ in papers.reports),
        items,
        comparison_note(meeting, language),
        time.perf_counter() - started,
    )


def _opened(library: Library, meeting: MeetingPapers) -> Papers:
    def of(kind: Kind) -> tuple[Paper, ...]:
        held = [entry.id for entry in meeting.of(kind)]
        return tuple((library.document(name), library.items(name)) for name in held)

    agendas, reports = of("geannoteerde agenda"), of("verslag")
    letters = tuple(
        one
        for document, items in reports
        for item in items
        if item.section == LETTER_SECTION
        for one in told(document, item)
    )
    named = {(item.section or "").casefold() for _, items in reports for item in items}
    return Papers(agendas, reports, letters, frozenset(named - {""}))


def _compared(pair: Pair, papers: Papers, language: Language) -> Compared:
    """One subject: its two sides, and what is silent."""
    agenda, report = pair.agenda, pair.report
    intended = _intended(papers, agenda) if agenda else ()
    said = _said(papers, report) if report else ()
    outcome = _outcome(papers, report) if report else ()
    move: Move = "added" if agenda is None else "kept"
    line = ""
    if agenda is not None and report is not None:
        here, there = agenda.head.section, report.head.section
        if here and there and here != there and here.casefold() in papers.sections:
            move, line = "moved", word("moved", language, here=here, there=there)
    elif agenda is not None and papers.reports:
        move, outcome = _gone(agenda, papers)
        line = word("postponed" if outcome else "dropped", language)
    silent = _silent(pair, papers, (intended, said, outcome), language)
    return Compared(
        move,
        _title(agenda or report),
        _place(agenda),
        _place(report),
        intended,
        said,
        outcome,
        " ".join(filter(None, (line, *silent))),
    )


def _intended(papers: Papers, agenda: Subject) -> tuple[Statement, ...]:
    """What the Netherlands means to say: its sentences with a stance, else those that name it."""
    own = [one for one in _sentences(papers, agenda) if NL in one.actors]
    firm = [one for one in own if one.stances[one.actors.index(NL)] != "fact"]
    return _statements(firm or own)


def _said(papers: Papers, report: Subject) -> tuple[Statement, ...]:
    """The Netherlands' own words."""
    if RESULTS.search(report.head.title or ""):
        return ()
    return _statements(one for one in _sentences(papers, report) if NL in one.actors)


def _outcome(papers: Papers, report: Subject) -> tuple[Statement, ...]:
    """The decisions; else the chair's last conclusion; else what others announce or promise."""
    told_so = _sentences(papers, report)
    sorts = [(one, sorted_as(one)) for one in told_so]
    decided = [one for one, what in sorts if what and what[0] == "decision"]
    if decided:
        return _statements(decided)
    ending = [
        one
        for one, what in sorts
        if CHAIR in one.actors and (CLOSES.search(one.text) or (what and what[0] == "next_step"))
    ]
    others = [one for one, what in sorts if what and NL not in one.actors]
    return _statements(ending[-1:] or others)


def _gone(agenda: Subject, papers: Papers) -> tuple[Move, tuple[Statement, ...]]:
    """An item that the report has not: where it went, if the report's letter tells."""
    for one in papers.letters:
        what = sorted_as(one)
        if what != ("decision", "postponed") or not _mentions(one.text, agenda):
            continue
        later = due(seen(one).text, seen(one).meeting, None, until=True)
        return ("moved" if later else "dropped"), _statements([one])
    return "dropped", ()


def _mentions(text: str, subject: Subject) -> bool:
    """True when a sentence names what is special to the title, for the greater part."""
    general = set(analyser().terms(GENERIC))
    wanted = set(analyser().terms(subject.head.title or "")) - general
    held = wanted & set(analyser().terms(text))
    return bool(held) and len(held) * 2 >= len(wanted)


def _silent(
    pair: Pair, papers: Papers, told_so: tuple[tuple[Statement, ...], ...], language: Language
) -> list[str]:
    """What is not there, as lines."""
    intended, said, outcome = told_so
    lines = []
    if pair.agenda is None:
        lines.append("added" if papers.agendas else "report_side")
    elif not papers.reports:
        lines.append("agenda_side")
    if pair.report is not None and RESULTS.search(pair.report.head.title or ""):
        return [word("results", language)]
    if pair.agenda is not None and not intended:
        lines.append("no_intent")
    if pair.report is not None and not said:
        lines.append("no_voice")
    if pair.report is not None and not outcome:
        lines.append("no_outcome")
    return [word(name, language) for name in lines]


def _sentences(papers: Papers, subject: Subject) -> list[Told]:
    """The sentences of an item and its parts."""
    document = papers.by_id(subject)
    return [one for item in subject.items for one in told(document, item)]


def _statements(chosen: Iterable[Told]) -> tuple[Statement, ...]:
    return tuple(one.statement() for one in chosen)


def _title(subject: Subject | None) -> str:
    head = subject.head if subject else None
    return (head.title or head.path) if head else ""


def _place(subject: Subject | None) -> ItemPlace | None:
    if subject is None:
        return None
    return ItemPlace(subject.document.id, subject.head.path, subject.head.title)
