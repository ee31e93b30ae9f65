"""A question that asks for a list which runs over the items of a meeting, and for which list.

Knows: that such a question names no subject: all its words are those of a list, of a meeting or of
none. Does not know: where the list comes from (`rag.outcomes.asked_told`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.actors import mentions
from rag.outcomes import asked_words as words
from rag.outcomes.nouns import Outcome
from rag.question import Understood
from rag.sections import parts
from rag.summaries.asked import asks_summary

List = Literal[
    "decision", "next_step", "promise", "attendance", "items", "summary", "said", "next_meeting"
]  # fmt: skip
Narrow = Literal["closed", "lunch", "undebated", "other"]
WORD = re.compile(r"[\w'’]+(?:-\w+)*")
NARROWED: tuple[tuple[Narrow, re.Pattern[str]], ...] = (
    ("closed", words.ASKED_CLOSED),
    ("undebated", words.ASKED_UNDEBATED),
    ("other", words.ASKED_OTHER),
    ("lunch", words.ASKED_LUNCH),
)
TAKEN: frozenset[Outcome] = frozenset(
    ("adopted", "general_approach", "political_agreement", "conclusions")
)
NOT_TAKEN: frozenset[Outcome] = frozenset(("no_agreement", "postponed", "added", "moved"))
TOLD: frozenset[Outcome] = frozenset(("debate",))
APPROACH = re.compile(
    r"\balgemene (?:oriëntaties?|benadering(?:en)?)\b|\bgeneral approach(?:es)?\b", re.I
)
NO_AGREEMENT = re.compile(
    r"\b(?:geen|no|not) (?:\w+ )?(?:akkoord|overeenstemming|besluit\w*|agreement|decisions?|"
    r"agreed|decided)\b|\bfail(?:ed)? to (?:agree|reach|decide)\b|\bniet (?:besloten|eens)\b",
    re.I,
)
# decisions that an agenda tells of
DUE = re.compile(
    r"\b(?:ter|voor) (?:besluitvorming|besluit|vaststelling|aanneming|goedkeuring)\b|"
    r"\bfor (?:decision|adoption|approval)\b|\bto be (?:adopted|decided|approved|agreed)\b|"
    r"\b(?:will|moet|zal|zullen|gaat|gaan) .*\b(?:adopt\w*|decide\w*|agree\w*|besluiten|"
    r"vaststellen|aannemen|vastgesteld|aangenomen|besloten)\b",
    re.I,
)
# to whom something was promised is what the question is about
TOWARDS = re.compile(r"\b(?:to|aan|for|voor|towards|jegens)\s+(?:(?:the|de|het)\s+)*$", re.I)
COMING = re.compile(
    r"^\W*(?:(?:en|and) )?(?:wanneer|when|op welke da(?:g|tum)|(?:wat is )?(?:de )?datum|which day|"
    r"on (?:what|which) da(?:y|te)|what date|waar)\b.*\b(?:(?:eerst)?volgende|komende|next|"
    r"upcoming|again|weer)\b",
    re.I,
)
ATTENDANCE = re.compile(r"\b(?:wie|who|welke|which|door wie|by whom|whom)\b", re.I)
LISTED = (
    words.NEUTRAL,
    words.DECIDED,
    words.ADOPTED,
    words.RESULTS,
    words.POSTPONED,
    words.NEXT,
    words.PROMISED,
    words.CHAMBER,
    words.TREATED,
    words.ATTENDED,
    words.OURS,
    words.FILLING,
    words.SAID,
)
KNOWN = frozenset[str]().union(*LISTED)
# whose outcomes a list holds whoever else is named
EVERYBODY = frozenset(("Council", "European Council", "Tweede Kamer", "member states"))


@dataclass(frozen=True, slots=True)
class Listing:
    """Which list is asked for.

    `outcomes`: only decisions of these kinds. `sections`, `narrow`: only items of these parts of
    the meeting, as papers head them, or of that kind. `chamber`: what was promised to parliament.
    `actors`: only theirs. `planned`: as the annotated agenda has it, where there is one.
    """

    what: List
    outcomes: frozenset[Outcome] = frozenset()
    sections: tuple[str, ...] = ()
    narrow: Narrow | None = None
    chamber: bool = False
    actors: tuple[str, ...] = ()
    planned: bool = False


def listing(asked: Understood) -> Listing | None:
    """The list that a question asks for; None for one that is about a subject, or compares."""
    if asked.compares or asked.develops or asked.gist.subject:
        return None
    text = _without_parts(asked.topic)
    narrow = next((name for name, pattern in NARROWED if pattern.search(text)), None)
    for name, pattern in NARROWED:
        text = pattern.sub(" ", text) if name == narrow else text
    approach = APPROACH.search(text) is not None
    said = _words(APPROACH.sub(" ", text), asked) | _agenda(asked)
    if said - KNOWN or _addressed(asked):
        return None
    what = _what(asked, said, approach=approach, listed=narrow is not None)
    if what is None:
        return None
    actors = tuple(who for who in asked.actors if who not in EVERYBODY)
    if actors and what not in ("promise", "next_step", "attendance", "said"):
        return None
    if what == "attendance" and set(actors) - {"NL"}:
        return None
    chamber = what == "promise" and bool(said & words.CHAMBER)
    outcomes = _outcomes(asked.text, said, approach=approach) if what == "decision" else frozenset()
    planned = (
        bool(said & words.AGENDA) if what != "decision" else DUE.search(asked.text) is not None
    )
    return Listing(what, outcomes, asked.sections, narrow, chamber, actors, planned)


def _what(asked: Understood, said: set[str], *, approach: bool, listed: bool) -> List | None:
    """Which list the words ask for; `listed`: they name some of its items."""
    ours = said & words.OURS or "NL" in asked.actors
    attending = bool(said & words.SAT or (said & words.ATTENDED and ours))
    attending = attending or {"nam", "deel"} <= said or {"took", "part"} <= said
    if attending and ATTENDANCE.search(asked.text) and not said & words.TREATED:
        return "attendance"
    if COMING.search(asked.text):
        return "next_meeting"
    speaks = bool(asked.periods) and bool(set(asked.actors) - EVERYBODY)
    decided = said & (words.DECIDED | words.ADOPTED | words.RESULTS | words.POSTPONED)
    phrased = words.ADOPTS.search(asked.text) or words.YIELDS.search(asked.text)
    told: tuple[tuple[List, bool], ...] = (
        ("promise", bool(said & words.PROMISED - {"toe"})),
        ("decision", approach or bool(decided or phrased)),
        ("said", speaks and bool(said & words.SAID)),
        ("summary", asks_summary(asked.text)),
        ("items", listed or bool(said & words.TREATED or words.ABOUT.search(asked.text))),
        ("next_step", bool(said & words.NEXT)),
    )
    return next((what for what, asks in told if asks), None)


def _outcomes(question: str, said: set[str], *, approach: bool) -> frozenset[Outcome]:
    """The kinds of decisions that the words ask for."""
    if approach:
        return frozenset(("general_approach",))
    if NO_AGREEMENT.search(question):
        return frozenset(("no_agreement", "postponed"))
    if said & words.POSTPONED and not said & (words.DECIDED | words.ADOPTED | words.RESULTS):
        return frozenset(("postponed", "moved"))
    if said & words.RESULTS or words.YIELDS.search(question):
        return TAKEN | NOT_TAKEN | TOLD
    return TAKEN | NOT_TAKEN if said & words.DECIDED else TAKEN


def _without_parts(text: str) -> str:
    """A text without the parts of the meeting that it still names, where a reader undid them."""
    for part in reversed(parts(text)):
        text = f"{text[: part.start]} {text[part.end :]}"
    return text


def _agenda(asked: Understood) -> set[str]:
    """ "agenda" where that is said with a part of the meeting: "the justice agenda"."""
    named = (asked.gist.plain[part.start : part.end] for part in asked.gist.parts)
    return {"agenda"} if any("agenda" in name.casefold() for name in named) else set()


def _addressed(asked: Understood) -> bool:
    """True where an actor is named to whom, not by whom, something is."""
    text = asked.topic
    others = [m for m in mentions(text) if m.actor in asked.actors and m.actor != "NL"]
    return any(TOWARDS.search(text[: one.start]) for one in others)


def _words(text: str, asked: Understood) -> set[str]:
    """Its words without capitals, but those that name who is asked about or all who meet."""
    gone = [m for m in mentions(text) if m.actor in EVERYBODY.union(asked.actors)]
    for mention in reversed(gone):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return {word.casefold().replace("’", "'").strip("'") for word in WORD.findall(text)}
