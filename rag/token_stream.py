"""The text of a draft as its tokens come, each at once.

Knows: a queue between two threads, characters that take several tokens. Does not know: models.
"""

from __future__ import annotations

from queue import Empty, Queue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedTokenizerBase

_HALF = "\ufffd"  # what a decoder puts for the beginning of a character


class TokenStream:
    """What `generate` calls a streamer: takes tokens in one thread, gives text in another.

    Unlike the one of transformers it does not wait for the end of a word.
    """

    def __init__(self, tokenizer: PreTrainedTokenizerBase) -> None:
        """Nothing has come yet."""
        self._tokenizer = tokenizer
        self._pieces: Queue[str | None] = Queue()
        self._prompt = True
        self._ids: list[int] = []
        self._shown = 0  # ids whose text was given
        self._from = 0  # ids before this one no longer change how the next are read

    def put(self, value: torch.Tensor) -> None:
        """Takes the prompt, shape (1, n), then token after token, shape (1,)."""
        if self._prompt:
            self._prompt = False
            return
        self._ids += value.reshape(-1).tolist()
        known = self._text(self._ids[self._from : self._shown])
        text = self._text(self._ids[self._from :])
        if len(text) > len(known) and not text.endswith(_HALF):
            self._pieces.put(text[len(known) :])
            self._from, self._shown = self._shown, len(self._ids)

    def end(self) -> None:
        """Gives what is left, and the end."""
        known = self._text(self._ids[self._from : self._shown])
        self._pieces.put(self._text(self._ids[self._from :])[len(known) :])
        self._from = self._shown = len(self._ids)
        self.close()

    def close(self) -> None:
        """Gives the end; the reader goes no further."""
        self._pieces.put(None)

    def next(self, seconds: float) -> str | None:
        """The next piece, "" when none has come within `seconds`, None at the end."""
        try:
            return self._pieces.get(timeout=seconds)
        except Empty:
            return ""

    def _text(self, ids: list[int]) -> str:
        return str(
            self._tokenizer.decode(
                ids, skip_special_tokens=True, clean_up_tokenization_spaces=False
            )
        )
