"""The tokens of the model: frequent words whole, other words from parts that words share.

Knows: how a tokenizer is built from texts, the same one every time. Does not know: vectors.
The parts are found by merging neighbours (the library's WordPiece trainer, which is repeatable;
its Unigram trainer is not) and carry no mark for "inside a word": the tail of "opvangcentrum" is the
token "centrum" itself, so Dutch compounds are split where their parts are known.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from tokenizers import Tokenizer, models, trainers

from index.training.words import count_words, normaliser, splitter

UNKNOWN = "[UNK]"
LONGEST_WORD = 20  # a longer word is a compound, better read by its parts
PASSES = 3
UNSEEN = 0.5  # what a part counts that no word was read by
LONGEST_READ = 100


def build_tokenizer(texts: Iterable[str], tokens: int, pieces: int) -> Tokenizer:
    """A tokenizer of at most `tokens` tokens, `pieces` of them parts; token 0 is the unknown."""
    counts = count_words(texts)
    parts = _parts(counts, pieces)
    scores = {part: math.log(1 / len(parts)) for part in parts}
    for _ in range(PASSES):
        scores = _rescored(scores, counts)
    total = counts.total()
    for word, times in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        if len(scores) + 1 >= tokens:
            break
        if word not in scores and len(word) <= LONGEST_WORD:
            scores[word] = math.log(times / total)
    return _unigram(scores)


def token_names(tokenizer: Tokenizer) -> tuple[str, ...]:
    """The tokens of a tokenizer, by their row."""
    held = tokenizer.get_vocab(with_added_tokens=False)
    return tuple(sorted(held, key=held.__getitem__))


def _parts(counts: Counter[str], pieces: int) -> tuple[str, ...]:
    """The parts of words that merging finds, and every character, in falling use."""
    merged = Tokenizer(
        models.WordPiece(
            unk_token=UNKNOWN,
            continuing_subword_prefix="",
            max_input_chars_per_word=LONGEST_READ,
        )
    )
    merged.pre_tokenizer = splitter()
    trainer = trainers.WordPieceTrainer(
        vocab_size=pieces,
        special_tokens=[UNKNOWN],
        continuing_subword_prefix="",
        show_progress=False,
    )
    words = (word for word in sorted(counts) for _ in range(counts[word]))
    merged.train_from_iterator(words, trainer)
    characters = {letter for word in counts for letter in word}
    return tuple(sorted((set(token_names(merged)) - {UNKNOWN}) | characters))


def _rescored(scores: dict[str, float], counts: Counter[str]) -> dict[str, float]:
    """Scores anew: how often each part is used when every word is read its most likely way."""
    tokenizer = _unigram(scores)
    words = sorted(counts)
    used: Counter[str] = Counter()
    for word, read in zip(words, tokenizer.encode_batch(words), strict=True):
        for token in read.tokens:
            used[token] += counts[word]
    total = sum(max(used[part], UNSEEN) for part in scores)
    return {part: math.log(max(used[part], UNSEEN) / total) for part in scores}


def _unigram(scores: dict[str, float]) -> Tokenizer:
    tokenizer = Tokenizer(models.Unigram([(UNKNOWN, 0.0), *scores.items()], 0))
    tokenizer.normalizer = normaliser()
    tokenizer.pre_tokenizer = splitter()
    return tokenizer
