"""`raadpleeg register` and `raadpleeg compare-papers`.

Knows: options, exit statuses. Does not know: how a register or a comparison is made.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from index.counted import filled
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

MeetingArgument = Annotated[
    str, typer.Argument(help="A meeting: 2024-06, 2024-06-13, 'juni 2024', or one of its papers.")
]
AnyMeetingArgument = Annotated[
    str | None,
    typer.Argument(
        help="A meeting: 2024-06, 2024-06-13, 'juni 2024', or one of its papers; left out: all."
    ),
]
TopicOption = Annotated[str | None, typer.Option(help="Only on this subject or file.")]
ActorOption = Annotated[
    str | None, typer.Option(help="Only what this one decided, announced or promised: NL, ...")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="Also write the register to this file: .csv.")
]


def register(  # noqa: PLR0913 - an argument is an option
    meeting: AnyMeetingArgument = None,
    topic: TopicOption = None,
    actor: ActorOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    language: LanguageOption = None,
    library: LibraryOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """List what was decided, what comes next and what was promised; each line is cited.

    Exit status 1 when nothing of the kind is found (a file that is asked for is then written with
    its names of columns only), 2 when the library knows no such meeting.
    """
    with Desk(library, demo, as_json) as desk:
        from rag.meeting_papers import meeting_named
        from rag.outcomes.as_json import register_json, register_lines
        from rag.outcomes.csv_export import check_csv, write_csv
        from rag.outcomes.register import register as register_of
        from rag.terminal import complain

        tongue = language_given(language) or "nl"
        if output is not None:
            check_csv(output, force=force)  # before the work, not after it
        assistant = desk.filled()
        chosen = None
        if meeting is not None:
            chosen = meeting_named(assistant.library, meeting, tongue, assistant.today())
        made = register_of(
            assistant, chosen, tongue, topic=topic, actor=actor, since=since, until=until
        )
        if output is not None:
            write_csv(made, output, force=force)
            told = "{path}: {count} [line|lines] written"
            complain(filled(told, path=output, count=len(made.records)))
        found = register_json(made)
        desk.show(found, lambda: register_lines(found))
        if not made.records:
            raise SystemExit(NOTHING)


def compare_papers(
    meeting: MeetingArgument,
    language: LanguageOption = None,
    library: LibraryOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Set a meeting's annotated agenda against its report, item by item.

    Exit status 1 when the meeting has neither agenda nor report, 2 when the library knows no such
    meeting.
    """
    with Desk(library, demo, as_json) as desk:
        from rag.meeting_papers import meeting_named
        from rag.outcomes.as_json import comparison_json, comparison_lines
        from rag.outcomes.compare import compare_papers as compared

        tongue = language_given(language) or "nl"
        assistant = desk.filled()
        chosen = meeting_named(assistant.library, meeting, tongue, assistant.today())
        made = compared(assistant, chosen, tongue)
        found = comparison_json(made)
        desk.show(found, lambda: comparison_lines(found))
        if not made.items:
            raise SystemExit(NOTHING)
