"""Actors whose stand a sentence tells, by their words or by how they are named in it."""

from __future__ import annotations

import pytest
from position_papers import made

from index.nouns import Kind
from index.stance import Stance
from rag.positions.stands import stands
from rag.told import told


def kinds(body: str, actor: str, kind: Kind = "verslag", day: str = "2023-06-08") -> list[Stance]:
    paper = made("paper", kind, (day,), [("1", "Onderwerp", body)])
    return [one.kind for one in stands(told(paper.document, paper.items[0]), actor)]


@pytest.mark.parametrize(
    ("text", "actor", "heard"),
    [
        ("Negen landen, waaronder Nederland, maakten een voorbehoud.", "NL", True),
        ("Twee landen, te weten Malta en Nederland, tekenden niet.", "MT", True),
        ("Op verzoek van Nederland kwam dit aan de orde.", "NL", True),
        ("Op de vraag van Nederland antwoordde de Commissie dat het kan.", "NL", True),
        ("Voor Nederland onaanvaardbaar is de eerste variant.", "NL", True),
        ("De Commissie was het met Nederland eens dat het kan.", "NL", True),
        ("Nederland ligt op schema.", "NL", True),
        ("Ierland was voor, terwijl Malta twijfels heeft.", "MT", True),
        ("De grens tussen Bulgarije en Turkije is lang.", "BG", False),
        ("De Commissie sprak over de situatie in Nederland.", "NL", False),
        ("Nederland nam het woord niet.", "NL", False),
        ("De regering in Kyiv hecht aan dat woord.", "NL", False),
        ("De meeste lidstaten steunden dit.", "NL", False),
        ("Uw Kamer is hierover op 3 mei geïnformeerd.", "NL", False),
    ],
)
def test_who_is_heard(text: str, actor: str, heard: bool) -> None:
    assert bool(kinds(text, actor)) is heard


def test_a_question_and_a_request_are_told_apart() -> None:
    assert kinds("Op de vraag van Malta antwoordde Nederland dat het kan.", "MT") == ["question"]
    assert kinds("Op verzoek van Malta kwam dit aan de orde.", "MT") == ["call"]


def test_a_list_belongs_to_the_sentence_that_opens_it() -> None:
    body = "Het Voorzitterschap vraagt de ministers:\n1. Bent u het eens?\n2. Wat wilt u?"
    assert len(kinds(body, "Presidency", "geannoteerde agenda")) == 1


def test_a_judgment_in_the_government_s_own_paper_is_its_own() -> None:
    body = "Nederland zal om een datum vragen. Voor Schiphol is van belang dat het rustig is."
    assert len(kinds(body, "NL", "geannoteerde agenda")) == 2
    assert len(kinds(body, "NL", "verslag")) == 1
    guess = "Nederland zal om een datum vragen. Naar verwachting is dat van belang."
    assert len(kinds(guess, "NL", "geannoteerde agenda")) == 1


def test_the_country_in_the_chair_speaks_for_the_presidency_where_it_says_so() -> None:
    # Sweden's turn was the first half of 2023
    chair = "Zweden zal als voorzitter van de Raad de lidstaten vragen om in te stemmen."
    assert kinds(chair.replace("voorzitter", "Voorzitterschap"), "Presidency")
    assert not kinds("Zweden wil de grens beter bewaken.", "Presidency")
