"""The logistic function, weighed sums, and the weights that ship with the program."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import seen

from rag.features import answer_features, sentence_features
from rag.question import understand
from rag.weights import Scorer, fitted, logistic, logit, raised, read_weights

TWO = Scorer(-1.0, {"words": 2.0, "note": -1.0})


def test_logistic_and_logit_at_points_known_by_heart() -> None:
    assert (logistic(0), logit(0.5)) == (0.5, 0)
    assert logistic(math.log(3)) == pytest.approx(0.75)  # odds of three to one
    assert logit(0.75) == pytest.approx(math.log(3))
    assert logistic(-math.log(9)) == pytest.approx(0.1)


def test_what_is_certain_stays_finite() -> None:
    assert 0 < logistic(-1e9) < 1e-12
    assert 1 - 1e-12 < logistic(1e9) < 1
    assert logit(0) == pytest.approx(-math.log(9999))
    assert logit(1) == pytest.approx(math.log(9999))


@given(st.floats(-9, 9))
def test_logit_undoes_logistic(score: float) -> None:
    assert logit(logistic(score)) == pytest.approx(score, abs=1e-6)


def test_a_scorer_of_two_weights() -> None:
    # -1 + 2 · 1 - 1 · 0.5 = 0.5; features without a weight count nothing
    assert TWO.of({"words": 1, "note": 0.5, "rank": 9}) == pytest.approx(1 / (1 + math.exp(-0.5)))
    assert TWO.of({"words": 0.5, "note": 0}) == 0.5
    with pytest.raises(KeyError, match="note"):
        TWO.of({"words": 1})


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(0, 1e6))
def test_a_probability_rises_with_what_counts_for(words: float, note: float, more: float) -> None:
    one = TWO.of({"words": words, "note": note})
    assert 0 < one < 1
    assert TWO.of({"note": note, "words": words}) == one
    assert TWO.of({"words": words + more, "note": note}) >= one
    assert TWO.of({"words": words, "note": note + more}) <= one


def test_weights_are_read_as_written(tmp_path: Path) -> None:
    written = {
        "release": "any",
        "sentence": {"bias": -1, "weights": {"words": 2}},
        "question": {"bias": 0.5, "weights": {"sure": 3, "names": -4}},
        "least": 0.25,
    }
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(written), encoding="utf-8")
    read = read_weights(file)
    assert (read.sentence.bias, dict(read.sentence.weights)) == (-1.0, {"words": 2})
    assert (read.question.bias, dict(read.question.weights)) == (0.5, {"sure": 3, "names": -4})
    assert read.least == 0.25


def test_a_broken_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    with pytest.raises(OSError, match="No such file"):
        read_weights(file)
    file.write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="Expecting"):
        read_weights(file)
    file.write_text('{"sentence": {"bias": 0, "weights": {}}}', encoding="utf-8")
    with pytest.raises(KeyError, match="question"):
        read_weights(file)


def test_the_shipped_weights_weigh_just_the_features_there_are() -> None:
    asked, found = understand("Wat vond Nederland van asiel?"), [seen()]
    (sentence,) = sentence_features(asked, found)
    question = answer_features(asked, found, [0.5])
    assert set(fitted().sentence.weights) == set(sentence)
    assert set(fitted().question.weights) == set(question)
    every = [*fitted().sentence.weights.values(), *fitted().question.weights.values()]
    assert all(math.isfinite(weight) for weight in every)
    assert 0 < fitted().least < 1


def test_the_shipped_weights_point_where_a_reader_expects() -> None:
    sentence, question = fitted().sentence.weights, fitted().question.weights
    for name in ("words", "likeness", "item", "rank", "speaks", "named", "in_time", "amount"):
        assert sentence[name] > 0, name
    for name in ("another_speaks", "off_time", "note"):
        assert sentence[name] < 0, name
    for name in ("borne_out", "acronyms", "states_there"):
        assert question[name] > 0, name


def test_odds_are_raised() -> None:
    assert raised(0.5, math.log(3)) == pytest.approx(0.75)  # odds 1 become 3
    assert raised(0.2, 0.0) == 0.2
