"""Any sentence-transformers model as an embedder, from a local folder or the local hub cache.

Knows: model folders, what makes one unsafe, sentence-transformers. Does not know: the library.
The folder is judged before any of it is loaded: weights must be safetensors (a pickle can run
code) and no code of its own may come with the model. The model itself is loaded at first use.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from index.embed import Vectors
from index.errors import ModelRefused
from index.settings import Settings

_DTYPES = ("float32", "float16", "bfloat16", "auto")
_UNLOADABLE = (OSError, ValueError, KeyError, RuntimeError, ImportError, AttributeError, TypeError)
_PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")


class SentenceTransformerEmbedder:
    """A sentence-transformers model; `name` is its name and a digest of its weights."""

    def __init__(self, settings: Settings) -> None:
        """Finds and judges the model; raises ModelRefused when it is missing or unsafe."""
        if settings.embedder_dtype not in _DTYPES:
            raise ModelRefused(
                f"setting embedder_dtype: {settings.embedder_dtype!r} is none of "
                f"{', '.join(_DTYPES)}"
            )
        self._settings = settings
        self._folder = _folder(settings.embedder, settings.offline)
        self.name = f"{_label(settings.embedder)}@{_judged(self._folder)}"
        self._loading = threading.Lock()

    @cached_property
    def dimension(self) -> int:
        """Numbers in a vector; loads the model."""
        return int(self._model.get_embedding_dimension() or self._encode(["a"], "").shape[1])

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit rows; with the model's own passage prompt, or E5's prefix for a model so named."""
        return self._encode(texts, self._prompt(("passage", "document", "corpus")))

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Unit rows; with the model's own question prompt, or E5's prefix for a model so named."""
        return self._encode(texts, self._prompt(("query", "question")))

    def _prompt(self, names: tuple[str, ...]) -> str:
        """The first prompt of these names that the model brings; E5 models seldom bring theirs."""
        prompts = {name: text for name, text in self._model.prompts.items() if text}
        if prompts:
            return next((str(prompts[name]) for name in names if name in prompts), "")
        return f"{names[0]}: " if "e5" in self.name.casefold().split("@")[0] else ""

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        encoded = self._model.encode(  # sorts by length itself, so that batches waste little
            list(texts),
            prompt=prompt or None,
            batch_size=self._settings.embedder_batch,
            show_progress_bar=False,
            convert_to_tensor=True,
        )
        vectors: Vectors = encoded.float().cpu().numpy()  # half precision is not unit enough
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)

    @property
    def _model(self) -> Any:
        with self._loading:
            return self._loaded

    @cached_property
    def _loaded(self) -> Any:
        from safetensors import SafetensorError
        from sentence_transformers import SentenceTransformer

        try:
            model = SentenceTransformer(
                str(self._folder),
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs={"dtype": self._settings.embedder_dtype, "use_safetensors": True},
            )
        except (*_UNLOADABLE, SafetensorError) as error:
            first = str(error).strip().splitlines()[0] if str(error).strip() else repr(error)
            raise ModelRefused(f"model {self._folder}: cannot be loaded: {first}") from None
        return model.eval()


def _label(embedder: str) -> str:
    """The hub's name of a model, or the last part of its folder."""
    path = Path(embedder)
    return path.resolve().name if path.exists() else embedder


def _folder(embedder: str, offline: bool) -> Path:
    """Where the model lies on this machine; raises ModelRefused when it does not."""
    path = Path(embedder).expanduser()
    if path.is_dir():
        return path
    if path.is_absolute() or embedder.startswith((".", "~")) or embedder.count("/") != 1:
        raise ModelRefused(
            f"model {embedder}: there is no such folder; set embedder to a folder that holds "
            "a sentence-transformers model, to a hub name such as owner/model, or to 'builtin'"
        )
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(
            snapshot_download(embedder, local_files_only=offline, ignore_patterns=list(_PICKLES))
        )
    except (LocalEntryNotFoundError, HfHubHTTPError, HFValidationError, OSError):
        remedy = (
            "the settings forbid asking the hub: fetch it once with offline=false, "
            if offline
            else "the hub did not give it: check its name and the connection, "
        )
        raise ModelRefused(
            f"model {embedder}: not on this machine; {remedy}"
            "or set embedder to a local folder or to 'builtin'"
        ) from None


def _judged(folder: Path) -> str:
    """Twelve hexadecimals of the weights' digest; raises ModelRefused for an unsafe folder."""
    weights = sorted(folder.rglob("*.safetensors"))
    if not weights:
        pickled = sorted(path.name for pattern in _PICKLES for path in folder.rglob(pattern))
        why = f"only {pickled[0]}, a pickle that could run code" if pickled else "no weights"
        raise ModelRefused(
            f"model {folder}: holds {why}; save it as safetensors, or choose another model"
        )
    for config in sorted(folder.rglob("*.json")):
        if config.name in ("config.json", "tokenizer_config.json") and _brings_code(config):
            raise ModelRefused(
                f"model {folder}: {config.name} asks to run code of its own (auto_map), which is "
                "never done; choose another model"
            )
    modules = folder / "modules.json"
    for module in _json(modules) if modules.is_file() else []:
        if not str(module.get("type")).startswith("sentence_transformers."):
            raise ModelRefused(
                f"model {folder}: modules.json names {module.get('type')}, which is not of "
                "sentence-transformers itself; choose another model"
            )
    digest = hashlib.sha256()
    for path in weights:
        with path.open("rb") as held:
            digest.update(hashlib.file_digest(held, "sha256").digest())
    return digest.hexdigest()[:12]


def _brings_code(config: Path) -> bool:
    """True when a configuration names code files to be imported."""
    held = _json(config)
    return isinstance(held, dict) and bool(held.get("auto_map"))


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, OSError):
        raise ModelRefused(
            f"model {path.parent}: {path.name} is no JSON file; fetch the model again"
        ) from None
