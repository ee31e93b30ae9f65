"""What is seen of sentences and of a whole answer, reckoned by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import seen

from rag.features import (
    AMOUNT,
    AMOUNT_ASKED,
    TITLE,
    Seen,
    answer_features,
    item_scores,
    sentence_features,
)
from rag.question import Understood, understand
from rag.weights import logit

ONE, TWO = ("a.txt", "Justitie/1"), ("b.txt", "Justitie/2")
DUTCH = seen(
    *("Nederland wil 5 miljoen voor asiel.",),
    **{"item": ONE, "actors": ("NL",), "opens": True, "words": 0.8, "likeness": 0.6},
    **{"title_words": 0.5, "title_likeness": 0.4, "hit": 0.7, "rank": 1},
)
GERMAN = seen(
    *("Duitsland was tegen.",),
    **{"item": ONE, "actors": ("DE",), "words": 0.2, "likeness": -0.1},
    **{"title_words": 0.5, "title_likeness": 0.4, "hit": 0.9, "rank": 2},
)
NOTE = seen(
    *("Zie ook het stuk van Nederland over asiel.",),
    **{"item": TWO, "in_time": False, "note": True, "words": 0.4, "likeness": 0.3},
    **{"title_likeness": -0.2, "hit": 0.5, "rank": 3},
)
THREE = [DUTCH, GERMAN, NOTE]
WHAT = understand("Wat vond Nederland van asiel?")
WHEN = understand("Hoeveel wilde Nederland in juni 2024 voor asiel?")


def test_an_item_is_as_good_as_its_best_passage_and_its_title() -> None:
    assert item_scores(THREE) == {ONE: pytest.approx(0.9 + TITLE * 0.5), TWO: 0.5}
    assert item_scores([]) == {}


def test_the_features_of_three_sentences() -> None:
    dutch, german, note = sentence_features(WHEN, THREE)
    assert dutch == {
        **{"words": 0.8, "likeness": 0.6, "title_words": 0.5, "title_likeness": 0.4},
        **{"item": 1, "rank": 1 / 2, "speaks": 1, "another_speaks": 0, "named": 1},
        **{"somebody_speaks": 1, "in_time": 1, "off_time": 0, "amount": 1, "opens": 1, "note": 0},
    }
    assert german == {
        **{"words": 0.2, "likeness": 0, "title_words": 0.5, "title_likeness": 0.4},
        **{"item": 1, "rank": 1 / 3, "speaks": 0, "another_speaks": 1, "named": 0},
        **{"somebody_speaks": 1, "in_time": 1, "off_time": 0, "amount": 0, "opens": 0, "note": 0},
    }
    assert note == {
        **{"words": 0.4, "likeness": 0.3, "title_words": 0, "title_likeness": 0},
        **{"item": pytest.approx(0.5), "rank": 1 / 4, "speaks": 0, "another_speaks": 0, "named": 1},
        **{"somebody_speaks": 0, "in_time": 0, "off_time": 1, "amount": 0, "opens": 0, "note": 1},
    }


def test_what_is_not_asked_is_not_seen() -> None:
    """No time, no actor, no amount in the question: none of the features that match these."""
    for features in sentence_features(understand("asiel"), THREE):
        for name in ("speaks", "another_speaks", "named", "in_time", "off_time", "amount"):
            assert features[name] == 0


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Hoeveel lidstaten waren voor?", True),
        ("Hoe lang duurt de controle?", True),
        ("Wanneer gaat het in?", True),
        ("By what date must it be done?", True),
        ("How many member states were in favour?", True),
        ("Wat vond Nederland?", False),
        ("Who updated it?", False),  # a date is not in "updated"
    ],
)
def test_questions_for_an_amount(question: str, asks: bool) -> None:
    assert bool(AMOUNT_ASKED.search(question)) is asks


def test_amounts_in_letters_are_amounts() -> None:
    assert AMOUNT.search("binnen drie maanden")
    assert AMOUNT.search("op 1 mei")
    assert not AMOUNT.search("driest en achteraf")


SURE = [0.6, 0.3, 0.1]


def told(asked: Understood, found: list[Seen], sure: list[float]) -> dict[str, float]:
    return dict(answer_features(asked, found, sure))


def test_the_features_of_an_answer() -> None:
    # the first sentence is the surest and reports Dutch words: nothing is taken off
    assert told(WHAT, THREE, SURE) == {
        "borne_out": pytest.approx(logit(1 / 3)),
        "acronyms": 1,
        "states_there": 1,  # the Netherlands speaks in every paper: no state is asked for
        "parts": 0,
    }


def test_only_the_three_surest_count() -> None:
    found = [DUTCH, GERMAN, DUTCH, DUTCH]
    assert told(WHAT, found, [0.1, 0.9, 0.3, 0.9])["borne_out"] == pytest.approx(logit(0.7))
    assert told(WHAT, [DUTCH], [0.2])["borne_out"] == pytest.approx(logit(0.2))


def test_what_is_not_borne_out_is_taken_off() -> None:
    """The Netherlands is half as sure as the best sentence; France is in none at all."""
    halved = told(WHAT, [DUTCH, GERMAN], [0.3, 0.6])["borne_out"]
    assert halved == pytest.approx(logit(0.45) + math.log(0.5))
    by_france = told(understand("Wat vond Frankrijk van asiel?"), THREE, SURE)["borne_out"]
    assert by_france == pytest.approx(logit(1 / 3) + math.log(0.01))


def test_another_actor_than_the_item_names() -> None:
    assert told(understand("Wat vond Duitsland van asiel?"), THREE, SURE)["states_there"] == 1
    assert told(understand("Wat vond Frankrijk van asiel?"), THREE, SURE)["states_there"] == 0
    both = told(understand("Wat vonden Duitsland en Frankrijk van asiel?"), THREE, SURE)
    assert (both["states_there"], both["parts"]) == (0.5, 1)


def test_the_item_on_the_subject_is_one_of_the_time_asked_for() -> None:
    late = seen("Duitsland.", item=ONE, in_time=False, hit=0.9)
    then = seen("Frankrijk.", item=TWO, hit=0.4)
    asked = understand("Wat vond Duitsland in juni 2024 van asiel?")
    assert told(asked, [late, then], [0.5, 0.4])["states_there"] == 0
    assert told(asked, [late], [0.5])["states_there"] == 1  # nothing of that time was found


def test_an_acronym_that_only_a_less_sure_sentence_has() -> None:
    asked = understand("Wat vond Nederland van ETIAS?")
    named = seen("Nederland wil ETIAS.", item=TWO)
    assert told(asked, [DUTCH, named], [0.5, 0.5])["acronyms"] == 1
    assert told(asked, [DUTCH, named], [0.5, 0.05])["acronyms"] == pytest.approx(0.5)  # a tenth
    assert told(asked, [DUTCH, NOTE], [0.5, 0.4])["acronyms"] == 0


def test_without_a_sentence_there_is_no_answer_to_weigh() -> None:
    assert sentence_features(WHAT, []) == []
    with pytest.raises(ValueError, match="max"):
        answer_features(WHAT, [], [])


SHARE = st.floats(0, 1)
QUESTIONS = st.sampled_from(
    ["asiel", "Hoeveel wilde Duitsland in juni 2024?", "Wat vonden Frankrijk en Nederland?"]
)


@st.composite
def some_found(draw: st.DrawFn) -> list[tuple[Seen, float]]:
    """Sentences of as many items, no two as good or as sure: nothing is left to their order."""
    number = draw(st.integers(1, 6))
    hits = draw(st.lists(st.integers(0, 1000), min_size=number, max_size=number, unique=True))
    sure = draw(st.lists(st.integers(1, 999), min_size=number, max_size=number, unique=True))
    actors = st.sampled_from([(), ("NL",), ("DE",), ("FR", "DE")])
    return [
        (
            seen(
                draw(st.sampled_from(["Duitsland wil 5.", "Frankrijk wil niets.", "Niemand."])),
                **{
                    "item": (f"{n}.txt", "1"),
                    "actors": draw(actors),
                    "in_time": draw(st.booleans()),
                },
                **{"words": draw(SHARE), "likeness": draw(st.floats(-1, 1)), "hit": hit / 1000},
                **{"title_likeness": draw(st.floats(-1, 1)), "rank": n + 1},
            ),
            likely / 1000,
        )
        for n, (hit, likely) in enumerate(zip(hits, sure, strict=True))
    ]


@given(some_found(), QUESTIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_sentences_tells_nothing(found, question, chance) -> None:
    asked, mixed = understand(question), list(found)
    chance.shuffle(mixed)
    seen_one, seen_other = [one for one, _ in found], [one for one, _ in mixed]
    of = dict(zip(map(id, seen_other), sentence_features(asked, seen_other), strict=True))
    assert [of[id(one)] for one in seen_one] == sentence_features(asked, seen_one)
    whole = answer_features(asked, seen_one, [sure for _, sure in found])
    assert answer_features(asked, seen_other, [sure for _, sure in mixed]) == pytest.approx(whole)


@given(some_found(), QUESTIONS)
def test_features_lie_between_nothing_and_all(found, question) -> None:
    asked, every = understand(question), [one for one, _ in found]
    for features in sentence_features(asked, every):
        assert all(0 <= value <= 1 for value in features.values())
    whole = dict(answer_features(asked, every, [sure for _, sure in found]))
    assert -9.3 + math.log(0.01) < whole.pop("borne_out") < 9.3
    assert all(0 <= value <= 1 for value in whole.values())
