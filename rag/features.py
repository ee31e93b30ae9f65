"""What can be seen of a sentence, and of a whole answer, that tells whether it answers a question.

Knows: the features and their names; all lie about between 0 and 1 but those in logits. Does not
know: what they weigh (`rag.weights`), where sentences come from (`rag.evidence`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.actors import mentions
from rag.asked_actors import EVERYWHERE
from rag.asked_values import AMOUNT_ASKED
from rag.premise import acronyms, in_parts, on_scale, premises, weakest
from rag.question import Understood
from rag.weights import logit

TITLE = 0.2  # what the words of its title add to an item's best passage
_REMEMBERED = 4096  # sentences and titles
TOP = 3  # sentences whose mean probability tells how sure an answer is
AMOUNT = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|miljoen|miljard|helft)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One sentence of a passage that was found, with all that the features are made of.

    words, title_words: shares of the topic (`Topic.share`). likeness, title_likeness: cosines.
    hit: its passage's score without preferences; rank: of that passage, from 1. item: any key of
    the item. opens: it is the first sentence of the item. title: its item's, "" without one.
    day: the first of its paper's meeting, "" where unknown.
    """

    text: str
    item: tuple[str, str]
    actors: tuple[str, ...]
    in_time: bool
    note: bool
    opens: bool
    words: float
    likeness: float
    title_words: float
    title_likeness: float
    hit: float
    rank: int
    title: str = ""
    day: str = ""

    @property
    def named(self) -> frozenset[str]:
        """Whoever it names or reports words of."""
        return named_by(self.text).union(self.actors)

    @property
    def title_named(self) -> frozenset[str]:
        """Whoever the title of its item names."""
        return named_by(self.title)


@lru_cache(_REMEMBERED)
def named_by(text: str) -> frozenset[str]:
    """Whoever a sentence or a title names; asked several times on the way to one answer."""
    return frozenset(mention.actor for mention in mentions(text))


def sentence_features(asked: Understood, seen: Sequence[Seen]) -> list[dict[str, float]]:
    """The features of each sentence, among all those found for the question."""
    items = item_scores(seen)
    best = max(items.values(), default=0.0)
    wanted, amount = set(asked.actors), AMOUNT_ASKED.search(asked.whole) is not None
    made = []
    for one in seen:
        speaks = bool(wanted & set(one.actors))
        made.append(
            {
                "words": one.words,
                "likeness": max(0.0, one.likeness),
                "title_words": one.title_words,
                "title_likeness": max(0.0, one.title_likeness),
                "item": items[one.item] / best if best > 0 else 0.0,
                "rank": 1 / (1 + one.rank),
                "speaks": float(speaks),
                "another_speaks": float(bool(wanted and one.actors) and not speaks),
                "named": float(bool(wanted and wanted & one.named)),
                "somebody_speaks": float(bool(one.actors)),
                "in_time": float(bool(asked.periods) and one.in_time),
                "off_time": float(bool(asked.periods) and not one.in_time),
                "amount": float(amount and AMOUNT.search(one.text) is not None),
                "opens": float(one.opens),
                "note": float(one.note),
            }
        )
    return made


def item_scores(seen: Sequence[Seen]) -> dict[tuple[str, str], float]:
    """How well each item fits: its best passage, and the words of its title."""
    scores: dict[tuple[str, str], float] = {}
    for one in seen:
        score = one.hit + TITLE * one.title_words
        scores[one.item] = max(score, scores.get(one.item, score))
    return scores


def answer_features(
    asked: Understood, seen: Sequence[Seen], sure: Sequence[float]
) -> Mapping[str, float]:
    """What tells whether any of the sentences answers; sure[i]: the probability of seen[i].

    Raises ValueError without a sentence.
    """
    items = item_scores(seen)
    inside = [one for one in seen if one.in_time]
    subject = max(inside or seen, key=lambda one: items[one.item]).item
    own = [one for one in seen if one.item == subject]
    there = frozenset().union(*(one.named | one.title_named for one in own))
    states = sorted(set(asked.actors) - EVERYWHERE)
    top = sorted(sure, reverse=True)[:TOP]
    borne, names = weakest(asked, premises(asked), seen, sure), acronyms(asked)
    return {
        "borne_out": logit(sum(top) / len(top)) + math.log(borne),
        "acronyms": on_scale(weakest(asked, names, seen, sure)) if names else 1.0,
        "states_there": sum(who in there for who in states) / len(states) if states else 1.0,
        "parts": float(in_parts(asked)),
    }
