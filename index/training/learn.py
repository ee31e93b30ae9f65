"""Token vectors from pairs of texts: each must find its partner among the others of its batch.

Knows: the loss (InfoNCE, both ways), its slope, Adam over the rows a batch touches. Does not know:
files, languages, model folders. Plain numpy with float32: the same pairs, recipe and libraries
give the same bytes. While learning, a token's vector is a row of its own plus the rows of the
character sequences it is spelt with; the sum is what is kept, so rare words learn from their kin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from tokenizers import Tokenizer

from index.training.bags import Bags, Matrix, Rows, spelling
from index.training.recipe import Recipe
from index.training.vocabulary import token_names

Tell = Callable[[str], None]
FADE, FADE_SQUARES, TINY = 0.9, 0.999, 1e-8  # Adam's own
WARMING = 20  # steps until the step size is whole
NEVER = -1e4  # the similarity of what may not count as a wrong answer


class Table:
    """Rows that Adam moves, only where a batch touched them."""

    def __init__(self, rows: Matrix) -> None:
        """Starts from `rows`."""
        self.rows = rows
        self._slopes = np.zeros_like(rows)
        self._squares = np.zeros_like(rows)

    def move(self, touched: Rows, slope: Matrix, rate: float, step: int) -> None:
        """One step of size `rate` down `slope` (touched, dimension); `step` counts from 1."""
        slopes = self._slopes[touched] * np.float32(FADE) + np.float32(1 - FADE) * slope
        squares = self._squares[touched] * np.float32(FADE_SQUARES)
        squares += np.float32(1 - FADE_SQUARES) * slope * slope
        self._slopes[touched], self._squares[touched] = slopes, squares
        length = np.sqrt(squares / np.float32(1 - FADE_SQUARES**step)) + np.float32(TINY)
        self.rows[touched] -= np.float32(rate / (1 - FADE**step)) * slopes / length


class Spelt:
    """Token vectors while they are learnt: a token's own row plus those of its spelling."""

    def __init__(self, names: Sequence[str], recipe: Recipe, chance: np.random.Generator) -> None:
        """Small random rows for the tokens `names`, nothing yet for what they are spelt with."""
        start = chance.standard_normal((len(names), recipe.dimension)) * recipe.start
        self._spelling = spelling(names, recipe.shared)
        self._own = Table(start.astype(np.float32))
        self._kin = Table(np.zeros((self._spelling.shape[1], recipe.dimension), np.float32))

    def of(self, tokens: Rows) -> Matrix:
        """The vectors of `tokens` as they now are."""
        parts, letters = self._parts(tokens)
        vectors: Matrix = self._own.rows[tokens] + letters @ self._kin.rows[parts]
        return vectors

    def move(self, tokens: Rows, slope: Matrix, rate: float, step: int) -> None:
        """One step of Adam down `slope`, for the tokens and for what they are spelt with."""
        parts, letters = self._parts(tokens)
        self._own.move(tokens, slope, rate, step)
        self._kin.move(parts, letters.T @ slope, rate, step)

    def summed(self) -> Matrix:
        """The vectors to keep, one a token; the unknown token says nothing."""
        vectors: Matrix = self._own.rows + self._spelling @ self._kin.rows
        vectors[0] = 0
        return vectors

    def _parts(self, tokens: Rows) -> tuple[Rows, sparse.csr_array]:
        """The character sequences that `tokens` hold, and how much each token holds of each."""
        letters = self._spelling[tokens]
        parts = np.unique(letters.indices)
        return parts, letters[:, parts]


