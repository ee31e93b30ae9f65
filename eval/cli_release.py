"""The commands over releases and this machine: ls, validate, seal, doctor.

Knows: what they print, and with which exit status. Does not know: rules, figures.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from eval.contents import contents_table, counts_table, told_counts
from eval.manifest import differences, read_manifest
from eval.release import find_release, own_releases
from eval.release_faults import all_faults
from eval.release_files import read_files
from eval.summary_faults import summary_faults
from index.errors import RaadpleegError

Names = Annotated[list[str] | None, typer.Argument(help="Release folders or names.")]
Name = Annotated[str, typer.Argument(help="A release folder, or its name.")]


def ls(releases: Names = None) -> None:
    """List the releases of the house, and those named, with their counts."""
    table = Table(title="releases", title_justify="left")
    heads = ("release", "version", "papers", "questions", "near misses", "reworded", "splits")
    for head in heads:
        table.add_column(head)
    for name in dict.fromkeys([*own_releases(), *(releases or [])]):
        with find_release(name) as folder:
            manifest = read_manifest(folder)
            table.add_row(name, manifest.version if manifest else "–", *told_counts(folder))
    Console().print(table)


def validate(release: Name) -> None:
    """Hold a release against every rule; each fault is a line, file:line: reason."""
    with find_release(release) as folder:
        files = read_files(folder)
        faults = [str(fault) for fault in (*all_faults(files), *summary_faults(files))]
        faults += [f"{folder}: {line}" for line in differences(folder)]
        if not faults:
            console = Console()
            console.print(counts_table(files))
            console.print(contents_table(files))
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    if faults:
        raise RaadpleegError(f"{release}: {len(faults)} fault{'s' * (len(faults) > 1)} to mend")
    sys.stdout.write(f"{release}: clean\n")


def seal(passing: Annotated[Path, typer.Argument(help="A folder to make the release in.")]) -> None:
    """Make the variants and the manifest of the release `specimen` anew: a new version of it."""
    from eval.specimen import seal as sealed

    sys.stdout.write(f"{sealed(passing)}\n")


def doctor() -> None:
    """Tell what this machine measures with: versions, settings, library, time, memory."""
    from eval.doctor import findings

    table = Table(show_header=False, box=None, pad_edge=False)
    for name, told in findings():
        table.add_row(name, told)
    Console().print(table)
