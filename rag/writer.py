"""The seam for writers with a language model.

Knows: what a writer is and which the settings ask for. Does not know: models, servers, prompts.
Without a model the answer is extractive: statements made straight from evidence, no writer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from index.errors import ModelRefused
from index.settings import Settings
from rag.nouns import Evidence, Language

Stop = Callable[[], bool]


def never() -> bool:
    """A `stop` for callers that never stop."""
    return False


class Writer(Protocol):
    """Drafts an answer over evidence. The draft is untrusted text; `rag.verify` judges it."""

    @property
    def name(self) -> str:
        """Who wrote, as the reader is told it."""

    def write(
        self, question: str, language: Language, evidence: Sequence[Evidence], stop: Stop
    ) -> Iterator[str]:
        """The draft in pieces, as it is made; joined they are the draft.

        Ends early, without an error, when `stop()` becomes true (asked from any thread) or when
        the iterator is closed. Raises ModelRefused when the model cannot be used, fails, or
        breaks off, also after some pieces.
        """


def open_writer(settings: Settings) -> Writer | None:
    """The writer the settings ask for; None when answers are to be extractive.

    Cheap: a model is loaded at the first question. Raises ModelRefused when a setting is wrong or
    a model folder is missing or unsafe.
    """
    if settings.writer == "extractive":
        return None
    if settings.writer == "transformers":
        from rag.local_model import LocalModel

        return LocalModel(settings)
    if settings.writer == "server":
        from rag.server import ServerWriter

        return ServerWriter(settings)
    raise ModelRefused(
        f"setting writer: {settings.writer!r} is no writer; use extractive, transformers or server"
    )
