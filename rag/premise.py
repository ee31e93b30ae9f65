"""What a question takes for granted, and how surely the sentences found bear it out.

Knows: that an answer must speak of the time, the actors, the places and the detail asked for, each
in a sentence that is likely to answer. Does not know: how likely that is (`rag.weights`), what is
made of it (`rag.features`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from index.actors import MEMBER_STATES
from index.glossary import glossary
from rag.asked_actors import EVERYWHERE, named_in
from rag.dates import dated, find_dates
from rag.premise_details import details, gives, is_state
from rag.question import Understood

if TYPE_CHECKING:
    from rag.features import Seen

LEAST = 0.01  # share of the best sentence's probability below which a sentence bears out nothing
# who is spoken to rather than of, or spoken of in every paper
NO_PREMISE = frozenset({"Council", "European Council", "Tweede Kamer"})
YEAR = re.compile(r"(?<![\w/.,-])(?:19|20)\d\d(?![\w/])")
NAME = re.compile(r"(?<![^\W_])(?=\w*[A-Z]\w*[A-Z])[^\W_]{3,}")  # capitals within: "e-CODEX"
AGO = re.compile(r"\b(?:jl|jongstleden|laatstleden)\b")
COMMON = frozenset({"JBZ", "JHA", "III", "VII"})
# a second question within a question
PART = re.compile(
    r"(?:[,;:?]|\band\b|\ben\b)\s*"
    r"(?:(?:and|en|in|op|to|for|with|by|voor|tot|uit|on|of|at|bij)\s+)*"
    r"(?:what|how|which|who|when|where|why|did|does|do|were|was|is|are|has|had|wat|hoe\w*|welke?|"
    r"wie|wanneer|waar\w*|deed|doet|waren|heeft|komt|koos|kreeg)\b",
    re.I,
)
# a question that leans on another but asks something of its own: "waarom?", not "en in 2022?"
ASKS = re.compile(
    r"\b(?:wat|welke?|wie|waar\w*|hoe\w*|wanneer|what|which|who|whose|why|how|when|where)\b", re.I
)
OPENS = 8  # characters in which a question only begins: "In 2022, what ..."


@dataclass(frozen=True, slots=True)
class Premise:
    """Something that a sentence which answers must hold: an actor, an acronym, a kind of detail."""

    kind: Literal["actor", "acronym", "detail"]
    value: str

    def borne_out(self, one: Seen, question: str) -> bool:
        """True when the sentence, or but for details its item's title, holds it."""
        if self.kind == "actor":
            return self.value in _named(one)
        if self.kind == "acronym":
            held = f"{one.text} {one.title}".casefold()
            return _as_a_word(self.value).search(held) is not None
        return gives(self.value, one.text, question)


def premises(asked: Understood) -> list[Premise]:
    """Whom a question asks after, the places it names, the details it asks for.

    A place that the reader undid is none, nor one that is named in every paper.
    """
    undone = {slot.value for slot in asked.ignored}
    places = {mention.actor for mention in named_in(asked.topic)} - EVERYWHERE - undone
    actors = sorted((places | set(asked.actors)) - NO_PREMISE)
    found = [Premise("actor", who) for who in actors]
    return found + asked_details(asked)


def asked_details(asked: Understood) -> list[Premise]:
    """The kinds of detail that a question asks for: a day, an amount, a person."""
    return [Premise("detail", what) for what in details(_question(asked))]


def acronyms(asked: Understood) -> list[Premise]:
    """The names with capitals within that a question gives: "ETIAS", "SpaceNet"; no actors."""
    actors = {word for m in named_in(asked.topic) for word in m.name.split()}
    words = dict.fromkeys(NAME.findall(asked.topic))
    return [Premise("acronym", word) for word in words if word not in actors | COMMON]


def weakest(
    asked: Understood, wanted: Sequence[Premise], seen: Sequence[Seen], sure: Sequence[float]
) -> float:
    """How sure the least sure of the premises is, against the best sentence: LEAST to 1.

    sure[i]: the probability that seen[i] answers. A premise is as sure as the likeliest sentence
    of the time asked for that bears it out; that there is such a sentence is a premise as well.
    """
    best, question = max(sure), _question(asked)
    order = sorted(range(len(seen)), key=lambda place: -sure[place])
    likely = [place for place in order if sure[place] > LEAST * best]
    inside = [place for place in likely if _at_time(asked, seen[place])]
    least = sure[inside[0]] if inside else 0.0
    for premise in wanted:
        borne = (sure[p] for p in inside if premise.borne_out(seen[p], question))
        least = min(least, next(borne, 0.0))
    return max(LEAST, least / best) if best > 0 else LEAST


def on_scale(share: float) -> float:
    """A share of LEAST to 1 by powers of ten: 0 for LEAST, a half for its root, 1 for 1."""
    return 1 - math.log(share) / math.log(LEAST)


def in_parts(asked: Understood) -> bool:
    """True for a question that asks two things, or after two actors."""
    question = _question(asked)
    parted = PART.search(question, OPENS) is not None
    return parted or len(asked.actors) > 1 or len(details(question)) > 1


def _question(asked: Understood) -> str:
    """What is asked now, with the questions that it leans on where it asks nothing by itself."""
    return asked.text if ASKS.search(asked.text) else asked.whole


@lru_cache(1024)
def _as_a_word(acronym: str) -> re.Pattern[str]:
    """An acronym and what else the shipped glossary calls the same thing; "EES" is not "EESC"."""
    concepts = [found.concept for found in glossary().find(acronym)]
    names = [acronym, *(name for one in concepts for name in (*one.nl, *one.en))]
    spelt = "|".join(re.escape(name.casefold()) for name in dict.fromkeys(names))
    return re.compile(rf"(?<![^\W_])(?:{spelt})(?![^\W_]{{1,2}}(?![^\W_]))")


def _named(one: Seen) -> frozenset[str]:
    """Whom a sentence or the title of its item names; a named state stands for the group too."""
    named = one.named | one.title_named
    return named | {MEMBER_STATES} if any(is_state(who) for who in named) else named


def _at_time(asked: Understood, one: Seen) -> bool:
    """True for a paper of the time asked for, and for a sentence that names that time."""
    if one.in_time:
        return True
    _, days = find_dates(one.text)
    past = AGO.search(one.text) is not None
    if any(asked.at_time(dated(day, one.day, past=past)) for day in days):
        return True
    years = (found[0] for found in YEAR.finditer(one.text))
    return any(asked.at_time(f"{y}-01") and asked.at_time(f"{y}-12") for y in years)
