"""Who speaks in the main clauses of a sentence: the grammar.

Knows: that a Dutch main clause has its finite verb second and its subject first or right after
the verb; coordination, apposition, gapping, agents, supporters, "volgens". Does not know: which
predicates report (`index.predicates`), nor the sentence before (`index.attribution`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.actors import MEMBER_STATES
from index.noun_phrases import CHAIN, LEAD, actors_in
from index.offices import speaks_for_another
from index.predicates import council_decided, reports, widely_shared
from index.tagging import Tagged
from index.voices import beside, voices, without_subject

# what may stand between a subject and its verb: adverbs, an apposition, an attribute
BETWEEN = (
    rf"(?:e*|e*,.{{1,60}}?,e*|[PF][^SVvXW,]{{1,7}}(?:,[^STVvXW,]{{1,5}},)?|S[^,]{{1,40}}?,|\([^)]*\)e*"
    rf"|e*,.{{1,60}}?,?C(?P<more>{CHAIN}))"
)
FIRST = re.compile(rf"{LEAD}(?P<who>{CHAIN}){BETWEEN}(?P<verb>[VvXW])")
GUESS = re.compile(rf"{LEAD}(?P<who>{CHAIN})(?:,n+,)?e*(?P<verb>[wj])(?P<goes_on>[ePFDH]|$)?")
MAIN_VERB = re.compile(r"^(?:Sb|T[twi]|[^STVvXW]|[ST][^,]*(?:,|$))*?(?P<verb>[VvXW])")
TURNED_GUESS = re.compile(
    rf"^(?:S[^,]*,|[PFe](?:[^STVvXW,]*?[^STVvXW,DHJPFj])??)(?P<verb>[jw])(?P<who>{CHAIN})"
)
VERB_END = re.compile(r"(?:t|te|de|ten|den)$")
AFTER_VERB = re.compile(rf"e*(?:(?P<who>{CHAIN})|R)")
NEXT = re.compile(rf"(?:,?[Cm]|,)e*(?P<who>{CHAIN})e*(?P<verb>[VvX])")
NEXT_TURNED = re.compile(rf"[Cm]e*(?P<verb>[Vv])e*(?P<who>{CHAIN})")
HOWEVER = re.compile(rf"m(?:e|[PF][DH]?[wjNk])*(?P<verb>[VvX])e*(?P<who>{CHAIN})")
GAP = re.compile(rf",C?(?P<who>{CHAIN})[PF]")
PRONOUN = re.compile(rf"{LEAD}R")
JOINED = re.compile("[Cm,T]")
PARTY = re.compile("[AGJNOR]")
QUOTED = re.compile(rf",e*(?P<verb>[Vv])(?:(?P<who>{CHAIN})|R)(?:[^,STVvXW]{{0,6}}|,S.*)$")
CONTRAST = re.compile(rf"T(?P<who>{CHAIN})[^,;]*[Vt]")


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks in the words `start`..`end`; with `pronoun` it is who spoke before."""

    actors: tuple[str, ...]
    start: int
    end: int
    pronoun: bool = False


def said(sentence: Tagged) -> list[Said]:
    """The speakers of each main clause, in order; a described or passive subject does not speak."""
    if ";" not in sentence.shape:
        return _of_segment(sentence.part(0, _colon(sentence, 0, len(sentence.shape))), 0)
    found: list[Said] = []
    start = 0
    for end in [
        *(i for i, letter in enumerate(sentence.shape) if letter == ";"),
        len(sentence.shape),
    ]:
        found += _of_segment(sentence.part(start, _colon(sentence, start, end)), start)
        start = end + 1
    return found


def _colon(sentence: Tagged, start: int, end: int) -> int:
    """Where the segment ends for the grammar: what follows a colon is what was said."""
    at = sentence.shape.find(":", start, end)
    return at if at > start and re.search("[VvXW]", sentence.shape[start:at]) else end


