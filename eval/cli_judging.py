"""`python -m eval compare | gate | report`: runs against each other, and one run to look at.

Knows: the commands, what goes to stdout, with which exit status. Does not know: what is measured.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from eval.cli_options import AsJson, Langs, Limit, ReleaseName, SplitName, chosen
from eval.compare import DROP, Checked, Comparison
from eval.compare import compare as compared
from eval.compare import gate as checked
from eval.compare_tables import comparison_json, comparison_table, gate_table, note

New = Annotated[Path, typer.Argument(help="Folder of run A, the new one.")]
Old = Annotated[Path, typer.Argument(help="Folder of run B, the one it is held against.")]
Drop = Annotated[float, typer.Option(min=0.0, help="A headline may lose this much, unproved.")]
Told = Annotated[Path, typer.Argument(help="Folder of the run; other systems lie within it.")]
Baseline = Annotated[Path | None, typer.Option(help="Folder of the run to hold it against.")]
Html = Annotated[
    Path | None, typer.Option("--output", "-o", help="The file to write; else FOLDER/report.html.")
]


def compare(  # noqa: PLR0913 - an argument is an option
    a: New,
    b: Old,
    release: ReleaseName,
    limit: Limit = None,
    langs: Langs = "nl,en",
    split: SplitName = None,
    as_object: AsJson = False,
) -> None:
    """Hold run A against run B, question by question: won, tied, lost, interval, chance."""
    with chosen(release, limit, langs, split) as papers:
        _show(compared(*papers, a, b), (), as_object)


def gate(  # noqa: PLR0913 - an argument is an option
    a: New,
    b: Old,
    release: ReleaseName,
    drop: Drop = DROP,
    limit: Limit = None,
    langs: Langs = "nl,en",
    split: SplitName = None,
    as_object: AsJson = False,
) -> None:
    """Say whether run A may take the place of run B; exit 1 when it may not."""
    with chosen(release, limit, langs, split) as papers:
        comparison = compared(*papers, a, b)
    checks = checked(comparison, drop)
    _show(comparison, checks, as_object)
    if any(check.passing == "fails" for check in checks):
        raise typer.Exit(1)


def report(  # noqa: PLR0913 - an argument is an option
    folder: Told,
    release: ReleaseName,
    baseline: Baseline = None,
    output: Html = None,
    limit: Limit = None,
    langs: Langs = "nl,en",
    split: SplitName = None,
) -> None:
    """Write a run as one HTML file to look at, with summary.md beside it, and print that."""
    from eval.report.write import write_report

    file = output or folder / "report.html"
    with chosen(release, limit, langs, split) as papers:
        summed = write_report(*papers, folder, baseline, file)
    sys.stdout.write(f"{summed}\n{file}\n")


def _show(comparison: Comparison, checks: tuple[Checked, ...], as_object: bool) -> None:
    """The comparison, and what the gate says of it, on stdout."""
    if as_object:
        told = comparison_json(comparison, checks)
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return
    console = Console()
    console.print(comparison_table(comparison))
    if checks:
        console.print(gate_table(checks))
    for line in (*comparison.remarks, note(comparison)):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
