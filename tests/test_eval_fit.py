"""Fitting weights: a planted rule is found again; what is made unanswerable is so."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import seen
from shelf import opened, put, reading

from eval.fit import DIGITS, FOLDS, NEAR_MISS, Case, Fit, fit, write_weights
from eval.gold import GoldQuote, Question
from eval.other_askings import STATES, other_askings
from index.actors import mentions
from index.library import Library
from rag.features import answer_features, sentence_features
from rag.question import Understood, understand
from rag.weights import read_weights

ASKED = understand("Wat vond Nederland van asiel?")


def planted(number: int) -> list[Case]:
    """Questions on as many papers; a sentence states the fact when its words are those asked for.

    An answerable question finds such a sentence and two others, an unanswerable one three others.
    All else is chance and tells nothing.
    """
    chance = random.Random(7)
    made = []
    for place in range(number):
        answerable = place % 2 == 0
        states = chance.sample((answerable, False, False), 3)
        sentences = tuple(
            seen(
                item=(f"{place}.txt", "1"),
                words=chance.uniform(0.6, 1) if told else chance.uniform(0, 0.4),
                likeness=chance.random(),
                rank=rank,
            )
            for rank, told in enumerate(states, start=1)
        )
        weight = 1.0 if answerable else NEAR_MISS
        made.append(Case(ASKED, sentences, tuple(states), answerable, place // 2 % FOLDS, weight))
    return made


CASES = planted(100)


@pytest.fixture(scope="module")
def made() -> Fit:
    return fit(CASES, 0.1)


def sure(case: Case, made: Fit) -> list[float]:
    return [made.sentence.of(features) for features in sentence_features(case.asked, case.seen)]


def test_the_planted_rule_is_found_again(made: Fit) -> None:
    weights = dict(made.sentence.weights)
    words = weights.pop("words")
    assert words > 3 * max(abs(weight) for weight in weights.values())
    for case in CASES:
        likely = sure(case, made)
        assert not case.answerable or case.states[likely.index(max(likely))]


def test_what_never_differs_weighs_nothing(made: Fit) -> None:
    for name in ("another_speaks", "in_time", "off_time", "amount", "note", "item"):
        assert made.sentence.weights[name] == pytest.approx(0, abs=1e-9)


def test_answers_are_told_from_what_is_none(made: Fit) -> None:
    right, wrong = [], []
    for case in CASES:
        features = answer_features(case.asked, case.seen, sure(case, made))
        (right if case.answerable else wrong).append(made.question.of(features))
    assert min(right) > max(wrong)
    assert (made.answered_in_vain, made.cases) == (0, 100)


@pytest.mark.parametrize("withheld", [0.0, 0.1, 0.5])
def test_least_lies_where_as_many_are_withheld_as_may_be(withheld: float) -> None:
    made = fit(CASES, withheld)
    assert withheld - 1 / 50 <= made.withheld <= withheld  # of fifty answerable questions
    assert 0 < made.least < 1


def test_a_case_without_sentences_teaches_nothing(made: Fit) -> None:
    empty = Case(ASKED, (), (), False, 0, NEAR_MISS)
    again = fit([*CASES, empty], 0.1)
    assert dict(again.question.weights) == pytest.approx(dict(made.question.weights))
    assert again.cases == 101


def test_the_features_keep_their_names(made: Fit) -> None:
    assert list(made.sentence.weights) == list(sentence_features(ASKED, [seen()])[0])
    assert list(made.question.weights) == list(answer_features(ASKED, [seen()], [0.5]))


def test_weights_are_written_as_they_are_read(tmp_path: Path, made: Fit) -> None:
    file = tmp_path / "weights.json"
    write_weights(made, file, "planted")
    read = read_weights(file)
    for one, other in ((read.sentence, made.sentence), (read.question, made.question)):
        assert one.bias == round(other.bias, DIGITS)
        assert dict(one.weights) == {n: round(w, DIGITS) for n, w in other.weights.items()}
    assert read.least == round(made.least, DIGITS)
    assert file.read_text(encoding="utf-8").startswith('{\n "release": "planted",\n "cases": 100,')
    write_weights(replace(made, sentence=read.sentence), tmp_path / "again.json", "planted")
    assert (tmp_path / "again.json").read_text() == file.read_text()


def test_rounding_changes_no_probability_that_a_reader_sees(tmp_path: Path, made: Fit) -> None:
    write_weights(made, tmp_path / "weights.json", "planted")
    read = read_weights(tmp_path / "weights.json")
    for case in CASES[:10]:
        for features in sentence_features(case.asked, case.seen):
            assert read.sentence.of(features) == pytest.approx(made.sentence.of(features), abs=1e-3)


def test_a_near_miss_that_is_answered_counts_as_in_vain() -> None:
    """Unanswerable questions that look like the others: no line keeps them apart."""
    alike = [
        replace(case, answerable=place % 2 == 0, weight=1.0 if place % 2 == 0 else NEAR_MISS)
        for place in range(50)
        for case in [CASES[2 * (place // 2)]]
    ]
    assert fit(alike, 0.0).answered_in_vain == 1


# questions made unanswerable

SAID = {
    "juni.txt": ("2024-06-13", "Terugkeerhubs", "Zweden en Frankrijk waren voor, Polen tegen."),
    "maart.txt": ("2023-03-09", "Terugkeerbeleid", "Duitsland zweeg. Italië was voor de hubs."),
    "mei.txt": ("2022-05-05", "Terugkeerhubs", "Oostenrijk wilde zulke hubs wel."),
    "jan.txt": ("2021-01-28", "Visumbeleid", "Hongarije sprak over visa."),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = opened(tmp_path_factory.mktemp("askings"))
    for name, (date, title, text) in SAID.items():
        one = reading(name, text, date=date)
        put(made, replace(one, items=(replace(one.items[0], title=title),)))
    return made


def question(words: str, *documents: str) -> Question:
    gold = tuple(GoldQuote(name, "Justitie/1", SAID[name][2]) for name in documents)
    return Question("q1", words, "nl", "position", None, gold, (), must_abstain=False)


def others(library: Library, words: str, *documents: str, seed: int = 1) -> list[Understood]:
    chance = random.Random(seed)
    return list(other_askings(library, question(words, *documents), understand(words), chance))


def test_another_actor_and_another_meeting(library: Library) -> None:
    words = "Wat vond Zweden van terugkeerhubs in juni 2024?"
    actor, meeting = others(library, words, "juni.txt")
    (state,) = actor.actors
    assert state in STATES
    assert state not in ("SE", "FR", "PL")
    assert "Zweden" not in actor.topic
    assert [m.actor for m in mentions(actor.topic)] == [state]
    assert actor.periods == understand(words).periods
    assert meeting.actors == ("SE",)
    ((first, last),) = [(period.first, period.last) for period in meeting.periods]
    assert first == last in ("2021-01", "2023-03")  # not the question's own, nor May 2022


def test_a_meeting_with_an_item_of_like_title_is_never_taken(library: Library) -> None:
    months = {
        asked.periods[0].first
        for seed in range(20)
        for asked in others(library, "Wat was er over terugkeerhubs?", "juni.txt", seed=seed)
    }
    assert months == {"2021-01", "2023-03"}  # May 2022 spoke of the same


def test_no_meeting_stands_in_for_several(library: Library) -> None:
    asked = others(library, "Wat was er over terugkeerhubs?", "juni.txt", "mei.txt")
    assert asked == []


def test_who_is_in_no_topic_is_added_to_it(library: Library) -> None:
    asked = replace(understand("hubs"), actors=("NL",))
    chance = random.Random(1)
    made = next(iter(other_askings(library, question("hubs", "juni.txt"), asked, chance)))
    assert made.topic.startswith("hubs ")
    assert [m.actor for m in mentions(made.topic)] == list(made.actors)


def test_the_same_seed_asks_the_same(library: Library) -> None:
    words = "Wat vond Zweden van terugkeerhubs?"
    assert others(library, words, "juni.txt", seed=3) == others(library, words, "juni.txt", seed=3)


@settings(max_examples=40)
@given(
    st.integers(0, 10_000),
    st.lists(st.sampled_from(sorted(SAID)), min_size=1, max_size=3, unique=True),
    st.sampled_from(["Wat vond Zweden van hubs?", "Waren Frankrijk en Duitsland voor?", "hubs"]),
)
def test_no_state_of_the_gold_is_ever_asked_about(
    library: Library, seed: int, documents: list[str], words: str
) -> None:
    asked = understand(words)
    there = {m.actor for name in documents for m in mentions(SAID[name][2])}
    for made in others(library, words, *documents, seed=seed):
        if made.actors != asked.actors:
            assert not set(made.actors) & (there | set(asked.actors))
        else:
            months = {SAID[name][0][:7] for name in documents}
            assert not months & {period.first for period in made.periods}
