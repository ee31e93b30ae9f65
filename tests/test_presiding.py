"""A country that holds the presidency speaks as the Presidency, and the Presidency for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from papers import candidate

from rag.presiding import heard_as, named_as
from rag.question import understand

PAPER = replace(candidate("a.txt", "2023-12-04", 1).document, presidency="Spanje")
INCOMING = "Werkprogramma van het aantredende voorzitterschap"


@pytest.mark.parametrize(
    ("said", "asked", "text", "title", "heard"),
    [
        (("Presidency",), ("ES",), "", "", ("Presidency", "ES")),
        (("Presidency",), ("BE",), "", "", ("Presidency",)),
        (("Presidency", "NL"), ("ES", "FR"), "", "", ("Presidency", "NL", "ES")),
        (("ES",), ("Presidency",), "", "", ("ES", "Presidency")),
        (("FR",), ("Presidency",), "", "", ("FR",)),
        (("Commission",), ("ES",), "", "", ("Commission",)),
        ((), ("ES",), "", "", ()),
        (("Presidency",), ("NL",), "", "", ("Presidency",)),
        # the incoming one is the next country's, and no longer the paper's own
        (("Presidency",), ("BE",), "", INCOMING, ("Presidency", "BE")),
        (("Presidency",), ("ES",), "", INCOMING, ("Presidency",)),
        (("Presidency",), ("BE",), "het Belgisch voorzitterschap", "", ("Presidency", "BE")),
        (("BE",), ("Presidency",), "", INCOMING, ("BE", "Presidency")),
    ],
)  # fmt: skip
def test_who_counts_as_the_one_asked_for(
    said: tuple[str, ...], asked: tuple[str, ...], text: str, title: str, heard: tuple[str, ...]
) -> None:
    assert heard_as(said, asked, PAPER, text, title) == heard


def test_a_paper_without_a_presidency_leaves_all_as_it_is() -> None:
    paper = replace(PAPER, presidency=None)
    assert heard_as(("Presidency",), ("ES",), paper) == ("Presidency",)


def test_presidencies_that_a_text_names() -> None:
    assert named_as("onder Belgisch en onder Hongaars voorzitterschap") == {"HU"}
    assert named_as("het Belgische voorzitterschap") == {"BE"}
    assert named_as("het voorzitterschap") == frozenset()


@pytest.mark.parametrize(
    ("question", "actors"),
    [
        ("what did the Spanish presidency propose?", ("Presidency",)),
        ("Spain as chair: what did it propose?", ("Presidency",)),
        ("wat wil het aantredende Belgische voorzitterschap?", ("BE",)),
        ("What did the incoming Hungarian presidency announce?", ("HU",)),
        ("ahead of the Belgian turn at the helm, what did the Belgians want?", ("BE",)),
        ("How did Madrid plan to finish the pact?", ("ES",)),
    ],
)
def test_a_presidency_that_a_question_names(question: str, actors: tuple[str, ...]) -> None:
    assert understand(question).actors == actors
