"""Texts into a model: the words they align, the tokens they need, the vectors they teach.

Knows: the order of the steps. Does not know: files, figures, model folders.
"""

from __future__ import annotations

from index.training.align import aligned_words
from index.training.learn import Tell, learn
from index.training.measure import Model
from index.training.recipe import Recipe
from index.training.texts import Texts
from index.training.vocabulary import build_tokenizer

SENTENCES = ("europarl", "genre", "news")


def train(texts: Texts, recipe: Recipe, tell: Tell) -> Model:
    """The model that `recipe` makes of the pairs in `texts`; `tell` is told of each step."""
    pairs = dict(texts.pairs)
    sentences = [pair for name in SENTENCES for pair in pairs.get(name, ())]
    pairs["aligned words"] = aligned_words(sentences, recipe.agreed)
    for name, held in pairs.items():
        tell(f"{name}: {len(held)} pairs")
    tokenizer = build_tokenizer(
        (text for held in pairs.values() for pair in held for text in pair), recipe.tokens
    )
    tell(f"{tokenizer.get_vocab_size()} tokens")
    return Model(tokenizer, learn(pairs, tokenizer, recipe, tell))
