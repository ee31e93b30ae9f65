"""A question that leans on the one before: "en de Commissie?", "en in 2022?", "why?".

Knows: when a question has no topic of its own, and what it then takes over: the topic, and each
slot that it does not fill itself. A question with a topic of its own takes nothing.
Does not know: how words are read (`rag.gist`), the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.actors import MEMBER_STATES, Mention, actors
from index.analyse import is_stop, tokens
from index.entries import Entry
from index.nouns import Kind
from rag.asked_actors import EVERYWHERE, SUBJECT, named_in
from rag.asking_words import (
    ABOUT,
    BARE,
    GENITIVE,
    KIND_WORDS,
    LATER,
    LINKING,
    OUTCOME,
    POINTING,
    WHO,
)
from rag.comparing import COMPARISON, DEVELOPMENT, comparing
from rag.gist import Gist
from rag.kinds import hinted_kinds
from rag.period import LAST, Moment, Period, shifted
from rag.phrases import months, say

if TYPE_CHECKING:
    from rag.question import Understood

MOST_WORDS = 14  # of a question that leans on another
# with "it" or "daarvan" it may say one thing more: "why was it delayed?"
FEW_WORDS, ONE_WORD = 8, 1


def own_words(read: Gist) -> list[str]:
    """What a question says of a topic: its words without times, actors and words of asking."""
    text = COMPARISON.sub(" ", DEVELOPMENT.sub(" ", _without(read, _speaking(read))))
    return [t for t in tokens(text) if t.casefold() not in BARE and not is_stop(t)]


def leans(read: Gist) -> bool:
    """True for a short question without a topic of its own."""
    words, own = len(tokens(read.plain)), own_words(read)
    if not own:
        return words <= MOST_WORDS
    pointing = POINTING.search(read.plain) is not None
    return pointing and len(own) <= ONE_WORD and words <= FEW_WORDS


def subject_of(read: Gist) -> str:
    """The words of a question that say what it is about: "de detectie van CSAM"; may be empty.

    Who is asked for and when is left out, and so are the words of asking around it.
    """
    text = _without(read, [m for m in _speaking(read) if m.actor in read.actors])
    found = list(re.finditer(r"[^\W_](?:[\w'’./()-]*\w)?", text))
    heavy = [m for m in found if m[0].casefold() not in BARE and not is_stop(m[0])]
    heavy = [m for m in heavy if not DEVELOPMENT.fullmatch(m[0]) and not COMPARISON.fullmatch(m[0])]
    return " ".join(text[heavy[0].start() : heavy[-1].end()].split()) if heavy else ""


def carried(own: Gist, before: Understood, entries: Sequence[Entry]) -> Gist:
    """What a leaning question means: what it says itself, and for the rest what stood before."""
    old = before.gist
    timed = bool(own.times or own.meetings)
    beside = comparing(own.plain) and bool(own.actors)
    named = (*old.actors, *own.actors) if beside else own.actors or old.actors
    if WHO.search(own.plain) and not own.actors:
        named = ()
    later = None if timed else _later(own, before)
    whole = replace(
        own,
        actors=tuple(dict.fromkeys(named)),
        meetings=own.meetings if timed or later else old.meetings,
        times=own.times if timed else (later,) if later else old.times,
        parts=own.parts if timed or later else own.parts or old.parts,
        kinds=own.kinds or (() if OUTCOME.search(own.plain) else old.kinds),
        develops=own.develops or (old.develops and not timed),
        sides=old.compares == "actors" and not own.actors,
        subject=before.subject,
    )
    said = {slot.value for slot in own.slots(entries)}
    said |= {"actors"} if comparing(own.plain) else set()  # it compares, with what stood before
    values = {slot.value for slot in whole.slots(entries)}
    return replace(whole, inherits=frozenset(values - said))


def _later(own: Gist, before: Understood) -> Moment | None:
    """The time after the one that stood before, or from it on where its outcome is asked for."""
    after = LATER.search(own.plain) is not None
    ends = [period.last[:7] for period in before.periods if period.first <= period.last < LAST]
    if not ends or not (after or OUTCOME.search(own.plain)):
        return None
    end = max(ends)
    said = "later_than" if after else "from_then"
    label = say(said, own.language, month=months(end, end, own.language))
    return Moment(0, 0, Period(label, shifted(end, int(after)), LAST))


def topic_with(subject: str, who: Iterable[str], own: Iterable[str]) -> str:
    """What is searched for: whoever is asked about, the topic that stood before, and what is new.

    Actors by their Dutch names, as the papers have them.
    """
    names = [actors()[one].nl for one in who]
    pieces, at = [], 0
    for mention in named_in(subject):
        pieces += [subject[at : mention.start], actors()[mention.actor].nl]
        at = mention.end
    return " ".join([*names, "".join([*pieces, subject[at:]]), *own])


def hints_of(plain: str) -> tuple[Kind, ...]:
    """The kinds of paper that tell what came of it."""
    return hinted_kinds(plain) or (("verslag",) if OUTCOME.search(plain) else ())


def _speaking(read: Gist) -> list[Mention]:
    """The actors named as those who act: one spoken about ("over Oekraïne") is a topic."""
    return [
        m
        for m in read.mentions
        if not ABOUT.search(read.plain[: m.start])
        and (m.actor in EVERYWHERE or m.actor == MEMBER_STATES or m.actor in read.actors)
        and not (SUBJECT.search(read.plain[: m.start]) and len(read.actors) > 1)
    ]


def _without(read: Gist, named: Iterable[Mention]) -> str:
    """The question without times, meetings and papers, and without `named` and what led to it."""
    spans = [(time.start, time.end) for time in read.times]
    spans += [words for meeting in read.meetings for words in meeting.words]
    spans += [(part.start, part.end) for part in read.parts]
    spans += [(m.start, m.end) for m in named]
    text, at = "", 0
    for start, end in sorted(spans):
        if start >= at:
            text = LINKING.sub("", text + read.plain[at:start]) + " "
        genitive = GENITIVE.match(read.plain, end)
        at = max(at, genitive.end() if genitive else end)
    text += read.plain[at:]
    return KIND_WORDS.sub(" ", text) if read.kinds else text
