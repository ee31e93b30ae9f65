"""The sentences that tell an actor's stand, each with its kind.

Knows: that silence is no stand, nor that parliament was told; that the government's own paper
judges in its name. Does not know: how a sentence names an actor (`rag.positions.named`), topics.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from index.actors import mentions, named_actor
from index.presidency import WORD, presidency_of
from index.stance import Stance, stance
from rag.positions.kinds import kind_of
from rag.positions.named import MATTERS, asked_by, by_name
from rag.positions.past import earlier
from rag.positions.reach import goes_on
from rag.positions.spoken_of import only_spoken_of
from rag.told import Told, told

SILENT = re.compile(
    r"\bnam(?:en)? (?:het woord niet|niet het woord|geen deel)|\bniet (?:aan het woord|het woord)|"
    r"\bsprak(?:en)? (?:hier)?niet\b|\bmengde(?:n)? zich niet|\bzweeg|\bzwegen"
)
# a government elsewhere is not the Dutch one
ELSEWHERE = re.compile(r"\b[Dd]e regering (?:in|te|van) (?!Nederland|Den Haag)[A-Z]")
HELD = frozenset(get_args(Stance)) - {"fact", "announcement"}  # what may be of an earlier time
JUDGES: tuple[Stance, ...] = ("conditional", "reservation", "opposition")
IMPERSONAL = re.compile(r"^Het is (?:nog )?(?:onduidelijk|niet duidelijk|de vraag)\b")
DUTCH_STAND = re.compile(
    r"\b(?:Nederlandse|kabinets) ?(?:standpunt|inzet|positie|zorg|zorgen|bezwaar|bezwaren|"
    r"voorbehoud|prioriteit|prioriteiten|wens|wensen|steun)\b"
)
# how the government finds a proposal in its own paper, though it names nobody
FINDS = re.compile(
    r"\b(?:kan|kunnen) (?:\w+ )*?worden (?:ge|onder)steund\b|"
    r"\b(?:zijn|bestaan) er (?:\w+ ){0,2}(?:zorgen|bezwaren|twijfels)\b"
)
GUESSES = re.compile(
    r"\b(?:[Nn]aar verwachting|onduidelijk|vermoedelijk|waarschijnlijk|het is (?:nog )?de vraag)\b|"
    r"\bword(?:t|en)\b[^.;]*\bverwacht\b(?! dat)"
)
# what is found with a group of countries that goes by no name of its own
OF_OTHERS = re.compile(
    r"\b(?:[Vv]an|[Bb]ij|[Oo]nder|[Dd]oor|[Vv]oor|[Vv]olgens) (?:de |het )?(?:\w+ )?"
    r"(?:[A-Z]\w+(?:landen|groep|staten)|lidstaten|landen|delegaties|Benelux)\b"
    r"[^.;,]* (?:is|zijn|bestaat|bestaan|wordt|worden|leeft|leven)\b|"
    r"\b(?:Bij|Onder|Volgens|Van) (?:de |het )?(?:\w+ )?(?:lidstaten|landen|delegaties)\b"
)
# that parliament was told is no stand
TOLD_CHAMBER = re.compile(
    r"\bKamer\b[^.;]*\b(?:geïnformeerd|informeren|ontvang|ontvangt|ontvangen|bericht|toegestuurd|"
    r"toegezonden|toegekomen)\b|\b(?:geïnformeerd|informeren|informeert|toegestuurd|toegezonden|"
    r"bericht)\b[^.;]*\bKamer\b|\bin dit verslag\b|\b[Bb][Nn][Cc]-fiches?\b"
)
OWN_VIEW = re.compile(
    r"\b(?:kabinetsappreciatie|appreciatie|inzet\b|nederlandse (?:positie|inzet|standpunt)|"
    r"kabinetsstandpunt|standpunt van het kabinet|kabinetsreactie|grondhouding|"
    r"beoordeling(?: van het kabinet| door het kabinet|$))",
    re.I,
)
# a talk at the edge of a meeting tells no stand
MET = re.compile(
    r"\ben marge\b|\bsprak(?:en)?\b[^.;]*\bmet\b[^.;]*\b(?:collega|ambtgenoot|ambtgenoten)"
)
# what stands before the main clause is a reason, mostly of others
REASON = re.compile(r"^(?:Omdat|Nu|Aangezien|Hoewel|Gezien|Gelet op)\b[^,]*, ")


@dataclass(frozen=True, slots=True)
class Stand:
    """What a sentence tells of one actor's stand; `earlier`: only of one before the meeting."""

    told: Told
    kind: Stance
    earlier: bool = False


