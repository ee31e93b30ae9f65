"""The stand-in embedder and the check at the index door."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import Letters

from index.embed import HashingEmbedder, checked, open_embedder
from index.errors import ModelRefused
from index.settings import Settings

H = HashingEmbedder()


@given(st.lists(st.text(max_size=80), max_size=6))
def test_rows_are_unit_and_do_not_depend_on_their_batch(texts: list[str]) -> None:
    together = H.passages(texts)
    assert together.shape == (len(texts), 512)
    assert together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-6)
    alone = [HashingEmbedder().passages([text])[0].tolist() for text in texts]
    assert alone == together.tolist()


def test_likeness_of_spelling_is_seen() -> None:
    asked, near, far = H.passages(["detectiebevel", "detectiebevelen", "visserij"])
    assert asked @ near > 0.4 > 0.1 > abs(asked @ far)


def test_stop_words_and_case_do_not_count_unless_alone() -> None:
    one, other = H.passages(["De Raad van ministers", "raad ministers"])
    np.testing.assert_array_equal(one, other)
    assert H.questions(["wat is dat"])[0] @ H.questions(["hoe was het"])[0] < 0.9


def test_large_batches_are_cut() -> None:
    texts = [f"woord{i}" for i in range(600)]
    assert H.passages(texts)[599].tolist() == H.passages(["woord599"])[0].tolist()


def test_text_without_words_is_still_unit() -> None:
    assert H.passages(["…"])[0, 0] == 1


@pytest.mark.parametrize(
    ("vectors", "said"),
    [
        (np.ones((1, 4), np.float32), "length 2.0000 where 1 is needed"),
        (np.zeros((1, 4), np.float32), "length 0.0000"),
        (np.full((1, 4), np.nan, np.float32), "not finite"),
        (np.eye(3, dtype=np.float32)[:1], r"shape \(1, 3\), expected \(1, 4\)"),
        (np.eye(4, dtype=np.float32), r"shape \(4, 4\), expected \(1, 4\)"),
    ],
)
def test_door_refuses_what_is_no_unit_vector(vectors: np.ndarray, said: str) -> None:
    with pytest.raises(ModelRefused, match=said):
        checked(vectors, 1, Letters())


def test_door_lets_unit_vectors_through() -> None:
    assert checked(np.eye(4), 4, Letters()).dtype == np.float32


def test_builtin_is_the_stand_in() -> None:
    assert isinstance(open_embedder(Settings(embedder="builtin")), HashingEmbedder)
