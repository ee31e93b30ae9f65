"""What a sentence tells: a decision, a next step, a promise, or none of these.

Knows: that a call of one party is no outcome, that what an agenda expects is no decision, that a
past decision told as background is none of this meeting. Does not know: who did it
(`rag.outcomes.doers`), how sentences become a register (`rag.outcomes.register`).
"""

from __future__ import annotations

import re

from index.actors import MEMBER_STATES
from rag.outcomes import cues, plans
from rag.outcomes.changes import agenda_change, of_trilogue
from rag.outcomes.nouns import Outcome, Sort
from rag.outcomes.seen import CHAIRED, Seen, seen
from rag.outcomes.stepping import is_reference, is_step
from rag.outcomes.tense import CLAUSE, DONE, PENDING
from rag.told import Told

Sorted = tuple[Sort, Outcome]
TAKEN: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (cues.GENERAL_APPROACH, "general_approach"),
    (cues.CONCLUSIONS, "conclusions"),
    (cues.AGREED, "political_agreement"),
)
OPENS_ASIDE = re.compile(r"\W*(?:waar|nadat|omdat|hoewel|nu|als|indien|terwijl|wanneer)\b", re.I)
DECIDERS = frozenset(("Council", "Presidency", MEMBER_STATES))
# "de tekst die is aangenomen": told of the text, not of the meeting
RELATIVE = re.compile(r"(?<!, )\b(?:die|waar(?:in|mee|van|door|bij|over))\b", re.I)
COUNCIL = re.compile(
    r"^\W*(?:\w+ ){0,6}?(?:de (?:JBZ-|Schengen)?[Rr]aad|de (?:\w+ )?ministers|"
    r"de bewindspersonen)\b",
    re.I,
)
CALLED = re.compile(r"\bRaad\b|\bvoorzitterschap\b|\bministers\b", re.I)
NOUNS = re.compile(
    r"\b(?:\w*besluit|\w*verordening|\w*richtlijn|\w*conclusies|\w*aanbeveling|\w*mandaat|tekst|"
    r"\w*voorstel|\w*programma|\w*agenda|\w*positie|\w*verklaring|\w*strategie|\w*plan|"
    r"akkoord)(?:en|s)?\b",
    re.I,
)


def sorted_as(one: Told) -> Sorted | None:
    """What a sentence tells; None when it tells no outcome."""
    s = seen(one)
    if len(s.text) < 12 or s.text.endswith("?") or cues.OPENING.match(s.text):
        return None
    if is_reference(s.text):
        return None
    if one.document.kind == "overig":  # no paper of a meeting: at most what a minister promises
        promised = cues.SPOKEN.search(s.text) and not cues.DENIED.search(s.text)
        return ("promise", "promise") if promised else None
    found = _promise(s)
    if found is None and one.document.kind != "geannoteerde agenda":
        found = _decision(s)
    if found is None and one.document.kind == "verslag" and _noted(s):
        found = "decision", "debate"
    if found is None and is_step(s):
        found = "next_step", "step"
    if found is None and one.document.kind == "verslag":
        found = _debate(s)
    return found


def _promise(s: Seen) -> Sorted | None:
    """A promise made, repeated to parliament, or kept: a motion answered."""
    if cues.NOT_PROMISED.search(s.text):
        return None
    if cues.MOTION.search(s.text) or (s.part != "report" and cues.KEPT.search(s.text)):
        return "promise", "motion"
    if _will_tell_chamber(s.text):
        return "promise", "promise"
    mine = s.part == "letter" and not s.past and plans.I_WILL.search(s.text)
    if mine and not cues.CHAMBER_PAST.search(s.text):
        return "promise", "promise"
    ours = s.part != "agenda" or "NL" in s.actors
    if ours and cues.PROMISED.search(s.text) and not s.past and not s.urges:
        return "promise", "promise"
    if s.part == "agenda" or not s.actors or s.urges or s.past or cues.ENCLOSED.search(s.text):
        return None
    offered = cues.OFFERED.search(s.text) and not cues.THOUGHT_ALONG.search(s.text)
    return ("promise", "promise") if offered else None


