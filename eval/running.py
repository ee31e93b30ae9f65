"""`python -m eval run`: which systems answer, into which folders, and their figures side by side.

Knows: the order of the work and the files that are kept of it. Does not know: options, tables.
The first system's files lie in the run's folder itself, those of another in a folder of its name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from eval.gold import Release
from eval.handed_in import STRUCTURE
from eval.headlines import headline_figures
from eval.identity import begin, identity
from eval.intervals import Figure
from eval.judged import judge
from eval.run import STEPS, Progress, System
from eval.score import score_folder
from eval.scorecard import Scorecard, Section
from eval.search_runs import PRODUCT
from index.settings import load_settings

Papers = tuple[Release, Release]  # the whole release and the part of it to ask
Say = Callable[[str], None]


def run_systems(
    papers: Papers, systems: Sequence[str], places: tuple[Path, Path], say: Say, progress: Progress
) -> Scorecard:
    """Lets every system read, search and answer, and scores the first; the others beside it.

    places: the run's folder and the library's. `say` is told what was kept of an earlier run.
    Raises RaadpleegError when a paper cannot be read, or a folder holds another's answers.
    """
    whole, part = papers
    folder, library = places
    for system in systems:
        inside = folder_of(folder, system, systems[0])
        said = begin(inside, identity(whole.documents.parent, system, load_settings()))
        if said is not None:
            say(said)
        with _opened(system, whole, library) as opened:
            for file, step in STEPS.items():
                if file != STRUCTURE or system == systems[0]:  # all read by the product's reader
                    step(opened, part, inside, progress)
    card = score_folder(whole, part, folder, list(STEPS))
    if len(systems) == 1:
        return card
    beside = {system: folder_of(folder, system, systems[0]) for system in systems}
    return replace(card, sections=(*card.sections, _side_by_side(papers, beside)))


def folder_of(folder: Path, system: str, first: str) -> Path:
    """The folder of a system's files within the run's folder."""
    return folder if system == first else folder / system


def _opened(system: str, release: Release, library: Path) -> AbstractContextManager[System]:
    """The system over the library in `library`, which the first to be asked makes."""
    if system == PRODUCT:
        from eval.product import open_product  # the product is heavy; `score` does without it

        return open_product(release, library)
    from eval.systems import open_system

    return open_system(system, release, library)


def _side_by_side(papers: Papers, folders: dict[str, Path]) -> Section:
    """The headlines of every system, headline by headline."""
    told = {
        system: headline_figures(judge(*papers, folder).judged)
        for system, folder in folders.items()
    }
    figures: list[Figure] = []
    for row in zip(*told.values(), strict=True):
        named = zip(told, row, strict=True)
        figures += [replace(figure, name=f"{figure.name}: {system}") for system, figure in named]
    return Section("systems", tuple(figures), (), ())
