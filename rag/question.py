"""What a question asks: its language, whose position, which meeting or time, which papers.

Knows: what a question may be, and what a reader undid. Does not know: how its words are read
(`rag.gist`), or the answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from index.entries import Entry
from index.errors import QuestionRefused
from index.nouns import Kind
from index.search import LONGEST
from rag.asked_language import language_of
from rag.capitals import calmed
from rag.comparing import Compared
from rag.followup import carried, hints_of, leans, own_words, subject_of, topic_with
from rag.gist import NOTHING, Gist, gist_of, topic_of
from rag.kinds import hinted_kinds
from rag.nouns import Language, Slot
from rag.period import Period
from rag.slots import undone

LONGEST_QUESTION = LONGEST  # what search would refuse is refused before it is read
TAG = re.compile(r"<[/!]?[a-zA-Z][^<>]*>")  # no words of a question


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a question, less what the reader undid.

    `text`: the question on one line, without capitals that say nothing.
    `actors`: values asked about, in order. `periods`: the times that the question names, and the
    days of the meetings. `develops`: it asks how something changed. `topic`: what is searched
    for: the question without its times, its actors by their Dutch names. `third_language`:
    neither Dutch nor English, so answered in English. `kinds`: kinds of paper it names; `hints`:
    those in which it is mostly answered. `compares`: what it sets side by side. `slots`: all that
    for a reader; `ignored`: what was undone. `subject`: what it is about, in its own words or in
    those of the question it leans on; `gist`: all that the next question may take from it;
    `said_before`: the questions that it leans on. `sections`: the parts of the meeting that it
    names, as papers head them.
    """

    text: str
    language: Language
    third_language: bool
    actors: tuple[str, ...]
    periods: tuple[Period, ...]
    develops: bool
    topic: str
    kinds: tuple[Kind, ...] = ()
    hints: tuple[Kind, ...] = ()
    compares: Compared | None = None
    slots: tuple[Slot, ...] = ()
    ignored: tuple[Slot, ...] = ()
    subject: str = ""
    gist: Gist = NOTHING
    said_before: str = ""
    sections: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The question after those that it leans on, so that it can be understood by itself."""
        return f"{self.said_before} {self.text}" if self.said_before else self.text

    def summary(self) -> str:
        """One line for the reader: "Nederland · JBZ-Raad juni 2024"."""
        return " · ".join(slot.label for slot in self.slots)

    def at_time(self, day: str) -> bool:
        """True when an ISO date lies within the time asked for (always, where none is)."""
        return not self.periods or any(period.holds(day) for period in self.periods)


def understand(
    question: str,
    entries: Sequence[Entry] = (),
    ignore: Collection[str] = (),
    today: date | None = None,
    before: Understood | None = None,
) -> Understood:
    """Read a question; raises QuestionRefused when it is empty or too long.

    entries: the library's papers, without which "the last Council" says nothing. ignore: what a
    reader undoes, as `rag.slots.undone` reads it. today: what "vorig jaar" counts from. before:
    the question before this one in a conversation; it matters only where this one leans on it.
    """
    text = calmed(_readable(question))
    plain = " ".join(TAG.sub(" ", text).split())
    read, meant, third = _read(plain, entries, today or date.today(), before)
    ignored = undone(ignore, meant.slots(entries))
    kept = meant.without(ignored)
    periods = [period for meeting in kept.meetings for period in meeting.periods]
    hints = kept.kinds or (hinted_kinds(plain) if meant is read else hints_of(plain))
    topic = topic_of(read, {slot.value for slot in ignored})
    if kept.subject:
        topic = topic_with(kept.subject, kept.actors, own_words(read))
    return Understood(
        text=text,
        language=read.language,
        third_language=third,
        actors=kept.actors,
        periods=tuple(dict.fromkeys([*(time.period for time in kept.times), *periods])),
        develops=kept.develops,
        topic=topic,
        kinds=kept.kinds,
        hints=tuple(kind for kind in hints if kind in kept.kinds or kind not in read.kinds),
        compares=kept.compares,
        slots=tuple(kept.slots(entries)),
        ignored=ignored,
        subject=kept.subject or subject_of(read),
        gist=kept,
        said_before=_said_before(before) if before is not None and kept.subject else "",
        sections=tuple(part.section for part in kept.parts),
    )


def _read(
    plain: str, entries: Sequence[Entry], today: date, before: Understood | None
) -> tuple[Gist, Gist, bool]:
    """What a question says, what it means after `before`, and whether in a third language.

    Where it does not lean on `before` the first two are the same object.
    """
    language, third = language_of(plain)
    read = gist_of(plain, language, entries, today)
    if before is None or not leans(read):
        return read, read, third
    if not re.search(r"\b(?:[a-z]{3,}|en|de)\b", plain):  # "2022?" is in no language
        third = before.third_language
        read = gist_of(plain, before.language, entries, today)
    return read, carried(read, before, entries), third


def _said_before(before: Understood) -> str:
    """The questions so far, the oldest left out where they are too long together."""
    return before.whole if len(before.whole) <= LONGEST_QUESTION else before.text


def _readable(question: str) -> str:
    """The question on one line; raises QuestionRefused as `understand` says."""
    readable = question.encode("utf-8", "replace").decode()  # a terminal may send broken letters
    text = " ".join(readable.replace("\x00", " ").split())
    if not re.search(r"\w", TAG.sub(" ", text)):
        raise QuestionRefused(
            "question: it is empty; ask something, for example 'what was NL's position on CSAM?'"
        )
    if len(text) > LONGEST_QUESTION:
        raise QuestionRefused(
            f"question: {len(text)} characters are too many; ask in at most {LONGEST_QUESTION}"
        )
    return text
