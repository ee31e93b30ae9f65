"""The command line: `raadpleeg add | remove | documents | outline | search | ask | reindex | ...`.

Knows: options, what goes to stdout and stderr, exit statuses. Does not know: how anything is done;
what is heavy is imported by the command that needs it, so that `--help` is quick.
Exit status: 0 fine, 1 nothing found, 2 bad input with one clear line.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag import glossary_command
from rag.batch import Questions
from rag.briefing.command import brief
from rag.edge import Desk
from rag.options import DemoOption, JsonOption, KindOption, LibraryOption, SinceOption, UntilOption
from rag.outcomes.command import compare_papers, register
from rag.positions.command import positions
from rag.summaries.command import summarise

if TYPE_CHECKING:
    from index.search import Filters

app = typer.Typer(
    help="Cited answers from the papers of the EU Justice and Home Affairs Council.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (summarise, positions, compare_papers, register, brief):
    app.command()(command)
app.add_typer(glossary_command.app, name="glossary", short_help="Check and try your own terms.")

MeetingOption = Annotated[
    str | None, typer.Option(help="Only this meeting: 2024, 2024-06 or 2024-06-13.")
]
ActorOption = Annotated[
    str | None, typer.Option(help="Whose position: NL, Commission, Hongarije, ...")
]
SectionOption = Annotated[str | None, typer.Option(help="Only this section: Justitie, Brief, ...")]
DocumentOption = Annotated[str | None, typer.Option(help="Only this document.")]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        help="What was understood and not meant: actor, meeting, time, kind, development, "
        "comparison, topic, or one value (NL). May be given several times."
    ),
]
AfterOption = Annotated[
    list[str] | None,
    typer.Option(
        help="The question before this one, so that 'en de Commissie?' is understood. Given "
        "several times: the conversation so far, in order."
    ),
]
FileOption = Annotated[
    Path | None, typer.Option("--file", help="Questions, one JSON object a line.")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", help="Where the answers to --file go.")
]
QuestionArgument = Annotated[str | None, typer.Argument(help="The question, in Dutch or English.")]


def _version(wanted: bool) -> None:
    """Say which version this is, and end."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"raadpleeg {version('raadpleeg')}")
        raise typer.Exit


@app.callback()
def raadpleeg(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Cited answers from the papers of the EU Justice and Home Affairs Council."""


@app.command()
def add(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Files or folders: PDF, DOCX, HTML, XML, TXT.", readable=False),
    ],
    library: LibraryOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Put papers into the library; unchanged ones are skipped, changed ones replaced."""
    with Desk(library, demo, as_json) as desk:
        desk.add(paths)


@app.command()
def remove(
    documents: Annotated[
        list[str], typer.Argument(help="Documents, as `raadpleeg documents` names them.")
    ],
    library: LibraryOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Take papers out of the library."""
    with Desk(library, demo, as_json) as desk:
        desk.remove(documents)


@app.command()
def documents(
    library: LibraryOption = None, demo: DemoOption = False, as_json: JsonOption = False
) -> None:
    """List the papers in the library."""
    with Desk(library, demo, as_json) as desk:
        desk.documents()


@app.command()
def outline(
    file: Annotated[
        Path, typer.Argument(help="A paper; it need not be in a library.", readable=False)
    ],
    library: LibraryOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show the agenda items of a file, as Raadpleeg reads them.

    With a library: also the items of its papers that go with them.
    """
    with Desk(library, demo, as_json) as desk:
        desk.outline(file, with_links=demo or library is not None)


@app.command()
def reindex(
    library: LibraryOption = None, demo: DemoOption = False, as_json: JsonOption = False
) -> None:
    """Make all vectors and the search index anew, with the embedder that is set."""
    with Desk(library, demo, as_json) as desk:
        desk.reindex()


@app.command()
def search(  # noqa: PLR0913 - an argument is an option
    question: QuestionArgument = None,
    top: Annotated[int | None, typer.Option(min=1, max=200, help="How many passages.")] = None,
    meeting: MeetingOption = None,
    kind: KindOption = None,
    actor: ActorOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    section: SectionOption = None,
    document: DocumentOption = None,
    ignore: IgnoreOption = None,
    file: FileOption = None,
    output: OutputOption = None,
    library: LibraryOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Find the passages that fit a question best."""
    with Desk(library, demo, as_json) as desk:
        filters = _filters(meeting, kind, since, until, document, section, actor)
        desk.search(Questions(question, file, output), top, filters, ignore or ())


@app.command()
def ask(  # noqa: PLR0913 - an argument is an option
    question: QuestionArgument = None,
    meeting: MeetingOption = None,
    kind: KindOption = None,
    actor: ActorOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    section: SectionOption = None,
    document: DocumentOption = None,
    ignore: IgnoreOption = None,
    after: AfterOption = None,
    file: FileOption = None,
    output: OutputOption = None,
    library: LibraryOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Answer a question; every statement cites document, meeting, item and page."""
    with Desk(library, demo, as_json) as desk:
        filters = _filters(meeting, kind, since, until, document, section, actor)
        desk.ask(Questions(question, file, output), filters, ignore or (), after or ())


def _filters(*given: str | None) -> Filters:
    """The filters given, in the order of Filters; raises QuestionRefused for what is none."""
    from index.search import Filters

    filters = Filters(*given)
    filters.check()
    return filters
