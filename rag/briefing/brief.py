"""A briefing on a topic, put together from the papers: the story of this folder.

Knows: the order of its parts, and what the reader must be told of how it was made. Does not know:
what goes into a part, or how a briefing is written to a file.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from index.search import NO_FILTERS, Filters
from rag import extractive
from rag.assistant import Assistant
from rag.briefing.core import core_of, naming
from rag.briefing.ledger import Ledger
from rag.briefing.material import Material, source, weights_of
from rag.briefing.open_points import open_points
from rag.briefing.others import others
from rag.briefing.seen import short
from rag.briefing.stance import stance
from rag.briefing.state import state
from rag.briefing.words import word
from rag.dossier import Dossier, dossier
from rag.dossier_subject import Subject
from rag.meeting_papers import meetings
from rag.nouns import Language
from rag.outcomes.nouns import Record
from rag.outcomes.register import register
from rag.outcomes.words import day_name
from rag.overviews import Brief, Making, Part, Side
from rag.phrases import days
from rag.positions.follow import positions
from rag.summaries.writing import Pen
from rag.writer import never

DUTCH_SIDE = "NL"
ORDER = ("state", "stance", "others", "open")


def brief(
    assistant: Assistant,
    topic: str,
    language: Language | None = None,
    filters: Filters = NO_FILTERS,
    stop: Callable[[], bool] = never,
) -> Brief:
    """A briefing of one to three pages; language: the topic's own where None.

    A topic of which the papers hold nothing gives a briefing without parts, whose note names what
    comes near. When `stop()` becomes true the parts made so far are given, and the note says so.
    Raises QuestionRefused for an empty or too long topic, or a filter that is none.
    """
    started = time.perf_counter()
    with assistant.library.searching():
        found = dossier(assistant, topic, language, filters)
        if not found.items:
            return _nothing(assistant, found, filters, started)
        records = () if stop() else _records(assistant, found, filters)
        side = positions(assistant, [DUTCH_SIDE], topic, found.language, filters).sides[0]
        material = _material(assistant, found, records, side)
        ledger = Ledger()
        pen = Pen(found.language, assistant.writer, stop=stop)
        makers: dict[str, Callable[[], Part]] = {
            "state": lambda: state(material, ledger, pen),
            # before the parts that follow it there: these would leave no date for it
            "open": lambda: open_points(material, ledger),
            "stance": lambda: stance(material, side, ledger),
            "others": lambda: others(material, ledger),
        }
        made_of = {name: make() for name, make in makers.items() if not stop()}
    parts = tuple(made_of[name] for name in ORDER if name in made_of)
    cited = {c.document for part in parts for s in part.statements for c in s.citations}
    told = material.documents.items()
    sources = tuple(source(one, found.language) for name, one in told if name in cited)
    name = assistant.writer.name if assistant.writer and pen.written else extractive.NAME
    seconds = time.perf_counter() - started
    made = Making(name, pen.dropped, pen.repaired, seconds, ai_generated=pen.written > 0)
    note = _note(assistant, found.language, made, pen)
    if len(parts) < len(makers):
        note = f"{note} {word('stopped_early', found.language)}"
    title = word("title", found.language, topic=short(found.topic))
    return Brief(found.topic, found.language, title, parts, sources, note, made)


def _material(
    assistant: Assistant, found: Dossier, records: tuple[Record, ...], side: Side
) -> Material:
    """All that the briefing is put together from."""
    subject = Subject(assistant.library, found.topic)
    return Material(
        found,
        records,
        found.language,
        weights_of(found),
        frozenset((step.document, step.statement.citations[0].start) for step in side.steps),
        core_of(subject, found.items),
        naming(subject, found.items),
        tuple(meetings(assistant.library)),
        assistant.today(),
    )


def _records(assistant: Assistant, found: Dossier, filters: Filters) -> tuple[Record, ...]:
    """The register's lines on the topic, of papers of the dossier, by date."""
    held = {item.document.id for item in found.items}
    outcomes = register(
        assistant, None, found.language, topic=found.topic, since=filters.since, until=filters.until
    )
    return tuple(record for record in outcomes.records if record.document in held)


def _nothing(assistant: Assistant, found: Dossier, filters: Filters, started: float) -> Brief:
    """A briefing on what the papers do not know, or not within the filters."""
    language = found.language
    held = () if filters == NO_FILTERS else dossier(assistant, found.topic, language).items
    if held:
        told = [_outside(source(held[-1].document, language).name, filters, language)]
    else:
        told = [word("nothing", language)]
        if found.near:
            told.append(word("near", language, near="; ".join(found.near)))
    made = Making(extractive.NAME, seconds=time.perf_counter() - started)
    title = word("title", language, topic=short(found.topic))
    return Brief(found.topic, language, title, (), (), " ".join(told), made)


def _outside(name: str, filters: Filters, language: Language) -> str:
    """That the papers hold the topic, but not where it was asked for; `name`: the latest on it."""
    if filters.since is None or filters != Filters(since=filters.since):
        return word("nothing_there", language, name=name)
    try:
        since = day_name(filters.since, language)
    except ValueError:  # the form of a day, but none of the calendar
        since = filters.since
    return word("nothing_since", language, since=since, name=name)


def _note(assistant: Assistant, language: Language, made: Making, pen: Pen) -> str:
    """How it was made and when, and that specimens are no real papers."""
    told = [word("specimen", language)] if assistant.specimen else []
    if made.ai_generated:
        told.append(word("written", language, writer=made.writer))
        if made.dropped or made.repaired:
            told.append(word("checked", language, count=made.dropped + made.repaired))
    else:
        told.append(word("extracts", language))
    if pen.reasons["failed"]:
        told.append(word("failed", language, why=pen.because))
    elif pen.reasons:
        told.append(word("not_written", language, count=pen.reasons.total()))
    told.append(word("made_on", language, day=days((assistant.today().isoformat(),), language)))
    return " ".join(told)
