"""A sentence-transformers model as embedder: a real, tiny one, built here with random weights."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from index.embed import checked, open_embedder
from index.errors import ModelRefused
from index.settings import Settings

TEXTS = ["de raad besprak het voorstel", "asiel en migratie", "de raad"]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Token vectors of unequal lengths over a vocabulary of ten words."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.pre_tokenizers import Whitespace
    from tokenizers.trainers import WordPieceTrainer

    tokenizer = Tokenizer(WordPiece(unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.train_from_iterator(
        [*TEXTS, "query: passage:"], WordPieceTrainer(vocab_size=120, special_tokens=["[UNK]"])
    )
    weights = np.random.default_rng(1).normal(size=(tokenizer.get_vocab_size(), 8)).astype("f")
    folder = tmp_path_factory.mktemp("models") / "tiny"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)]).save(
        str(folder), create_model_card=False
    )
    return folder


def copied(model: Path, folder: Path) -> Path:
    return Path(shutil.copytree(model, folder))


def test_gives_unit_rows_with_a_name_that_tells_its_weights(model: Path) -> None:
    embedder = open_embedder(Settings(embedder=str(model), embedder_batch=2))
    vectors = checked(embedder.passages(TEXTS), 3, embedder)
    assert embedder.dimension == 8
    assert embedder.name.startswith("tiny@")
    assert len(embedder.name) == len("tiny@") + 12
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    np.testing.assert_allclose(embedder.questions(TEXTS), vectors, atol=1e-6)
    np.testing.assert_allclose(embedder.passages(TEXTS[2:])[0], vectors[2], atol=1e-6)
    assert embedder.passages([]).shape == (0, 8)


def test_e5_models_get_their_prefixes(model: Path, tmp_path: Path) -> None:
    plain = open_embedder(Settings(embedder=str(model)))
    e5 = open_embedder(Settings(embedder=str(copied(model, tmp_path / "my-E5-small"))))
    asked, held = e5.questions(["asiel"]), e5.passages(["asiel"])
    np.testing.assert_allclose(asked, plain.questions(["query: asiel"]), atol=1e-6)
    np.testing.assert_allclose(held, plain.passages(["passage: asiel"]), atol=1e-6)


def test_a_models_own_prompts_win(model: Path, tmp_path: Path) -> None:
    folder = copied(model, tmp_path / "prompted-e5")
    config = folder / "config_sentence_transformers.json"
    held = json.loads(config.read_text())
    config.write_text(json.dumps({**held, "prompts": {"query": "raad ", "document": ""}}))
    prompted, plain = (open_embedder(Settings(embedder=str(place))) for place in (folder, model))
    np.testing.assert_allclose(
        prompted.questions(["asiel"]), plain.questions(["raad asiel"]), atol=1e-6
    )
    np.testing.assert_allclose(prompted.passages(["asiel"]), plain.passages(["asiel"]), atol=1e-6)


def test_other_weights_make_another_name(model: Path, tmp_path: Path) -> None:
    folder = copied(model, tmp_path / "tiny")
    weights = next(folder.rglob("*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:-1] + b"?")
    names = {open_embedder(Settings(embedder=str(place))).name for place in (folder, model)}
    assert len(names) == 2


@pytest.mark.parametrize("suffix", ["bin", "pt"])
def test_pickled_weights_are_refused_unread(model: Path, tmp_path: Path, suffix: str) -> None:
    folder = copied(model, tmp_path / "pickled")
    next(folder.rglob("*.safetensors")).rename(folder / f"pytorch_model.{suffix}")
    with pytest.raises(ModelRefused, match="pickle that could run code; save it as safetensors"):
        open_embedder(Settings(embedder=str(folder)))


def test_code_of_the_models_own_is_refused(model: Path, tmp_path: Path) -> None:
    folder = copied(model, tmp_path / "coded")
    (folder / "config.json").write_text('{"auto_map": {"AutoModel": "evil.Model"}}')
    with pytest.raises(ModelRefused, match="auto_map"):
        open_embedder(Settings(embedder=str(folder)))


def test_modules_of_the_models_own_are_refused(model: Path, tmp_path: Path) -> None:
    folder = copied(model, tmp_path / "modules")
    modules = json.loads((folder / "modules.json").read_text())
    modules.append({"idx": 1, "name": "1", "path": "", "type": "evil.Module"})
    (folder / "modules.json").write_text(json.dumps(modules))
    with pytest.raises(ModelRefused, match=r"evil\.Module"):
        open_embedder(Settings(embedder=str(folder)))


def test_broken_weights_are_refused_in_one_line(model: Path, tmp_path: Path) -> None:
    folder = copied(model, tmp_path / "broken")
    next(folder.rglob("*.safetensors")).write_bytes(b"\xff" * 64)
    embedder = open_embedder(Settings(embedder=str(folder)))
    with pytest.raises(ModelRefused, match="cannot be loaded") as refused:
        embedder.questions(["asiel"])
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("embedder", "said"),
    [
        ("/no/such/folder", "no such folder"),
        ("./models/none", "no such folder"),
        ("nobody/no-such-model", "offline=false"),
    ],
)
def test_missing_models_are_named_with_the_remedy(embedder: str, said: str) -> None:
    with pytest.raises(ModelRefused, match=said):
        open_embedder(Settings(embedder=embedder))


def test_empty_folder_and_unknown_dtype(tmp_path: Path, model: Path) -> None:
    with pytest.raises(ModelRefused, match="holds no weights"):
        open_embedder(Settings(embedder=str(tmp_path)))
    with pytest.raises(ModelRefused, match="embedder_dtype"):
        open_embedder(Settings(embedder=str(model), embedder_dtype="float13"))
