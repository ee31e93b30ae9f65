"""A reading that contradicts itself never reaches the library."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shelf import reading

from index.nouns import Passage, Span, passage_id
from index.reading import Reading, prove

GOOD = reading("een.txt", "aap noot", "mies", note="voetnoot")


def test_a_good_reading_is_proved() -> None:
    prove(GOOD)


def with_passage(span: Span, item: str = "Justitie/1", note: int | None = None) -> Reading:
    made = Passage(passage_id("een.txt", span), "een.txt", item, span, note)
    return replace(GOOD, passages=(made,), embedded=("x",))


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (replace(GOOD, embedded=()), "3 passages but 0 embedded"),
        (replace(GOOD, items=GOOD.items * 2), "same path"),
        (replace(GOOD, items=(replace(GOOD.items[0], span=Span(0, 99)),)), "outside the text"),
        (replace(GOOD, passages=GOOD.passages[:1] * 3), "same id"),
        (with_passage(Span(10, 20)), "outside item"),
        (with_passage(Span(0, 4), note=1), "outside item"),
        (with_passage(Span(14, 18)), "outside item"),
        (with_passage(Span(3, 3)), "outside item"),
        (with_passage(Span(0, 3), item="Justitie/2"), "not there"),
        (
            replace(GOOD, passages=(Passage("x", "een.txt", "Justitie/1", Span(0, 3)),) * 3),
            "same id|does not belong",
        ),
        (
            replace(
                GOOD,
                items=(
                    *GOOD.items,
                    replace(GOOD.items[0], path="Justitie/2", span=Span(3, 5), notes=()),
                ),
            ),
            "overlap",
        ),
    ],
)
def test_a_bad_reading_is_refused(bad: Reading, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        prove(bad)
