"""`raadpleeg brief TOPIC`: a briefing as a Word or Markdown file.

Knows: options, exit statuses. Does not know: how a briefing is put together or written.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rag.edge import NOTHING, Desk

OUTPUT = Path("briefing.docx")

TopicArgument = Annotated[str, typer.Argument(help="The subject, in Dutch or English.")]
SinceOption = Annotated[str | None, typer.Option(help="Only from this year, month or day on.")]
UntilOption = Annotated[str | None, typer.Option(help="Only up to this year, month or day.")]
OutputOption = Annotated[
    Path, typer.Option("--output", "-o", help="The file to write: .docx or .md.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
LanguageOption = Annotated[
    str | None, typer.Option(help="nl or en; left out: the language of the topic.")
]
LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", help="Folder of the library.", show_default=".raadpleeg/library"),
]
DemoOption = Annotated[bool, typer.Option("--demo", help="Use the library of specimen papers.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


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
        from index.errors import QuestionRefused
        from index.search import Filters
        from rag.briefing.as_json import brief_json, brief_lines
        from rag.briefing.brief import brief as made_on
        from rag.briefing.saving import check_output, write
        from rag.nouns import LANGUAGES

        filters = Filters(since=since, until=until)
        filters.check()
        wanted = next((one for one in LANGUAGES if one == language), None)
        if language is not None and wanted is None:
            raise QuestionRefused(
                f"--language: {language!r} is neither nl nor en; give one of them"
            )
        if since and until and until < since[: len(until)]:
            raise QuestionRefused(f"--since {since} is after --until {until}; swap them")
        check_output(output, force=force)
        made = made_on(desk.assistant(), topic, wanted, filters)
        if made.parts:
            write(made, output, force=force)
        found = brief_json(made, output if made.parts else None)
        desk.show(found, lambda: brief_lines(found))
        if not made.parts:
            raise SystemExit(NOTHING)
