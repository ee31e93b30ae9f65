"""The options that several commands of `python -m eval` share, and what they open.

Knows: names and help of options; the release, part and folders that they choose. Does not know:
commands, what is measured.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import track

from eval.gold import LANGS, Release, Split
from eval.release import find_release, load_release
from eval.search_runs import ANSWERERS, SYSTEMS
from eval.variants import VARIANTS
from index.errors import RaadpleegError

Step = TypeVar("Step")

ReleaseName = Annotated[str, typer.Option("--release", help="A release folder, or its name.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Only the first N questions.")]
Langs = Annotated[str, typer.Option(help="Languages of the questions.")]
SplitName = Annotated[
    Split | None, typer.Option("--split", help="Only the questions of this split.")
]
Systems = Annotated[str, typer.Option(help=f"Who searches, side by side; of {','.join(SYSTEMS)}.")]
Answerers = Annotated[
    str, typer.Option("--systems", help=f"Who answers, side by side; of {','.join(ANSWERERS)}.")
]
Variants = Annotated[
    str, typer.Option(help=f"Ask otherwise as well and compare; of {','.join(VARIANTS)}.")
]
Seed = Annotated[int, typer.Option(help="Draws the mistakes of the variants.")]
Output = Annotated[Path | None, typer.Option(help="Folder for the files of this run.")]
Handed = Annotated[Path, typer.Option("--output", help="Folder with the files of a run.")]
LibraryFolder = Annotated[
    Path | None, typer.Option("--library", help="A library that holds the papers already.")
]
AsMarkdown = Annotated[
    bool, typer.Option("--markdown", help="A page with every figure and every failure.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")]


@contextmanager
def chosen(
    name: str, limit: int | None, langs: str, split: Split | None = None
) -> Iterator[tuple[Release, Release]]:
    """The whole release and the part of it that was asked for, while its papers are at hand.

    Raises RaadpleegError for a release that is broken or has no such split.
    """
    spoken = wanted(langs)
    with find_release(name) as folder:
        whole = load_release(folder)
        yield whole, part(whole, limit, spoken, split)


def part(whole: Release, limit: int | None, langs: tuple[str, ...], split: Split | None) -> Release:
    """The part of a release; RaadpleegError tells the splits there are."""
    if split is not None and split not in whole.splits:
        there = ",".join(whole.splits) or "none; leave --split out"
        raise RaadpleegError(f"--split {split}: {whole.name} has {there}")
    return whole.part(limit, langs, split)


def wanted(langs: str) -> tuple[str, ...]:
    """The languages named; RaadpleegError when there is none or one that is not among LANGS."""
    spoken = tuple(lang.strip() for lang in langs.split(",") if lang.strip())
    if not spoken or not set(spoken) <= set(LANGS):
        raise RaadpleegError(f"--langs {langs}: choose from {','.join(LANGS)}")
    return spoken


@contextmanager
def places(output: Path | None, library: Path | None) -> Iterator[tuple[Path, Path]]:
    """The run's folder and the library's; passing ones where none is named."""
    with tempfile.TemporaryDirectory() as passing:
        folder = output or Path(passing) / "run"
        folder.mkdir(parents=True, exist_ok=True)
        yield folder, library or Path(passing) / "library"


def progress(steps: Sequence[Step], label: str) -> Iterable[Step]:
    """The steps, with a bar on stderr."""
    return track(steps, label, console=Console(stderr=True), transient=True)
