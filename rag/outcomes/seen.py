"""A sentence as the rules of the register look at it.

Knows: its head and first verb, the dates it names, who speaks. Does not know: what it tells
(`rag.outcomes.sorting`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from index.actors import MEMBER_STATES, named_actor
from index.outline import LETTER_SECTION
from index.stance import ASIDE, FINITE, SUBORDINATE
from index.tagging import tagged
from rag.outcomes import plans
from rag.outcomes.due import Said, coming, past
from rag.told import Told

Part = Literal["report", "agenda", "letter"]
STATE = re.compile(r"^(?!EP$|EC$)[A-Z]{2}$")
RESULTS = re.compile(r"belangrijkste resultaten|voornaamste (?:resultaten|uitkomsten)", re.I)
CHAIRED = frozenset(("Council", "Presidency"))


@dataclass(frozen=True)
class Seen:
    """A sentence without bullets and asides; `results`: it stands in a report's own list of them,
    `title`: under this one.

    meeting: the ISO days from which it looks ahead: those of the meeting in a report, else that of
    the letter where it is known. held: in what was written before it, the days of the meeting.
    of_meeting: its paper is about a meeting, as far as it says.
    """

    text: str
    actors: tuple[str, ...]
    stances: tuple[str, ...]
    part: Part
    results: bool
    meeting: tuple[str, ...]
    title: str
    held: tuple[str, ...] = ()
    of_meeting: bool = True

    @cached_property
    def head(self) -> str:
        """The words before the first subordinate clause: what is done."""
        cut = SUBORDINATE.search(self.text)
        return self.text[: cut.start()] if cut else self.text

    @cached_property
    def verb(self) -> str:
        """The first finite verb of the head, "" where none is known as one."""
        words = tagged(self.head)
        found = FINITE.search(words.shape)
        return words.words[found.start()].lower() if found else ""

    @cached_property
    def soon(self) -> Said | None:
        """The date from the meeting on that it names, and how that is meant."""
        return coming(self.text, self.meeting, "9999-12-31", until=False, held=self.held)

    @property
    def later(self) -> str | None:
        """The date from the meeting on that it names."""
        return self.soon.iso if self.soon else None

    @cached_property
    def past(self) -> bool:
        """True when it names only times before the meeting."""
        return past(self.text, self.meeting)

    @property
    def timed(self) -> bool:
        """True when it says by when, more narrowly than by a bare year."""
        return self.dated or plans.SOON.search(self.text) is not None

    @property
    def dated(self) -> bool:
        """True when it names a month or a day after the meeting; where nothing tells when that was,
        when it also speaks of what is to come."""
        last = self.meeting[-1] if self.meeting else ""
        by = self.soon
        if by is None and plans.EXPIRES.search(self.text):
            by = coming(self.text, self.meeting, None, until=True, held=self.held)
        if by is None or len(by.iso) == 4:
            return False
        if not last:
            return plans.WILL.search(self.text) is not None
        now = last[: len(by.iso)]
        ahead = by.ahead or (len(by.iso) == 7 and by.iso == now and _still(self.text))
        return by.iso > now or ahead

    @property
    def states(self) -> bool:
        """True when only states speak."""
        return bool(self.actors) and all(STATE.match(a) or a == MEMBER_STATES for a in self.actors)

    @property
    def decides(self) -> bool:
        """True when the Council or its chair is among those who act, or nobody is named."""
        return (
            not self.actors or bool(set(self.actors) & CHAIRED) or self.actors == (MEMBER_STATES,)
        )

    @property
    def urges(self) -> bool:
        """True when it asks others to do something."""
        return bool(self.actors) and plans.URGES.search(self.head) is not None


def _actors(one: Told) -> tuple[str, ...]:
    """Who speaks; the country that presides speaks as the Presidency, unless it says not to."""
    chair = named_actor(one.document.presidency or "")
    if chair is None or chair not in one.actors or plans.AS_A_STATE.search(one.text):
        return one.actors
    return tuple("Presidency" if actor == chair else actor for actor in one.actors)


def _still(text: str) -> bool:
    """True where the meeting's own month is the one to come: "eind maart"."""
    return plans.SAME_MONTH.search(text) is not None


def seen(one: Told) -> Seen:
    """The sentence as the rules look at it: without bullets and asides."""
    letter = one.document.kind == "brief" or one.item.section == LETTER_SECTION
    agenda = one.document.kind == "geannoteerde agenda"
    text = " ".join(ASIDE.sub("", one.text).split()).lstrip("-•▪– ")
    days = one.document.meeting_dates
    if one.document.kind != "verslag" or not days:
        days = tuple(filter(None, (one.document.letter_date,))) or days
    return Seen(
        text,
        _actors(one),
        one.stances,
        "letter" if letter else "agenda" if agenda else "report",
        RESULTS.search(one.item.title or "") is not None,
        days,
        one.item.title or "",
        () if one.document.kind == "verslag" else one.document.meeting_dates,
        bool(one.document.meeting_dates),
    )
