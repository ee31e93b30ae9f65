"""Hits by turns: of meetings, actors, kinds of paper; and who gets none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.entries import Entry
from index.nouns import Hit, Passage, Span
from rag.dealing import NEAR, by_turns, dealt
from rag.question import understand

ENTRY = Entry(
    *("a", "a", "verslag", None, ("2022-03-03",), None, None, None),
    *(None, None, None, None, 1, 1, "2026-01-01", "/a", ()),
)
ENTRIES = {
    "a": ENTRY,
    "b": replace(ENTRY, id="b", meeting_dates=("2023-06-08",), kind="geannoteerde agenda"),
    "b2": replace(ENTRY, id="b2", meeting_dates=("2023-06-08",)),
    "c": replace(ENTRY, id="c", meeting_dates=("2024-06-13",)),
}
SAYING = {"a": ("NL",), "b": ("Commission",), "b2": ("NL",), "c": ()}


def hits(*found: tuple[str, float]) -> list[Hit]:
    return [
        Hit(Passage(f"{name}#{n}", name, "1", Span(0, 1), None, SAYING[name]), score, n)
        for n, (name, score) in enumerate(found, start=1)
    ]


FOUND = hits(("b", 1.0), ("b2", 0.9), ("b", 0.8), ("a", 0.7), ("a", 0.6), ("c", 0.1))


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("asiel", [1, 2, 3, 4, 5, 6]),
        # the first of each meeting, then the second of each, ...; c is too far from the best
        ("hoe ontwikkelde asiel zich?", [1, 4, 2, 5, 3, 6]),
        ("hoe veranderde asiel sinds 2023?", [1, 2, 3, 4, 5, 6]),  # a is of before
        ("asiel in 2022, en in 2023", [1, 4, 2, 5, 3, 6]),
        ("verschil agenda en verslag over asiel", [1, 2, 3, 4, 5, 6]),
        ("compare NL with the Commission on asylum", [1, 2, 3, 4, 5, 6]),
        ("compare the Commission with Germany", [1, 3, 2, 4, 5, 6]),
    ],
)
def test_dealt(question: str, order: list[int]) -> None:
    assert [hit.rank for hit in dealt(FOUND, ENTRIES, understand(question))] == order


def test_one_side_never_crowds_out_the_other() -> None:
    found = hits(*[("a", 1.0)] * 6, ("b", NEAR))
    asked = understand("compare NL with the Commission")
    assert [hit.rank for hit in dealt(found, ENTRIES, asked)][:2] == [1, 7]
    far = hits(*[("a", 1.0)] * 6, ("b", NEAR - 0.01))
    assert [hit.rank for hit in dealt(far, ENTRIES, asked)] == [1, 2, 3, 4, 5, 6, 7]


def test_a_hit_of_both_takes_the_first_turn_and_counts_for_both() -> None:
    both = Hit(Passage("x", "a", "1", Span(0, 1), None, ("NL", "Commission")), 1.0, 1)
    found = [both, *hits(("b", 0.9), ("b", 0.8), ("a", 0.7))]
    assert [h.passage.id for h in by_turns(found, lambda hit: hit.passage.actors)] == [
        *("x", "b#1", "a#3", "b#2"),
    ]
    assert by_turns([], lambda hit: hit.passage.actors) == []
