"""Questions typed in capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.capitals import calmed
from rag.question import understand


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("WAT VINDT NEDERLAND VAN TERUGKEERHUBS", "wat vindt Nederland van terugkeerhubs"),
        ("WHAT IS THE DUTCH POSITION ON CSAM?", "what is the Dutch position on CSAM?"),
        ("WAT ZEI DE COMMISSIE OVER HET EES?", "wat zei de Commissie over het EES?"),
        ("EES EN ETIAS", "EES en ETIAS"),
        ("EES", "EES"),
        ("CSAM EU", "CSAM EU"),
        ("Wat is EES?", "Wat is EES?"),
        ("2024", "2024"),
    ],
)
def test_capitals_that_say_nothing_are_taken_away(typed: str, written: str) -> None:
    assert calmed(typed) == written


@given(st.text(max_size=60))
def test_only_capitals_change_and_only_once(question: str) -> None:
    assert calmed(question).casefold() == question.casefold()
    assert calmed(calmed(question)) == calmed(question)


def test_a_question_in_capitals_is_understood_as_the_same_in_small_letters() -> None:
    loud = understand("WAT VOND HET EP IN JUNI 2024 VAN DETECTIE VAN CSAM?")
    quiet = understand("wat vond het EP in juni 2024 van detectie van CSAM?")
    assert loud == quiet
    assert loud.actors == ("EP",)
