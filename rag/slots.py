"""What was understood of a question as slots that a reader sees, and which of them are undone.

Knows: names, values and labels of slots. Does not know: how a question is read (`rag.question`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from index.actors import actors
from index.entries import Entry
from index.errors import QuestionRefused
from index.nouns import Kind
from rag.comparing import Compared
from rag.nouns import SLOT_NAMES, Language, Slot
from rag.period import FIRST, LAST, Period
from rag.phrases import KINDS, months, say
from rag.sections import NAMES
from rag.which_meeting import Meeting, the_meeting

OVER_TIME = "over time"  # the value of the slot of a development
# what was done about a subject, as a question asks it: "zegde toe over", "promise on"
ASKED = re.compile(
    r"^(?:(?:zeg(?:t|gen|de|den)|deed|deden) (?:\w+ ){0,2}?(?:toe|toezegging(?:en)?)|toegezegd|"
    r"beloof(?:t|de|den)|belo(?:ofd|ven)|promised?|promises?|commit(?:ted)?|pledged?) "
    r"(?:\w+ )?(?:over|inzake|aangaande|on|about|regarding) (?=\w)",
    re.IGNORECASE,
)


def actor_slots(values: Iterable[str], language: Language) -> list[Slot]:
    """ "Nederland"."""
    return [Slot("actor", value, actors()[value].name(language)) for value in values]


def topic_slots(subject: str) -> list[Slot]:
    """ "detectie van CSAM": only a topic that an earlier question gave is shown.

    Of "zegde toe over e-evidence" readers see what it was about; the value keeps all the words.
    """
    return [Slot("topic", subject, ASKED.sub("", subject, count=1))] if subject else []


def meeting_slots(meetings: Iterable[Meeting]) -> list[Slot]:
    """ "informele JBZ-Raad Praag 11-12 juli 2022"."""
    return [Slot("meeting", meeting.value, meeting.label) for meeting in meetings]


def section_slots(sections: Iterable[str], language: Language) -> list[Slot]:
    """ "Justitie"."""
    return [Slot("section", section, NAMES[section][language]) for section in sections]


def time_slots(
    periods: Iterable[Period], entries: Sequence[Entry], language: Language
) -> list[Slot]:
    """ "JBZ-Raad juni 2024" where the library has that meeting, "vorig jaar (2025)"."""
    labels = {p.value: the_meeting(p, entries, language) or _label(p, language) for p in periods}
    return [Slot("time", value, label) for value, label in labels.items()]


def _label(period: Period, language: Language) -> str:
    """The reader's words, with the time they stand for where they do not say the year."""
    if re.search(r"20\d\d", period.label):
        return period.label
    if period.last == LAST:
        known = f"{months(period.first, period.first, language)} -"
    elif period.first == FIRST:
        known = f"- {months(period.last, period.last, language)}"
    else:
        known = months(period.first, period.last, language)
    return f"{period.label} ({known})"


def other_slots(
    kinds: Iterable[Kind], develops: bool, compares: Compared | None, language: Language
) -> list[Slot]:
    """Kinds of paper, development, comparison."""
    slots = [Slot("kind", kind, KINDS[language][kind]) for kind in kinds]
    if develops:
        slots.append(Slot("development", OVER_TIME, say("development", language)))
    if compares:
        slots.append(Slot("comparison", compares, say("comparison", language)))
    return slots


def undone(ignore: Collection[str], slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The slots that `ignore` names: by name ("actor"), value ("NL") or label ("Nederland").

    The name of a kind of slot that the question has none of is no fault. Raises QuestionRefused
    for anything else that is none of them.
    """
    wanted = {word.strip().casefold(): word for word in ignore}
    known = set(SLOT_NAMES).union(*({s.value.casefold(), s.label.casefold()} for s in slots))
    for folded, word in wanted.items():
        if folded not in known:
            said = ", ".join(dict.fromkeys(slot.value for slot in slots))
            values = f", or one of what was understood here: {said}" if said else ""
            raise QuestionRefused(
                f"ignore: {word!r} was not understood of this question; "
                f"write {', '.join(SLOT_NAMES)}{values}"
            )
    return tuple(
        slot
        for slot in slots
        if {slot.name, slot.value.casefold(), slot.label.casefold()} & wanted.keys()
    )
