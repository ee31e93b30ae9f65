"""`raadpleeg summarise DOCUMENT|MEETING [--item PATH] | --topic "…"`.

Knows: options, which of them go together, what is printed. Does not know: how a summary is made.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.edge import NOTHING, Desk
from rag.options import DemoOption, JsonOption, LanguageOption, LibraryOption, language_given

if TYPE_CHECKING:
    from rag.assistant import Assistant
    from rag.nouns import Language
    from rag.overviews import Summary
    from rag.summaries.summarise import Progress

PAPERS = (".pdf", ".docx", ".html", ".htm", ".xml", ".txt")
TargetArgument = Annotated[
    str | None,
    typer.Argument(
        help="A document, as `raadpleeg documents` names it, or a meeting: 2024-06, 'juni 2024', "
        "'de informele Raad in Praag'."
    ),
]
TopicOption = Annotated[
    str | None, typer.Option("--topic", help="A subject over all meetings: 'CSAM regulation'.")
]
ItemOption = Annotated[
    str | None, typer.Option("--item", help="Only this agenda item of the document: Justitie/5.")
]
SinceOption = Annotated[
    str | None, typer.Option(help="With --topic: only from this year, month or day on.")
]
UntilOption = Annotated[
    str | None, typer.Option(help="With --topic: only up to this year, month or day.")
]


def summarise(  # noqa: PLR0913 - an argument is an option
    target: TargetArgument = None,
    topic: TopicOption = None,
    item: ItemOption = None,
    language: LanguageOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    library: LibraryOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Summarise a paper, one of its agenda items, a meeting, or a subject over meetings.

    Every sentence cites its place. Exit status 1 when the library holds nothing on the topic.
    """
    with Desk(library, demo, as_json) as desk:
        from rag.summaries.as_json import summary_json, summary_lines

        spoken = language_given(language)
        _check(target, topic, item, since or until)
        if topic is not None:
            made = _of_topic(desk.filled(), topic, spoken, since, until)
        else:
            made = _of_target(desk.filled(), target or "", item, spoken or "nl")
        found = summary_json(made)
        desk.show(found, lambda: summary_lines(found))
        if not made.parts:
            raise SystemExit(NOTHING)


def _check(target: str | None, topic: str | None, item: str | None, period: str | None) -> None:
    """Raises QuestionRefused when the options do not go together."""
    from index.errors import QuestionRefused

    if (topic is None) == (target is None):
        raise QuestionRefused("name a document or a meeting, or give --topic, and not both")
    if item is not None and target is None:
        raise QuestionRefused("--item goes with a document; name the document before it")
    if period is not None and topic is None:
        raise QuestionRefused("--since and --until go with --topic; leave them out")


def _of_topic(
    assistant: Assistant,
    topic: str,
    language: Language | None,
    since: str | None,
    until: str | None,
) -> Summary:
    """The summary of a subject, in the language of its words unless another is asked for."""
    from index.search import Filters
    from rag.asked_language import language_of
    from rag.summaries.summarise import summarise_dossier

    filters = Filters(since=since, until=until)
    filters.check()
    return summarise_dossier(assistant, topic, language or language_of(topic)[0], filters)


def _of_target(assistant: Assistant, target: str, item: str | None, language: Language) -> Summary:
    """The summary of what is named: a document wins where the name is one."""
    from index.errors import QuestionRefused
    from rag.meeting_papers import meeting_named
    from rag.summaries.summarise import summarise_document, summarise_item, summarise_meeting

    named = any(entry.id == target for entry in assistant.library.documents())
    if item is not None:
        if not named and Path(target).suffix.lower() not in PAPERS:
            raise QuestionRefused(f"--item is of one paper, and {target!r} is none; name the paper")
        return summarise_item(assistant, target, item, language)
    progress = _progress(assistant)
    if named or Path(target).suffix.lower() in PAPERS:  # a misspelt paper is refused as a paper
        return summarise_document(assistant, target, language, progress=progress)
    meeting = meeting_named(assistant.library, target, language, assistant.today())
    return summarise_meeting(assistant, meeting, language, progress=progress)


def _progress(assistant: Assistant) -> Progress:
    """A bar while a model writes; without one there is nothing to wait for."""
    from rag.summaries.summarise import silent
    from rag.terminal import progress

    return silent if assistant.writer is None else progress
