"""Near words: how many mistakes are forgiven, and which of several words is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.spelling import LONG, near_words, suggestions

KNOWN = ["bulgarije", "verordening", "regulation", "regulator", "grens", "grenzen", "raad"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("bulgarye", [("bulgarije", 2)]),  # y for i, j left out
        ("regulatoin", [("regulation", 1)]),  # letters that changed places: one mistake
        ("Verordenng", [("verordening", 1)]),
        ("grnes", [("grens", 1)]),
        ("grensen", [("grenzen", 1)]),
        ("grans", [("grens", 1)]),
        ("grnse", []),  # two mistakes are too many in a short word
        ("raap", []),  # too short to tell
        ("aanbesteding", []),
        ("grens", []),  # it is itself a word; no other is as near
    ],
)
def test_the_nearest_known_word_is_meant(word: str, meant: list[tuple[str, int]]) -> None:
    assert near_words(word, KNOWN) == meant


def test_of_equally_near_words_one_that_begins_alike_comes_first() -> None:
    assert near_words("regulatio", ["legulatio", "regulatior", "regulation"], 3) == [
        ("regulation", 1),
        ("regulatior", 1),
        ("legulatio", 1),
    ]


def test_suggestions_are_words_that_look_alike() -> None:
    assert suggestions("Grenzelo", KNOWN, 2) == ["grenzen"]  # 6 of 8 letters stay
    assert suggestions("verordnungen", KNOWN, 2) == ["verordening"]
    assert suggestions("xyzzy", KNOWN, 2) == []


def distance(one: str, other: str) -> int:
    """Damerau-Levenshtein without overlaps, by its table: the slow way."""
    table = {(i, 0): i for i in range(len(one) + 1)} | {(0, j): j for j in range(len(other) + 1)}
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            best = min(
                table[i - 1, j] + 1,
                table[i, j - 1] + 1,
                table[i - 1, j - 1] + (one[i - 1] != other[j - 1]),
            )
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                best = min(best, table[i - 2, j - 2] + 1)
            table[i, j] = best
    return table[len(one), len(other)]


@given(st.text("abc", min_size=5, max_size=10), st.lists(st.text("abc", min_size=4, max_size=10)))
def test_agrees_with_the_table(word: str, known: list[str]) -> None:
    most = 1 if len(word) < LONG else 2
    far = {other: distance(word, other) for other in known if other != word}
    least = min((d for d in far.values() if d <= most), default=None)
    found = near_words(word, known, 100)
    assert {name for name, _ in found} == {o for o, d in far.items() if d == least}
    assert all(d == least for _, d in found)
