"""Names in a question, and how much of them a text holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analyse import analyser
from index.glossary import load_glossary
from rag.naming import Name, in_compound, least_there, names_in, spell
from rag.question import understand

EMPTY = load_glossary()
SPEAKING = frozenset(analyser().terms("Nederland Raad"))


def named(question: str) -> list[Name]:
    """What the question names where no glossary helps."""
    return names_in(understand(question), EMPTY, SPEAKING)


def test_acronyms_and_agencies() -> None:
    frontex, pnr = named("What did the Netherlands think of Frontex and PNR?")
    assert frozenset({"frontex"}) in frontex
    in_full = "European Border and Coast Guard"
    assert frozenset(analyser().terms(in_full)) in frontex
    assert pnr == (frozenset({"pnr"}),)


def test_the_glossary_tells_what_else_a_name_is_called(tmp_path: Path) -> None:
    file = tmp_path / "glossary.tsv"
    file.write_text("passagiersgegevens\tPNR\treisgegevens\tpassenger records\tinstrument\n")
    asked = understand("What did the Netherlands think of PNR?")
    (pnr,) = names_in(asked, load_glossary(file), SPEAKING)
    called = ("PNR", "passagiersgegevens", "reisgegevens", "passenger records")
    assert pnr == tuple(frozenset(analyser().terms(name)) for name in called)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Wat vond Nederland van Go-ARG?", [{"go", "arg", "goarg"}]),
        ("Wat zei de minister tegen Krakatau?", [{"krakatau"}]),
        ("Krakatau, wat is dat? Vesuvius is het niet.", []),  # these capitals open a sentence
        ("Wat zei de EU in de Raad tegen de Kamer?", []),  # these speak in every paper
        ("WAT VOND NEDERLAND VAN KRAKATAU", []),  # where all is in capitals, none tells
        ("Wat vond Nederland van grenzen?", []),
        ("Wat vond Nederland van de Maas?", [{"mas"}]),
        ("Wat vond Nederland van de Rur?", []),  # too short a name
    ],
)
def test_words_in_capitals(question: str, names: list[set[str]]) -> None:
    assert [set(one) for (one,) in named(question)] == names


def test_an_actor_who_is_asked_about_is_no_name_in_the_answer() -> None:
    question = "Wat vond Nederland van de toetreding van Bulgarije?"
    (bulgaria,) = named(question)
    assert frozenset({"bulgarij"}) in bulgaria
    assert names_in(understand(question), EMPTY, SPEAKING | {"bulgarij"}) == []


NAMES: list[Name] = [
    (frozenset({"pnr"}), frozenset({"gegeven", "passagier"})),
    (frozenset({"frontex"}),),
]


@pytest.mark.parametrize(
    ("there", "share"),
    [
        ({"pnr", "frontex"}, 1),
        ({"gegeven", "passagier", "frontex"}, 1),  # by its other name
        ({"gegeven", "frontex"}, 0.5),  # half of it
        ({"pnr"}, 0),  # the one that is least there counts
        ({"passagiergegeven", "frontex"}, 1),  # both are part of a compound
        ({"pnrrichtlijn", "frontex"}, 0),  # too short for a part of one
        (set(), 0),
    ],
)
def test_the_name_that_is_least_there(there: set[str], share: float) -> None:
    assert least_there(NAMES, frozenset(there)) == share


def test_without_names_nothing_lacks() -> None:
    assert least_there([], frozenset()) == 1


def test_a_part_opens_or_closes_a_word() -> None:
    there = spell(["grensbewaking", "zee"])
    assert in_compound("grens", there)
    assert in_compound("bewaking", there)
    assert not in_compound("bewak", there)
    assert not in_compound("bewakingzee", there)


WORDS = st.sampled_from(["pnr", "gegeven", "passagier", "frontex", "lunch", "frontexinzet"])


@given(st.frozensets(WORDS), st.frozensets(WORDS))
def test_more_words_never_make_it_less(there: frozenset[str], more: frozenset[str]) -> None:
    assert 0 <= least_there(NAMES, there) <= least_there(NAMES, there | more) <= 1
    assert least_there(NAMES[::-1], there) == least_there(NAMES, there)
