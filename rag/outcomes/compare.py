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

from index.library import Library
from index.nouns import AgendaItem, Document, Kind
from rag.assistant import Assistant
from rag.meeting_papers import MeetingPapers
from rag.nouns import Language, Statement
from rag.outcomes.around import Aside, asides, called_off, dropped_there, means, mentioned, names_nl
from rag.outcomes.noting import comparison_note
from rag.outcomes.nouns import Compared, Comparison, ItemPlace, Move
from rag.outcomes.pairing import Pair, Subject, pairs
from rag.outcomes.quoted import quoted
from rag.outcomes.seen import RESULTS
from rag.outcomes.sorting import sorted_as
from rag.outcomes.words import word
from rag.told import Told, told

NL = "NL"
CHAIR = "Presidency"
CLOSES = re.compile(
    r"\b(?:concludeer|constateer|stelde\b.*\bvast|sloot|besloot|vatte|rondde\b.*\baf\b)", re.I
)
Paper = tuple[Document, Sequence[AgendaItem]]
Statements = tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of one meeting, opened; `around`: what its reports tell around their items."""

    agendas: tuple[Paper, ...]
    reports: tuple[Paper, ...]
    around: tuple[Aside, ...]
    sections: frozenset[str]

    @property
    def both(self) -> bool:
        """True when there are two sides: with one alone nothing was added or dropped."""
        return bool(self.agendas and self.reports)

    def by_id(self, subject: Subject) -> Document:
        """The document of a subject as it is in the library."""
        return next(d for d, _ in (*self.agendas, *self.reports) if d.id == subject.document.id)

    def about(self, subject: Subject) -> list[Aside]:
        """What reports tell around their items of a subject of either paper."""
        mine = self.agendas if subject.document.kind == "geannoteerde agenda" else self.reports
        heads = [item for _, items in mine for item in items if item.path != subject.head.path]
        others = [item.title for item in heads if item.title]
        return [a for a in self.around if means(a.one.text, _title(subject), others)]


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
    around = tuple(aside for paper in reports for aside in asides(*paper))
    named = {(item.section or "").casefold() for _, items in reports for item in items}
    return Papers(agendas, reports, around, frozenset(named - {""}))


def _compared(pair: Pair, papers: Papers, language: Language) -> Compared:
    """One subject: its two sides, and what is silent."""
    agenda, report = pair.agenda, pair.report
    intended = _intended(papers, agenda) if agenda else ()
    said = _said(papers, report) if report else ()
    move, line, gone = _move(pair, papers, language)
    outcome = gone or (_outcome(papers, report) if report else ())
    steps = _steps(papers, report, (*said, *outcome)) if report else ()
    silent = [] if gone else _silent(pair, papers, (intended, said, outcome))
    return Compared(
        move,
        _title(agenda or report),
        _place(agenda),
        _place(report),
        intended,
        said,
        outcome,
        " ".join(filter(None, (line, *(word(name, language) for name in silent)))),
        steps,
    )


def _move(pair: Pair, papers: Papers, language: Language) -> tuple[Move, str, Statements]:
    """What became of an item, that in words, and the sentence that tells so where one does."""
    agenda, report = pair.agenda, pair.report
    gone = dropped_there(report.head, _sentences(papers, report)) if report else None
    if report is not None and (gone or called_off(report.head)):
        move: Move = "dropped" if agenda and papers.both else "kept"
        return move, word("postponed", language), _statements([gone] if gone else ())
    if agenda is not None and report is not None:
        here, there = agenda.head.section, report.head.section
        if here and there and here != there and here.casefold() in papers.sections:
            return "moved", word("moved", language, here=here, there=there), ()
        return "kept", "", ()
    if agenda is not None and papers.both:
        return _gone(agenda, papers, language)
    added = report is not None and papers.both and not RESULTS.search(report.head.title or "")
    return ("added" if added else "kept"), "", ()


def _intended(papers: Papers, agenda: Subject) -> Statements:
    """What the Netherlands means to say: its sentences with a stance, else those that name it."""
    own = [one for one in _sentences(papers, agenda) if NL in one.actors]
    firm = [one for one in own if one.stances[one.actors.index(NL)] != "fact"]
    return _statements(firm or own)


def _said(papers: Papers, report: Subject) -> Statements:
    """The Netherlands' own words, else what is told of it ("onder wie Nederland")."""
    if RESULTS.search(report.head.title or ""):
        return ()
    said = _sentences(papers, report)
    own = [one for one in said if NL in one.actors]
    return _statements(own or [one for one in said if names_nl(one.text)])


def _outcome(papers: Papers, report: Subject) -> Statements:
    """The decisions; else the chair's last conclusion; else what the list of results has on it."""
    told_so = _sentences(papers, report)
    decided = [one for one in told_so if (sorted_as(one) or ("",))[0] == "decision"]
    ending = [one for one in told_so if CHAIR in one.actors and CLOSES.search(one.text)]
    if decided or ending or RESULTS.search(report.head.title or ""):
        return _statements(decided or ending[-1:])
    listed = [a for a in papers.about(report) if a.where == "results" and a.decides]
    return tuple(a.statement for a in listed if a.one.item.section == report.head.section)


def _steps(papers: Papers, report: Subject, shown: Statements) -> Statements:
    """What was announced or promised there, as far as it is not shown already."""
    held = {statement.text for statement in shown}
    told_so = _sentences(papers, report)
    found = _statements(o for o in told_so if (sorted_as(o) or ("decision",))[0] != "decision")
    return tuple(statement for statement in found if statement.text not in held)


def _gone(agenda: Subject, papers: Papers, language: Language) -> tuple[Move, str, Statements]:
    """An item that the report has not: where it went, if the report tells so elsewhere."""
    about = papers.about(agenda)
    dropped = [aside for aside in about if aside.drops][:1]
    if dropped:
        move: Move = "moved" if dropped[0].later else "dropped"
        return move, word("postponed", language), (dropped[0].statement,)
    listed = tuple(aside.statement for aside in about if aside.where != "note")
    return "dropped", word("elsewhere" if listed else "dropped", language), listed


def _silent(pair: Pair, papers: Papers, told_so: tuple[Statements, ...]) -> list[str]:
    """What is not there, as names of words."""
    if pair.report is not None and RESULTS.search(pair.report.head.title or ""):
        return ["results"]
    (intended, said, outcome), lines = told_so, []
    if pair.agenda is None and papers.agendas:
        named = any(mentioned(_title(pair.report), paper) for paper in papers.agendas)
        lines.append("added_elsewhere" if named else "added")
    elif pair.agenda is None:
        lines.append("report_side")
    elif not papers.reports:
        lines.append("agenda_side")
    if pair.agenda is not None and not intended:
        lines.append("no_intent")
    if pair.report is not None and not said:
        lines.append("no_voice")
    if pair.report is not None and not outcome:
        lines.append("no_outcome")
    return lines


def _sentences(papers: Papers, subject: Subject) -> list[Told]:
    """The sentences of an item and its parts."""
    document = papers.by_id(subject)
    return [one for item in subject.items for one in told(document, item)]


def _statements(chosen: Iterable[Told]) -> tuple[Statement, ...]:
    return tuple(quoted(one) for one in chosen)


def _title(subject: Subject | None) -> str:
    head = subject.head if subject else None
    return (head.title or head.path) if head else ""


def _place(subject: Subject | None) -> ItemPlace | None:
    if subject is None:
        return None
    return ItemPlace(subject.document.id, subject.head.path, subject.head.title)
