"""One paper, one outline: whatever format it comes in, and however badly it was copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from dumps import dump
from generated import random_paper
from outlines import faults, figures, gold_document, outline, printed, read_paper
from specimens import SHIPPED

from eval.structure import ReadPaper, pair
from index.agenda import agenda_items
from index.build import describe
from index.specimen.blocks import SpecimenPaper
from index.specimen.render import FORMATS, Format

SEEDS = {"txt": 60, "html": 60, "xml": 60, "docx": 16, "pdf": 8}  # the slower, the fewer
PERFECT = ("item F1", "item ends", "titles", "tags", "footnotes at their item", "formality")


def read_dump(paper: SpecimenPaper, seed: int) -> ReadPaper:
    """`paper` dumped as text and read back."""
    manuscript = printed(dump(paper, seed))
    name = f"{paper.name}~{seed}"
    document = describe(manuscript, Path(name), name)
    return pair(name, gold_document(paper), outline(document, agenda_items(manuscript)))


@pytest.mark.parametrize("made", FORMATS)
def test_shipped_papers_in_every_format(made: Format, tmp_path: Path) -> None:
    papers = [read_paper(paper, made, tmp_path) for paper in SHIPPED.values()]
    assert faults(papers) == []


@pytest.mark.parametrize("made", FORMATS)
def test_generated_papers_in_every_format(made: Format, tmp_path: Path) -> None:
    papers = [read_paper(random_paper(seed), made, tmp_path) for seed in range(SEEDS[made])]
    got = figures(papers)
    # a generated paper may name a presidency that its date contradicts
    wrong = [line for line in faults(papers) if ": presidency:" not in line]
    assert wrong == []
    assert all(got[name] == 1.0 for name in PERFECT)


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_shipped_papers_as_rough_dumps(name: str) -> None:
    papers = [read_dump(SHIPPED[name], seed) for seed in range(8)]
    got = figures(papers)
    about_items = [line for line in faults(papers) if ": None, should be" not in line]
    assert about_items == []
    assert got["item F1"] == 1.0


def test_generated_papers_as_rough_dumps() -> None:
    """Their words are random, so that a title set without space around it can be lost in text."""
    got = figures(read_dump(random_paper(seed), 0) for seed in range(60))
    assert got["item F1"] is not None
    assert got["item F1"] > 0.99
    assert got["item precision"] is not None
    assert got["item precision"] > 0.995
