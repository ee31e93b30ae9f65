"""Generation that cannot invent: a logits processor over the evidence of one request.

Knows: torch and transformers, imported when a draft is made; how a script becomes a mask.
Does not know: prompts, whether a sentence is true.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from rag.script import KEY_CLASSES, Free, Inside, Script, State
from rag.token_table import Ids, TokenTable

if TYPE_CHECKING:
    import torch
    from transformers import LogitsProcessorList


class Following:
    """Follows one draft token by token and tells which tokens may come next."""

    def __init__(self, table: TokenTable, script: Script) -> None:
        """At the beginning of a draft."""
        self.table = table
        self.state: State = Free()
        self._script = script
        self._entered: dict[bytes, Ids] = {}
        self.opens = table.opens(script)

    def read(self, token: int) -> None:
        """Goes on by a token; raises ValueError when it was not allowed."""
        self.state = self._script.after(self.state, self.table.texts[token])

    def barred(self) -> Ids:
        """Of the tokens that free words may have, those that would make a bare key here."""
        begun = self.state.begun if isinstance(self.state, Free) else None
        return () if begun is None else self.table.key_ends[len(KEY_CLASSES) - len(begun)]

    def inside(self) -> Ids | None:
        """The only tokens allowed inside a quotation or bracket; None outside."""
        state = self.state
        if isinstance(state, Free):
            return None
        if not isinstance(state, Inside) or state.moved:
            return self.table.next_in(state)
        # all that may begin a quotation: worked out once
        if state.leave not in self._entered:
            self._entered[state.leave] = self.table.next_in(state)
        return self._entered[state.leave]

    def allowed(self) -> frozenset[int]:
        """All tokens that may come next."""
        inside = self.inside()
        if inside is not None:
            return frozenset(inside)
        word = isinstance(self.state, Free) and self.state.word
        wrong = () if word else self.table.apostrophe
        return frozenset({*self.table.free, *self.opens} - {*wrong, *self.barred()})


def processors(following: Following) -> LogitsProcessorList:
    """What `generate` is to be given so that one draft, of one sequence, follows the script."""
    import torch
    from transformers import LogitsProcessor, LogitsProcessorList

    class Constraint(LogitsProcessor):
        """Rules out every token that the script does not allow."""

        def __init__(self) -> None:
            self._read: int | None = None  # tokens of prompt and draft that were followed
            self._masks: dict[bool, torch.Tensor] = {}

        def __call__(self, input_ids: torch.LongTensor, scores: torch.Tensor) -> torch.Tensor:
            """The scores, shape (1, tokens), with minus infinity where a token is ruled out."""
            length = input_ids.shape[1]
            for place in range(length if self._read is None else self._read, length):
                following.read(int(input_ids[0, place]))
            self._read = length
            inside = following.inside()
            if inside is not None:
                at = torch.tensor(inside, dtype=torch.long, device=scores.device)
                only = torch.full_like(scores, -torch.inf)
                return only.index_copy_(1, at, scores.index_select(1, at))
            state = following.state
            scores = scores.masked_fill(
                self._mask(isinstance(state, Free) and state.word, scores), -torch.inf
            )
            if barred := following.barred():
                scores[:, list(barred)] = -torch.inf
            return scores

        def _mask(self, word: bool, scores: torch.Tensor) -> torch.Tensor:
            """What free words may not go on with, shape (tokens,)."""
            if word not in self._masks:
                mask = torch.ones(scores.shape[1], dtype=torch.bool)
                mask[_long([*following.table.free, *following.opens])] = False
                if not word:
                    mask[_long(following.table.apostrophe)] = True
                self._masks[word] = mask.to(scores.device)
            return self._masks[word]

    return LogitsProcessorList([cast("LogitsProcessor", Constraint())])


def _long(ids: Sequence[int]) -> torch.Tensor:
    """Token ids as an index."""
    import torch

    return torch.tensor(ids, dtype=torch.long)
