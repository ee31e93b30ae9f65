"""`raadpleeg positions`: one actor's position on a topic over time, or two side by side.

Knows: options, exit statuses. Does not know: how positions are found or shown.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rag.edge import NOTHING, Desk

ActorsOption = Annotated[
    list[str], typer.Option("--actor", help="Whose: NL, Commission, Hongarije, ...; twice for two.")
]
TopicOption = Annotated[
    str, typer.Option("--topic", help="A file or subject, in Dutch or English.")
]
LanguageOption = Annotated[
    str | None, typer.Option("--language", help="nl or en; else that of the topic.")
]
SinceOption = Annotated[str | None, typer.Option(help="Only from this year, month or day on.")]
UntilOption = Annotated[str | None, typer.Option(help="Only up to this year, month or day.")]
KindOption = Annotated[
    str | None, typer.Option(help="verslag, 'geannoteerde agenda', brief or overig.")
]
LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", help="Folder of the library.", show_default=".raadpleeg/library"),
]
DemoOption = Annotated[bool, typer.Option("--demo", help="Use the library of specimen papers.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def positions(  # noqa: PLR0913 - an argument is an option
    actor: ActorsOption,
    topic: TopicOption,
    language: LanguageOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    kind: KindOption = None,
    library: LibraryOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Follow the position of one or two actors on a topic from meeting to meeting."""
    with Desk(library, demo, as_json) as desk:
        from index.errors import QuestionRefused
        from index.search import Filters
        from rag.nouns import LANGUAGES
        from rag.positions.as_json import positions_json, positions_lines
        from rag.positions.follow import positions as follow

        spoken = next((each for each in LANGUAGES if each == language), None)
        if language is not None and spoken is None:
            raise QuestionRefused(f"language: {language!r} is none of nl, en")
        filters = Filters(kind=kind, since=since, until=until)
        found = follow(desk.assistant(), actor, topic, spoken, filters)
        desk.show(positions_json(found), lambda: positions_lines(found))
        if not any(side.steps for side in found.sides):
            raise SystemExit(NOTHING)
