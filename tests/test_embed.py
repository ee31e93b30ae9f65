"""The check at the index door."""

from __future__ import annotations

import numpy as np
import pytest
from shelf import Letters

from index.embed import checked, open_embedder
from index.errors import ModelRefused
from index.settings import Settings
from index.static import StaticEmbedder


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


def test_builtin_is_the_shipped_model() -> None:
    assert isinstance(open_embedder(Settings(embedder="builtin")), StaticEmbedder)
