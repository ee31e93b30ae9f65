"""`raadpleeg brief TOPIC`: a briefing as a Word or Markdown file.

Knows: options, exit statuses. Does not know: how a briefing is put together or written.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rag.edge import NOTHING, Desk
from rag.options import (
    DemoOption,
    ForceOption,
    JsonOption,
    LanguageOption,
    LibraryOption,
    SinceOption,
    UntilOption,
    language_given,
)

OUTPUT = Path("briefing.docx")

TopicArgument = Annotated[str, typer.Argument(help="The subject, in Dutch or English.")]
OutputOption = Annotated[
    Path, typer.Option("--output", "-o", help="The file to write: .docx or .md.")
]


def brief(  # noqa: PLR0913 - an argument is an option
    topic: TopicArgument,
    since: SinceOption = None,
    until: UntilOption = None,
    output: OutputOption = OUTPUT,
    force: ForceOption = False,
    language: LanguageOption = None,
    library: LibraryOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Write a briefing on a subject to take along; every statement has a footnote.

    Quotes stay in the papers' Dutch. Exit status 1 when the papers hold nothing on the subject;
    then no file is written.
    """
    with Desk(library, demo, as_json) as desk:
        from index.search import Filters
        from rag.briefing.as_json import brief_json, brief_lines
        from rag.briefing.brief import brief as made_on
        from rag.briefing.saving import check_output, write

        filters = Filters(since=since, until=until)
        filters.check()
        wanted = language_given(language)
        check_output(output, force=force)
        made = made_on(desk.filled(), topic, wanted, filters)
        if made.parts:
            write(made, output, force=force)
        found = brief_json(made, output if made.parts else None)
        desk.show(found, lambda: brief_lines(found))
        if not made.parts:
            raise SystemExit(NOTHING)
