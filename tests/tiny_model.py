"""Builds a very small language model of random weights, for tests of the writers.

It writes nonsense, and does so as a real one does: from a folder in safetensors, with a tokenizer
trained on a few sentences, a chat template, and an end token.
"""

from __future__ import annotations

from pathlib import Path

SENTENCES = (
    "Nederland steunt het voorstel van het Voorzitterschap en vraagt om waarborgen.",
    "De Commissie lichtte toe dat 17 lidstaten het verdrag nog moeten bekrachtigen.",
    "The Netherlands can agree to the general approach, the Commission said in June 2024.",
    "Use only the keys that stand with the evidence, such as [[zubo7]] and [[kife2]].",
)
TEMPLATE = (
    "{% for message in messages %}<|turn|>{{ message['role'] }}\n{{ message['content'] }}<|end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|turn|>assistant\n{% endif %}"
)


def build_tiny_model(
    folder: Path,
    *,
    template: str | None = TEMPLATE,
    seed: int = 0,
    positions: int = 8192,
    more: tuple[str, ...] = (),
) -> Path:
    """Saves a two-layer model of about 100,000 random weights into `folder` and returns it.

    more: sentences that its tokenizer learns from besides SENTENCES.
    """
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    tokenizer = _tokenizer(template, more)
    torch.manual_seed(seed)
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=positions,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def bare_draft(folder: Path, conversation, tokens: int) -> str:
    """What the model writes when nothing holds it back: the prompt by hand, one greedy call."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    turns = [f"<|turn|>{turn.role}\n{turn.content}<|end|>\n" for turn in conversation]
    prompt = tokenizer("".join(turns) + "<|turn|>assistant\n", return_tensors="pt")
    made = model.generate(**prompt, max_new_tokens=tokens, do_sample=False)
    return tokenizer.decode(made[0, prompt["input_ids"].shape[1] :], skip_special_tokens=True)


def _tokenizer(template: str | None, more: tuple[str, ...]):
    """A byte-level BPE tokenizer trained on SENTENCES."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=600,
        special_tokens=["<|end|>", "<|turn|>", "<|pad|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    bpe.train_from_iterator([*SENTENCES, *more], trainer)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=bpe,
        eos_token="<|end|>",
        pad_token="<|pad|>",
        additional_special_tokens=["<|turn|>"],
    )
    tokenizer.chat_template = template
    return tokenizer
