"""The details that a question asks for beyond its subject, and sentences that give such a detail.

Knows: which words ask for a name, a number, an amount, a date, and how papers write these. Does not
know: times, actors, the subject (`rag.premise`), how likely a sentence answers.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

from index.actors import actors, mentions
from index.static import shipped
from rag.asked_actors import named_in
from rag.asked_values import asked_values
from rag.number_words import NUMBERS

Detail = Literal[
    "states", "state_count", "person", "money", "share", "span", "day", "article", "number"
]
DETAILS: tuple[Detail, ...] = get_args(Detail)

# between "which" and "countries" there may be what kind of them, but no verb and no preposition
_KIND = (
    r"(?!(?:did|does|do|is|are|was|were|has|have|had|the|de|het|een|an?|of|per|van|voor|in|uit|om|"
    r"to|dat|die|moet|mogen|mag|wil|wilde|dan)\b)"
)
_STATES = (
    r"(?:(?:eu )?member states?|(?:eu )?countries|country|governments?|states?(?! secretar)|"
    r"capitals?|delegations?|lidstaten|lidstaat|landen|land|regeringen|hoofdsteden|delegaties)"
)
_HOW_MANY = r"(?:hoeveel|how many|how much)"
_TIMES = (
    r"(?:dagen|weken|maanden|jaar|jaren|uur|uren|minuten|seconden|"
    r"days|weeks|months|years|hours|minutes|seconds)"
)
_PATTERNS: dict[Detail, str] = {
    "states": rf"\b(?:which|what|welke?|whose)\s+(?:{_KIND}[\w-]+\s+){{0,3}}?"
    rf"{_KIND}{_STATES}\b",
    "state_count": rf"\b{_HOW_MANY}\s+(?:[\w-]+\s+)?(?:{_STATES}|votes|stemmen)\b",
    "person": r"\b(?:hoe heet(?:te)?|(?:naam|namen) van|names? of|"
    r"who (?:is|was|will be|has been|became) (?:the|appointed|named|elected|chosen|picked|"
    r"selected|nominated|put forward)|"
    r"wie (?:is|wordt|werd|was) (?:de|het|benoemd|gekozen|aangesteld|aangewezen|"
    r"voorgedragen|uitgekozen)|"
    r"who (?:heads|chairs|leads|succeeds|succeeded))\b",
    "money": r"\b(?:how much (?:money|funding|budget|cash)|how many (?:million|billion|euros?)|"
    r"hoeveel (?:geld|miljoen|miljard|euro\w*|budget)|welk bedrag|(?:what|which) amount|"
    r"(?:wat|hoeveel) kost\w*|how much .{0,40}costs?)\b",
    "share": r"\b(?:procent|\w*percentages?|per ?cent|welk deel|(?:what|which) (?:share|part|"
    r"proportion)|rates?)\b",
    "span": rf"\b(?:hoe ?lang|how long|hoeveel langer|how much longer|"
    rf"{_HOW_MANY} (?:\w+ )?{_TIMES})\b",
    # not "when" where it only begins a clause: "who was against when ministers decided?"
    "day": r"(?:^|\b(?:en|and|by|vanaf|tot|from|since|sinds)\s|[,:;(]\s*)(?:wanneer|when)\b"
    r"(?! (?:\w+ ){1,3}(?:asked|vroeg)\b)|\b(?:datum|data waarop|welk jaar|\w*dates?|deadline|"
    r"welke (?:dag|maand)|(?:which|what) (?:year|day|month))\b",
    "article": r"\b(?:welk|which|what) (?:artikel|wetsartikel|article|section)\b",
    "number": rf"\b{_HOW_MANY}\b",
}
_ASKED = {name: re.compile(pattern, re.I) for name, pattern in _PATTERNS.items()}
# what is no mere number: the amount, the share, the votes are asked for
_MORE_THAN_A_NUMBER = frozenset({"money", "share", "span", "state_count"})

_WORDS = "|".join(sorted(NUMBERS["nl"], key=len, reverse=True))
_NUMBER = re.compile(rf"(?<![\w/.,-])(?:\d+(?:[.,]\d+)*|{_WORDS})(?![\w/]|-\d)", re.I)
_MONEY = re.compile(r"€|\b(?:euro|EUR|dollar|miljoen|miljard|million|billion)\b", re.I)
_SHARE = re.compile(
    r"%|\bprocent|\b(?:helft|kwart|driekwart|derde deel|een derde|twee derde|tiende)\b", re.I
)
_SPAN = re.compile(
    rf"\b(?:\d+|half|halve|anderhalf|{_WORDS})[\s-]*(?:\w+\s)?(?:{_TIMES}|dag|week|maand|uurs|"
    r"minuut|seconde|werkdagen)\b|\d+-?jarig",
    re.I,
)
# times without a date: "in het najaar", "eind van het jaar", "volgend jaar", "binnen twee weken"
_TIME = re.compile(
    r"\b(?:voorjaar|najaar|zomer|winter|lente|herfst|kwartaal)\b|\b(?:volgend|komend|dit) jaar\b|"
    r"\b(?:begin|medio|einde?) (?:van )?(?:dit|het|volgend|komend)\b|"
    rf"\b(?:binnen|over|na) (?:\d+|{_WORDS}) (?:{_TIMES}|dag|week|maand)\b",
    re.I,
)
_ARTICLE = re.compile(r"\bartikel(?:en)?\s+\d+", re.I)
_STATE_COUNT = re.compile(
    rf"\b(?:\d+|\w+entwintig|één|alle|{_WORDS})\s+(?:andere\s+|van de\s+|overige\s+)?"
    r"(?:lidstaten|lidstaat|landen|stemmen|delegaties|staten)\b|\b\d+ (?:stemmen|voor|tegen)\b",
    re.I,
)
_OFFICE = (
    r"(?:minister|staatssecretaris|commissaris|eurocommissaris|president|premier|voorzitter|"
    r"directeur|adviseur|coördinator|aanklager|hoofdaanklager|rapporteur|gezant|rechter|lid|"
    r"secretaris-generaal|heer|mevrouw|mr\.|dhr\.|mw\.|dr\.)"
)
_NAME = (
    r"[A-ZÀ-Þ][\w’']+(?:\s(?:(?:van der|van den|van|de|der|den|von|di|da|al)\s)?[A-ZÀ-Þ][\w’']+)"
)
# "directeur X", "directeur van het agentschap, X", "tot directeur is X benoemd", "hoofdaanklager
# van het EOM, X Y"; else a bare name
_PERSON = re.compile(
    rf"\b(?P<office>(?i:{_OFFICE})(?:\s|[^.;:A-Z]{{0,60}}[,(]\s?|\s(?:is|wordt|werd|was)\s))"
    rf"(?P<holder>{_NAME}{{0,3}})"
    rf"|\b(?i:{_OFFICE})\svan\s(?:de\s|het\s)?[A-Z][\w-]+,\s(?P<held>{_NAME}{{1,3}})"
    rf"|(?!(?:De|Het|Een)\b)(?P<name>{_NAME}{{1,3}})"
)
_NO_PERSON = frozenset(
    "europese europees raad justitie binnenlandse zaken verenigde tweede eerste kamer staten "
    "commissie parlement unie voorzitterschap verordening richtlijn noord zuid oost west "
    "westelijke centrale middellandse zee balkan geannoteerde agenda verslag european council "
    "union home affairs digital services act pact".split()
)


def details(question: str) -> tuple[Detail, ...]:
    """What a question asks for beyond its subject, in the order of DETAILS; mostly nothing."""
    asked = {name for name, pattern in _ASKED.items() if pattern.search(question)}
    if "state_count" in asked:
        asked.discard("states")
    if asked & _MORE_THAN_A_NUMBER:
        asked.discard("number")
    return tuple(name for name in DETAILS if name in asked)


def gives(detail: str, sentence: str, question: str) -> bool:
    """True when a Dutch sentence gives a detail, one of DETAILS, that the question does not."""
    if detail == "states":
        known = {mention.actor for mention in named_in(question)} | {"NL"}
        return bool({m.actor for m in mentions(sentence) if is_state(m.actor)} - known)
    if detail == "person":
        return any(_is_person(found, question) for found in _PERSON.finditer(sentence))
    if detail == "money":
        return bool(_MONEY.search(sentence) and _NUMBER.search(sentence))
    if detail == "day":
        return bool(asked_values("wanneer", sentence) or _TIME.search(sentence))
    if detail == "number":
        return bool(asked_values("hoeveel", sentence) or _SHARE.search(sentence))
    return _GIVEN[detail].search(sentence) is not None


_GIVEN: dict[str, re.Pattern[str]] = {
    "share": _SHARE,
    "span": _SPAN,
    "article": _ARTICLE,
    "state_count": _STATE_COUNT,
}


def is_state(actor: str) -> bool:
    """True for a country of the closed list: its value is a code of two capitals."""
    return actor != "EP" and actor in actors() and re.fullmatch("[A-Z]{2}", actor) is not None


def _is_person(found: re.Match[str], question: str) -> bool:
    """False for bodies and acts, which have capitals as well, and for whom the question names.

    A name without an office before it has a word that no text learnt from had, or "van der".
    """
    name = found["holder"] or found["held"] or found["name"]
    words = [word for word in re.findall(r"[\w’']+", name) if word[0].isupper()]
    if any(w.lower() in _NO_PERSON or (w.isupper() and len(w) > 1) for w in words):
        return False
    asked = question.replace("’", "'").casefold()
    if mentions(name) or words[-1].replace("’", "'").casefold() in asked:
        return False
    particle = re.search(r"\bvan (?:der|den)\b", name) is not None
    return (
        bool(found["office"] or found["held"])
        or particle
        or not all(shipped().knows(word.lower()) for word in words)
    )
