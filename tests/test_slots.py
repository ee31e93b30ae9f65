"""What is understood of a question as slots: kinds of paper, comparisons, and undoing them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QuestionRefused
from rag.kinds import hinted_kinds, named_kinds
from rag.nouns import SLOT_NAMES
from rag.question import understand

TODAY = date(2026, 11, 22)
AGENDA, REPORT, LETTER = "geannoteerde agenda", "verslag", "brief"


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("Wat staat er in het verslag over EES?", (REPORT,)),
        ("volgens de geannoteerde agenda van juni", (AGENDA,)),
        ("according to the June 2024 agenda", (AGENDA,)),
        ("what does the letter say about asylum?", (LETTER,)),
        ("eisen van het kabinet (brief najaar 2023)", (LETTER,)),
        ("staat dat in de kamerbrief?", (LETTER,)),
        ("agenda versus verslag over EES", (AGENDA, REPORT)),
        ("did the report differ from the agenda?", (REPORT, AGENDA)),
        ("stond het op de agenda?", ()),
        ("the European Agenda on Migration", ()),
        ("the special adviser's final report", ()),
        ("In brief, what happened?", ()),
        ("volgens het jaarverslag van Frontex", ()),
    ],
)
def test_kinds_that_are_named(question: str, kinds: tuple[str, ...]) -> None:
    asked = understand(question, today=TODAY)
    assert asked.kinds == kinds
    assert [slot.value for slot in asked.slots if slot.name == "kind"] == list(kinds)


def test_a_hint_is_no_slot() -> None:
    assert named_kinds("wat is besloten over asiel?") == ()
    assert hinted_kinds("wat is besloten over asiel?") == (REPORT,)
    asked = understand("wat is besloten over asiel?")
    assert (asked.slots, asked.kinds, asked.hints) == ((), (), (REPORT,))


def test_an_undone_kind_does_not_even_hint() -> None:
    asked = understand("asiel volgens het verslag", ignore=["kind"])
    assert (asked.kinds, asked.hints) == ((), ())


@pytest.mark.parametrize(
    ("question", "compares", "actors"),
    [
        ("compare NL with the Commission on EES", "actors", ("NL", "Commission")),
        ("verschil tussen NL en de Commissie over Bulgarije", "actors", ("NL", "Commission")),
        ("how did NL differ from the member states?", "actors", ("NL", "member states")),
        ("agenda versus verslag over EES", "papers", ()),
        ("asiel in 2022, en in 2024", "meetings", ()),
        ("wat vonden verschillende landen?", None, ("member states",)),
        ("Wat vonden Nederland en de Commissie?", None, ("NL", "Commission")),
    ],
)  # fmt: skip
def test_comparison(question: str, compares: str | None, actors: tuple[str, ...]) -> None:
    asked = understand(question)
    assert (asked.compares, asked.actors) == (compares, actors)
    assert ("comparison" in [slot.name for slot in asked.slots]) == (compares is not None)


def test_labels_are_in_the_language_of_the_question() -> None:
    dutch = understand("Hoe veranderde het standpunt van NL vorig jaar volgens de brieven?")
    english = understand("How did the Dutch view change under the Belgian presidency?")
    assert dutch.summary().startswith("Nederland · vorig jaar (")
    assert english.summary() == (
        "the Netherlands · Belgian presidency (January-June 2024) · development over time"
    )


def test_times_are_told_with_what_they_stand_for() -> None:
    labels = [
        understand(f"asiel {said}", today=TODAY).slots[0].label
        for said in ("vorig jaar", "afgelopen zomer", "sinds vorig jaar", "in 2022", "na juni 2023")
    ]
    assert labels == [
        "vorig jaar (2025)",
        "afgelopen zomer (juni-september 2026)",
        "sinds vorig jaar (januari 2025 -)",
        "2022",
        "na juni 2023",
    ]


def test_a_half_year_of_a_presidency_gives_way_to_a_month_in_it() -> None:
    asked = understand("what did the Spanish Presidency say in December 2023?")
    assert [slot.value for slot in asked.slots] == ["Presidency", "2023-12"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("How many ratified the Hague Convention?", ()),
        ("het Verdrag van Lissabon", ()),
        ("hulp aan derde landen", ()),
        ("familiecriterium dublin uitbreiden, wat wil Nederland?", ("NL",)),
        ("Did Dublin agree?", ("IE",)),
        ("Wat vonden Berlijn en Dublin?", ("DE", "IE")),
    ],
)
def test_names_that_are_no_governments(text: str, actors: tuple[str, ...]) -> None:
    assert understand(text).actors == actors


# undoing

QUESTION = "How did NL's view in the report of June 2024 differ from the Commission's since 2022?"


def test_slots_by_name_value_or_label() -> None:
    whole = understand(QUESTION)
    values = [slot.value for slot in whole.slots]
    assert values == ["NL", "Commission", "2024-06", "2022-01/..", "verslag", "over time", "actors"]
    for ignore in (["NL"], ["the netherlands"], [" nl "]):
        assert understand(QUESTION, ignore=ignore).actors == ("Commission",)
    assert understand(QUESTION, ignore=["time"]).periods == ()
    left = understand(QUESTION, ignore=["actor", "time", "kind", "development", "comparison"])
    assert (left.slots, left.ignored, left.summary()) == ((), whole.slots, "")
    assert (left.develops, left.compares, left.actors, left.kinds) == (False, None, (), ())


def test_an_actor_that_was_not_meant_stays_as_it_was_written() -> None:
    assert understand("What did Brussels say?").topic == "What did de Commissie say?"
    assert understand("What did Brussels say?", ignore=["actor"]).topic == "What did Brussels say?"


def test_what_was_not_understood_cannot_be_undone() -> None:
    with pytest.raises(QuestionRefused) as refused:
        understand("Wat vond Nederland van asiel?", ignore=["DE"])
    assert str(refused.value) == (
        "ignore: 'DE' was not understood of this question; write actor, meeting, time, section, "
        "kind, development, comparison, topic, or one of what was understood here: NL"
    )
    assert understand("asiel", ignore=SLOT_NAMES).slots == ()  # nothing there to undo: no fault


def test_tags_are_no_words() -> None:
    asked = understand("<b>asiel</b> <img src=x onerror=nederland> in 2 < 3 landen")
    assert asked.topic == "asiel in 2 < 3 landen"
    assert asked.text == "<b>asiel</b> <img src=x onerror=nederland> in 2 < 3 landen"
    with pytest.raises(QuestionRefused, match="it is empty"):
        understand("<script></script><br>")


SAID = """Nederland Commissie Dublin Praag vergelijk verschil tussen en and van de het verslag
agenda juni 2024 2022 vorig jaar sinds laatste JBZ-Raad informele Council in volgens last EES <b>"""
WORDS = st.lists(st.sampled_from(SAID.split()), min_size=1, max_size=14).map(" ".join)


@given(WORDS)
def test_undoing_every_slot_one_by_one_ends_with_none(words: str) -> None:
    question, ignore = f"{words} asiel", list[str]()
    for _ in range(20):
        asked = understand(question, (), ignore, TODAY)
        assert len({slot.value for slot in asked.slots}) == len(asked.slots)
        if not asked.slots:
            break
        ignore.append(asked.slots[0].value)
    assert not asked.slots
    assert {slot.value for slot in asked.ignored} >= set(ignore)


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("zegde toe over e-evidence", "e-evidence"),
        ("promise on e-evidence", "e-evidence"),
        ("deed toezeggingen over grenzen", "grenzen"),
        ("richtlijn over corruptie", "richtlijn over corruptie"),
        ("detectie van CSAM", "detectie van CSAM"),
        ("zegde toe over", "zegde toe over"),
    ],
)
def test_a_topic_is_shown_without_what_was_asked_of_it(subject: str, shown: str) -> None:
    from rag.slots import topic_slots

    (slot,) = topic_slots(subject)
    assert (slot.value, slot.label) == (subject, shown)