def learn(
    pairs: Mapping[str, Sequence[tuple[str, str]]],
    tokenizer: Tokenizer,
    recipe: Recipe,
    tell: Tell,
) -> Matrix:
    """The token vectors (tokens, dimension) after `recipe.rounds` rounds through `pairs`."""
    chance = np.random.default_rng(recipe.seed)
    learnt = Spelt(token_names(tokenizer), recipe, chance)
    sources, texts = _numbered(pairs)
    bags = Bags(tokenizer, texts)
    steps = recipe.rounds * len(_batches(sources, recipe.batch, np.random.default_rng(0)))
    step = 0
    for number in range(recipe.rounds):
        losses = []
        for batch in _batches(sources, recipe.batch, chance):
            rate = recipe.rate * (1 - step / steps) * min(1.0, (step + 1) / WARMING)
            step += 1
            means, tokens = bags.of(batch.T.ravel())
            vectors = means @ learnt.of(tokens)
            loss, *slopes = info_nce(
                vectors[: len(batch)], vectors[len(batch) :], same_text(batch), recipe.scale
            )
            learnt.move(tokens, means.T @ np.concatenate(slopes), rate, step)
            losses.append(loss)
        tell(f"round {number + 1} of {recipe.rounds}: loss {np.mean(losses):.3f}")
    return learnt.summed()


def info_nce(
    left: Matrix, right: Matrix, alike: npt.NDArray[np.bool_], scale: float
) -> tuple[float, Matrix, Matrix]:
    """The loss of n pairs of vectors and its slopes; `alike` (n, n) marks no wrong answers.

    loss = mean over i of -log softmax_j(scale · cos(left_i, right_j))[i], plus the same with left
    and right exchanged; a cell that is alike takes no part in either softmax.
    """
    size_left, size_right = _sizes(left), _sizes(right)
    one, other = left / size_left, right / size_right
    cosines = np.float32(scale) * (one @ other.T)
    cosines[alike] = NEVER
    powers = np.exp(cosines - np.float32(scale))
    rows, columns = powers.sum(1, keepdims=True), powers.sum(0, keepdims=True)
    hits = np.diagonal(cosines)
    loss = 2 * scale - 2 * hits + np.log(rows[:, 0]) + np.log(columns[0])
    slope = powers / rows + powers / columns
    slope[np.diag_indices(len(slope))] -= 2
    slope *= np.float32(scale / len(slope))
    return (
        float(loss.mean()),
        _through_length(slope @ other, one, size_left),
        _through_length(slope.T @ one, other, size_right),
    )


def same_text(batch: Rows) -> npt.NDArray[np.bool_]:
    """(n, n): True off the diagonal where two pairs share a side, so that neither is wrong."""
    shared: npt.NDArray[np.bool_] = batch[:, :1] == batch[:, 0]
    shared |= batch[:, 1:] == batch[:, 1]
    np.fill_diagonal(shared, False)
    return shared


def _sizes(vectors: Matrix) -> Matrix:
    sizes: Matrix = np.sqrt((vectors * vectors).sum(1, keepdims=True)) + np.float32(TINY)
    return sizes


def _through_length(slope: Matrix, unit: Matrix, size: Matrix) -> Matrix:
    """The slope of the vector itself, from the slope of the unit vector made of it."""
    along = (slope * unit).sum(1, keepdims=True)
    passed: Matrix = (slope - along * unit) / size
    return passed


def _numbered(
    pairs: Mapping[str, Sequence[tuple[str, str]]],
) -> tuple[list[Rows], list[str]]:
    """Each source as rows of two text numbers, and the texts so numbered."""
    ids: dict[str, int] = {}
    sources = [
        np.array([[ids.setdefault(text, len(ids)) for text in pair] for pair in held], np.int64)
        for held in pairs.values()
        if held
    ]
    return sources, list(ids)


def _batches(sources: Sequence[Rows], size: int, chance: np.random.Generator) -> list[Rows]:
    """Every pair once, in batches of about `size` from one source each, in random order."""
    made: list[Rows] = []
    for source in sources:
        shuffled = source[chance.permutation(len(source))]
        made += np.array_split(shuffled, max(1, round(len(shuffled) / size)))
    return [made[place] for place in chance.permutation(len(made))]
