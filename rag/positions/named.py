"""Actors whose stand a sentence tells by how it names them.

Knows: "negen lidstaten, waaronder Nederland", "op verzoek van Nederland", "voor Nederland
onaanvaardbaar", "Nederland ligt op schema". Does not know: who speaks (`index.attribution`),
papers, topics.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.actors import Mention, mentions
from index.stance import Stance, stance
from rag.positions.kinds import kind_of

AMONG = re.compile(
    r"\b(?:waaronder|onder wie|te weten|namelijk|inclusief|evenals|alsook|net als|net zoals|"
    r"zoals ook) (?:de |het )?$"
)
OF_ASKING = re.compile(
    r"\b(?:op|na|naar aanleiding van) (?:de |het |een )?(?:\w+ )?"
    r"(?P<what>vraag|vragen|verzoek|suggestie|oproep|voorstel|wens|pleidooi|idee|bezwaar|"
    r"bezwaren)(?: \w+)? van\s*$",
    re.I,
)
ASKED: dict[str, Stance] = {
    "vraag": "question",
    "vragen": "question",
    "bezwaar": "reservation",
    "bezwaren": "reservation",
}
HOLDS_BEFORE = re.compile(
    r"(?:\bvoor|\bwat|\bmet|naar het oordeel van|\bvolgens|de inzet van|het standpunt van|"
    r"terwijl|, maar)\s*$",
    re.I,
)
HOLDS_AFTER = re.compile(
    r"^(?:(?: is| was| blijft| zijn| nog| ook| zelf)* (?:(?:on)?aanvaardbaar|"
    r"acceptabel|onbespreekbaar|van belang|belangrijk|essentieel|cruciaal|niet)| betreft|"
    r" (?:het|volledig|geheel) eens\b| eens\b|"
    r" (?:is|zijn|was|waren|blijft|blijven) [^.;,]*\b(?:belangrijk|essentie|cruciaal|van belang|"
    r"priorit|onaanvaardbaar|acceptabel))"
)
# "een onderdeel dat het Voorzitterschap als essentieel ziet"
FOUND_BEFORE = re.compile(r"\b(?:dat|die|wat) (?:het |de )?$")
FOUND_AFTER = re.compile(
    r"^ (?:\w+ ){0,4}(?:acht|achtte|vindt|vond|ziet|zag|noemt|noemde|beschouwt|beschouwde|"
    r"identificeert|identificeerde|wenst|wenste|bepleit|bepleitte)\b"
)
CLAUSE_BEFORE = re.compile(r"(?:\bterwijl|\bdoch|; )\s*$", re.I)
AND = re.compile(r"(?:,| en| of| ook)*\s*")
JOIN = re.compile(r"(?:,| en| of|, te weten| van| onder meer| ook)*\s*$")
# "Nederland ligt ...": what follows a subject at the beginning is its verb
NO_VERB = re.compile(
    r"^(?:van|voor|in|op|en|of|met|uit|bij|door|tot|als|dat|die|om|naar|aan|tussen|onder|over|te|"
    r"zelf|wordt|werd|worden|werden)\b"
)
LEAD = re.compile(r"^\W*(?:(?:Ook|En|Maar|Alleen|Het|De|Zowel)\s+)*$")
# a phrase, a verb, a subject
TURNED = re.compile(
    r"^(?:Met betrekking tot|Ten aanzien van|Wat betreft|Daarbij|Hierbij|Daarnaast|Tegelijkertijd|"
    r"Verder|Voorts|Tevens|Ook|Tot slot|Vervolgens)\b[^,;:]*?\b(?P<verb>[a-z]+(?:t|de|te)) "
    r"(?:het |de )?$"
)
NO_VERB_HERE = re.compile(
    r"(?:met|tot|dat|wat|het|niet|uit|de|te|wordt|werd|mede|beide|eerste|laatste|grote|\w+heid|"
    r"\w+ste|\w+ste|einde|mate|wijze|sinds|gezamenlijke|\w+lijke|\w+ische)$"
)
MATTERS = re.compile(
    r"\b(?:van belang|wenselijk|onwenselijk|noodzakelijk|essentieel|niet verantwoord|"
    r"onverantwoord|onaanvaardbaar|voorwaarde|moet|moeten|dient|dienen|mag|mogen)\b"
)


def by_name(text: str, mention: Mention, named: Sequence[Mention]) -> Stance | None:
    """The kind of stand that the words around a name tell; None for none."""
    start = _chain_start(text, mention, named)
    before, after = text[:start], text[mention.end :]
    asking = OF_ASKING.search(before)
    if asking:
        return ASKED.get(asking["what"].casefold(), "call")
    if AMONG.search(before):
        return kind_of(text, stance(text, mention.actor))
    if HOLDS_BEFORE.search(before) and HOLDS_AFTER.match(after):
        if " eens" in after[:20]:
            return "call" if MATTERS.search(after) else "support"
        return kind_of(text, stance(text, mention.actor))
    if CLAUSE_BEFORE.search(before):
        return kind_of(text[start:], stance(text[start:], mention.actor))
    found = FOUND_BEFORE.search(before) and FOUND_AFTER.match(after)
    if found or _turned_round(before):
        return kind_of(text, stance(text, mention.actor))
    if LEAD.match(before) and _verb_follows(text, mention, named):
        return kind_of(text, stance(text, mention.actor))
    return None


def _turned_round(before: str) -> bool:
    """True when a phrase and a verb stand before a name: "Over de datum houdt Nederland ..."."""
    found = TURNED.match(before)
    return found is not None and NO_VERB_HERE.match(found["verb"]) is None


def asked_by(text: str, actor: str) -> Stance | None:
    """What kind of asking "op verzoek van Nederland" is; None where there is no such phrase."""
    named = mentions(text)
    for mention in named:
        asking = OF_ASKING.search(text[: _chain_start(text, mention, named)])
        if mention.actor == actor and asking:
            return ASKED.get(asking["what"].casefold(), "call")
    return None


def _chain_start(text: str, mention: Mention, named: Sequence[Mention]) -> int:
    """Where the row of names ("Duitsland, Frankrijk en Nederland") begins that holds a name."""
    start = mention.start
    for other in reversed([one for one in named if one.end <= mention.start]):
        if not AND.fullmatch(text[other.end : start]):
            break
        start = other.start
    return start


def _verb_follows(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """True when the row of names that holds this one is followed by a verb."""
    end = mention.end
    for other in (one for one in named if one.start >= mention.end):
        if not JOIN.fullmatch(text[end : other.start]):
            break
        end = other.end
    rest = text[end:].lstrip()
    return rest[:1].islower() and NO_VERB.match(rest) is None
