"""All that is read in the words of a question, before anything is undone, and after.

Knows: the order in which times, meetings, actors and papers are read, each leaving the next its
words. Does not know: their words, or what a question may be (`rag.question`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.actors import Mention, actors
from index.entries import Entry
from index.nouns import Kind
from rag.asked_actors import asked_actors, named_in
from rag.asked_names import STAY
from rag.comparing import Compared, compared, comparing, develops
from rag.kinds import named_kinds
from rag.nouns import Language, Slot
from rag.period import Moment
from rag.sections import Part, parts
from rag.slots import (
    actor_slots,
    meeting_slots,
    other_slots,
    section_slots,
    time_slots,
    topic_slots,
)
from rag.times import moments
from rag.turns import COMING, PRESIDES
from rag.which_meeting import Meeting, meant

# "over te dragen" is a form of "overdragen", which is what papers and glossary have
PARTED = re.compile(
    r"\b(aan|achter|af|bij|binnen|door|in|mee|na|om|op|over|samen|tegen|terug|toe|uit|vast|voor|weg)"
    r" te (\w{3,}en)\b"
)
IN_THE_PAPERS = frozenset({"landen", "lidstaat"})  # they say it so, and may mean other countries


@dataclass(frozen=True, slots=True)
class Gist:
    """All that is read in the words `plain` of a question, before anything is undone.

    A question that leans on the one before also holds what it takes from there: `subject` is its
    topic, `inherits` the values of the slots, `sides` that its actors were set side by side. The
    places of mentions, times and meetings are then no places in `plain`.
    """

    plain: str
    language: Language
    mentions: tuple[Mention, ...]
    actors: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    times: tuple[Moment, ...]
    kinds: tuple[Kind, ...]
    develops: bool
    may_compare: bool = True
    subject: str = ""
    inherits: frozenset[str] = frozenset()
    sides: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def compares(self) -> Compared | None:
        """What is set side by side."""
        if not self.may_compare:
            return None
        times = {time.period.value for time in self.times} | {m.value for m in self.meetings}
        found = compared(self.plain, len(self.kinds), len(self.actors), len(times))
        return found or ("actors" if self.sides and len(self.actors) > 1 else None)

    def slots(self, entries: Sequence[Entry]) -> list[Slot]:
        """The same for a reader."""
        periods = [time.period for time in self.times]
        found = [
            *actor_slots(self.actors, self.language),
            *topic_slots(self.subject),
            *meeting_slots(self.meetings),
            *time_slots(periods, entries, self.language),
            *section_slots((part.section for part in self.parts), self.language),
            *other_slots(self.kinds, self.develops, self.compares, self.language),
        ]
        return [replace(slot, inherited=slot.value in self.inherits) for slot in found]

    def _is_backdrop(self, time: Moment) -> bool:
        """True for the half-year of a presidency that acts within it, in a month named as well."""
        own = time.period
        return not re.search(r"\d", own.label) and any(
            own.holds(other.period.first) and own.holds(other.period.last)
            for other in self.times
            if other.period.value != own.value
        )

    def without(self, ignored: Collection[Slot]) -> Gist:
        """What is left of it; a time that only helps to name a meeting goes up in that meeting."""
        gone = {(slot.name, slot.value) for slot in ignored}
        names = {slot.name for slot in ignored}
        meetings = tuple(m for m in self.meetings if ("meeting", m.value) not in gone)
        return replace(
            self,
            actors=tuple(a for a in self.actors if ("actor", a) not in gone),
            meetings=meetings,
            times=tuple(
                time
                for time in self.times
                if ("time", time.period.value) not in gone
                and not any(meeting.is_named_with(time.period) for meeting in meetings)
                and not self._is_backdrop(time)
            ),
            kinds=tuple(k for k in self.kinds if ("kind", k) not in gone),
            parts=tuple(p for p in self.parts if ("section", p.section) not in gone),
            develops=self.develops and "development" not in names,
            may_compare=self.may_compare and "comparison" not in names,
            subject="" if "topic" in names else self.subject,
        )


NOTHING = Gist("", "nl", (), (), (), (), (), develops=False)


def gist_of(plain: str, language: Language, entries: Sequence[Entry], today: date) -> Gist:
    """Read a question; `entries` and `today` as `rag.question.understand` has them."""
    times = moments(plain, today)
    meetings = meant(plain, entries, times, language, today)
    named = _mentions(plain, times, meetings)
    sides = comparing(plain)
    return Gist(
        plain,
        language,
        tuple(named),
        asked_actors(plain, named, sides),
        tuple(meetings),
        tuple(times),
        named_kinds(plain, sides),
        develops(plain),
        parts=tuple(parts(plain)),
    )


def _presiding(text: str, named: Sequence[Mention]) -> list[Mention]:
    """The mentions, a country and its presidency as one: the presidency, once it has begun."""
    left, upto = list[Mention](), 0
    for mention in named:
        presides = PRESIDES.match(text, mention.end)
        if presides and not COMING.search(text[: mention.start]):
            upto = presides.end()
            whole = text[mention.start : upto]
            left.append(Mention("Presidency", mention.start, upto, whole))
        elif mention.start >= upto:
            left.append(mention)
            upto = presides.end() if presides else upto
    return left


def _mentions(text: str, times: Sequence[Moment], meetings: Sequence[Meeting]) -> list[Mention]:
    """Mentions that are no part of a time ("onder Belgisch voorzitterschap") or of a meeting."""
    taken = [(time.start, time.end) for time in times]
    taken += [words for meeting in meetings for words in meeting.words]
    named = _presiding(text, named_in(text))
    return [m for m in named if not any(s < m.end and m.start < e for s, e in taken)]


def topic_of(gist: Gist, ignored: Collection[str]) -> str:
    """The question in the words of the papers: Dutch names for actors, no times and no places.

    Times are left to the meetings' dates: papers are full of other dates. An actor that the
    reader undid stays as it was written. The whole question where nothing else is left.
    """
    cuts = [(time.start, time.end, " ") for time in gist.times]
    cuts += [(*words, " ") for meeting in gist.meetings for words in meeting.words]
    cuts += [(p.start, p.end, " ") for p in gist.parts if p.section not in ignored]
    cuts += [
        (m.start, m.end, actors()[m.actor].nl)
        for m in gist.mentions
        if m.actor not in ignored and m.name not in IN_THE_PAPERS and not STAY.fullmatch(m.name)
    ]
    pieces, at = [], 0
    for start, end, instead in sorted(cuts):
        if start >= at:
            pieces += [gist.plain[at:start], instead]
        at = max(at, end)
    topic = " ".join("".join([*pieces, gist.plain[at:]]).split())
    topic = PARTED.sub(r"\1\2", topic)
    return topic if re.search(r"\w", topic) else gist.plain
