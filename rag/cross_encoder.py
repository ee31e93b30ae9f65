"""A cross-encoder as reranker: a model that reads question and passage together.

Knows: sentence-transformers' CrossEncoder, what makes such a model useless. Does not know: how
hits were found, where the scores are added, what makes a folder unsafe (`rag.model_folder`).
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
import numpy.typing as npt

from index.errors import ModelRefused
from index.nouns import Hit
from index.settings import Settings
from rag.model_folder import model_folder, one_line
from rag.question import Understood

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

CROSS = 0.5  # what a certain "this answers it" counts, beside the search's own score
BATCH = 16  # pairs at a time; 4 to 32 differ little on a processor, one by one is slower
_FAILURES = (OSError, ValueError, LookupError, TypeError, AttributeError, RuntimeError, ImportError)
_WHOLE = ("sequence-classification", "text-generation")  # scored by a head of the model's own
_REMEDY = "choose another cross-encoder, or set reranker to 'light' or 'none'"


class CrossEncoderReranker:
    """CROSS · sigmoid of the model's logit for (the question's text, a passage's text).

    CROSS could not be fitted: no cross-encoder comes with this program. It is set so that a model
    that tells passages apart goes before search, whose scores run from about 0 to 1, and one that
    rates them alike leaves the order of search as it was. Pairs too long for a model are cut.
    """

    def __init__(self, settings: Settings) -> None:
        """Finds and judges the folder; raises ModelRefused when it is missing or unsafe.

        The model is loaded at first use, in float32, where torch finds a device for it.
        """
        if not settings.reranker.strip():
            raise ModelRefused(
                "setting reranker is empty: give the folder or the name of a cross-encoder, "
                "'light' or 'none'"
            )
        try:
            self._folder = model_folder(settings.reranker, settings.offline)
        except ModelRefused as refused:
            raise ModelRefused(f"setting reranker: {refused}; or {_REMEDY}") from None
        self._lock = threading.Lock()  # a tokenizer that truncates serves one thread at a time

    def scores(
        self, asked: Understood, hits: Sequence[Hit], texts: Sequence[str]
    ) -> Sequence[float]:
        """See Reranker; between 0 and CROSS, equal for equal texts.

        Raises ModelRefused when the model cannot be loaded, has more than one label, fails, or
        gives what is no finite number.
        """
        if not texts:
            return []
        # Each text once: beside other texts the last bits of a score may differ.
        different = list(dict.fromkeys(texts))
        with self._lock:
            logits = _logits(self._model, [(asked.whole, text) for text in different], self._folder)
        sure = np.exp(-np.logaddexp(0.0, -logits))  # the sigmoid, without overflow
        score = dict(zip(different, (CROSS * sure).tolist(), strict=True))
        return [score[text] for text in texts]

    @cached_property
    def _model(self) -> CrossEncoder:
        return _load(self._folder)


def _logits(
    model: CrossEncoder, pairs: list[tuple[str, str]], folder: Path
) -> npt.NDArray[np.float64]:
    """One finite logit a pair, shape (n,); raises ModelRefused as `scores` says."""
    from torch.nn import Identity

    try:
        given = model.predict(
            pairs,
            batch_size=BATCH,
            show_progress_bar=False,
            activation_fn=Identity(),  # a sigmoid would hide an infinite logit
        )
    except _FAILURES as error:
        raise _refused(folder, f"fails on a passage ({one_line(error)})") from error
    logits = np.asarray(given, np.float64)
    if logits.shape != (len(pairs),) or not np.isfinite(logits).all():
        raise _refused(folder, "gave a passage a score that is no finite number")
    return logits


def _load(folder: Path) -> CrossEncoder:
    """The model of a checked folder; nothing is fetched, and no code of its own is run."""
    from safetensors import SafetensorError
    from sentence_transformers import CrossEncoder

    try:
        model: CrossEncoder = CrossEncoder(
            str(folder),
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"dtype": "float32", "use_safetensors": True},
        )
        labels, missing = model.num_labels, _missing(model, folder)
    except (*_FAILURES, SafetensorError) as error:
        raise _refused(folder, f"cannot be loaded ({one_line(error)})") from error
    if missing:
        raise _refused(folder, f"is no whole cross-encoder, it lacks {min(missing)}")
    if labels != 1:
        raise _refused(folder, f"gives {labels} labels where one score is needed")
    return model


def _missing(model: CrossEncoder, folder: Path) -> set[str]:
    """Weights that the folder lacks and that were made up by chance, without a word, in loading.

    An embedder given as a cross-encoder would otherwise score with a head of random numbers. The
    folder is read once more for this, on torch's device without memory.
    """
    held = model.transformers_model
    if held is None or getattr(model[0], "transformer_task", None) not in _WHOLE:
        return set()
    loaded = type(held).from_pretrained(
        folder,
        config=model.config,
        device_map="meta",
        local_files_only=True,
        use_safetensors=True,
        output_loading_info=True,
    )
    return cast("tuple[object, dict[str, set[str]]]", loaded)[1]["missing_keys"]


def _refused(folder: Path, why: str) -> ModelRefused:
    return ModelRefused(f"setting reranker: model {folder}: {why}; {_REMEDY}")
