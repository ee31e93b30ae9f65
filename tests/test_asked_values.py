"""What of a quote gives the number, date or amount that was asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.asked_values import asked_values

HOW_MANY, WHEN = "Hoeveel grenswachten zijn er?", "Wanneer gaat het in?"


def marked(question: str, sentence: str) -> list[str]:
    return [sentence[start:end] for start, end in asked_values(question, sentence)]


@pytest.mark.parametrize(
    ("question", "sentence", "found"),
    [
        (HOW_MANY, "Op 3 maart 2024 waren het 2.500, in 17 lidstaten.", ["2.500", "17 lidstaten"]),
        (
            HOW_MANY,
            "Dat is 2,5 miljard euro of € 40 miljoen.",
            ["2,5 miljard euro", "€ 40 miljoen"],
        ),
        (HOW_MANY, "Dat is 12,5% meer; vijf landen zijn tegen.", ["12,5%", "vijf landen"]),
        ("how many?", "De Tweede Kamer besprak artikel 3 van Verordening (EU) 2021/2303.", []),
        ("how many?", "De tweede lezing volgt.", []),
        ("how many?", "Dit gaat over 1) data en 2) 42 regels (17).", ["42", "17"]),
        (WHEN, "Over COM(2022) 209 wordt in 2027 gestemd.", ["2027"]),
        (HOW_MANY, "Over COM(2022) 209 stemden twee landen.", ["twee landen"]),
        (HOW_MANY, "Het EES start op 10 november 2024.", []),
        (WHEN, "Het EES start op 10 november 2024 met 3 lidstaten.", ["10 november 2024"]),
        (WHEN, "Op 13 en 14 juni 2024, of anders eind 2026.", ["13 en 14 juni 2024", "eind 2026"]),
        ("what is the deadline?", "Uiterlijk in juni 2026 is het af.", ["juni 2026"]),
        ("Wat vond Nederland?", "Het kost 5 miljoen euro in 2024.", []),
    ],
)
def test_what_is_marked(question: str, sentence: str, found: list[str]) -> None:
    assert marked(question, sentence) == found


SAID = (
    "op 13 juni 2024 miljoen 2,5 % twee vijf artikel (EU) 2021/2303 euro - , de Kamer Tweede eind"
)


@given(st.lists(st.sampled_from(SAID.split()), max_size=12).map(" ".join), st.booleans())
def test_marks_lie_in_order_within_the_sentence(sentence: str, when: bool) -> None:
    question = WHEN if when else HOW_MANY
    edges = [at for mark in asked_values(question, sentence) for at in mark]
    assert edges == sorted(edges) and all(0 <= at <= len(sentence) for at in edges)
    assert all(part.strip() == part != "" for part in marked(question, sentence))
