"""What can be seen of a sentence of an agenda item that tells whether it belongs in a summary.

Knows: the features and their names; all lie about between 0 and 1. Does not know: what they weigh
(`rag.summaries.salience`).
"""

from __future__ import annotations

import math
from bisect import bisect_left
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
_SHORT = 10  # words
_BODIES = frozenset(("Council", "Presidency", "Commission", "NL", MEMBER_STATES, "EP"))


@lru_cache(_REMEMBERED)
def terms_of(text: str) -> frozenset[str]:
    """The terms of a sentence or title."""
    return frozenset(analyser().terms(text))


@dataclass(frozen=True, slots=True)
class Around:
    """What a sentence is seen against: the item it stands in, and the paper's other items.

    sentences: how many of the item's sentences hold a term; items: how many items of the paper;
    netherlands: the places in the item at which the Netherlands speaks; named: it tells what other
    states say, by name.
    """

    title: frozenset[str]
    count: int
    sentences: Mapping[str, int]
    items: Mapping[str, int]
    netherlands: tuple[int, ...]
    named: bool


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
    netherlands = tuple(told.place for told in sentences if "NL" in told.actors)
    named = any(_is_state(who) for told in sentences for who in told.actors)
    return Around(title, len(sentences), held, items, netherlands, named)


def features(told: Told, seen: Around) -> dict[str, float]:
    """The features of one sentence."""
    text = " ".join(told.text.split())
    made = _speakers(told) | _netherlands(told, text, seen) | _cues(told, text, seen)
    return {name: float(value) for name, value in made.items()} | _shares(told, seen)


def _speakers(told: Told) -> dict[str, bool]:
    """Who speaks, and what the states as a group and the Commission say."""
    actors = set(told.actors)
    kinds = dict(zip(told.actors, told.stances, strict=True))
    states, commission = kinds.get(MEMBER_STATES), kinds.get("Commission")
    return {
        "council": "Council" in actors,
        "presidency": "Presidency" in actors,
        "commission": "Commission" in actors,
        "commission_calls": commission == "call",
        "commission_acts": commission in ("announcement", "support"),
        "states": MEMBER_STATES in actors,
        "states_back": states in ("support", "conditional"),
        "states_object": states in ("reservation", "opposition"),
        "states_call": states == "call",
        "state": any(map(_is_state, actors)),
        "agency": bool({who for who in actors if len(who) > 2} - _BODIES),
        "nobody": not actors,
        "stance": any(kind in cues.POSITION for kind in told.stances),
        "announces": "announcement" in told.stances,
    }


def _netherlands(told: Told, text: str, seen: Around) -> dict[str, bool]:
    """What the Netherlands says, with whom, and when it is spoken of though it does not speak."""
    actors, planned = set(told.actors), cues.expectation(told)
    speaks, holds = "NL" in actors, cues.netherlands_holds(told)
    spoken_of = cues.NETHERLANDS.search(text) is not None
    kind = dict(zip(told.actors, told.stances, strict=True)).get("NL")
    return {
        "nl": speaks,
        "nl_alone": actors == {"NL"},
        "nl_joined": speaks and len(actors) > 1,
        "nl_spoken_of": spoken_of and not speaks,
        "nl_holds": holds,
        "nl_planned": speaks and planned,
        "nl_holds_planned": holds and planned,
        "nl_backs": kind in ("support", "conditional"),
        "nl_objects": kind in ("reservation", "opposition", "conditional", "abstention"),
        "nl_calls": kind == "call",
        "nl_tells": kind in ("fact", "announcement"),
        "nl_stands": (speaks or spoken_of) and cues.tells("stands", text),
        "nl_begins": cues.begins("holder", text),
        "nl_first": told.place in seen.netherlands[:1],
        "nl_last": told.place in seen.netherlands[-1:],
        "nl_before": not speaks and _among(seen.netherlands, told.place - 1),
    }


def _among(places: Sequence[int], place: int) -> bool:
    """True when `place` is one of these, which stand in order."""
    at = bisect_left(places, place)
    return at < len(places) and places[at] == place


def _cues(told: Told, text: str, seen: Around) -> dict[str, bool]:
    """What the words tell: outcomes, what comes next, how many are for it, mere background."""
    actors = set(told.actors)
    many, backing = cues.tells("many", text), cues.tells("backing", text)
    return {
        "decided": cues.tells_outcome(told),
        "concluded": cues.tells("concluded", text) and "Presidency" in actors,
        "voted": cues.tells("voted", text),
        "many": many,
        "few": cues.tells("few", text),
        "backing": many and backing,
        "backing_unnamed": many and backing and not seen.named,
        "round": cues.tells("round", text),
        "plans": bool(actors & {"Commission", "Presidency"}) and cues.tells("plans", text),
        "offers": "NL" not in actors and cues.tells("offers", text),
        "council_item": cues.tells("council", text),
        "open": cues.tells("open", text),
        "hence": cues.tells("hence", text),
        "next": cues.tells("next", text),
        "expected": cues.tells("expected", text),
        "formal": cues.tells("formal", text),
        "aside": cues.tells("aside", text),
        "background": cues.tells("background", text),
        "past": cues.tells("past", text),
        "instance": cues.tells("instance", text),
        "adds": cues.begins("adds", text),
        "explains": cues.begins("explains", text),
        "amount": cues.AMOUNT.search(text) is not None,
        "leans": cues.leaning(told),
        "asks": cues.ENUMERATED.match(text) is not None,
    }


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
        "opens": float(told.place == 0),
        "closes": float(told.place == told.count - 1 and told.count > 1),
        "results": float(cues.results(told)),
        "planned": float(cues.expectation(told)),
        "letter": float(told.item.section == LETTER_SECTION),
        "place": told.place / others,
        "one_of": 1 / max(1, seen.count),
        "short": float(told.words < _SHORT),
        "long": min(1.0, math.log(1 + told.words) / _LONG),
        "title": len(terms & seen.title) / len(seen.title) if seen.title else 0.0,
        "central": sum(held) / len(held) if held else 0.0,
        "novel": len(alone) / len(terms) if terms else 0.0,
    }
