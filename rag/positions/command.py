"""`raadpleeg positions`: one actor's position on a topic over time, or two side by side.

Knows: options, exit statuses. Does not know: how positions are found or shown.
"""

from __future__ import annotations

from typing import Annotated

import typer

from rag.edge import NOTHING, Desk
from rag.options import (
    DemoOption,
    JsonOption,
    KindOption,
    LanguageOption,
    LibraryOption,
    SinceOption,
    UntilOption,
    language_given,
)

ActorsOption = Annotated[
    list[str], typer.Option("--actor", help="Whose: NL, Commission, Hongarije, ...; twice for two.")
]
TopicOption = Annotated[
    str, typer.Option("--topic", help="A file or subject, in Dutch or English.")
]


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
        from index.search import Filters
        from rag.positions.as_json import positions_json, positions_lines
        from rag.positions.follow import positions as follow

        wanted = language_given(language)
        filters = Filters(kind=kind, since=since, until=until)
        filters.check()
        found = follow(desk.filled(), actor, topic, wanted, filters)
        desk.show(positions_json(found), lambda: positions_lines(found))
        if not any(side.steps for side in found.sides):
            raise SystemExit(NOTHING)
