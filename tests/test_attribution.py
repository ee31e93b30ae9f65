"""Who speaks or acts in a sentence; unknown where it does not fit."""

from __future__ import annotations

import pytest

from index.attribution import LONGEST_SENTENCE, actor_value, speakers


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Nederland stemde in met het voorstel.", ["NL"]),
        ("Het kabinet zal het voorstel steunen.", ["NL"]),
        ("Tijdens de lunch sprak het Voorzitterschap zijn zorg uit.", ["Presidency"]),
        ("De Raad nam de conclusies aan.", ["Council"]),
        ("De Nederlandse minister pleitte voor uitstel.", ["NL"]),
        ("De Oekraïense minister van Justitie dankte de lidstaten.", ["UA"]),
        ("Nederland, Frankrijk en Spanje pleitten voor uitstel.", ["NL", "FR", "ES"]),
        ("Nederland en de Commissie stemden in.", ["NL", "Commission"]),
        ("Volgens de Commissie is Nederland te laat.", ["Commission"]),
        ("Namens Nederland sprak de minister.", ["NL"]),
        ("Ook de meeste lidstaten zagen dat zo.", ["member states"]),
    ],
)
def test_the_subject_of_a_main_clause(sentence: str, who: list[str]) -> None:
    assert list(speakers(sentence)) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Op verzoek van Nederland lichtte de Commissie haar voorstel toe.", ["Commission"]),
        ("Aan de lidstaten vroeg de Commissie om meer geld.", ["Commission"]),
        ("In de Raad werd over opvang gesproken.", []),
        ("Het Nederlandse standpunt werd gedeeld.", []),
        ("De Commissie gaf aan dat Nederland te laat is.", ["Commission"]),
        ("Het Voorzitterschap sloot af, met dank aan de Commissie.", ["Presidency"]),
        ("Als enige lidstaat stemde Hongarije tegen.", ["HU"]),
        ("De kosten lopen op.", []),
    ],
)
def test_a_name_that_is_not_the_subject(sentence: str, who: list[str]) -> None:
    assert list(speakers(sentence)) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Veel lidstaten, waaronder Nederland, steunden dit.", ["NL", "member states"]),
        ("Enkele lidstaten waaronder Nederland en België zwegen.", ["NL", "BE", "member states"]),
        (
            "Veel lidstaten, waaronder Nederland, vroegen de Commissie om meer geld.",
            ["NL", "member states"],
        ),
        ("Een meerderheid van de lidstaten steunde dit.", ["member states"]),
        ("Een groot deel van de lidstaten zweeg.", ["member states"]),
        ("Een aantal landen zweeg.", ["member states"]),
    ],
)
def test_groups_with_and_without_names(sentence: str, who: list[str]) -> None:
    assert list(speakers(sentence)) == who


def test_a_majority_is_not_the_netherlands() -> None:
    assert "NL" not in speakers("Een meerderheid was het niet eens met Nederland.")


def test_pronouns_take_the_speakers_of_the_sentence_before() -> None:
    assert speakers("Zij wees op de kosten.", before=("Commission",)) == ("Commission",)
    assert speakers("Zij wees op de kosten.") == ()


def test_we_in_a_letter_is_the_government() -> None:
    assert speakers("Hierbij informeren wij uw Kamer.", first_person="NL") == ("NL",)
    assert speakers("Hierbij informeren wij uw Kamer.") == ()
    assert speakers("De Commissie zweeg.", first_person="NL") == ("Commission",)


def test_what_is_too_long_to_be_a_sentence_says_nothing() -> None:
    assert speakers("Nederland, " * LONGEST_SENTENCE) == ()


def test_one_value_for_several() -> None:
    assert actor_value(("NL", "DE")) == "NL; DE"
    assert actor_value(()) == "unknown"
