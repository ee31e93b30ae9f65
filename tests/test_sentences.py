"""Sentences of official prose."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.nouns import Span
from index.sentences import sentences, without_call


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Zie Kamerstuk 32 317, nr. 771 van dit jaar.",
        "De heer dr. A.B. Voorbeeld sprak namens o.a. Nederland en c.q. België.",
        "Op 7 maart jl. sprak de Raad over art. 5 van de richtlijn.",
        "Het kost 20.000 euro en 2.5 procent meer.",
        "De V.S. Congresleden stemden in.",
        "1. Bewijs is een titel.",
        "De ministers (o.a. Nederland) stemden voor.",
        "Landen aan zee, m.n. Malta, d.w.z. Malta en Cyprus, zwegen.",
        "Het gaat d.m.v. Europol.",
        "Zij vroegen om o.a.\n\nopvang en geld.",
        "Het plan dat zij op 3 mei jl.\ntoonden, ligt stil.",
    ],
)
def test_points_that_end_nothing(whole: str) -> None:
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Een zin. Een tweede zin.", ["Een zin.", "Een tweede zin."]),
        ("Waarom? Daarom! Goed.", ["Waarom?", "Daarom!", "Goed."]),
        ("Hij zei: „Ja.” Zij zweeg.", ["Hij zei: „Ja.”", "Zij zweeg."]),
        ("Dat was in 2031. De Raad zweeg.", ["Dat was in 2031.", "De Raad zweeg."]),
        ("Een regel\nNog een regel", ["Een regel", "Nog een regel"]),
        ("Een punt.\nnog een punt", ["Een punt.", "nog een punt"]),
        ("Dat was op 3 mei jl.\nDe Raad zweeg.", ["Dat was op 3 mei jl.", "De Raad zweeg."]),
        ("Een zin.\n\n• Een punt. • Nog een.", ["Een zin.", "• Een punt.", "• Nog een."]),
        ("Zij wachtten… Niets kwam.", ["Zij wachtten…", "Niets kwam."]),
        ("Meer in bijlage 3. 2 landen zwegen.", ["Meer in bijlage 3.", "2 landen zwegen."]),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_sentences_of_a_part_of_a_text() -> None:
    text = "Een zin. Twee zin. Drie zin."
    assert [span.of(text) for span in sentences(text, Span(9, 18))] == ["Twee zin."]
    assert sentences(text, Span(8, 9)) == []
    assert sentences(text, Span(4, 4)) == []


def test_the_call_of_a_note_before_a_sentence_is_left_out() -> None:
    text = "Dat was op 3 mei jl. 7 Landen zwegen."
    last = sentences(text)[-1]
    assert last.of(text) == "7 Landen zwegen."
    assert without_call(text, last, 7).of(text) == "Landen zwegen."
    assert without_call(text, last, 8) == last
    assert without_call("7 Landen zwegen.", Span(0, 16), 7) == Span(0, 16)


@given(st.text(alphabet="aB1 .?!…\n)”(", max_size=80))
def test_sentences_are_slices_in_order_that_lose_only_white_space(text: str) -> None:
    found = sentences(text)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
    assert "".join(split(text)).split() == text.split() or "".join(
        "".join(split(text)).split()
    ) == "".join(text.split())
    assert all(part == part.strip() and part for part in split(text))
