"""What is to happen next: what a sentence tells of a plan, a deadline, an announcement.

Knows: that a call is no plan, that an agenda's plans are those for after its meeting, that the
deadlines of those who lead the talks bind others. Does not know: decisions and promises
(`rag.outcomes.sorting`), dates (`rag.outcomes.due`).
"""

from __future__ import annotations

import re

from index.stance import FINITE
from index.tagging import tagged
from rag.outcomes import cues, plans
from rag.outcomes.seen import Seen
from rag.outcomes.tense import is_over

ASKERS = frozenset(("Council", "Presidency", "Commission"))  # whose deadlines bind others
SAYS = re.compile(
    r"\b(?:meldde|meldden|lichtte|lichtten|gaf|gaven|deelde|deelden|liet|lieten|zei|zeiden|"
    r"antwoordde|berichtte|bevestigde|herinnerde|herhaalde|maakte|maakten|informeerde|verklaarde|"
    r"vertelde|zette|verwacht|verzekerde|schetste|volgens)\b",
    re.I,
)
OPINION = frozenset(
    ("support", "conditional", "reservation", "opposition", "abstention", "question")
)
# what stands between one of these and a date is what it depends on
CONDITION = re.compile(
    r"\b(?:nadat|zodra|als|indien|mits|tenzij|of|welke|hoeveel|wie|hoe)\b[^,;:]*$", re.I
)
# "de toepassingsdatum van 12 juni", but not "de Raad van oktober"
OF_NOUN = re.compile(
    r"\b\w+(?<!raad)(?<!zitting)(?<!vergadering)(?<!bijeenkomst)(?<!ronde)(?<!triloog)(?<!ingang)(?<!eind)(?<!einde)(?<!kwartaal)"
    r"(?<!helft)(?<!loop)(?<!begin) van "
    r"(?:\d{1,2} (?:en|tot en met) )?$",
    re.I,
)
TABLED = re.compile(r"\W*(?:aan de orde|op de agenda) (?:kom|staa)", re.I)
ADDRESS = re.compile(r"(?:https?://|\bwww\.)\S+", re.I)
NUMBERED = re.compile(r"\W*\d{1,3}[.)]? (?=\S)")
LOOK_UP = re.compile(r"\W*(?:zie|vgl\.?|vergelijk|bron)\b", re.I)


def is_step(s: Seen) -> bool:
    """True for what is to happen next, by whom it was announced or when it is due."""
    if plans.UNSURE.search(s.text):
        return False
    if plans.REGARDS.search(s.head) and not plans.WILL.search(s.text):
        return False
    if s.part == "agenda":
        return _government_announces(s) if "NL" in s.actors else _others_plan(s)
    if s.part == "letter" and not (s.timed or plans.HANDED_ON.search(s.text)):
        return False
    if s.urges:
        return s.dated and set(s.actors) <= ASKERS
    if plans.ANNOUNCED.search(s.text) and s.actors:
        return True
    return _state_announces(s) if s.states else _is_planned(s)


def is_reference(text: str) -> bool:
    """True for a source: a footnote or a line of a list of papers, which no verb makes a sentence.

    "1. Argos, 27 september 2023, www.vpro.nl/argos"
    """
    if not (ADDRESS.search(text) or NUMBERED.match(text)):
        return False
    bare = NUMBERED.sub("", ADDRESS.sub("", text), count=1)
    return LOOK_UP.match(bare) is not None or FINITE.search(tagged(bare).shape) is None


def _government_announces(s: Seen) -> bool:
    """In an agenda: what the government itself will do by a day, not what it will say there."""
    if s.urges or not s.dated or plans.PAST.search(s.verb):
        return False
    return s.stances[s.actors.index("NL")] in ("fact", "announcement")


def _others_plan(s: Seen) -> bool:
    """In an agenda: what others will do after the meeting or must have done by a day.

    Not what they are for, against or ask; not a day on which something else depends.
    """
    if not s.dated or OPINION & set(s.stances) or plans.URGES.search(s.head):
        return False
    if TABLED.match(s.text) or ("call" in s.stances and not set(s.actors) <= ASKERS):
        return False
    return _set_for_later(s) and not plans.PAST.search(s.verb)


def _set_for_later(s: Seen) -> bool:
    """True for a date after the meeting at which something is to happen by itself."""
    if s.soon is None:
        return True  # something ends on it
    before = s.text[: s.soon.start]
    if is_over(s.text, s.soon.start) or CONDITION.search(before) or OF_NOUN.search(before):
        return False
    after = not s.held or s.soon.iso > s.held[-1][: len(s.soon.iso)]
    later = len(s.soon.iso) == 7 and s.soon.iso == s.held[-1][:7] if s.held else False
    return (after or later) and bool(s.verb or plans.WILL.search(s.text))


def _is_planned(s: Seen) -> bool:
    """True for what an institution, or nobody by name, says will happen: by when, or how on."""
    if s.dated and (s.actors or not plans.PAST.search(s.verb)):
        return True
    if not plans.WILL.search(s.text):
        return False
    planned = plans.SURELY.search(s.text) or re.search(r"\bwil\b", s.head)
    if s.timed or (planned and s.later) or plans.HANDED_ON.search(s.text):
        return True
    if not planned or not s.actors or "volgens" in s.head.lower():
        return False  # "volgens de Commissie zal dat helpen" tells what it thinks
    aims = s.verb in plans.AIMS or plans.MEANS.search(s.head)
    return bool(aims or plans.PROCEEDS.search(s.text))


def _state_announces(s: Seen) -> bool:
    """A state that tells when something of its own will happen, or invites to it."""
    if OPINION & set(s.stances) or cues.NO_STAND.search(s.head):
        return False
    if s.verb in ("zal", "zullen"):
        return True
    if not (s.timed or s.later):
        return False
    if s.dated and s.verb and not plans.PAST.search(s.verb):
        return True
    if plans.INVITED.search(s.text):
        return True
    return SAYS.search(s.head) is not None and (s.dated or plans.WILL.search(s.text) is not None)
