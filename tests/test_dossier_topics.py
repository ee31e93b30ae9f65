"""Topics as users write them: kinds of act, lists, brackets, compounds, words that say little."""

from __future__ import annotations

from pathlib import Path

import pytest
from position_papers import made, over

from rag.assistant import Assistant
from rag.dossier import dossier
from rag.dossier_acts import acts_of, others
from rag.dossier_subject import Subject

SYSTEMS = "interoperabiliteit van de grens- en informatiesystemen (EES, ETIAS)"
PAPER = made(
    "paper",
    "verslag",
    ("2023-06-08",),
    [
        ("1", "Verordening seksueel kindermisbruik", "Nederland wacht op de systemen."),
        (
            "2",
            "Richtlijn seksueel kindermisbruik",
            "De straffen voor seksueel kindermisbruik gaan omhoog. "
            "De verordening tegen seksueel kindermisbruik ligt stil.",
        ),
        ("3", "Seksueel kindermisbruik", "Malta sprak."),
        ("4", "Interoperabiliteit ICT-systemen", "De systemen lopen uit."),
        ("5", "De grens met Turkije", "De grens is lang."),
        (
            "6",
            "Visumbeleid",
            "Malta sprak. Landen moeten meewerken aan terugkeer. Dat is nodig. "
            "Visumvrijstelling is geen recht.",
        ),
        ("7", "Europees Openbaar Ministerie", "Malta vroeg naar sancties. Dat was het."),
        ("9", "E-evidence", "Over e-evidence sprak Malta met de Verenigde Staten."),
        ("8", "Terugkeerrichtlijn", "De Terugkeerrichtlijn voldoet niet."),
    ],
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return over(tmp_path_factory.mktemp("topics"), PAPER)


def numbers(assistant: Assistant, topic: str) -> list[str | None]:
    return [one.item.number for one in dossier(assistant, topic).items]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("CSAM-verordening", {"regulation"}),
        ("Terugkeerrichtlijn", {"directive"}),
        ("anti-trafficking directive", {"directive"}),
        ("herziening van een verordening en een richtlijn", {"regulation", "directive"}),
        ("de richtlijnen van het College", set()),
        ("terugkeer", set()),
    ],
)
def test_kinds_of_act_are_told_by_their_names(text: str, kinds: set[str]) -> None:
    assert acts_of(text) == kinds


def test_only_other_kinds_of_act_make_another_file() -> None:
    assert others(frozenset({"regulation"}), frozenset({"directive"}))
    assert not others(frozenset({"regulation"}), frozenset({"directive", "regulation"}))
    assert not others(frozenset(), frozenset({"directive"}))
    assert not others(frozenset({"regulation"}), frozenset())


@pytest.mark.parametrize(
    "topic", ["CSAM-verordening", "bestrijding kindermisbruik (CSA-verordening)"]
)
def test_of_another_act_only_what_names_the_asked_one_counts(
    assistant: Assistant, topic: str
) -> None:
    found = {one.item.number: one.sentences for one in dossier(assistant, topic).items}
    assert [one.text for one in found["2"]] == [
        "De verordening tegen seksueel kindermisbruik ligt stil."
    ]
    assert {"1", "3"} <= set(found)


def test_a_topic_without_a_kind_of_act_takes_every_act(assistant: Assistant) -> None:
    found = {one.item.number: one for one in dossier(assistant, "seksueel kindermisbruik").items}
    assert {"1", "2", "3"} <= set(found)
    assert len(found["2"].sentences) == 2


def test_a_list_of_kinds_in_brackets_asks_for_none_of_them(assistant: Assistant) -> None:
    subject = Subject(assistant.library, "terugkeer (Terugkeerrichtlijn, terugkeerhubs)")
    assert not subject.another_act("Terugkeerverordening")


def test_a_list_of_systems_is_found_by_its_first_word_and_not_by_a_border(
    assistant: Assistant,
) -> None:
    assert numbers(assistant, SYSTEMS) == ["4"]
    assert Subject(assistant.library, SYSTEMS).share("Het EES loopt uit.") == 1.0


def test_words_that_say_little_are_asked_for_where_there_are_no_others(
    assistant: Assistant,
) -> None:
    assert numbers(assistant, "grens") == ["5"]
    assert Subject(assistant.library, "grens").share("een grensoverschrijdend misdrijf") == 0.0


def test_an_aside_ends_where_the_item_comes_back_to_its_own_subject(assistant: Assistant) -> None:
    (aside,) = [one for one in dossier(assistant, "terugkeer").items if one.item.number == "6"]
    assert [one.place for one in aside.sentences] == [1, 2]


def test_a_body_and_a_matter_are_no_alternatives(assistant: Assistant) -> None:
    library = assistant.library
    assert len(Subject(library, "EOM en sanctieontduiking").facets) == 2
    assert len(Subject(library, "drugshandel en mensenhandel").facets) == 1
    assert numbers(assistant, "EOM en sanctieontduiking") == ["7"]


def test_the_other_side_of_a_treaty_is_named_as_in_the_papers(assistant: Assistant) -> None:
    subject = Subject(assistant.library, "EU-US agreement on electronic evidence")
    assert subject.share("overeenkomst met de Verenigde Staten over e-evidence") == 1.0
    assert subject.share("Over e-evidence is gesproken.") < 1.0


def test_legislation_on_a_matter_is_its_acts(assistant: Assistant) -> None:
    assert "8" in numbers(assistant, "terugkeerwetgeving")


def test_an_acronym_that_would_be_a_small_word_is_kept(tmp_path: Path) -> None:
    paper = made("p", "verslag", ("2024-01-25",), [("1", "EOM", "Het EOM sprak.")])
    assert numbers(over(tmp_path, paper), "Europees OM") == ["1"]
