"""The parts of a meeting that a question names, and that they can be undone."""

from __future__ import annotations

import pytest

from rag.question import understand
from rag.sections import HOME, JUSTICE


@pytest.mark.parametrize(
    ("question", "sections", "topic"),
    [
        ("what passed on the justice day?", (JUSTICE,), "what passed on the ?"),
        ("wat lag er op de justitiedag?", (JUSTICE,), "wat lag er op de ?"),
        ("asiel op de home-dag", (HOME,), "asiel op de"),
        ("drugs on the home affairs side", (HOME,), "drugs"),
        ("welke justitieonderwerpen over drugs?", (JUSTICE,), "welke over drugs?"),
        ("ministers van Justitie over drugs", (JUSTICE,), "over drugs"),
        ("drugs: what did interior ministers say?", (HOME,), "drugs: what did say?"),
        ("drugs op justitie en bij binnenlandse zaken", (JUSTICE, HOME), "drugs en"),
        ("de minister van Justitie en Veiligheid over drugs", (), None),
        ("the Dutch ministers of Justice and Security on drugs", (), None),
        ("het Hof van Justitie, the Court of Justice", (), None),
        ("access to justice, criminal justice agenda", (), None),
        ("the home of migrants, migration files", (), None),
    ],
)
def test_parts_of_a_meeting(question: str, sections: tuple[str, ...], topic: str | None) -> None:
    asked = understand(question)
    assert asked.sections == sections
    assert [slot.value for slot in asked.slots if slot.name == "section"] == list(sections)
    if topic is not None:
        assert asked.topic == topic


def test_a_part_can_be_undone_and_is_then_a_word_like_others() -> None:
    asked = understand("what passed on the justice day?", ignore=["Justice"])
    assert (asked.sections, asked.slots) == ((), ())
    assert asked.topic == "what passed on the justice day?"
    assert understand("what passed on the justice day?", ignore=["section"]).sections == ()


def test_a_question_that_leans_takes_the_part_along() -> None:
    before = understand("wat zei Nederland op de justitiedag over CSAM?")
    asked = understand("en de Commissie?", before=before)
    assert asked.sections == (JUSTICE,)
    assert [slot.inherited for slot in asked.slots if slot.name == "section"] == [True]
