"""A causal language model in memory: its prompt, its generating, its stopping.

Knows: torch and transformers, imported when there is such a model. Does not know: settings,
folders, what the messages say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from index.errors import ModelRefused
from rag.constraint import Following, processors
from rag.model_folder import one_line
from rag.prompts import Message
from rag.thinking import OPEN
from rag.token_stream import TokenStream
from rag.token_table import TokenTable, token_table
from rag.token_text import token_texts

if TYPE_CHECKING:
    import torch
    from transformers import (
        BatchEncoding,
        PreTrainedModel,
        PreTrainedTokenizerBase,
        StoppingCriteriaList,
    )
    from transformers._typing import GenerativePreTrainedModel

Halt = Callable[[], bool]


class HaltedError(Exception):
    """Raised inside a model, between two of its layers, when it has to end."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """What holds for one draft: what it may copy, and when it has to end."""

    following: Following
    halt: Halt


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model in memory with its tokenizer."""

    name: str
    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerBase

    def encode(self, conversation: Sequence[Message], new_tokens: int) -> BatchEncoding:
        """The prompt as token ids of shape (1, n), by the model's own chat template.

        Thinking is switched off where the template knows it; where it knows no system turn, that
        text opens the user's. Control tokens inside a message become plain text. Raises
        ModelRefused without a template and when prompt and draft do not fit the model.
        """
        from jinja2 import TemplateError

        if self.tokenizer.chat_template is None:
            raise ModelRefused(f"model {self.name}: no chat template; choose an instruct model")
        turns = [{"role": turn.role, "content": turn.content} for turn in conversation]
        try:
            prompt = self._by_template(turns)
        except TemplateError:
            together = "\n\n".join(turn.content for turn in conversation)
            try:
                prompt = self._by_template([{"role": "user", "content": together}])
            except TemplateError as error:
                raise ModelRefused(
                    f"model {self.name}: its template fails: {one_line(error)}"
                ) from error
        length = prompt["input_ids"].shape[1]
        longest = getattr(self.model.config.get_text_config(), "max_position_embeddings", None)
        if longest is not None and length + new_tokens > longest:
            raise ModelRefused(
                f"model {self.name}: takes {longest} tokens, the prompt has {length} and the draft"
                f" may have {new_tokens}; lower the setting evidence or max_new_tokens"
            )
        return prompt

    def _by_template(self, turns: list[dict[str, str]]) -> BatchEncoding:
        """The turns through the chat template, ready for the model's draft."""
        prompt = self.tokenizer.apply_chat_template(
            turns,
            add_generation_prompt=True,
            sanitize_control_tokens=True,
            enable_thinking=False,
            return_dict=True,
            return_tensors="pt",
        )
        return cast("BatchEncoding", prompt)

    def opens_thinking(self, prompt: BatchEncoding) -> bool:
        """True when the template itself ends in an open thought."""
        return str(self.tokenizer.decode(prompt["input_ids"][0, -8:])).rstrip().endswith(OPEN)

    def token_table(self) -> TokenTable:
        """What the model's tokens do to a quotation; takes about a second for 150,000 tokens."""
        size = int(self.model.config.get_text_config().vocab_size)
        return token_table(token_texts(self.tokenizer, size))

    def generate(
        self, prompt: BatchEncoding, new_tokens: int, streamer: TokenStream, drafting: Drafting
    ) -> None:
        """Generates greedily into `streamer` until done or until `drafting.halt()`.

        Quotations and keys can only come from `drafting.following`. The model is stopped between
        tokens, and between layers while it still reads the prompt.
        """
        import torch

        own = self.model.generation_config
        ends = getattr(own, "eos_token_id", None) or self.tokenizer.eos_token_id
        end = ends[0] if isinstance(ends, list) else ends
        pad = end if self.tokenizer.pad_token_id is None else self.tokenizer.pad_token_id
        with suppress(HaltedError), torch.inference_mode(), _halting(self.model, drafting.halt):
            cast("GenerativePreTrainedModel", self.model).generate(
                **prompt.to(self.model.device),
                max_new_tokens=new_tokens,
                do_sample=False,
                num_beams=1,
                # What a model's own settings may say about sampling has no say here: a penalty on
                # repetition would make it vary the keys.
                repetition_penalty=1.0,
                temperature=None,
                top_p=None,
                top_k=None,
                eos_token_id=ends,
                pad_token_id=pad,
                streamer=streamer,
                stopping_criteria=_criteria(drafting.halt),
                logits_processor=processors(drafting.following),
            )


def _criteria(halt: Halt) -> StoppingCriteriaList:
    """Ends generation after the token at which `halt()` becomes true."""
    import torch
    from transformers import StoppingCriteria, StoppingCriteriaList

    class Criterion(StoppingCriteria):
        def __call__(
            self, input_ids: torch.LongTensor, scores: torch.Tensor | None, **_: object
        ) -> torch.BoolTensor:
            """One truth value a sequence, shape (n,)."""
            ended = torch.full((len(input_ids),), halt(), dtype=torch.bool, device=input_ids.device)
            return cast("torch.BoolTensor", ended)

    return StoppingCriteriaList([Criterion()])


@contextmanager
def _halting(model: PreTrainedModel, halt: Halt) -> Iterator[None]:
    """Within it, each layer of `model` raises HaltedError once `halt()` is true."""
    from torch.nn import ModuleList

    def look(*_: object) -> None:
        if halt():
            raise HaltedError

    stacks = [part for part in model.modules() if isinstance(part, ModuleList)]
    hooks = [layer.register_forward_pre_hook(look) for stack in stacks for layer in stack]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()
