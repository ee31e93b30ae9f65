"""What a question takes for granted, and how surely sentences bear it out, reckoned by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import seen

from rag.features import Seen
from rag.premise import LEAST, Premise, acronyms, in_parts, on_scale, premises, weakest
from rag.question import understand

DUTCH = seen("Dit wil het kabinet ook.", actors=("NL",))
SWEDISH = seen("Zweden wil 5 miljoen euro.", actors=("SE",), item=("b.txt", "1"))
NOBODY = seen("Er is gesproken.", item=("c.txt", "1"), title="Samenwerking met Marokko via ETIAS")


def values(question: str) -> list[str]:
    return [premise.value for premise in premises(understand(question))]


def least(question: str, found: list[Seen], sure: list[float]) -> float:
    asked = understand(question)
    return weakest(asked, premises(asked), found, sure)


def test_who_where_and_what_is_taken_for_granted() -> None:
    assert values("asiel") == []
    assert values("Wat vond Zweden van asiel?") == ["SE"]
    assert values("What did the Dutch think of Bulgaria joining Schengen?") == ["BG", "NL"]
    assert values("Hoeveel geld zegde Zweden toe?") == ["SE", "money"]
    assert values("Wanneer komt het wetsvoorstel bij de Tweede Kamer?") == ["day"]


def test_what_a_reader_undid_is_not_asked_for() -> None:
    asked = understand("Wat vond Zweden van asiel?", ignore=["actor"])
    assert premises(asked) == []


def test_a_question_that_leans_on_another_asks_for_its_detail_unless_it_asks_itself() -> None:
    before = understand("Hoeveel geld zegde Zweden toe voor terugkeer?")
    again = understand("En Polen?", before=before)
    why = understand("Waarom?", before=before)
    assert [p.value for p in premises(again)] == ["PL", "money"]
    assert [p.value for p in premises(why)] == ["SE"]
    assert not in_parts(again)


def test_names_with_capitals_within() -> None:
    def named(question: str) -> list[str]:
        return [premise.value for premise in acronyms(understand(question))]

    assert named("Wat is ETIAS?") == ["ETIAS"]
    assert named("Wat vond NL van het CSAM-voorstel en de SpaceNet-uitspraak?") == [
        *("CSAM", "SpaceNet")
    ]
    assert named("Wat zei de JBZ-Raad over een EU-lijst?") == []
    assert named("Wat zei Frontex?") == []


def test_the_likeliest_sentence_that_bears_it_out_counts() -> None:
    found = [NOBODY, SWEDISH, DUTCH]
    assert least("asiel", found, [0.8, 0.4, 0.1]) == 1
    assert least("Wat vond Zweden van asiel?", found, [0.8, 0.4, 0.1]) == pytest.approx(0.5)
    assert least("Wat vond Nederland van asiel?", found, [0.8, 0.4, 0.1]) == pytest.approx(1 / 8)
    assert least("Wat vond Polen van asiel?", found, [0.8, 0.4, 0.1]) == LEAST
    assert least("Wat vond Nederland van asiel?", found, [0.8, 0.4, 0.001]) == LEAST


def test_the_least_sure_premise_decides() -> None:
    found = [NOBODY, SWEDISH, DUTCH]
    both = "Wat vonden Zweden en Nederland van asiel?"
    assert least(both, found, [0.8, 0.4, 0.1]) == pytest.approx(1 / 8)
    # Sweden names the amount, and so does nobody else
    assert least("Hoeveel geld zegde Zweden toe?", found, [0.8, 0.4, 0.1]) == pytest.approx(0.5)
    assert least("Hoeveel geld zegde Nederland toe?", found, [0.8, 0.1, 0.8]) == pytest.approx(
        1 / 8
    )


def test_a_title_names_for_its_sentences_and_a_state_for_the_group() -> None:
    assert least("Wat is er met Marokko afgesproken?", [NOBODY, DUTCH], [0.5, 0.5]) == 1
    assert least("Wat vonden de lidstaten?", [SWEDISH], [0.5]) == 1
    assert least("Wat vonden de lidstaten?", [DUTCH], [0.5]) == 1
    assert least("Wat vonden de lidstaten?", [NOBODY], [0.5]) == 1  # Morocco is a state as well


def test_only_sentences_of_the_time_asked_for_count() -> None:
    late = seen("Zweden wil dit.", in_time=False)
    question = "Wat vond Zweden in juni 2024 van asiel?"
    assert least(question, [late], [0.9]) == LEAST
    assert least(question, [late, SWEDISH], [0.9, 0.3]) == pytest.approx(1 / 3)
    for told in ("Zweden wil dit sinds juni 2024.", "Zweden wil dit op 4 juni 2024."):
        assert least(question, [seen(told, in_time=False)], [0.9]) == 1
    for told in ("Zweden wil dit sinds mei 2024.", "Zweden wil dit in 2024."):
        assert least(question, [seen(told, in_time=False)], [0.9]) == LEAST
    # without its year a date is of the year of the paper, "jl." before it
    told = seen("Zweden wil dit op 30 juni jl.", in_time=False, day="2024-07-04")
    assert least(question, [told], [0.9]) == 1
    assert least(question, [replace(told, day="2023-07-04")], [0.9]) == LEAST
    of_the_year = "Wat vond Zweden in 2024 van asiel?"
    assert least(of_the_year, [seen("Zweden wil dit in 2024.", in_time=False)], [0.9]) == 1


@pytest.mark.parametrize("name", ["ETIAS", "etias", "GDPR"])
def test_an_acronym_has_other_names(name: str) -> None:
    held = seen("Het gaat om ETIAS.") if name != "GDPR" else seen("De AVG geldt ook hier.")
    assert Premise("acronym", name).borne_out(held, "")
    assert not Premise("acronym", name).borne_out(DUTCH, "")


def test_an_acronym_is_a_word_of_its_own() -> None:
    asked = Premise("acronym", "EES")
    assert asked.borne_out(seen("Het EES komt later."), "")
    assert asked.borne_out(seen("Dit is EES-beleid."), "")
    assert not asked.borne_out(seen("Dit vond het EESC."), "")


def test_the_scale_goes_by_powers_of_ten() -> None:
    assert [on_scale(share) for share in (1, 0.1, LEAST)] == pytest.approx([1, 0.5, 0])


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Wat vond Nederland van asiel?", False),
        ("Wat vond Nederland van asiel en migratie?", False),
        ("In 2022, what did Sweden say?", False),
        ("Wat vond Nederland van asiel, en wat vroeg het?", True),
        ("What did Sweden want and did it get that?", True),
        ("Wat vonden Zweden en Polen?", True),
        ("Hoeveel kost dat per jaar, wanneer?", True),
    ],
)
def test_questions_in_parts(question: str, parts: bool) -> None:
    assert in_parts(understand(question)) is parts


SURE = st.lists(st.floats(0.001, 0.999), min_size=3, max_size=3)
QUESTIONS = st.sampled_from(
    ["asiel", "Wat vond Zweden?", "Hoeveel geld wil Zweden?", "Wat vonden Zweden en Nederland?"]
)


@given(SURE, QUESTIONS)
def test_fewer_premises_are_never_weaker(sure: list[float], question: str) -> None:
    asked, found = understand(question), [NOBODY, SWEDISH, DUTCH]
    wanted = premises(asked)
    whole = weakest(asked, wanted, found, sure)
    assert LEAST <= whole <= 1
    for number in range(len(wanted)):
        assert weakest(asked, wanted[:number], found, sure) >= whole
    alone = [weakest(asked, [premise], found, sure) for premise in wanted]
    assert whole == min(alone, default=1)  # a second, slower way


def test_without_any_probability_nothing_is_borne_out() -> None:
    assert weakest(understand("asiel"), [], [DUTCH], [0.0]) == LEAST
