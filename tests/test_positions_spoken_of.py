"""Whose words a sentence is not, though it names them."""

from __future__ import annotations

from pathlib import Path

import pytest
from position_papers import made, over

from rag.positions.follow import positions
from rag.positions.spoken_of import only_spoken_of


@pytest.mark.parametrize(
    ("text", "actor", "speaking"),
    [
        (
            "Nederland gaf aan dat het het initiatief van de Commissie en de bereidheid van "
            "Malta kon verwelkomen.",
            "Commission",
            ("NL", "Commission"),
        ),
        ("Zweden wees op het rapport van de Commissie.", "Commission", ("SE", "Commission")),
        (
            "Gewezen wordt op de afspraken tussen Malta, Italië en de Commissie van mei jl.",
            "Commission",
            ("MT", "IT", "Commission"),
        ),
    ],
)
def test_who_another_speaks_of_does_not_speak(
    text: str, actor: str, speaking: tuple[str, ...]
) -> None:
    assert only_spoken_of(text, actor, speaking)


@pytest.mark.parametrize(
    ("text", "actor", "speaking"),
    [
        ("De Commissie en Nederland steunden het voorstel.", "NL", ("Commission", "NL")),
        ("Het standpunt van Nederland is dat de Commissie moet optreden.", "NL", ("NL",)),
        ("Samen met Malta pleitte Nederland voor een register.", "MT", ("NL", "MT")),
        ("Voor Nederland is het register van belang.", "NL", ("NL",)),
        (
            "Zweden wees op het rapport van de Commissie, en de Commissie zegde een brief toe.",
            "Commission",
            ("SE", "Commission"),
        ),
        ("Hij zegde een voorstel toe.", "Commission", ("Commission",)),
    ],
)
def test_who_speaks_somewhere_in_the_sentence_is_heard(
    text: str, actor: str, speaking: tuple[str, ...]
) -> None:
    assert not only_spoken_of(text, actor, speaking)


def test_no_step_of_an_actor_is_another_ones_words(tmp_path: Path) -> None:
    body = (
        "De Commissie lichtte het register toe. Nederland gaf aan dat het, met het oog op de "
        "voortgang in Malta, het initiatief van de Commissie en bereidheid van Malta voor een "
        "register kon verwelkomen."
    )
    assistant = over(tmp_path, made("p", "verslag", ("2031-10-09",), [("1", "Register", body)]))
    commission, dutch = positions(assistant, ["Commissie", "NL"], "register").sides
    assert not any("Nederland" in step.statement.text for step in commission.steps)
    assert [step.kind for step in dutch.steps] == ["support"]
