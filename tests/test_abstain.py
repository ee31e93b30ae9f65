"""Withholding an answer: another actor, another meeting, nothing in common; and not too often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import candidate, seen

from index.settings import Settings
from rag.abstain import answered, enough
from rag.assistant import Assistant
from rag.evidence import Candidate
from rag.features import answer_features
from rag.open import add_paths, open_assistant
from rag.question import understand
from rag.weights import fitted

REPORT = """Verslag van de Raad Justitie en Binnenlandse Zaken, {date}

I. Justitie

1. {title}

{body}
"""
RETURN = (
    "Zweden pleitte voor terugkeerhubs in derde landen. Nederland steunde de terugkeerhubs onder "
    "voorwaarden. Andere lidstaten wilden eerst meer weten over de terugkeerhubs."
)
VISA = "Denemarken vroeg om strengere visumregels. De Commissie beloofde een voorstel over visa."


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("papers")
    for name, date, title, body in (
        ("een.txt", "13 en 14 juni 2024", "Terugkeer", RETURN),
        ("twee.txt", "4 en 5 december 2023", "Visumbeleid", VISA),
    ):
        (folder / name).write_text(
            REPORT.format(date=date, title=title, body=body), encoding="utf-8"
        )
    opened = open_assistant(Settings(), tmp_path_factory.mktemp("library") / "l", create=True)
    add_paths(opened.library, [folder], Settings())
    return opened


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Wat vond Zweden van terugkeerhubs?", "answered"),
        ("Was Sweden in favour of return hubs?", "answered"),
        ("Wat vond Nederland van terugkeerhubs in juni 2024?", "answered"),
        ("Wat vond Denemarken van terugkeerhubs?", "not_found"),  # named, but for another subject
        ("Did Hungary oppose return hubs?", "not_found"),
        ("Wat zei de Raad in december 2023 over terugkeerhubs?", "not_found"),  # another meeting
        ("Wat zei de Raad in 2019 over terugkeerhubs?", "not_found"),  # no paper, no text of then
        ("Recept voor appeltaart met kaneel", "not_found"),
        ("qqqxq zzyzx wwvwv", "not_found"),  # words that nobody wrote
        ("Wat vond Nederland van qqqxq?", "not_found"),  # whoever is asked about
        ("What did the Netherlands think of zzyzx?", "not_found"),
        ("Wat wilde de Commissie met melkveehouderij?", "not_found"),  # a word, but not of theirs
        ("Wat is het standpunt over walvisvangst?", "not_found"),
        ("de of het een", "not_found"),
    ],
)
def test_an_answer_is_withheld_when_the_papers_have_none(
    assistant: Assistant, question: str, status: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status == status
    assert bool(answer.note)


ASKED = understand("Wat vond Nederland van asiel?")


def found(*told: tuple[float, float, float]) -> list[Candidate]:
    """Candidates by their fit, the share of words in the sentence and of those in the title."""
    return [
        replace(
            candidate(f"{n}.txt", "2024-06-13", 0),
            fit=fit,
            seen=seen(
                **{"item": (f"{n}.txt", "1"), "actors": ("NL",), "hit": n / 10},
                **{"words": words, "title_words": title},
            ),
        )
        for n, (fit, words, title) in enumerate(told)
    ]


def reckoned(candidates: Sequence[Candidate]) -> float:
    seen_of = [one.seen for one in candidates]
    return fitted().question.of(answer_features(ASKED, seen_of, [one.fit for one in candidates]))


def test_the_probability_is_that_of_the_features() -> None:
    some = found((0.9, 0.5, 0), (0.4, 0.2, 0.5))
    assert answered(ASKED, some) == pytest.approx(reckoned(some))
    assert enough(answered(ASKED, some)) is (reckoned(some) >= fitted().least)


def test_nothing_found_answers_nothing() -> None:
    assert answered(ASKED, []) == 0
    assert enough(answered(ASKED, [])) is False


def test_without_a_word_in_common_nothing_is_answered_however_sure() -> None:
    likely = found((0.99, 0, 0), (0.99, 0, 0))
    assert reckoned(likely) > fitted().least
    assert enough(answered(ASKED, likely)) is False
    assert enough(answered(ASKED, found((0.99, 0, 0), (0.99, 0, 0.5))))  # a title has one
    assert enough(answered(ASKED, found((0.99, 0, 0), (0.99, 0.5, 0))))


SHARE = st.floats(0, 1)


@given(st.lists(st.tuples(st.floats(0.001, 0.999), SHARE, SHARE), max_size=6))
def test_a_probability_lies_between_no_and_yes(told: list[tuple[float, float, float]]) -> None:
    assert 0 <= answered(ASKED, found(*told)) < 1


@given(st.floats(0.001, 0.5), st.floats(0, 0.499))
def test_a_surer_sentence_makes_an_answer_likelier(fit: float, more: float) -> None:
    assert answered(ASKED, found((fit + more, 0.5, 0))) >= answered(ASKED, found((fit, 0.5, 0)))
