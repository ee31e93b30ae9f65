"""A writer that runs an open language model in this process.

Knows: threads, when a draft has to end. Does not know: transformers (`rag.model_loading`
and `rag.loaded_model`, imported at the first question), prompts, evidence, whether a draft is true.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ModelRefused
from index.settings import Settings
from rag.constraint import Following
from rag.loaded_model import Drafting, LoadedModel
from rag.model_folder import model_folder, one_line
from rag.nouns import Evidence, Language
from rag.prompts import messages
from rag.script import script
from rag.thinking import without_thinking
from rag.token_stream import TokenStream
from rag.token_table import TokenTable
from rag.writer import Stop

if TYPE_CHECKING:
    from transformers import BatchEncoding


DTYPES = ("auto", "float32", "float16", "bfloat16")
LONGEST_SECONDS = 600.0
_LOOK_SECONDS = 0.1


class _Halt:
    """Says whether a draft has to end: the reader stopped or left, or its time is up."""

    def __init__(self, stop: Stop, seconds: float) -> None:
        self._stop = stop
        self._deadline = time.monotonic() + seconds
        self.left = False
        self.late = False

    def __call__(self) -> bool:
        self.late = self.late or time.monotonic() > self._deadline
        return self.left or self.late or self._stop()


class LocalModel:
    """Writes with the model that `settings.model` names, one draft at a time."""

    def __init__(self, settings: Settings, longest_seconds: float = LONGEST_SECONDS) -> None:
        """Checks settings and folder and loads nothing; raises ModelRefused."""
        if settings.model_dtype not in DTYPES:
            raise ModelRefused(
                f"setting model_dtype: {settings.model_dtype!r} is not one of {', '.join(DTYPES)}"
            )
        self._settings = settings
        self._longest_seconds = longest_seconds
        self._folder = model_folder(settings.model, settings.offline)
        given = Path(settings.model).expanduser()
        self._name = given.resolve().name if given.is_dir() else settings.model
        self._loaded: LoadedModel | None = None
        self._table: TokenTable | None = None
        self._loading = threading.Lock()
        self._busy = threading.Lock()

    @property
    def name(self) -> str:
        """The model's name on the hub, or the last part of its folder."""
        return self._name

    def load(self) -> LoadedModel:
        """The model in memory, loaded at the first call; raises ModelRefused."""
        from rag.model_loading import load_model

        with self._loading:
            if self._loaded is None:
                self._loaded = load_model(
                    self._folder, self._settings.model_dtype, self._settings.device_map
                )
            return self._loaded

    def write(
        self, question: str, language: Language, evidence: Sequence[Evidence], stop: Stop
    ) -> Iterator[str]:
        """The draft in pieces, see `rag.writer.Writer`; always the most probable next word.

        It can quote nothing but the evidence, word for word, and name no key but those given.
        Raises ModelRefused when the model cannot be loaded, the prompt is too long for it, it
        fails, or it is not done within `longest_seconds`.
        """
        loaded = self.load()
        asked = messages(question, language, evidence)
        prompt = loaded.encode(asked, self._settings.max_new_tokens)
        halt = _Halt(stop, self._longest_seconds)
        following = Following(self._tokens(loaded), script(evidence))
        with closing(self._pieces(loaded, prompt, following, halt)) as pieces:
            yield from without_thinking(pieces, thinking=loaded.opens_thinking(prompt))

    def _tokens(self, loaded: LoadedModel) -> TokenTable:
        """What the model's tokens do, worked out at the first question."""
        with self._loading:
            if self._table is None:
                self._table = loaded.token_table()
            return self._table

    def _pieces(
        self, loaded: LoadedModel, prompt: BatchEncoding, following: Following, halt: _Halt
    ) -> Generator[str, None, None]:
        """The model's text as it comes from a thread of its own.

        However it ends, that thread has ended too when this returns.
        """
        stream = TokenStream(loaded.tokenizer)
        worker = ThreadPoolExecutor(1, thread_name_prefix="raadpleeg-writer")
        try:
            running = worker.submit(self._run, loaded, prompt, stream, Drafting(following, halt))
            running.add_done_callback(lambda _: stream.close())
            while (piece := stream.next(_LOOK_SECONDS)) is not None:
                if piece:
                    yield piece
            failure = running.exception()
        finally:
            halt.left = True
            worker.shutdown(wait=True)
        if failure is not None:
            raise ModelRefused(f"model {self.name}: failed ({one_line(failure)})") from failure
        if halt.late:
            raise ModelRefused(f"model {self.name}: not done in {self._longest_seconds:g} seconds")

    def _run(
        self, loaded: LoadedModel, prompt: BatchEncoding, stream: TokenStream, drafting: Drafting
    ) -> None:
        """Generates when no other draft is being written; returns early on `halt()`."""
        while not self._busy.acquire(timeout=_LOOK_SECONDS):
            if drafting.halt():
                return
        try:
            loaded.generate(prompt, self._settings.max_new_tokens, stream, drafting)
        finally:
            self._busy.release()