def _will_tell_chamber(text: str) -> bool:
    """True where parliament is to hear or get something, not where it has already."""
    if not cues.CHAMBER_WILL.search(text) or cues.CHAMBER_PAST.search(text):
        return False
    named = [clause for clause in CLAUSE.split(text) if cues.CHAMBER.search(clause)]
    return any(cues.CHAMBER_NEXT.search(c) or not cues.CHAMBER_TOLD.search(c) for c in named)


def _decision(s: Seen) -> Sorted | None:
    """What was decided, agreed, not agreed or put off; nothing of what one party wants.

    In a paper that is about no meeting only what the Council or its chair is said to have done.
    """
    if not s.of_meeting and not (set(s.actors) & CHAIRED and CALLED.search(s.text)):
        return None
    asked = s.part == "letter" and "op verzoek van" in s.text.lower()
    if cues.POSTPONED.search(s.text) and not s.urges and (asked or not s.states):
        return "decision", agenda_change(s)
    if not s.decides or s.past:
        return None  # how states voted is none either: the Council's act tells the outcome
    if not s.urges and cues.NO_AGREEMENT.search(s.text):
        return "decision", "no_agreement"
    if cues.WIDE_SUPPORT.search(s.head) and "tekende" in s.head:
        return "decision", "debate"
    clause = _decided(s)
    return _taken(s, clause) if clause else None


def _taken(s: Seen, clause: str) -> Sorted | None:
    """Which decision was taken, in a sentence whose `clause` tells that one was."""
    bare = cues.BARE.search(s.text) is not None
    where = [clause] if OPENS_ASIDE.match(s.text) else [clause, s.text]
    for text in [*where, s.title] if bare else where:
        for cue, outcome in TAKEN:
            if cue.search(text):
                acts = bool(set(s.actors) & DECIDERS or COUNCIL.match(s.text))
                earlier = outcome == "political_agreement" and of_trilogue(s, acts)
                return None if earlier else ("decision", outcome)
    if cues.TOGETHER.search(s.text) and not cues.ADOPTS.search(clause):
        return "decision", "political_agreement"
    if "Council" not in s.actors and cues.GOES_ON.search(s.text):
        return "decision", "debate"
    if "Presidency" in s.actors and cues.ON_AGENDA.search(s.text):
        return "decision", agenda_change(s)
    named = bare or "Council" in s.actors or COUNCIL.match(s.text) or NOUNS.search(s.head)
    return ("decision", "adopted") if named else None


def _decided(s: Seen) -> str:
    """The clause in which a word of decision stands as done, not as planned, possible or denied;
    "" where there is none."""
    for words, needs in ((cues.DECIDED, None), (cues.IS_DECIDED, DONE)):
        for word in words.finditer(s.text):
            opens = max((m.end() for m in CLAUSE.finditer(s.text, 0, word.start())), default=0)
            closes = CLAUSE.search(s.text, word.end())
            clause = s.text[opens : closes.start() if closes else None]
            if RELATIVE.search(s.text, opens, word.start()):
                continue
            if PENDING.search(clause) or cues.DENIED.search(s.text, opens, word.end()):
                continue
            if needs is None or needs.search(clause) or cues.BARE.search(s.text):
                return clause
    return ""


def _noted(s: Seen) -> bool:
    """True where the Council took note of something, whatever that is."""
    return set(s.actors) <= DECIDERS and cues.NOTED.search(s.head) is not None


def _debate(s: Seen) -> Sorted | None:
    """That the Council met on something, or what its chair made of the debate."""
    debate: Sorted = ("decision", "debate")
    if s.results:
        return debate
    if "Presidency" in s.actors and cues.CONCLUDED.search(s.head):
        return debate
    if COUNCIL.match(s.text) and cues.COUNCIL_DEBATED.search(s.head):
        return debate
    return None
