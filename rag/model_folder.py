"""Finds the folder of a writer's model and refuses what is not safe to load.

Knows: what a model folder holds. Does not know: torch, how a model is run.
"""

from __future__ import annotations

import json
from pathlib import Path

from index.errors import ModelRefused

# Everything a causal language model needs, and nothing that can run: no pickles, no Python.
_WANTED = ["*.json", "*.safetensors", "*.jinja", "*.model", "*.txt"]
_UNWANTED = ["original/*", "onnx/*", "consolidated*"]
_PICKLES = {".bin", ".pt", ".pth", ".pkl", ".pickle", ".ckpt"}


def model_folder(model: str, offline: bool) -> Path:
    """The checked folder of `model`: a folder, or the name of a model of the hub.

    A name is looked up in the local cache of the hub, and fetched only when not `offline`. Raises
    ModelRefused when it is missing, holds no safetensors, or asks to run code of its own.
    """
    if not model:
        raise ModelRefused(
            "setting model is empty: give the folder or the name of a language model"
        )
    folder = Path(model).expanduser()
    if not folder.is_dir():
        folder = _from_hub(model, offline)
    _refuse_unsafe(folder)
    return folder


def _from_hub(model: str, offline: bool) -> Path:
    """The folder of a hub model, from the cache or, when allowed, from the hub."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        found = snapshot_download(
            model,
            local_files_only=offline,
            allow_patterns=_WANTED,
            ignore_patterns=_UNWANTED,
        )
    except HFValidationError:
        raise ModelRefused(f"model {model}: there is no such folder") from None
    except LocalEntryNotFoundError:
        cure = "set offline = false to fetch it once" if offline else "see to the network"
        raise ModelRefused(
            f"model {model}: neither a folder nor in the local cache; {cure}, or give a folder"
        ) from None
    except (HfHubHTTPError, OSError) as error:
        raise ModelRefused(f"model {model}: the hub did not give it ({one_line(error)})") from error
    return Path(found)


def _refuse_unsafe(folder: Path) -> None:
    """Raises ModelRefused unless the folder is a model in safetensors without code."""
    if not (folder / "config.json").is_file():
        raise ModelRefused(f"model {folder}: no config.json in it, so it is no model folder")
    for settings in sorted(folder.glob("*.json")):
        if settings.name.endswith("config.json") and _has_auto_map(settings):
            raise ModelRefused(
                f"model {folder}: {settings.name} asks to run code of its own (auto_map);"
                " choose a model that transformers knows"
            )
    if not any(folder.glob("*.safetensors")):
        pickled = any(path.suffix in _PICKLES for path in folder.iterdir())
        why = "its weights are pickles, which can run code" if pickled else "it holds no weights"
        raise ModelRefused(f"model {folder}: {why}; give one saved as safetensors")


def _has_auto_map(settings: Path) -> bool:
    """True when a configuration names, at any depth, classes to be loaded from files of its own."""
    keys: set[str] = set()
    try:
        json.loads(settings.read_text(encoding="utf-8"), object_hook=keys.update)
    except (ValueError, OSError) as error:
        raise ModelRefused(f"model {settings}: damaged ({one_line(error)})") from error
    return "auto_map" in keys


def one_line(error: BaseException) -> str:
    """An error's message on one line, at most 200 characters."""
    return " ".join(str(error).split())[:200]
