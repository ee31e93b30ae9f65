"""Hostile input costs in proportion to its size: four times the input, never eight times the work.

A quadratic step would cost sixteen times as much. Processor time is measured, the best of several.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.agenda import agenda_items
from index.build import describe
from index.chunk import passages
from index.read import clean
from index.source import Line, Source

SENTENCE = "Dit is een zin van meer dan acht woorden die netjes eindigt."
HOSTILE: dict[str, Callable[[int], list[str]]] = {
    "many marks": lambda n: ["1. "] * n,
    "many numbers": lambda n: [f"{at % 99 + 1}. Titel" for at in range(n)],
    "many letters": lambda n: ["1. Titel", *(f"{'abcdef'[at % 6]}) Titel" for at in range(n))],
    "one long line": lambda n: [f"{SENTENCE} Over pact1 en grenzen. " * n],
    "no spaces": lambda n: ["x" * 60 * n],
    "short lines": lambda n: ["ab"] * 3 * n,
    "brackets": lambda n: ["(" * 60 * n],
    "points": lambda n: ["." * 40 * n, ". " * 20 * n],
    "letters in a line": lambda n: ["a. " * 20 * n],
    "notes nobody calls": lambda n: ["", "1 noot zonder aanroep"] * n,
    "notes all called": lambda n: (
        [f"woord{at % 900 + 1} " * 3 for at in range(n)]
        + [line for at in range(1, 900) for line in ("", f"{at} noot.")]
    ),
    "headings": lambda n: ["", "Kop van een stuk", "", SENTENCE] * (n // 2),
    "signatures": lambda n: [
        "Geachte voorzitter,",
        SENTENCE,
        *["De minister van Justitie,", ""] * n,
    ],
    "contents": lambda n: [f"{at % 99 + 1}. Titel" for at in range(n)] + ["Titel ....... 3"] * n,
    "equal signs": lambda n: ["= Tag"] * n + ["= " * 5 * n],
    "names": lambda n: ["Nederland, " * 10 * n],
    "page numbers": lambda n: [str(at % 1000) for at in range(n)],
}


def work(lines: list[str]) -> float:
    """Seconds of processor time for a whole reading."""
    start = time.process_time()
    manuscript = clean(Source("txt", tuple(map(Line, lines))))
    document = describe(manuscript, Path("x.txt"), "x")
    passages(document, agenda_items(manuscript))
    return time.process_time() - start


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """What is loaded at first use is not counted."""
    work([SENTENCE])


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_input(name: str) -> None:
    small, large = HOSTILE[name](300), HOSTILE[name](1200)
    allowed = 8 * min(work(small) for _ in range(2)) + 0.03
    assert any(work(large) <= allowed for _ in range(4))
