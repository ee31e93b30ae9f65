"""Summaries of an item, a paper, a meeting, a dossier. This is the story of `rag.summaries`.

Knows: the order of the steps, what is told as outcome and what as expectation. Does not know: what
makes a sentence weighty, which are chosen, how any is rewritten.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from index.search import NO_FILTERS, Filters
from rag.assistant import Assistant
from rag.meeting_papers import MeetingPapers
from rag.nouns import Language
from rag.overviews import Part, Summary
from rag.phrases import days
from rag.summaries import cues
from rag.summaries.noting import closing
from rag.summaries.papers import Matter, family, matters, told_in_report
from rag.summaries.parts import Layout, headed, marked
from rag.summaries.planning import Plan
from rag.summaries.quoting import of_dossier, of_item, of_paper
from rag.summaries.salience import weighed
from rag.summaries.shelf import FOLDER, Shelf
from rag.summaries.words import item_label, paper_label, say
from rag.summaries.writing import Pen
from rag.writer import Stop, never

Progress = Callable[[int, int, str], None]


def silent(done: int, total: int, title: str) -> None:
    """A `progress` for callers that show none."""


def summarise_item(
    assistant: Assistant, document_id: str, path: str, language: Language, stop: Stop = never
) -> Summary:
    """An agenda item in 30 to 120 words by its length, in the order of its text.

    Headings under it that belong to it ("Inzet van het kabinet") are part of it. Raises
    LibraryRefused for an unknown document or item, naming the nearest.
    """
    started = time.perf_counter()
    found = family(assistant.library, document_id, path)
    chosen = of_item(found)
    pen = _pen(assistant, language, stop)
    heading = marked(item_label(found[0].item), found[0], language)
    part = Part(
        heading,
        pen.statements([one.told for one in chosen], heading, [heading] * len(chosen)),
        document_id,
        path,
        "" if chosen else say("nothing", language),
    )
    document = found[0].document
    title = f"{item_label(found[0].item)} ({paper_label(document, language)})"
    planned = all(cues.expectation(one.told) for one in chosen)
    note = closing(pen, [document], planned=bool(chosen) and planned)
    made = pen.made(time.perf_counter() - started)
    dates = document.meeting_dates
    return Summary("item", title, language, dates, (document_id,), (part,), note, made)


def summarise_document(
    assistant: Assistant,
    document_id: str,
    language: Language,
    stop: Stop = never,
    progress: Progress = silent,
) -> Summary:
    """A paper in at most 600 words: outcomes and positions, then a line for each of its items.

    Raises LibraryRefused for an unknown document, naming near ones.
    """
    started = time.perf_counter()
    found = matters(assistant.library, document_id)
    document = assistant.library.document(document_id)
    layout = Layout(_pen(assistant, language, stop), progress, language)
    parts = _parts(layout, found, planned=document.kind == "geannoteerde agenda")
    note = closing(layout.pen, [document], layout=layout, planned=_all_planned(found))
    made = layout.pen.made(time.perf_counter() - started)
    title = paper_label(document, language)
    dates = document.meeting_dates
    return Summary("document", title, language, dates, (document_id,), parts, note, made)


def summarise_meeting(
    assistant: Assistant,
    meeting: MeetingPapers,
    language: Language,
    stop: Stop = never,
    progress: Progress = silent,
) -> Summary:
    """A meeting in at most 600 words, from all its papers: the outcome is the report's alone.

    What only the annotated agenda has stands apart, as expectation; an agenda item that the report
    has points there.
    """
    started = time.perf_counter()
    papers = tuple(entry.id for entry in meeting.entries)
    found = [one for paper in papers for one in matters(assistant.library, paper)]
    layout = Layout(_pen(assistant, language, stop), progress, language)
    if meeting.of("verslag"):
        parts = _parts_of_both(layout, found, meeting.dates)
    else:
        parts = _parts(layout, found, planned=bool(meeting.of("geannoteerde agenda")))
    documents = [assistant.library.document(paper) for paper in papers]
    note = closing(
        layout.pen, documents, layout=layout, planned=_all_planned(found), meeting=meeting
    )
    made = layout.pen.made(time.perf_counter() - started)
    title = meeting.name(language)
    return Summary("meeting", title, language, meeting.dates, papers, parts, note, made)


def summarise_dossier(
    assistant: Assistant,
    topic: str,
    language: Language,
    filters: Filters = NO_FILTERS,
    stop: Stop = never,
) -> Summary:
    """A subject over meetings in at most 600 words: outcomes, positions, a line for each item.

    Without an item on the topic there is no part, and the note names the nearest. Raises
    QuestionRefused as `rag.dossier.dossier` does.
    """
    from rag.dossier import dossier

    started = time.perf_counter()
    held = dossier(assistant, topic, language, filters)
    found = [
        Matter(one.document, one.item, tuple(sentences))
        for one, sentences in zip(
            held.items, weighed([one.sentences for one in held.items]), strict=True
        )
    ]
    layout = Layout(_pen(assistant, language, stop), silent, language, papers=True)
    names = ("decided", "positions")
    parts = _laid_out(layout, found, of_dossier(found), names) if found else ()
    documents = list({one.document.id: one.document for one in found}.values())
    dates = tuple(sorted({day for one in documents for day in one.meeting_dates}))
    note = closing(
        layout.pen, documents, layout=layout, planned=_all_planned(found), near=(topic, held.near)
    )
    made = layout.pen.made(time.perf_counter() - started)
    title = topic.strip()
    if dates:
        first, last = days(dates[:1], language), days(dates[-1:], language)
        title = say("dossier", language, topic=title, first=first, last=last)
    ids = tuple(one.id for one in documents)
    return Summary("dossier", title, language, dates, ids, parts, note, made)


def _pen(assistant: Assistant, language: Language, stop: Stop) -> Pen:
    return Pen(language, assistant.writer, Shelf(assistant.library.folder / FOLDER), stop)


def _all_planned(found: Sequence[Matter]) -> bool:
    """True when all there is was written before the meeting."""
    kinds = {one.document.kind for one in found}
    return kinds == {"geannoteerde agenda"}


def _parts(layout: Layout, found: Sequence[Matter], *, planned: bool) -> tuple[Part, ...]:
    """Outcomes and positions, or what is expected and intended where all is planned; the items."""
    names = ("expected", "intended") if planned else ("decided", "positions")
    return _laid_out(layout, found, of_paper(found, planned=planned), names)


def _laid_out(
    layout: Layout, found: Sequence[Matter], made: Plan, names: tuple[str, str]
) -> tuple[Part, ...]:
    """The head under these two headings, then the items."""
    layout.total = len(found)
    return (*layout.head(made, names, found), *layout.items(found, made.lines, "items"))


def _parts_of_both(
    layout: Layout, found: Sequence[Matter], dates: tuple[str, ...]
) -> tuple[Part, ...]:
    """The report's outcomes, positions and items; then what only the agenda has; then the rest."""
    links = told_in_report(found, dates)
    quoted = [one for one in found if one.key not in links]
    groups = {
        "items": [one for one in quoted if not one.planned and not one.of_letter],
        "agenda only": [one for one in quoted if one.planned],
        "letters": [one for one in quoted if one.of_letter],
    }
    ordered = [one for group in groups.values() for one in group]
    made = of_paper(ordered, planned=False)
    layout.total = len(found)
    parts = list(layout.head(made, ("decided", "positions"), found))
    line = dict(zip((one.key for one in ordered), made.lines, strict=True))
    for name, group in groups.items():
        if group:
            parts += layout.items(group, [line[one.key] for one in group], name)
    again = [one for one in found if one.key in links]
    if again:
        parts.append(headed("in both", layout.language))
        parts += [layout.pointer(one, links[one.key]) for one in again]
    return tuple(parts)
