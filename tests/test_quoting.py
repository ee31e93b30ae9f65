"""A question that asks for a summary is answered with the item it means, summed up."""

from __future__ import annotations

from pathlib import Path

import pytest
from summary_papers import TITLES, library_of, made

from index.library import Library
from index.search import NO_FILTERS
from rag.evidence import Candidate, candidates
from rag.question import Understood, understand
from rag.quoting import quoted
from rag.retrieve import retrieve
from rag.summaries.asked import asks_summary

BODIES = {
    "Justitie/1": "De richtlijn corruptiebestrijding stond op de agenda van de Raad. "
    "De Raad nam de algemene oriëntatie over de strafmaat aan met ruime meerderheid. "
    "Nederland steunde de tekst, maar vroeg om lagere straffen voor kleine zaken. "
    "Nederland riep op tot snelle onderhandelingen met het Europees Parlement. "
    "Finland stemde tegen, omdat het de hoogste straffen veel te zwaar vindt.",
    "Justitie/2": "De richtlijn over e-Codex is kort besproken in de Raad.",
}


@pytest.mark.parametrize(
    "question",
    [
        "Vat het punt over corruptie samen.",
        "Geef een samenvatting van de corruptierichtlijn.",
        "Waar gaat de richtlijn in het kort over?",
        "Give me a short summary of the directive.",
        "Summarise the Dutch contribution.",
        "What are the main points of the directive?",
    ],
)
def test_words_that_ask_for_a_summary(question: str) -> None:
    assert asks_summary(question)


@pytest.mark.parametrize(
    "question",
    ["Wat vond Nederland van de richtlijn?", "Nam de Raad het pact samen met de richtlijn aan?"],
)
def test_other_questions_ask_for_none(question: str) -> None:
    assert not asks_summary(question)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, made("v.txt", BODIES))


def found(library: Library, question: str) -> tuple[Understood, list[Candidate]]:
    asked = understand(question, library.documents())
    return asked, candidates(library, asked, retrieve(library, asked, 40, NO_FILTERS))


def test_the_item_is_summed_up_in_the_order_of_its_text(library: Library) -> None:
    asked, some = found(library, f"Vat het punt {TITLES['Justitie/1']} samen.")
    chosen = quoted(library, asked, some, 150)
    assert [one.item.path for one in chosen] == ["Justitie/1"] * 5  # it is short: all of it
    assert [one.span.start for one in chosen] == sorted(one.span.start for one in chosen)
    assert sum(len(one.text.split()) for one in quoted(library, asked, some, 40)) <= 40


def test_one_actor_s_contribution_is_told_by_his_own_words(library: Library) -> None:
    asked, some = found(library, "Vat de Nederlandse inbreng bij de corruptierichtlijn samen.")
    chosen = quoted(library, asked, some, 150)
    assert [one.text.split()[:2] for one in chosen] == [
        ["Nederland", "steunde"],
        ["Nederland", "riep"],
    ]


def test_without_words_or_candidates_nothing_is_quoted(library: Library) -> None:
    asked, some = found(library, "Vat de corruptierichtlijn samen.")
    assert quoted(library, asked, some, 0) == []
    assert quoted(library, asked, [], 150) == []
