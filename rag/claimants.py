"""Whose view or act a sentence reports, in Dutch or English, clause by clause.

Knows: subjects (in Dutch by `index.attribution`), "the position of X", "supported by X", "the
government". Does not know: evidence, drafts. What does not fit names nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.actors import ADJECTIVE, UNKNOWN, Mention, mentions
from index.attribution import speakers
from rag.clauses import clauses
from rag.tongue import nearest_language

HOME = "NL"  # whose government "the government" is, in papers for the Dutch parliament
_VIEW = (
    r"(?:standpunt\w*|positie|inzet|opvatting\w*|oordeel|steun|bezwa(?:ar|ren)|zorg(?:en)?|kritiek|"
    r"voorbehoud\w*|wens(?:en)?|voorstel\w*|inbreng|positions?|views?|stance|support|objections?|"
    r"concerns?|reservations?|criticism|opposition|wish(?:es)?|proposals?)"
)
_BODY = (
    r"(?:delegati(?:e|on)|regering|government|cabinet|ministers?|minister|staatssecretaris|"
    r"state secretary|authorities|autoriteiten)"
)
_BEFORE = re.compile(rf"\b{_VIEW}\s+(?:van|of|from|by|bij)\s+(?:(?:de|het|the)\s+)?$", re.I)
_AGENT = re.compile(
    r"\b(?:(?P<done>ge\w+|onder\w+|ver\w+|be\w+|af\w+|voor\w+|\w+ed|put forward)\s+)?"
    r"(?P<by>door|by)\s+(?:(?:de|het|the)\s+)?$",
    re.I,
)
_AT = re.compile(r"^(?:bij|among)\s+(?:(?:de|het|the)\s+)?$", re.I)
_OWN = re.compile(rf"^['’]?s?['’]?\s+(?:\w+\s+)?{_VIEW}\b", re.I)
_OFFICE = re.compile(rf"\s+{_BODY}\b", re.I)
_HERE = re.compile(
    r"\b(?:the|de|our|onze)\s+(?:government|cabinet|minister|state secretary|staatssecretaris|"
    r"bewindspersoon)(?!\w|\s+(?:of|van|voor|for)\s)",
    re.I,
)
_PRONOUN = re.compile(r"(?:hij|zij|ze|deze lidstaten|dit land|het land|he|she|they)\b", re.I)
# In English: after these a name is no subject, and neither is an adjective.
_OBLIQUE = re.compile(
    r"\b(?:of|to|for|with|from|by|against|in|on|at|into|between|about|towards?|among|under|over|as|"
    r"than|via|through|without|like|supported by)\s+(?:the\s+)?(?:[a-z]+\s+)?$",
    re.I,
)
_GOVERNS = re.compile(
    r"\b(?:van|aan|met|voor|bij|over|onder|tegen|tussen|naar|op|tot|uit|binnen|buiten|inzake|jegens|"
    r"door|via|zonder|dat|die|waarbij|waarin|omdat|zodat|verzoekt?|verzocht(?:en)?)\s+"
    r"(?:(?:de|het|een)\s+)?(?:[a-zë]+e\s+)?$",
    re.I,
)
# anywhere before a name: it is asked, or stands in a clause of its own
_OBJECT = re.compile(
    r"\b(?:verzo\w+|vroeg\w*|vragen|vraagt|riep\w*|roep\w*|asks?|asked|calls?|called|urged|dat|die|"
    r"hoe|om|omdat|zodat|wat|welke?|waar(?:bij|in|mee|op|door|van|voor))\b",
    re.I,
)
_SAYS = re.compile(r"\b(?:according to|on behalf of)\s+(?:the\s+)?(?:[A-Za-z]+\s+)?$", re.I)
_PART = re.compile(
    r"\b(?:majority|minority|number|group|most|some|all|none|half|many) of (?:the\s+)?$", re.I
)
_OFFICER = re.compile(
    r"\b(?:directeur|voorzitter|hoofd|hoofdaanklager|president|director|chair|head)\s+(?:van|of)\s+"
    r"(?:(?:de|het|the)\s+)?$",
    re.I,
)
# words that show that the verb of a clause is past, so that what follows is no subject in English
_DONE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|may|might|do|does|did|"
    r"not|supports?|opposes?|wants?|asks?|calls?|says?|thinks?|finds?|makes?|gives?|weakens?|backs?|"
    r"welcomes?|stresses|urges?|tells?|told|met|gave|made|said|held|spoke|(?!unit)\w{2,}ed)\b"
)
_UNDER = re.compile(r"\b(?:that|which|who|whose|whether|how|why|when|where|what|if)\b")
_ADJECTIVE = re.compile(r"(?:ish|ian|ean|ese|[^o]man|Dutch|French|Greek|Czech|Danish|Swiss)$")
_ACTED_ON = re.compile(r"^\s+(?:is|are|was|were|will be|has been|have been)\s+(?:being\s+)?\w+ed\b")
_JOINED = re.compile(
    r"\s*(?:,|,?\s*and|as well as|,?\s*together with|and also)\s+(?:the\s+)?(?:[a-z]+\s+)?"
)


@lru_cache(maxsize=2048)  # each piece of evidence is asked for with each sentence that cites it
def claimants(sentence: str) -> tuple[str, ...]:
    """The actors whose view or act a sentence reports, each once; () when it names none."""
    found = [actor for clause in clauses(sentence) for actor in clause_claimants(clause)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=2048)
def clause_claimants(clause: str) -> tuple[str, ...]:
    """The actors whose view or act one clause reports."""
    plain = re.sub(r"[“”„«»\"‘]", "", clause)
    named = mentions(plain)
    subjects = speakers(plain) if nearest_language(plain) == "nl" else _subjects(plain, named)
    found = [*subjects, *(m.actor for m in named if _holds_view(plain, m))]
    if _HERE.search(plain):
        found.append(HOME)
    return tuple(dict.fromkeys(actor for actor in found if actor != UNKNOWN))


@lru_cache(maxsize=2048)
def named_first(text: str) -> tuple[str, ...]:
    """The first actor of each main clause, where no preposition governs it: whom the text names as
    doing something, be it no statement ("member states may choose")."""
    found = []
    for clause in clauses(text):
        named = mentions(clause)
        if nearest_language(clause) == "en":
            found += _subjects(clause, named)[:1]
        else:
            found += [m.actor for m in named[:1] if not _is_governed(clause, m)]
    return tuple(dict.fromkeys(found))


def _is_governed(clause: str, mention: Mention) -> bool:
    """True when a preposition or a subordinate clause takes a name, or it is an adjective."""
    before = clause[: mention.start]
    if ADJECTIVE.search(mention.name) and not _OFFICE.match(clause, mention.end):
        return True
    if _SAYS.search(before) or _PART.search(before) or _OFFICER.search(before):
        return False
    return (
        _OBLIQUE.search(before) is not None
        or _GOVERNS.search(before) is not None
        or _OBJECT.search(before) is not None
        or _UNDER.search(before) is not None
    )


def leans_on_another(sentence: str) -> bool:
    """True when a sentence opens with a pronoun for whoever was named before it."""
    return _PRONOUN.match(sentence) is not None


def _subjects(clause: str, named: list[Mention]) -> list[str]:
    """The subject of an English clause, with those joined to it."""
    found: list[Mention] = []
    for mention in named:
        before, after = clause[: mention.start], clause[mention.end :]
        if found:
            if not _JOINED.fullmatch(clause, found[-1].end, mention.start):
                break
        elif not _SAYS.search(before) and (
            _UNDER.search(before)
            or _DONE.search(before)
            or (
                _OBLIQUE.search(before) and not _PART.search(before) and not _OFFICER.search(before)
            )
            or _ACTED_ON.match(after)
            or (_ADJECTIVE.search(mention.name) and not _OFFICE.match(after))
        ):
            continue
        found.append(mention)
    return [mention.actor for mention in found]


def _holds_view(clause: str, mention: Mention) -> bool:
    """True for "the position of X", "X's position", "supported by X", "the X delegation"."""
    before, after = clause[: mention.start], clause[mention.end :]
    agent = _AGENT.search(before)
    if agent and (agent["done"] or re.match(r"\s+(?:ge|onder|ver|be)\w+", after)):
        return True
    if _BEFORE.search(before) or _AT.search(before):
        return True
    return _OWN.match(after) is not None or _OFFICE.match(after) is not None
