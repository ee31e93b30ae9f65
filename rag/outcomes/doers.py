"""Who decided, announced or promised what a sentence tells.

Knows: that the Council decides, that a promise is his who makes it and not theirs who asked for it,
that a sentence without a doer goes on about whom the one before named. Does not know: what kind of
outcome it is (`rag.outcomes.sorting`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.actors import MEMBER_STATES, UNKNOWN, mentions, named_actor
from index.attribution import actor_value
from index.presidency import BY_STEM, PRESIDENCY
from rag.outcomes.changes import of_agenda
from rag.outcomes.nouns import Outcome
from rag.outcomes.plans import TAKES_EFFECT
from rag.outcomes.seen import STATE, seen
from rag.outcomes.sorting import Sorted
from rag.told import Told

OF_COUNCIL: frozenset[Outcome] = frozenset(
    ("adopted", "general_approach", "conclusions", "political_agreement", "no_agreement", "debate")
)
BY_CHAIR = re.compile(r"\bbesloot\b")  # the Presidency's own: how the talks go on
ADDRESSED = frozenset(("Council", "Presidency", "Tweede Kamer"))  # named as those to whom it goes
HANDED_ON = re.compile(r"\bonder (?:het )?\w+ [Vv]oorzitterschap\b")
FIRST, SUBJECT = (
    12,
    50,
)  # characters within which the subject begins
LIDSTATEN = re.compile(r"\W*(?:de |alle )?lidstaten\b", re.I)
OBLIGED = re.compile(r"\b(?:moeten|dienen|behoren|hebben) (?:de |alle )?lidstaten\b", re.I)
GOVERNMENT = re.compile(r"\W*(?:Nederland|Het kabinet)\b")
# the papers say "het Parlement", which alone is no name of it in other texts
PARLIAMENT = re.compile(r"\W*(?:het )?(?:Europees )?Parlement\b", re.I)
# who sets dates for the Council's own meetings, where nobody is said to
SCHEDULED = re.compile(r"\b(?:Coreper|triloog|trilogen|agendering|geagendeerd)\b", re.I)
BACK = 2  # sentences of the item that may name the doer of a later one


def doer(one: Told, what: Sorted, before: Sequence[Told]) -> str:
    """The actor of an outcome as JSON carries it; before: the sentences of its item before it."""
    sort, outcome = what
    if one.document.kind == "overig":
        return "NL"  # a debate: whoever promises there is a minister
    who = _own(one)
    if sort == "next_step" and _comes_after(who, one.text):
        who = ()
    if sort == "decision" and outcome in OF_COUNCIL:
        chaired = "Presidency" in who and BY_CHAIR.search(one.text)
        return "Presidency" if chaired else "Council"
    who = who or _understood(one, what)
    for earlier in before[: -BACK - 1 : -1] if _goes_on(one, what) else ():
        if who:
            break
        who = tuple(a for a in _own(earlier) if not _is_state(a))
    return actor_value(who)


def _goes_on(one: Told, what: Sorted) -> bool:
    """True where the sentence before may name the doer.

    Not in a list of results, whose lines are on different items, nor in an agenda, which tells what
    each is to say; and who told of a delay did not cause it.
    """
    looked_at = seen(one)
    told_of = what == ("decision", "postponed")
    return looked_at.part == "report" and not (looked_at.results or told_of)


def _understood(one: Told, what: Sorted) -> tuple[str, ...]:
    """Who is meant where the sentence names nobody; none where an earlier one may name him.

    A date that was put off ("de start is verplaatst naar mei") is not the Council's to put off.
    """
    sort, outcome = what
    part = seen(one).part
    effect = sort == "next_step" and TAKES_EFFECT.search(one.text)
    if of_agenda(outcome, one.text):
        return ("Presidency",)
    if sort == "next_step" and not effect and SCHEDULED.search(one.text):
        return ("Presidency",)
    if outcome == "motion" or part == "letter":
        return (UNKNOWN,) if effect else ("NL",)
    if sort == "promise":
        others = tuple(m.actor for m in mentions(one.text) if m.actor not in ADDRESSED)
        return others[:1] or (("NL",) if part == "agenda" else ())
    return ("Council",) if sort == "decision" and outcome != "postponed" else ()


def _comes_after(who: tuple[str, ...], text: str) -> bool:
    """True for those who speak after a semicolon only: "Het begint in mei; Nederland is blij"."""
    first, _, rest = text.partition(";")
    named = {m.actor for m in mentions(rest)}
    return bool(who) and set(who) <= named and not mentions(first)


def _own(one: Told) -> tuple[str, ...]:
    """Who acts in the sentence itself: institutions before the states beside them."""
    who = tuple(actor for actor in one.actors if actor != UNKNOWN)
    bodies = tuple(actor for actor in who if not _is_state(actor))
    if bodies:
        return tuple(_presiding(actor, one) for actor in bodies)
    if who:
        return who
    if HANDED_ON.search(one.text):
        return ("Presidency",)
    if seen(one).part == "agenda" and GOVERNMENT.match(one.text):
        return ("NL",)
    if LIDSTATEN.match(one.text) or OBLIGED.search(one.text):
        return (MEMBER_STATES,)
    if PARLIAMENT.match(one.text):
        return ("EP",)
    named = mentions(one.text)
    others = [m for m in named if not _is_state(m.actor) and m.actor not in ADDRESSED]
    near = [m.actor for m in others if m.start < SUBJECT]
    return tuple(near[:1])


def _is_state(actor: str) -> bool:
    return STATE.match(actor) is not None or actor == MEMBER_STATES


def _presiding(actor: str, one: Told) -> str:
    """The country, where the presidency named is not the one that presides: it is still to come."""
    if actor != "Presidency":
        return actor
    turn = PRESIDENCY.search(one.text)
    now = one.document.presidency
    if turn is None or now is None:
        return actor
    country = BY_STEM[turn["who"].lower()]
    return actor if country == now else (named_actor(country) or actor)
