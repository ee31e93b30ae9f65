"""Of one subject, what was decided comes first when that is asked, and what is to come."""

from __future__ import annotations

from pathlib import Path

import pytest
from summary_papers import library_of, made

from index.library import Library
from index.search import NO_FILTERS
from rag.evidence import Candidate, candidates
from rag.outcomes.favoured import favoured
from rag.question import Understood, understand
from rag.retrieve import retrieve

BODIES = {
    "Justitie/1": "De corruptierichtlijn van de Commissie bevat strafmaxima voor corruptie. "
    "Nederland vond de corruptierichtlijn belangrijk voor de aanpak van corruptie. "
    "De Raad nam de algemene oriëntatie met ruime meerderheid aan. "
    "De Commissie kondigde aan in mei 2025 met een evaluatie te komen.",
    "Justitie/2": "De Raad nam de conclusies over digitalisering zonder debat aan.",
}
DECIDED = "De Raad nam de algemene oriëntatie met ruime meerderheid aan."
NEXT = "De Commissie kondigde aan in mei 2025 met een evaluatie te komen."


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, made("v.txt", BODIES))


def found(library: Library, question: str) -> tuple[Understood, list[Candidate]]:
    asked = understand(question, library.documents())
    return asked, candidates(library, asked, retrieve(library, asked, 40, NO_FILTERS))


@pytest.mark.parametrize(
    ("question", "raised"),
    [
        ("Is de corruptierichtlijn over corruptie erdoor gekomen?", DECIDED),
        ("Wat is er besloten over de corruptierichtlijn?", DECIDED),
        ("Hoe gaat het verder met de corruptierichtlijn?", NEXT),
    ],
)
def test_the_sentence_that_tells_it_is_raised_and_no_other_item(
    library: Library, question: str, raised: str
) -> None:
    asked, before = found(library, question)
    fits = {one.text: one.fit for one in before}
    after = favoured(asked, before)
    higher = [one.text for one in after if one.fit > fits[one.text]]
    assert raised in higher
    assert {one.text for one in after} == set(fits)
    assert all(one.fit >= fits[one.text] for one in after)
    assert [one.fit for one in after] == sorted((one.fit for one in after), reverse=True)


@pytest.mark.parametrize(
    "question",
    [
        "Wat vond Nederland van de corruptierichtlijn?",
        "Heeft Nederland iets besloten over de corruptierichtlijn?",
        "Wat staat er in de corruptierichtlijn?",
    ],
)
def test_other_questions_leave_the_order_as_it_was(library: Library, question: str) -> None:
    asked, before = found(library, question)
    assert favoured(asked, before) == before


def test_nothing_of_nothing(library: Library) -> None:
    asked, _ = found(library, "Wat is er besloten over de corruptierichtlijn?")
    assert favoured(asked, []) == []
