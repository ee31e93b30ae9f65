"""Sentences that give the detail a question asks for come before others that are as likely."""

from __future__ import annotations

from pathlib import Path

import pytest
from summary_papers import library_of, made

from index.library import Library
from index.search import NO_FILTERS
from rag.detailed import COUNTS, GIVES, counts, detailed
from rag.evidence import Candidate, candidates
from rag.question import Understood, understand
from rag.retrieve import retrieve
from rag.weights import raised

BODIES = {
    "Justitie/1": "Het fonds voor slachtoffers is besproken. "
    "Het fonds voor slachtoffers krijgt 40 miljoen euro. "
    "De directeur van het fonds, Anna Visser, gaf uitleg over slachtoffers. "
    "Het rapport over het fonds heeft 12 aanbevelingen voor slachtoffers, met 3 bijlagen."
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, made("v.txt", BODIES))


def found(library: Library, question: str) -> tuple[Understood, list[Candidate]]:
    asked = understand(question, library.documents())
    return asked, candidates(library, asked, retrieve(library, asked, 40, NO_FILTERS))


@pytest.mark.parametrize(
    ("question", "begins", "more"),
    [
        ("Hoeveel geld krijgt het fonds?", "Het fonds voor slachtoffers krijgt", GIVES),
        ("Wie is de directeur van het fonds?", "De directeur", GIVES),
        ("Hoeveel aanbevelingen over het fonds zijn er?", "Het rapport", GIVES + COUNTS),
    ],
)
def test_what_gives_the_detail_is_raised(
    library: Library, question: str, begins: str, more: float
) -> None:
    asked, before = found(library, question)
    fits = {one.text: one.fit for one in before}
    after = detailed(library, asked, before)
    (told,) = [one for one in after if one.text.startswith(begins)]
    assert told.fit == pytest.approx(raised(fits[told.text], more))
    assert [one.fit for one in after] == sorted((one.fit for one in after), reverse=True)
    assert {one.text for one in after} == set(fits)


def test_a_question_after_no_detail_changes_nothing(library: Library) -> None:
    asked, before = found(library, "Wat is er over het fonds besproken?")
    assert detailed(library, asked, before) == before
    assert detailed(library, asked, []) == []


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Het rapport heeft 42 aanbevelingen.", True),
        ("Er zijn twaalf nieuwe aanbevelingen.", True),
        ("De aanbevelingen kosten 3 miljoen euro.", False),
        ("1) aanbevelingen volgen.", False),
    ],
)
def test_a_number_counts_what_follows_it(sentence: str, counted: bool) -> None:
    assert counts(sentence, frozenset({"aanbevel"})) == counted
