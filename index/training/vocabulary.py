"""The tokens of the model: frequent words whole, other words from parts that words share.

Knows: how a tokenizer is made from texts, the same one every time. Does not know: vectors.
A part carries no mark for "inside a word": the tail of "opvangcentrum" is the token "centrum"
itself, so that a compound is read by the words it is made of wherever those are tokens.
"""

from __future__ import annotations

from collections.abc import Iterable

from tokenizers import Tokenizer, models, trainers

from index.training.words import normaliser, splitter

UNKNOWN = "[UNK]"
LONGEST = 100  # characters of a word that is read at all
SEEN = 2  # times two parts must have stood together to become one


def build_tokenizer(texts: Iterable[str], tokens: int) -> Tokenizer:
    """A tokenizer of at most `tokens` tokens; token 0 stands for what it cannot read."""
    tokenizer = Tokenizer(
        models.WordPiece(
            unk_token=UNKNOWN, continuing_subword_prefix="", max_input_chars_per_word=LONGEST
        )
    )
    tokenizer.normalizer = normaliser()
    tokenizer.pre_tokenizer = splitter()
    trainer = trainers.WordPieceTrainer(
        vocab_size=tokens,
        min_frequency=SEEN,
        special_tokens=[UNKNOWN],
        continuing_subword_prefix="",
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def token_names(tokenizer: Tokenizer) -> tuple[str, ...]:
    """The tokens of a tokenizer, by their row."""
    held = tokenizer.get_vocab(with_added_tokens=False)
    return tuple(sorted(held, key=held.__getitem__))
