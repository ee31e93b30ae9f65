"""Vector search: the truth when exact, near it when not, the same bytes when built twice."""

from __future__ import annotations

import numpy as np
import pytest

from index.dense import Vectors, densify, from_bytes, similarity, to_bytes


def unit(vectors: np.ndarray) -> Vectors:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def scattered(count: int, dimension: int = 16, seed: int = 3) -> Vectors:
    return unit(np.random.default_rng(seed).normal(size=(count, dimension)))


def test_exact_search_holds_what_brute_force_finds() -> None:
    vectors, questions = scattered(500), scattered(20, seed=4)
    dense, chance = densify(vectors), np.random.default_rng(5)
    for question in questions:
        allowed = chance.random(500) < 0.3
        truth = similarity(vectors, question)
        truth[~allowed] = -2
        found = dense.search(question, allowed, 10)
        assert set(np.argsort(-truth)[:10]) <= set(found.tolist())
        assert allowed[found].all()
        np.testing.assert_array_equal(dense.vectors(found), vectors[found])


def test_all_equal_rows_are_put_forward() -> None:
    vectors = np.concatenate([np.repeat(unit(np.ones((1, 4))), 300, 0), scattered(50, 4)])
    found = densify(vectors).search(vectors[0], np.ones(350, bool), 5)
    assert set(range(300)) <= set(found.tolist())


def test_nothing_allowed_and_nothing_there() -> None:
    assert densify(scattered(5)).search(scattered(1)[0], np.zeros(5, bool), 3).tolist() == []
    empty = densify(np.empty((0, 16), np.float32))
    found = empty.search(scattered(1)[0], np.zeros(0, bool), 3)
    assert found.tolist() == []
    assert empty.vectors(found).shape == (0, 16)


def test_similarity_does_not_depend_on_neighbours() -> None:
    vectors, question = scattered(64, 100), scattered(1, 100, seed=9)[0]
    together = similarity(vectors, question)
    assert [similarity(vectors[i : i + 1], question)[0] for i in range(64)] == together.tolist()


def clusters(count: int = 5000, dimension: int = 32) -> tuple[Vectors, Vectors]:
    chance = np.random.default_rng(11)
    centres = chance.normal(size=(100, dimension))
    made = unit(
        centres[chance.integers(0, 100, count)] + 0.5 * chance.normal(size=(count, dimension))
    )
    return made, unit(centres[:50] + 0.5 * chance.normal(size=(50, dimension)))


def test_large_index_finds_nearly_all_and_is_rescored_from_outside() -> None:
    vectors, questions = clusters()
    dense = densify(vectors, exact_up_to=1000)
    assert not dense.exact
    everything, hits = np.ones(len(vectors), bool), 0
    for question in questions:
        truth = set(np.argsort(-similarity(vectors, question))[:10].tolist())
        found = dense.search(question, everything, 100)
        assert dense.vectors(found) is None
        order = found[np.argsort(-similarity(vectors[found], question))][:10]
        hits += len(truth & set(order.tolist()))
    assert hits / 500 >= 0.95


def test_large_index_with_a_narrow_filter_misses_little() -> None:
    vectors, questions = clusters()
    dense = densify(vectors, exact_up_to=1000)
    allowed = np.zeros(len(vectors), bool)
    allowed[::200] = True
    for question in questions[:10]:
        found = dense.search(question, allowed, 25)
        assert set(found.tolist()) == set(np.flatnonzero(allowed).tolist())


@pytest.mark.parametrize("exact_up_to", [10_000, 100])
def test_built_twice_byte_for_byte_the_same(exact_up_to: int) -> None:
    vectors = scattered(2000)
    once, twice = (to_bytes(densify(vectors, exact_up_to)) for _ in range(2))
    assert once == twice
    back = from_bytes(once, 2000, 16)
    assert back.exact == (exact_up_to == 10_000)
    assert to_bytes(back) == once


def test_wrong_counts_and_nonsense_are_refused() -> None:
    written = to_bytes(densify(scattered(10)))
    with pytest.raises(ValueError, match="holds 10 vectors of 16, expected 11 of 16"):
        from_bytes(written, 11, 16)
    with pytest.raises(ValueError, match="FAISS cannot read it"):
        from_bytes(b"nonsense" * 10, 1, 1)
