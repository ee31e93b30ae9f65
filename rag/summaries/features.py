"""What can be seen of a sentence of an agenda item that tells whether it belongs in a summary.

Knows: the features and their names; all lie about between 0 and 1. Does not know: what they weigh
(`rag.summaries.salience`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.actors import MEMBER_STATES
from index.analyse import analyser
from index.outline import LETTER_SECTION
from rag.summaries import cues
from rag.told import Told

_REMEMBERED = 16_384  # sentences
_LONG = math.log(60)  # words of a long sentence
_BODIES = frozenset(("Council", "Presidency", "Commission", "NL", MEMBER_STATES, "EP"))


@lru_cache(_REMEMBERED)
def terms_of(text: str) -> frozenset[str]:
    """The terms of a sentence or title."""
    return frozenset(analyser().terms(text))


@dataclass(frozen=True, slots=True)
class Around:
    """What a sentence is seen against: the item it stands in, and the paper's other items.

    sentences: how many of the item's sentences hold a term; items: how many items of the paper;
    first_of: the place of an actor's first sentence.
    """

    title: frozenset[str]
    count: int
    sentences: Mapping[str, int]
    items: Mapping[str, int]
    first_of: Mapping[str, int]

    @property
    def named(self) -> bool:
        """True when the item tells what states other than the Netherlands say, by name."""
        return any(map(_is_state, self.first_of))


def term_items(items: Sequence[Sequence[Told]]) -> Counter[str]:
    """In how many of a paper's items each term stands."""
    held: Counter[str] = Counter()
    for sentences in items:
        held.update(frozenset[str]().union(*(terms_of(told.text) for told in sentences)))
    return held


def around(sentences: Sequence[Told], items: Mapping[str, int]) -> Around:
    """What the sentences of one item are seen against."""
    held = Counter(term for told in sentences for term in terms_of(told.text))
    title = terms_of(sentences[0].item.title or "") if sentences else frozenset[str]()
    first_of: dict[str, int] = {}
    for told in sentences:
        for who in told.actors:
            first_of.setdefault(who, told.place)
    return Around(title, len(sentences), held, items, first_of)


def features(told: Told, seen: Around) -> dict[str, float]:
    """The features of one sentence."""
    text, actors = told.text, set(told.actors)
    planned = cues.expectation(told)
    holds = cues.netherlands_holds(told)
    stands = any(kind in cues.POSITION for kind in told.stances)
    broad = cues.tells("broad", text)
    made = {
        "opens": told.place == 0,
        "closes": told.place == told.count - 1 and told.count > 1,
        "nl": "NL" in actors,
        "nl_alone": actors == {"NL"},
        "nl_holds": holds,
        "nl_planned": "NL" in actors and planned,
        "nl_holds_planned": holds and planned,
        "council": "Council" in actors,
        "presidency": "Presidency" in actors,
        "commission": "Commission" in actors,
        "group": MEMBER_STATES in actors and seen.named,
        "state": any(map(_is_state, actors)),
        "agency": bool({who for who in actors if len(who) > 2} - _BODIES),
        "nobody": not actors,
        "stance": stands,
        "announces": "announcement" in told.stances,
        "decided": cues.tells_outcome(told),
        "concluded": cues.tells("concluded", text) and "Presidency" in actors,
        "voted": cues.tells("voted", text),
        "broad": broad and seen.named,
        "floor": (broad or (MEMBER_STATES in actors and stands)) and not seen.named,
        "plans": bool(actors & {"Commission", "Presidency"}) and cues.tells("plans", text),
        "formal": cues.tells("formal", text),
        "nl_first": told.place == seen.first_of.get("NL"),
        "next": cues.tells("next", text),
        "expected": cues.tells("expected", text),
        "background": cues.tells("background", text),
        "amount": cues.AMOUNT.search(text) is not None,
        "leans": cues.leaning(told),
        "asks": cues.ENUMERATED.match(text) is not None,
        "results": cues.results(told),
        "planned": planned,
        "letter": told.item.section == LETTER_SECTION,
    }
    return {name: float(value) for name, value in made.items()} | _shares(told, seen)


def _is_state(actor: str) -> bool:
    """True for a state other than the Netherlands."""
    return len(actor) == 2 and actor not in ("NL", "EP")


def _shares(told: Told, seen: Around) -> dict[str, float]:
    """Where in the item, how long, how much of the title, how central, how new in the paper."""
    terms = terms_of(told.text)
    others = max(1, seen.count - 1)
    held = [(seen.sentences.get(term, 1) - 1) / others for term in terms]
    alone = [term for term in terms if seen.items.get(term, 1) <= 1]
    return {
        "place": told.place / others,
        "one_of": 1 / max(1, seen.count),
        "long": min(1.0, math.log(1 + told.words) / _LONG),
        "title": len(terms & seen.title) / len(seen.title) if seen.title else 0.0,
        "central": sum(held) / len(held) if held else 0.0,
        "novel": len(alone) / len(terms) if terms else 0.0,
    }
