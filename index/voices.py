"""Who speaks beside or without a subject: "volgens", agents, owners of a position, supporters.

Knows: the phrases that name a speaker outside the subject of a clause. Does not know: subjects
(`index.clauses`).
"""

from __future__ import annotations

import re

from index.noun_phrases import CHAIN, LEAD, actors_in
from index.predicates import council_decided, important, widely_shared
from index.tagging import Tagged

CLOSED_CLAUSE = re.compile(",?S[^,]*,")
VOICE = re.compile(
    rf"Q(?P<q>{CHAIN})|S(?P<s>{CHAIN})b|P[DH]?N[PF](?P<n>{CHAIN})|[PF](?P<j>J)s"
    rf"|[PF][DH]?s[PF](?P<z>{CHAIN})"
)
POSITION = re.compile(
    rf"{LEAD}(?P<adj>[eDHjJ]*)(?P<noun>N)(?:[PF](?P<who>{CHAIN}))?.*?(?P<verb>[VvXW])"
)
FOR = re.compile(rf"(?:^[eD]*|[XWv]e*)(?P<prep>[PF])(?P<who>{CHAIN})")
BESIDE = re.compile(rf"[PF](?:[PF][weDj])?(?P<who>{CHAIN})")
PARTICIPLE = re.compile(r"(?:ge|be|ver|ont|her)\w{2,}(?:d|t|en)$|[a-z]{2,6}ge\w{2,}(?:d|t|en)$")
THAT = re.compile(rf"S(?P<who>{CHAIN})(?P<rest>.*)$")
# what precedes the name of one who speaks with the subject
WITH_THEM = frozenset(
    ["gesteund door", "ondersteund door", "bijgevallen door",
     "aanvoering van", "samen met", "tezamen met", "verzoek van", "initiatief van",
     "navolging van", "aandringen van", "aangeven van", "namens"]
)  # fmt: skip
AT_THEIR = frozenset(("verzoek van", "initiatief van", "aandringen van"))  # "op initiatief van"
BESIDES = frozenset(
    "gesteund ondersteund bijgevallen aanvoering samen Samen tezamen Tezamen verzoek initiatief "
    "navolging aandringen aangeven namens waaronder onder evenals erbij gelijkgezinde steun "
    "bijval".split()
)
VOICING = frozenset("volgens Volgens aldus Aldus betreft naar Naar zijde kant".split())
BACKED = frozenset(("steun van", "steun bij", "bijval van"))
BACKING = frozenset("met kreeg kregen krijgt krijgen vond vonden vindt genoot".split())
MATRIX = re.compile(
    r"\b(?:betekent|verwachting is|verwacht wordt|bedoeling|voorzien|duidelijk|ertoe|zo) dat\b",
    re.I,
)


def voices(c: Tagged) -> tuple[str, ...]:
    """Those named by "namens", "volgens", "wat ... betreft", "naar het oordeel van"."""
    who: list[str] = []
    if c.words[:1] == ["Namens"] and (spoken_for := BESIDE.match(c.shape)):
        return actors_in(c, spoken_for, "who")
    for found in VOICE.finditer(c.shape) if not VOICING.isdisjoint(c.words) else ():
        before = CLOSED_CLAUSE.sub("", c.shape[: found.start()])
        if "S" in before and not re.search("[XWVv]e*$", before):
            break
        if found["n"] and c.words[found.start()].lower() != "naar":
            continue
        who += [actor for group in "qsnjz" for actor in actors_in(c, found, group)]
    return tuple(dict.fromkeys(who))


def without_subject(c: Tagged) -> tuple[str, ...]:
    """Who speaks where no actor is the subject, () when none."""
    return (
        _agent(c)
        or _owner_of_position(c)
        or _to_whom_it_matters(c)
        or _of_the_content(c)
        or council_decided(c)
        or widely_shared(c)
    )


def _agent(c: Tagged) -> tuple[str, ...]:
    """The agent of a passive: "werd door veel lidstaten gesteund"."""
    for found in BESIDE.finditer(c.shape) if "door" in c.words else ():
        at = found.start()
        attributive = at > 0 and c.shape[at - 1] in "DH"  # "het door Nederland gedane voorstel"
        if c.words[at] != "door" or attributive or "S" in c.shape[:at]:
            continue
        if "W" in c.shape or _done(c, at):
            return actors_in(c, found, "who")
    return ()


def _owner_of_position(c: Tagged) -> tuple[str, ...]:
    """Whose position the subject is: "de inzet van Nederland is ..."."""
    position = POSITION.match(c.shape)
    if position is None:
        return ()
    who = actors_in(c, position, "who") or actors_in(c, position, "noun")
    return who or (actors_in(c, position, "adj") if position["verb"] != "W" else ())


def _to_whom_it_matters(c: Tagged) -> tuple[str, ...]:
    """The party of "voor Nederland is van belang", "bij veel lidstaten bestaan zorgen"."""
    for found in FOR.finditer(c.shape):
        if c.words[found.start("prep")].lower() in ("bij", "vanuit"):
            stands = re.search("[Nk]", c.shape[found.end() :]) is not None
        else:
            stands = important(c, found.end())
        if stands and c.named(found.end("who") - 1):
            return actors_in(c, found, "who")
    return ()


def _of_the_content(c: Tagged) -> tuple[str, ...]:
    """The subject after an impersonal main clause: "de verwachting is dat lidstaten ..."."""
    found = THAT.search(c.shape) if "dat" in c.words and MATRIX.search(c.text) else None
    if found is None or not re.search("[VtkN]", found["rest"]):
        return ()
    return actors_in(c, found, "who")


def _done(c: Tagged, agent: int) -> bool:
    """True for "is door de Commissie gemeld": an auxiliary and a participle about the agent."""
    near = [*c.words[max(0, agent - 2) : agent], *c.words[agent + 1 :][-2:]]
    apposed = agent > 1 and c.shape[agent - 2] == ","
    return "X" in c.shape[:agent] and not apposed and any(PARTICIPLE.match(w) for w in near)


def beside(c: Tagged, spoken: bool) -> tuple[str, ...]:
    """Those who stand by the speaker: "met steun van", "onder aanvoering van", "waaronder"."""
    who: list[str] = []
    if BESIDES.isdisjoint(c.words):
        return ()
    for found in BESIDE.finditer(c.shape):
        at = found.start()
        word = c.words[at].lower()
        pair = f"{c.words[at - 1].lower()} {word}" if at else word
        ahead = "" if at else f"{word} {c.words[1]}"  # "Samen met enkele lidstaten vroeg ..."
        after = c.words[found.end()] if found.end() < len(c.words) else ""
        if word == "waaronder" or pair == "onder wie":
            stands = spoken and "G" in c.shape[max(0, at - 4) : at] and "S" not in c.shape[:at]
        elif word == "met" and "gelijkgezinde" in c.words[at : found.end()]:
            stands = spoken
        else:
            asked = pair not in AT_THEIR or (at > 1 and c.words[at - 2].lower() == "op")
            stands = (asked and not WITH_THEM.isdisjoint((pair, word))) or after == "erbij"
            stands = stands or (ahead in WITH_THEM and spoken)
            stands = stands or (word == "evenals" and spoken) or (pair in BACKED and _backed(c, at))
        if stands:
            who += actors_in(c, found, "who")
    return tuple(dict.fromkeys(who))


def _backed(c: Tagged, at: int) -> bool:
    """True when the "steun" just before word `at` is one that was given."""
    return not BACKING.isdisjoint(c.words[max(0, at - 5) : at])