def stands(said: Sequence[Told], actor: str) -> list[Stand]:
    """The sentences of one item that tell the actor's stand, in order, each with its kind.

    said: those that are looked for; who speaks in them may depend on the others of the item.
    """
    if not said:
        return []
    found: list[Stand] = []
    wanted = {one.place for one in said}
    listed = False  # lines of a list that the actor's sentence opens belong to that sentence
    before = voice = None  # the sentence before, the last one with a speaker
    speaking: tuple[str, ...] = ()  # in `voice`
    for one in told(said[0].document, said[0].item):
        opened = before is not None and (before.text.endswith(":") or listed)
        on = voice is not None and goes_on(one, voice, speaking)
        kind = _kind(one, actor, before, on and actor in speaking)
        if one.actors or on or kind is not None:
            heard = [who for who in one.actors if not only_spoken_of(one.text, who, one.actors)]
            voice, speaking = one, tuple(heard) or (speaking if on else ())
            if kind is not None and actor not in speaking:
                speaking = (*speaking, actor)  # one of a group, named within it
        listed = bool(opened and kind is not None and _line(one.text))
        if kind is not None and not listed and one.place in wanted:
            found.append(Stand(one, kind, kind in HELD and earlier(one)))
        before = one
    return found


def _line(text: str) -> bool:
    """True for a line of a list."""
    return re.match(r"^(?:[•▪–-]|\d+[.)]|[a-z][.)]|[a-z])", text) is not None


def _kind(one: Told, actor: str, before: Told | None, on: bool) -> Stance | None:
    """The kind of stand that the sentence tells of the actor; None for none.

    on: it goes on with his words.
    """
    text = one.text
    if SILENT.search(text) or IMPERSONAL.match(text):
        return None
    if actor == "NL" and ELSEWHERE.search(text):
        return None
    if actor == "Presidency" and actor not in one.actors:
        actor = _presiding(one, before)
    kind = _told_by(one, actor, before)
    if kind is None and on:
        kind = kind_of(text, stance(text, actor))
    if kind in ("fact", "announcement") and TOLD_CHAMBER.search(text):
        return None
    return None if kind == "fact" and MET.search(text) else kind


def _told_by(one: Told, actor: str, before: Told | None) -> Stance | None:
    """The kind of stand, by who speaks, by a name, or as the government's own words."""
    text = one.text
    if actor in one.actors and not only_spoken_of(text, actor, one.actors):
        main = REASON.sub("", text)
        planned = one.document.kind == "geannoteerde agenda"
        own = stance(main, actor, planned) if main != text else None
        kind = kind_of(main, own or one.stances[one.actors.index(actor)])
        return (kind == "fact" and asked_by(text, actor)) or kind
    named = mentions(text)
    for mention in named:
        heard = by_name(text, mention, named) if mention.actor == actor else None
        if heard is not None:
            return heard
    if actor == "NL" and not one.actors and DUTCH_STAND.search(text):
        return kind_of(text, stance(text, actor))
    if actor == "NL" and not named and not one.actors and _own_words(one, before):
        kind = kind_of(text, stance(text, actor))
        finds = MATTERS.search(text) or FINDS.search(text) or kind in JUDGES
        if GUESSES.search(text) or OF_OTHERS.search(text) or not finds:
            return None
        return "call" if kind == "fact" else kind
    return None


def _own_words(one: Told, before: Told | None) -> bool:
    """True for a sentence without a speaker in which the government's own paper gives its view.

    It follows one of the government's, or stands under a heading that says so.
    """
    if OWN_VIEW.search(one.item.title or ""):
        return True
    if one.document.kind not in ("geannoteerde agenda", "brief"):
        return False
    return (before is not None and before.actors == ("NL",)) or FINDS.search(one.text) is not None


def _presiding(one: Told, before: Told | None) -> str:
    """The country whose turn the presidency is, where it speaks as such; else the Presidency.

    It does where the sentence, or the one before it that names the country, says so.
    """
    days = one.document.meeting_dates or tuple(filter(None, (one.document.letter_date,)))
    for later in (0, 1) if days else ():
        country = named_actor(presidency_of(days[0], later) or "")
        heard = (one.text, before.text if before and country in _named(before.text) else "")
        if country in one.actors and any(WORD.search(text) for text in heard):
            return country or "Presidency"
    return "Presidency"


def _named(text: str) -> set[str]:
    return {mention.actor for mention in mentions(text)}