def _of_segment(c: Tagged, offset: int) -> list[Said]:
    """The speakers between two semicolons."""
    if not PARTY.search(c.shape):
        who = council_decided(c) or widely_shared(c)
        return [Said(who, offset, offset + len(c.shape))] if who else []
    quoted = QUOTED.search(c.shape) if "," in c.shape else None
    first = FIRST.match(c.shape) if quoted else None
    if quoted and not (first and first.start("verb") == quoted.start("verb")):
        who = actors_in(c, quoted, "who")
        if who or quoted["who"] is None:
            return [Said(who, offset, offset + quoted.end("verb"), quoted["who"] is None)]
    named = voices(c)
    spoken = [Said(named, 0, len(c.shape))] if named else []
    if not spoken:
        verb = MAIN_VERB.match(c.shape)
        main = _subject(c, verb)
        spoken, at = ([main], main.end) if main else ([], verb.end() if verb else 0)
        turned = at > 0 and c.shape[at - 1] not in "VvXW"
        spoken += _further(c, at, turned)
    if not spoken:
        named = without_subject(c)
        spoken = [Said(named, 0, len(c.shape))] if named else []
    with_them = beside(c, any(s.actors for s in spoken))
    if with_them:
        spoken = [*spoken, Said(with_them, 0, len(c.shape))]
    if not offset:
        return spoken
    return [Said(s.actors, s.start + offset, s.end + offset, s.pronoun) for s in spoken]


def _subject(c: Tagged, main: re.Match[str] | None) -> Said | None:
    """The subject of the first main clause, before or after its verb."""
    first = FIRST.match(c.shape) or _guessed(c)
    if first:
        who = actors_in(c, first, "who") + actors_in(c, first, "more")
        if reports(c, who, first.span("who"), first.start("verb")):
            return Said(who, 0, first.end("verb"))
        if not who and first["verb"] in "Vv" and speaks_for_another(c, *first.span("who")):
            return Said((), 0, first.end("verb"), True)  # "De directeur riep op": of whom was said
        return None
    pronoun = PRONOUN.match(c.shape)
    if pronoun:
        return Said((), 0, pronoun.end(), True)
    guessed = _guessed_turned(c, main.start("verb") if main else len(c.shape))
    if guessed or main is None:
        return guessed
    after = AFTER_VERB.match(c.shape, main.end())
    if after is None:
        return None
    if after["who"] is None:
        return Said((), 0, after.end(), True)
    # "De richtlijn verplicht lidstaten": what stands first may be the subject itself
    doubtful = c.shape[0] in "DHjJnNwR"
    who = actors_in(c, after, "who")
    if reports(c, who, after.span("who"), main.start("verb"), doubtful):
        return Said(who, 0, after.end())
    return None


def _guessed(c: Tagged) -> re.Match[str] | None:
    """A subject in front of a word that looks like a verb no list holds."""
    first = GUESS.match(c.shape)
    if first and (first["goes_on"] is not None or VERB_END.search(c.words[first.start("verb")])):
        return first
    return None


def _guessed_turned(c: Tagged, before: int) -> Said | None:
    """A subject right after what looks like a verb no list holds, a phrase in front of it."""
    for found in TURNED_GUESS.finditer(c.shape):
        if found.end() <= before and VERB_END.search(c.words[found.start("verb")]):
            who = actors_in(c, found, "who")
            return Said(who, 0, found.end()) if set(who) - {"Council", MEMBER_STATES} else None
    return None


def _further(c: Tagged, start: int, turned: bool) -> Iterator[Said]:
    """The subjects of later main clauses of the segment: coordinated, gapped, set against it."""
    if not PARTY.search(c.shape, start) or not JOINED.search(c.shape):
        return
    for pattern in (NEXT, HOWEVER, *((NEXT_TURNED,) if turned else ())):
        for found in _in_main(pattern, c, start):
            who = actors_in(c, found, "who")
            if reports(c, who, found.span("who"), found.start("verb")):
                yield Said(who, found.start(), found.end())
    for found in _in_main(GAP, c, start) if start else ():
        if c.words[found.end() - 1] in c.words[start : found.start()]:  # "tegen A, Finland tegen B"
            yield Said(actors_in(c, found, "who"), found.start(), len(c.shape))
    for found in CONTRAST.finditer(c.shape):
        who = actors_in(c, found, "who")
        if who != (MEMBER_STATES,):
            yield Said(who, found.start(), found.end())


def _in_main(pattern: re.Pattern[str], c: Tagged, start: int) -> Iterator[re.Match[str]]:
    """The matches up to the first subordinate clause after `start`."""
    for found in pattern.finditer(c.shape, start):
        if "S" in c.shape[start : found.start()] or "T" in c.shape[start : found.start()]:
            return
        yield found
