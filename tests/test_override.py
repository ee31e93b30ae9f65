"""Corrections by hand win, and are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.build import build, recipe
from index.errors import FileRefused
from index.settings import Settings
from rag.open import add_paths, open_library

PAPER = """Verslag van de Raad Justitie en Binnenlandse Zaken, 4 en 5 maart 2024

I. Justitie

1. Eerste onderwerp

Over het eerste onderwerp sprak de Raad kort. Daarna volgde het tweede deel van het gesprek.

2. Tweede onderwerp

Over het tweede onderwerp sprak niemand een woord.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "verslag.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def corrected(paper: Path, toml: str) -> dict[str, tuple[str | None, str]]:
    paper.with_name("verslag.txt.outline.toml").write_text(toml, encoding="utf-8")
    reading = build(paper, Settings())
    text = reading.document.text
    return {item.path: (item.title, item.span.of(text)) for item in reading.items}


def test_without_corrections_the_paper_is_read_as_it_is(paper: Path) -> None:
    assert [item.path for item in build(paper, Settings()).items] == ["Justitie/1", "Justitie/2"]


def test_metadata_is_corrected(paper: Path) -> None:
    corrected(paper, 'kind = "brief"\nmeeting_dates = ["2024-03-07"]\nplace = "Brussel"\n')
    document = build(paper, Settings()).document
    assert (document.kind, document.meeting_dates, document.place) == (
        "brief", ("2024-03-07",), "Brussel",
    )  # fmt: skip


def test_an_item_is_changed_split_and_removed(paper: Path) -> None:
    made = corrected(
        paper,
        """
[[item]]
path = "Justitie/1"
title = "Een ander onderwerp"
ends = "sprak de  Raad kort."
[[item]]
path = "Justitie/1/a"
number = "a"
title = "Tweede deel"
begins = "Daarna volgde"
ends = "van het gesprek."
[[item]]
path = "Justitie/2"
remove = true
""",
    )
    assert made == {
        "Justitie/1": ("Een ander onderwerp", "Over het eerste onderwerp sprak de Raad kort."),
        "Justitie/1/a": ("Tweede deel", "Daarna volgde het tweede deel van het gesprek."),
    }


@pytest.mark.parametrize(
    ("toml", "why"),
    [
        ("kind =", "is not readable TOML"),
        ('kind = "notulen"', "kind: 'notulen' will not do; give verslag"),
        (
            'meeting_dates = ["4 maart"]',
            "meeting_dates: ['4 maart'] will not do; give a list of ISO",
        ),
        ('onzin = "x"', "onzin: no such field; known are chamber"),
        ('[[item]]\ntitle = "x"', "item: each needs a path"),
        ('[[item]]\npath = "x"\nbegint = "y"', "item x: no such field: begint"),
        ('[[item]]\npath = "Justitie/9"', "item Justitie/9: is not there; to add it, give begins"),
        ('[[item]]\npath = "Justitie/9"\nremove = true', "item Justitie/9: cannot be removed"),
        (
            '[[item]]\npath = "Justitie/1"\nends = "nergens"',
            "the words of 'ends' stand in the paper 0",
        ),
        (
            '[[item]]\npath = "Justitie/1"\nends = "onderwerp"',
            "stand in the paper 4 times, not once",
        ),
        (
            '[[item]]\npath = "Justitie/2"\nends = "Raad kort."',
            "item Justitie/2: ends before it begins",
        ),
        (
            '[[item]]\npath = "Justitie/1"\nends = "een woord."',
            "items Justitie/1 and Justitie/2 overlap",
        ),
    ],
)
def test_a_wrong_correction_is_refused_with_its_place(paper: Path, toml: str, why: str) -> None:
    with pytest.raises(FileRefused) as refused:
        corrected(paper, toml)
    assert str(refused.value).startswith("verslag.txt.outline.toml: ")
    assert why in str(refused.value)


def test_a_new_correction_has_the_paper_read_again(paper: Path, tmp_path: Path) -> None:
    settings = Settings()
    before = recipe(settings, paper)
    with open_library(settings, tmp_path / "library", create=True) as library:
        assert add_paths(library, [paper], settings).added == ["verslag.txt"]
        assert add_paths(library, [paper], settings).unchanged == ["verslag.txt"]
        corrected(paper, 'place = "Gent"')
        assert add_paths(library, [paper], settings).replaced == ["verslag.txt"]
        assert library.document("verslag.txt").place == "Gent"
    assert recipe(settings, paper) != before
