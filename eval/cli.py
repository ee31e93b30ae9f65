"""`python -m eval`: measure the reading, the search and the answers on a release.

Knows: the commands, their options, and what goes to stdout. Does not know: what is measured.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import track

from eval.gold import LANGS, Release
from eval.handed_in import STRUCTURE
from eval.release import find_release, load_release
from eval.run import STEPS
from eval.score import score_folder
from eval.scorecard import Scorecard
from eval.search_runs import PRODUCT, SYSTEMS, find_collection, plan, search_papers, search_texts
from eval.tables import as_json, as_markdown, as_tables, note
from eval.variants import SEED, VARIANTS
from index.errors import RaadpleegError

app = typer.Typer(
    help="Measure reading, search and answers on a release of papers with questions.",
    no_args_is_help=True,
    add_completion=False,
)
Step = TypeVar("Step")

ReleaseName = Annotated[str, typer.Option("--release", help="A release folder, or its name.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Only the first N questions.")]
Langs = Annotated[str, typer.Option(help="Languages of the questions.")]
Systems = Annotated[str, typer.Option(help=f"Who searches, side by side; of {','.join(SYSTEMS)}.")]
Variants = Annotated[
    str, typer.Option(help=f"Ask otherwise as well and compare; of {','.join(VARIANTS)}.")
]
Seed = Annotated[int, typer.Option(help="Draws the mistakes of the variants.")]
Output = Annotated[Path | None, typer.Option(help="Folder for the files of this run.")]
Handed = Annotated[Path, typer.Option("--output", help="Folder with the files of a run.")]
LibraryFolder = Annotated[
    Path | None, typer.Option("--library", help="A library that holds the papers already.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")]


@app.command()
def structure(release: ReleaseName, output: Output = None, as_object: AsJson = False) -> None:
    """Read the papers and score their agenda items; lists every difference."""
    with _chosen(release, None, "nl,en") as (whole, part):
        _show(_run(whole, part, [STRUCTURE], output, None), as_object, remarks=True)


@app.command()
def retrieve(  # noqa: PLR0913 - an argument is an option
    release: ReleaseName,
    systems: Systems = PRODUCT,
    variants: Variants = "",
    seed: Seed = SEED,
    limit: Limit = None,
    langs: Langs = "nl,en",
    output: Output = None,
    library: LibraryFolder = None,
    as_object: AsJson = False,
) -> None:
    """Search for every question and score what is found.

    The release may be one for retrieval alone: a BEIR folder, or the law questions.
    """
    chosen, spoken = plan(systems, variants, seed), _wanted(langs)
    with find_release(release) as folder, _places(output, library) as places:
        texts = find_collection(folder)
        if texts is not None:
            card = search_texts(texts.part(limit, spoken), chosen, places, _progress)
        else:
            whole = load_release(folder)
            papers = whole, whole.part(limit, spoken)
            card = search_papers(papers, chosen, places, _progress)
    _show(card, as_object)


@app.command()
def run(
    release: ReleaseName,
    limit: Limit = None,
    langs: Langs = "nl,en",
    output: Output = None,
    library: LibraryFolder = None,
    as_object: AsJson = False,
) -> None:
    """Read the papers, search and ask for every question, and score it all."""
    with _chosen(release, limit, langs) as (whole, part):
        _show(_run(whole, part, list(STEPS), output, library), as_object)


@app.command()
def score(
    release: ReleaseName,
    output: Handed,
    limit: Limit = None,
    langs: Langs = "nl,en",
    as_object: AsJson = False,
) -> None:
    """Score the files of a run, made by this or by any other system."""
    with _chosen(release, limit, langs) as (whole, part):
        _show(score_folder(whole, part, output), as_object)


@app.command()
def report(
    release: ReleaseName, output: Handed, limit: Limit = None, langs: Langs = "nl,en"
) -> None:
    """Score the files of a run and write report.md beside them, with every failure."""
    with _chosen(release, limit, langs) as (whole, part):
        card = score_folder(whole, part, output)
    file = output / "report.md"
    file.write_text(as_markdown(card), encoding="utf-8")
    sys.stdout.write(f"{file}\n")


def main() -> None:
    """Runs the command line; what the reader can mend is one line on stderr and exit 2."""
    try:
        app()
    except RaadpleegError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)


@contextmanager
def _chosen(name: str, limit: int | None, langs: str) -> Iterator[tuple[Release, Release]]:
    """The whole release and the part of it that was asked for, while its papers are at hand."""
    spoken = _wanted(langs)
    with find_release(name) as folder:
        whole = load_release(folder)
        yield whole, whole.part(limit, spoken)


def _wanted(langs: str) -> tuple[str, ...]:
    """The languages named; RaadpleegError when there is none or one that is not among LANGS."""
    chosen = tuple(lang.strip() for lang in langs.split(",") if lang.strip())
    if not chosen or not set(chosen) <= set(LANGS):
        raise RaadpleegError(f"--langs {langs}: choose from {','.join(LANGS)}")
    return chosen


@contextmanager
def _places(output: Path | None, library: Path | None) -> Iterator[tuple[Path, Path]]:
    """The run's folder and the library's; passing ones where none is named."""
    with tempfile.TemporaryDirectory() as passing:
        folder = output or Path(passing) / "run"
        folder.mkdir(parents=True, exist_ok=True)
        yield folder, library or Path(passing) / "library"


def _run(
    whole: Release,
    part: Release,
    files: Sequence[str],
    output: Path | None,
    library: Path | None,
) -> Scorecard:
    """Lets the product write `files` into `output` (else a passing folder), and scores them."""
    from eval.product import open_product  # the product is heavy; `score` does without it

    with _places(output, library) as (folder, shelf):
        with open_product(whole, shelf) as system:
            for file in files:
                STEPS[file](system, part, folder, _progress)
        return score_folder(whole, part, folder, files)


def _progress(steps: Sequence[Step], label: str) -> Iterable[Step]:
    return track(steps, label, console=Console(stderr=True), transient=True)


def _show(card: Scorecard, as_object: bool, remarks: bool = False) -> None:
    """The scorecard on stdout."""
    if as_object:
        sys.stdout.write(json.dumps(as_json(card), ensure_ascii=False) + "\n")
        return
    console = Console()
    for table in as_tables(card):
        console.print(table)
    for line in (line for section in card.sections for line in section.remarks if remarks):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    console.print(note(card), markup=False, highlight=False, soft_wrap=True)
