r"""`index.alternatives`: patterns with one `\b` before many find what they found without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import stance
from index.alternatives import alternatives, gathered
from rag.summaries import cues

WORDS = ("steunde", "steunt", "niet", "mits", "[a]", "Nederland", "kon", "(zich)", ";", "|")


@pytest.mark.parametrize(
    ("pattern", "apart"),
    [
        ("a", ["a"]),
        ("a|b", ["a", "b"]),
        (r"\ba(?:b|c)|\b[|)]|d", [r"\ba(?:b|c)", r"\b[|)]", "d"]),
        (r"a\||\(b|[^]|]c|[]|]", [r"a\|", r"\(b", "[^]|]c", "[]|]"]),
        (r"[\]|]a|b", [r"[\]|]a", "b"]),
    ],
)
def test_alternatives_end_at_bars_outside_brackets(pattern: str, apart: list[str]) -> None:
    assert list(alternatives(pattern)) == apart


def test_neighbours_at_an_edge_share_it() -> None:
    assert gathered(r"\ba|\bb|c|\bd") == r"\b(?:a|b)|c|\bd"
    assert gathered(r"a|b") == "a|b"


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_the_same_is_found_at_the_same_place(text: str) -> None:
    written = (
        r"\bsteun\w+ niet\b|\bsteun\w*|mits|\b(?:kon|mits) (?:niet|\(zich)|\bniet\b[^;|]*|[|;]"
    )
    one, other = re.search(written, text), re.search(gathered(written), text)
    assert (one and one.span()) == (other and other.span())


@pytest.mark.parametrize("file", [stance.FILE, cues.FILE])
def test_shipped_phrases_find_the_same(file: Path) -> None:
    """Every phrase of the two tables, gathered, finds itself where it stood in the plain list."""
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    kinds = {kind for kind, _ in rows}
    assert len(kinds) > 8
    text = (
        "Nederland steunde het voorstel niet, mits er eerst een evaluatie komt; de Commissie zal "
        "in december met een voorstel komen en lidstaten konden zich onthouden van stemming. "
        "De Raad besloot daarom dat het compromis is aangenomen, maar vroeg wanneer."
    )
    for kind in kinds:
        written = "|".join(pattern for of, pattern in rows if of == kind)
        found = [m.span() for m in re.finditer(written, text, re.I)]
        assert [m.span() for m in re.finditer(gathered(written), text, re.I)] == found
