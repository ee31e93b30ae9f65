"""The analyser: one way of seeing words for index and question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analyse import Analyser, analyser, content_tokens, fold, tokens

A = Analyser()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("minister", "ministers"),
        ("raad", "raden"),
        ("lidstaat", "lidstaten"),
        ("verordening", "Verordeningen"),
        ("detectiebevel", "detectiebevelen"),
        ("positie", "posities"),
        ("sanctie", "sancties"),
        ("agenda", "agenda's"),
        ("agenda", "agenda’s"),
        ("Commissie", "COMMISSIE"),
        ("financiële", "financiele"),
        ("coördinatie", "coo\u0308rdinatie"),
        ("EU", "EU's"),
        ("32317", "32.317"),
        ("1000000", "1.000.000"),
        ("2,5", "2.5"),
        ("lidstaten", "lid\u00adstaten"),
    ],
)
def test_forms_of_one_word_unite(one: str, other: str) -> None:
    assert A.terms(one) == A.terms(other)


def test_minister_stays_a_minister() -> None:
    assert A.terms("minister") == ["minister"]


def test_hyphenated_words_are_indexed_in_parts_and_as_one() -> None:
    assert A.every_term("JBZ-Raad") == ["jbz", "rad", "jbzrad"]
    assert A.terms("JBZ‑Raad") == A.terms("JBZ-Raad")
    assert set(A.terms("JBZ Raad")) < set(A.terms("JBZ-Raad"))
    assert set(A.terms("JBZRaad")) < set(A.terms("JBZ-Raad"))
    assert A.terms("Justitie- en Asielraad") == [*A.terms("justitie"), *A.terms("asielraad")]


def test_numbers_are_kept() -> None:
    assert A.terms("2,5 miljard in 2024, Kamerstuk 32317 nr. 10") == [
        "2,5",
        "miljard",
        "2024",
        "kamerstuk",
        "32317",
        "nr",
        "10",
    ]
    assert A.terms("COM(2022)209") == ["com", "2022", "209"]


def test_stop_words_leave_a_question_unless_it_has_nothing_else() -> None:
    assert A.terms("What was the position of the Council?") == A.terms("position council")
    assert A.terms("Wat vindt de Raad van het voorstel?") == A.terms("vindt raad voorstel")
    assert A.terms("wat is dat") == ["wat", "is", "dat"]
    assert "de" in A.every_term("de Raad")


def test_names_in_capitals_are_no_stop_words() -> None:
    assert A.terms("position of IT and US") == ["position", "it", "us"]
    assert A.terms("it is known") == A.terms("known")


def test_empty_text_has_no_terms() -> None:
    assert A.terms("") == A.every_term("— … ?!") == tokens("") == content_tokens("…") == []


def test_tokens_are_words_as_they_stand() -> None:
    assert tokens("De lidstaten: JBZ‑Raad") == ["De", "lidstaten", "JBZ-Raad"]
    assert content_tokens("De lidstaten") == ["lidstaten"]
    assert content_tokens("de het een") == ["de", "het", "een"]
    assert A.every_form("JBZ-lidstaten") == ["jbz", "lidstaten", "jbzlidstaten"]
    assert A.terms_of("JBZ-lidstaten") == ("jbz", "lidstat", "jbzlidstat")


@given(st.text(max_size=200))
def test_any_text_gives_clean_terms(text: str) -> None:
    terms = A.every_term(text)
    assert terms == Analyser().every_term(text)
    assert all(term and not any(letter.isspace() for letter in term) for term in terms)
    assert set(A.terms(text)) <= set(terms)


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_there_is_one_analyser() -> None:
    assert analyser() is analyser()
