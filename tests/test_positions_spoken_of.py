"""Whose words a sentence is not, though it names them."""

from __future__ import annotations

import pytest

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
