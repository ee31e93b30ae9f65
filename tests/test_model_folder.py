"""Model folders that are refused, unread and unrun."""

from __future__ import annotations

import json
import pickle
import shutil
from pathlib import Path

import pytest
from tiny_model import build_tiny_model

from index.errors import ModelRefused
from index.settings import Settings
from rag.model_folder import model_folder
from rag.model_loading import load_model
from rag.writer import open_writer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def copied(folder: Path, to: Path) -> Path:
    return Path(shutil.copytree(folder, to / "model"))


class Canary:
    """A pickle that leaves a mark when it is read."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self):
        return (Path.touch, (self.mark,))


def test_pickled_weights_are_refused_unread(folder: Path, tmp_path: Path) -> None:
    made, mark = copied(folder, tmp_path), tmp_path / "canary"
    (made / "model.safetensors").unlink()
    (made / "pytorch_model.bin").write_bytes(pickle.dumps(Canary(mark)))
    with pytest.raises(ModelRefused, match="its weights are pickles"):
        open_writer(Settings(writer="transformers", model=str(made)))
    assert not mark.exists()


@pytest.mark.parametrize("name", ["config.json", "tokenizer_config.json"])
def test_code_in_the_folder_is_refused_unrun(folder: Path, tmp_path: Path, name: str) -> None:
    made, mark = copied(folder, tmp_path), tmp_path / "canary"
    settings = json.loads((made / name).read_text())
    (made / name).write_text(json.dumps(settings | {"x": {"auto_map": {"AutoConfig": "own.C"}}}))
    (made / "own.py").write_text(f"import pathlib\npathlib.Path({str(mark)!r}).touch()\n")
    with pytest.raises(ModelRefused, match=rf"{name} asks to run code of its own"):
        open_writer(Settings(writer="transformers", model=str(made)))
    assert not mark.exists()


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda made: (made / "config.json").unlink(), "no config.json"),
        (lambda made: (made / "config.json").write_text("{"), "damaged"),
        (lambda made: (made / "model.safetensors").unlink(), "it holds no weights"),
    ],
)
def test_a_spoilt_folder_is_refused_at_the_door(folder, tmp_path, spoil, message) -> None:
    made = copied(folder, tmp_path)
    spoil(made)
    with pytest.raises(ModelRefused, match=message):
        open_writer(Settings(writer="transformers", model=str(made)))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: (made / "model.safetensors").write_bytes(b"\xff" * 100),
        lambda made: (made / "tokenizer.json").write_text("{}"),
        lambda made: (made / "config.json").write_text('{"model_type": "no_such_model"}'),
    ],
)
def test_a_damaged_model_is_refused_when_loaded(folder, tmp_path, spoil) -> None:
    made = copied(folder, tmp_path)
    spoil(made)
    with pytest.raises(ModelRefused, match="cannot be loaded"):
        load_model(model_folder(str(made), True), "auto", "cpu")


def test_missing_weights_are_not_made_up(folder: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    made = copied(folder, tmp_path)
    weights = load_file(made / "model.safetensors")
    del weights["model.layers.0.mlp.up_proj.weight"]
    save_file(weights, made / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(ModelRefused, match=r"1 weights are missing, among them model\.layers\.0"):
        load_model(model_folder(str(made), True), "auto", "cpu")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"writer": "transformers", "model": ""}, "setting model is empty"),
        ({"writer": "transformers", "model": "./no/such/folder"}, "there is no such folder"),
        ({"writer": "transformers", "model": "nobody/no-such-model"}, "offline = false"),
        ({"writer": "transformers", "model": "x", "model_dtype": "int3"}, "setting model_dtype"),
        ({"writer": "poet"}, "setting writer: 'poet' is no writer"),
    ],
)
def test_wrong_settings_are_named(settings: dict[str, str], message: str) -> None:
    with pytest.raises(ModelRefused, match=message):
        open_writer(Settings(**settings))


def test_the_extractive_writer_is_none() -> None:
    assert open_writer(Settings()) is None


def test_a_model_in_the_cache_of_the_hub_is_found(
    folder: Path, tmp_path: Path, monkeypatch
) -> None:
    """A hub name becomes the folder of its snapshot, without a network."""
    commit = "0" * 40
    repository = tmp_path / "models--someone--tiny"
    (repository / "refs").mkdir(parents=True)
    (repository / "refs" / "main").write_text(commit)
    shutil.copytree(folder, repository / "snapshots" / commit)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr("huggingface_hub._snapshot_download.constants.HF_HUB_CACHE", str(tmp_path))
    assert model_folder("someone/tiny", offline=True).name == commit
