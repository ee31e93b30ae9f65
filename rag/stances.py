"""For or against, denied or not, under a condition or not: what a clause says of a matter.

Knows: words of support, objection, denial and condition in Dutch and English. Does not know: who
says it, evidence. A word with its denial ("geen bezwaar", "steunt ... niet") counts as the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rag.clauses import clauses

Sign = Literal["for", "against"]

_FOR = r"""
steun\w* ondersteun\w* gesteund\w* verwelkom\w* voorstander\w* instem\w* ingestemd akkoord eens
onderschrij\w* onderschreven bepleit\w* pleit\w* positief positieve verheugd toejui\w* toegejuicht
omarm\w* support\w* backs backed backing welcom\w* favou?r\w* agree\w* endors\w* approv\w*
advocat\w* positive accept\w* embrac\w* welkom aanvaard\w* overeenstemming overeengekomen
"""
_AGAINST = r"""
bezwa(?:ar|ren) tegenstander\w* verzet\w* afwij\w* afgewezen verwerp\w* verworpen kritisch\w*
kritiek kritische terughoudend\w* voorbehoud\w* studievoorbehoud gekant oneens onaanvaardbaar\w*
weiger\w* geweigerd bedenking\w* twijfel\w* reserved gereserveerd\w* daartegen hiertegen ertegen
doubt\w* sceptisch\w* bezorgd\w* oppos\w* object objects objected objection\w* reject\w*
reservation\w* critical criticis\w* criticiz\w* reluctan\w* disagree\w* unacceptable refus\w*
sceptical skeptical
"""
_MILD = re.compile(  # what a claim of support may rest on besides words of support
    r"\b(?:wil|willen|wenst|vra(?:agt|gen)|vroeg(?:en)?|roept|riep(?:en)?|dring\w*|drong\w*|"
    r"hecht\w*|belang\w*|onderstre\w*|benadruk\w*|zich vinden|meerwaarde|tevreden|waardeer\w*|"
    r"inzet\w*|wants|wanted|call\w*|urg\w*|important|stress\w*|noodza\w*|wenselijk)\b",
    re.IGNORECASE,
)
_PHRASES: tuple[tuple[Sign, str], ...] = (
    ("against", r"(?:is|was|zijn|waren|blij\w+|stem\w*|sprak\w*|spreekt|keer\w*)"
     r"(?:,?\s+\w+){0,4}?,?\s+"
     r"(?<!strijd )(?<!maatregelen )(?<!optreden )(?<!aanpak )(?<!bescherming )tegen"),
    ("against", r"(?:is|was|are|were|vote[sd]?|voting|spoke|came|remain\w*)(?:\s+\w+){0,3}?\s+"
     r"(?<!fight )(?<!measures )(?<!action )(?<!war )(?<!protection )against"),
    ("against", r"tegen\s+(?:te\s+|zou(?:den)?\s+|zal\s+|heeft\s+)?(?:ge)?stem\w*"),
    ("against", r"tegen(?:\s+\w+){0,4}?\s+te\s+zijn"),
    ("for", r"voel\w*\s+(?:\w+\s+){0,2}voor|voor\s+te\s+voelen"),
    ("against", r"(?:wijst|wees|wijzen|wezen)(?:\s+\w+){0,6}?\s+af"),
    ("for", r"(?:stem(?:t|de|den|men))(?:\s+\w+){0,6}?\s+in(?=\s+met\b|\s*$)"),
    ("for", r"(?:is|was|zijn|waren|stem\w*)(?:\s+niet)?\s+"
     r"voor(?=\s+(?:het|de|een|deze|dit|en)\b|,|\s*$)"),
    ("for", r"sta(?:at|an)\s+(?:\w+\s+)?achter"),
    ("for", r"zich\s+(?:\w+\s+){0,2}vinden\s+in"),
)  # fmt: skip
_DENIAL = re.compile(
    r"(?:niet|geen|nooit|noch|zonder|evenmin|geenszins|nergens|niemand|not|no|never|nor|neither|"
    r"without|cannot|none|nobody|\w+n[’']t)",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(
    r"\b(?:niet (?:alleen|slechts|enkel|uitsluitend|in de laatste|het minst|eerder)|"
    r"not (?:only|just|merely|least)|no doubt|zonder twijfel)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:mits|onder (?:de |strikte |bepaalde |een )?voorwaarde\w*|op voorwaarde|tenzij|"
    r"(?:alleen|slechts|enkel) (?:als|indien|wanneer|op)|zolang|voorwaardelijk\w*|"
    r"in (?:principe|beginsel)|onder voorbehoud|provided|on (?:the )?condition|conditional\w*|"
    r"unless|only (?:if|when)|"
    r"as long as|under (?:\w+ )?conditions|in principle)\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"\b(?:if|once|after|als|indien|wanneer|zodra|na)\b", re.IGNORECASE)
_TOKEN = re.compile(r"[\w’'-]+")
_JOIN = re.compile(r"(?:en|of|and|or|noch|nor)", re.IGNORECASE)
_BEFORE, _AFTER = 6, 8  # words between a denial and what it denies, before it and after


def _word(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words.split())})", re.IGNORECASE)


_WORDS: tuple[tuple[Sign, re.Pattern[str]], ...] = (
    ("for", _word(_FOR)),
    ("against", _word(_AGAINST)),
)
_PHRASED = tuple(
    (sign, re.compile(rf"\b(?:{phrase})\b", re.IGNORECASE)) for sign, phrase in _PHRASES
)
_OTHER: dict[Sign, Sign] = {"for": "against", "against": "for"}


@dataclass(frozen=True, slots=True)
class Stance:
    """What a clause says: for or against (or both, or neither), and how many denials besides."""

    signs: frozenset[Sign]
    denials: int
    mild: bool


@lru_cache(maxsize=4096)
def stance(clause: str) -> Stance:
    """The stance of one clause."""
    said = _NO_DENIAL.sub(" ", clause)
    tokens = list(_TOKEN.finditer(said))
    signs = _signs(said, [(t.start(), t[0]) for t in tokens])
    denials = [i for i, t in enumerate(tokens) if _DENIAL.fullmatch(t[0])]
    joins = [i for i, t in enumerate(tokens) if _JOIN.fullmatch(t[0]) and i]
    denied: dict[int, int] = {}
    left = 0
    for denial in denials:
        near = _denied(denial, list(signs), joins)
        if near is None:
            left += 1
        else:
            denied[near] = denied.get(near, 0) + 1
    found = {_OTHER[s] if denied.get(i, 0) % 2 else s for i, s in signs.items()}
    mild = not denials and _MILD.search(clause) is not None
    return Stance(frozenset(found), left, mild)


@lru_cache(maxsize=2048)
def stances(sentence: str) -> tuple[tuple[str, Stance], ...]:
    """The clauses of a sentence with what each says."""
    return tuple((clause, stance(clause)) for clause in clauses(sentence))


def is_conditional(text: str) -> bool:
    """True when a text names a condition."""
    return _CONDITION.search(text) is not None


def may_depend(text: str) -> bool:
    """True when a text names a condition, or may well do so ("if", "after", "na")."""
    return is_conditional(text) or _MAYBE.search(text) is not None


def denied_parts(sentence: str) -> tuple[tuple[str, Stance], ...]:
    """The clauses of a sentence cut at commas as well, so that a denial stays with its words."""
    return tuple((part, stance(part)) for clause in clauses(sentence) for part in clause.split(","))


def is_stance_word(word: str) -> bool:
    """True for a word of support, objection or denial."""
    return any(p.fullmatch(word) for _, p in _WORDS) or _DENIAL.fullmatch(word) is not None


def _signs(said: str, tokens: list[tuple[int, str]]) -> dict[int, Sign]:
    """Words for and against by the number of their token."""
    signs: dict[int, Sign] = {}
    for sign, pattern in _PHRASED:
        for found in pattern.finditer(said):
            last = max(i for i, (start, _) in enumerate(tokens) if start < found.end())
            signs[last] = sign
    for i, (_, word) in enumerate(tokens):
        for sign, pattern in _WORDS:
            if pattern.fullmatch(word):
                signs.setdefault(i, sign)
    return signs


def _denied(denial: int, signs: list[int], joins: list[int]) -> int | None:
    """The word that a denial denies: the nearest after it, or before it in a Dutch main clause."""
    reach = [
        i
        for i in signs
        if (0 < i - denial <= _BEFORE or 0 < denial - i <= _AFTER)
        and not any(min(i, denial) < join < max(i, denial) for join in joins)
    ]
    return min(reach, key=lambda i: (abs(i - denial), i < denial), default=None)
