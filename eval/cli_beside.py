"""`python -m eval beside`: the headline figures of all systems of a run, as one table for a page.

Knows: the command, where a run keeps its systems, Markdown. Does not know: how figures are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from eval.cli_options import Langs, ReleaseName, SplitName, chosen
from eval.gold import Release
from eval.handed_in import ANSWERS
from eval.headlines import HEADLINES, headline_figures
from eval.intervals import Figure
from eval.judged import judge
from index.errors import RaadpleegError

OWN = "Raadpleeg"  # its files lie in the run's folder itself

Run = Annotated[Path, typer.Argument(help="Folder of the run; other systems lie within it.")]


def beside(run: Run, release: ReleaseName, split: SplitName = None, langs: Langs = "nl,en") -> None:
    """Print the headline figures of every system of a run, with intervals, as Markdown."""
    with chosen(release, None, langs, split) as papers:
        for line in table(*papers, run):
            typer.echo(line)


def table(whole: Release, part: Release, run: Path) -> Iterator[str]:
    """The lines of the table, the product first; RaadpleegError for a folder without answers."""
    folders = {OWN: run, **{f.name: f for f in sorted(run.iterdir()) if f.is_dir()}}
    there = {name: folder for name, folder in folders.items() if (folder / ANSWERS).is_file()}
    if not there:
        raise RaadpleegError(f"{run}: holds no {ANSWERS}; run `python -m eval run` into it first")
    yield "| system | " + " | ".join(headline.name for headline in HEADLINES) + " |"
    yield "| --- |" + " ---: |" * len(HEADLINES)
    for name, folder in there.items():
        figures = headline_figures(judge(whole, part, folder).judged)
        yield f"| {name} | " + " | ".join(map(_cell, figures)) + " |"


def _cell(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    if figure.low is None or figure.high is None:
        return f"{figure.value:.2f}"
    return f"{figure.value:.2f} ({figure.low:.2f} to {figure.high:.2f})"
