"""BM25: by hand, against bm25s, and alike however rows are spread over parts."""

from __future__ import annotations

import math
import random

import bm25s
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analyse import Analyser
from index.lexical import K1, B, Postings, bm25, from_bytes, groups_of, post, to_bytes

A = Analyser()
WORDS = ["raad", "asiel", "grens", "politie", "rechter", "kind", "data", "drugs", "fraude", "visum"]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=12)


def live(*parts: Postings) -> np.ndarray:
    return np.ones(sum(len(part.lengths) for part in parts), bool)


def test_score_by_hand() -> None:
    part = post(["raad raad asiel", "asiel", "grens grens"], A)
    scores = bm25([part], live(part), groups_of(A.terms("raad")))
    idf = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    assert scores[0] == pytest.approx(idf * 2 / (2 + 1.5 * (1 - 0.75 + 0.75 * 3 / 2)))
    assert scores[1] == scores[2] == 0


def test_agrees_with_bm25s() -> None:
    chance = random.Random(7)
    texts = [
        " ".join(chance.choices(WORDS, k=chance.randint(3, 30), weights=range(1, 11)))
        for _ in range(200)
    ]
    other = bm25s.BM25(method="lucene", k1=K1, b=B)
    other.index([A.every_term(text) for text in texts], show_progress=False)
    part = post(texts, A)
    for question in ("asiel", "raad kind visum", "data data drugs", "grens onbekend"):
        terms = A.terms(question)
        expected = other.get_scores([term for term in terms if term in part.columns])
        np.testing.assert_allclose(bm25([part], live(part), groups_of(terms)), expected, rtol=1e-4)


def test_best_expansion_of_a_group_counts() -> None:
    part = post(["asiel migratie", "migratie", "asiel", "grens"], A)
    asiel, migratie = A.terms("asiel")[0], A.terms("migratie")[0]
    whole = bm25([part], live(part), [{asiel: 1.0, migratie: 0.5}])
    one = bm25([part], live(part), [{asiel: 1.0}])
    half = bm25([part], live(part), [{migratie: 0.5}])
    np.testing.assert_array_equal(whole, np.maximum(one, half))


def test_dead_rows_count_for_nothing() -> None:
    part = post(["raad asiel", "raad", "grens"], A)
    without = bm25([part], np.array([True, False, True]), groups_of(A.terms("raad")))
    fresh = post(["raad asiel", "grens"], A)
    expected = bm25([fresh], live(fresh), groups_of(A.terms("raad")))
    assert without.tolist() == [expected[0], 0.0, expected[1]]


@given(TEXTS, st.integers(0, 12), st.lists(st.sampled_from(WORDS), max_size=4))
def test_parts_score_as_one(texts: list[str], cut: int, asked: list[str]) -> None:
    whole, parts = post(texts, A), [post(texts[:cut], A), post(texts[cut:], A)]
    groups = groups_of(A.terms(" ".join(asked)))
    assert bm25([whole], live(whole), groups).tolist() == bm25(parts, live(*parts), groups).tolist()


@given(TEXTS)
def test_comes_back_from_bytes(texts: list[str]) -> None:
    part = post(texts, A)
    back = from_bytes(*to_bytes(part))
    assert back.terms == part.terms
    assert back.columns == part.columns
    assert back.forms == part.forms == tuple(sorted(part.forms))
    for name in ("starts", "rows", "counts", "lengths"):
        np.testing.assert_array_equal(getattr(back, name), getattr(part, name))
    assert to_bytes(back) == to_bytes(part)


def test_bytes_that_do_not_fit_are_refused() -> None:
    arrays, terms = to_bytes(post(["raad asiel"], A))
    with pytest.raises(ValueError, match="do not fit"):
        from_bytes(arrays, terms + b"extra\textra\n")


def test_a_term_gathers_the_forms_it_is_the_stem_of() -> None:
    part = post(["lidstaten en een lidstaat", "Lidstaten, raad", "de raden"], A)
    assert part.forms == ("de", "een", "en", "lidstaat", "lidstaten", "raad", "raden")
    rows, counts = part.of("lidstat")
    assert (rows.tolist(), counts.tolist()) == ([0, 1], [2, 1])
    assert [column.tolist() for column in part.of("rad")] == [[1, 2], [1, 1]]
    assert part.of("onbekend")[0].tolist() == []
    assert part.held(np.array([True, False, True])).tolist() == [1, 1, 1, 1, 1, 0, 1]


def test_nothing_posted_scores_nothing() -> None:
    empty = post([], A)
    assert bm25([empty], live(empty), groups_of(["raad"])).tolist() == []
    assert bm25([], np.zeros(0, bool), groups_of(["raad"])).tolist() == []
    blank = post(["", "…"], A)
    assert bm25([blank], live(blank), groups_of(["raad"])).tolist() == [0, 0]
