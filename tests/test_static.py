"""The shipped model, read without torch: the same vectors as sentence-transformers gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import ModelRefused
from index.static import FOLDER, StaticEmbedder

E = StaticEmbedder()
TEXTS = [
    "Nederland steunde het voorstel over detectie van kindermisbruikmateriaal.",
    "The Netherlands supported the proposal on the detection of child abuse material.",
    "Één naïef café–EU‑lijst №5, 2,5 miljard (e-evidence)",
    "woord " * 300,
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6))
def test_rows_are_unit_and_do_not_depend_on_their_batch(texts: list[str]) -> None:
    together = E.passages(texts)
    assert together.shape == (len(texts), E.dimension)
    assert together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    alone = [E.passages([text])[0].tolist() for text in texts]
    assert alone == together.tolist()


def test_vectors_are_those_of_sentence_transformers() -> None:
    from sentence_transformers import SentenceTransformer

    theirs = SentenceTransformer(str(FOLDER), device="cpu").encode(TEXTS).astype(np.float32)
    theirs /= np.linalg.norm(theirs, axis=1, keepdims=True)
    np.testing.assert_allclose(E.passages(TEXTS), theirs, atol=0.002)


def test_a_sentence_is_nearest_to_its_translation() -> None:
    dutch = E.passages(["seksueel kindermisbruik", "grenswacht", "drugshandel", "visumbeleid"])
    english = E.questions(["child sexual abuse", "border guard", "drug trafficking", "visa policy"])
    assert (english @ dutch.T).argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_a_text_without_words_is_still_unit() -> None:
    assert E.passages([""])[0].tolist() == [1.0, *[0.0] * (E.dimension - 1)]


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json"])
@pytest.mark.parametrize("fault", ["missing", "cut"])
def test_a_damaged_model_is_refused_with_the_remedy(tmp_path: Path, file: str, fault: str) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "model"))
    if fault == "missing":
        (folder / file).unlink()
    else:
        held = (folder / file).read_bytes()
        (folder / file).write_bytes(held[: len(held) // 2])
    with pytest.raises(ModelRefused, match=r"missing or damaged .* restore the folder"):
        StaticEmbedder(folder)


def test_the_shipped_folder_stays_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= 25_000_000
