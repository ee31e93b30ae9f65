"""Which kinds of paper a question names ("volgens het verslag"), and which it only hints at.

Knows: Dutch and English words for report, annotated agenda and letter. Does not know: papers.
A named kind is shown to the reader, who may undo it; a hint ("besloten", "planned to") only lets
papers of that kind count a little more.
"""

from __future__ import annotations

import re

from index.nouns import Kind
from rag.number_words import MONTHS

_HINTS: dict[Kind, re.Pattern[str]] = {
    "verslag": re.compile(
        r"\b(?:verslag|report(?:ed|s)?|besloten|besloot|stemden?|afgesproken|uitkomst|"
        r"zegde[n]? toe|beloofden?|decided?|votes?|voted|agreed|adopted|outcome|promised?)\b",
        re.I,
    ),
    "geannoteerde agenda": re.compile(
        r"\b(?:geannoteerde agenda|annotated agenda|vooraf(?:gaand)?|ahead of|van plan|voornemens|"
        r"going to|plan(?:ned|s)? to)\b",
        re.I,
    ),
    "brief": re.compile(r"\b(?:(?:de|deze|die|een) brief|kamerbrief|letter)\b", re.I),
}
_WORDS: dict[Kind, str] = {
    "verslag": r"verslag(?:en)?|reports?",
    "geannoteerde agenda": r"(?:geannoteerde |annotated )?agenda['’]?s?",
    "brief": r"(?:kamer)?brief|brieven|letters?",
}
# always a paper, whatever stands around it
_OWN_NAMES: dict[Kind, str] = {
    "verslag": r"verslag(?:en)? van de (?:jbz-?\s?)?raad|council reports?",
    "geannoteerde agenda": r"geannoteerde agenda['’]?s?|annotated agenda['’]?s?",
    "brief": r"kamerbrie(?:f|ven)|letters? to (?:the )?(?:parliament|house)",
}
_BETWEEN = (  # what may stand between "volgens" and "agenda"
    r"(?:(?:the|de|het|dit|dat|die|deze|this|that|of|van|council(?:['’]s)?|jha|jbz|raads?|jbz-raad|"
    rf"meeting|annotated|geannoteerde|begin|early|late|eind|{'|'.join(MONTHS)}|\d{{1,4}})"
    r"[\s-]+){0,6}?"
)
_IN = (
    r"(?:in|uit|volgens|blijkens|acc?ording to|from|says|said|zegt|zei|vermeldt|noemt|does|did)\s+"
)
_AGAINST = r"(?:en|and|versus|vs\.?|met|with|to|tegenover|naast|than|dan|,)\s+"
_NOT_A_PAPER = r"(?!\s+van de (?:rapporteur|deskundige)|\w)"


def _pattern(kind: Kind) -> re.Pattern[str]:
    """Its own names; its word after "in" or "volgens", after "(" or set against another kind."""
    others = "|".join(words for other, words in _WORDS.items() if other != kind)
    word = _WORDS[kind]
    if kind == "brief":  # in English "brief" is short
        word = r"(?:(?<=de )|(?<=die )|(?<=deze )|(?<=\())brie(?:f|ven)|letters?|kamerbrief"
    opened = rf"(?:{_IN}{_BETWEEN}|\(\s*)(?:{word})"
    # the words of both are read wherever the two are set side by side
    after = rf"(?:{word})\s+(?:{_AGAINST}){_BETWEEN}(?:{others})"
    before = rf"(?:{others})\s+(?:{_AGAINST}){_BETWEEN}(?:{word})"
    return re.compile(
        rf"(?<![\w-])(?:{_OWN_NAMES[kind]}|{opened}|{after}|{before}){_NOT_A_PAPER}",
        re.I,
    )


def _with_article(kind: Kind) -> re.Pattern[str]:
    return re.compile(rf"\b(?<!op )(?<!on )(?:de|het|the)\s+(?:{_WORDS[kind]}){_NOT_A_PAPER}", re.I)


_NAMED: dict[Kind, re.Pattern[str]] = {kind: _pattern(kind) for kind in _WORDS}
_BESIDE: dict[Kind, re.Pattern[str]] = {kind: _with_article(kind) for kind in _WORDS}


def named_kinds(text: str, comparing: bool = False) -> tuple[Kind, ...]:
    """The kinds of paper that a question names, in the order in which it names them.

    comparing: it sets things side by side; then "the report" is enough beside a paper named so.
    """
    found = [(m.end(), kind) for kind, named in _NAMED.items() if (m := named.search(text))]
    if comparing and found:
        named = {kind for _, kind in found}
        beside = {kind: words for kind, words in _BESIDE.items() if kind not in named}
        found += [(m.end(), kind) for kind, words in beside.items() if (m := words.search(text))]
    return tuple(kind for _, kind in sorted(found))


def hinted_kinds(text: str) -> tuple[Kind, ...]:
    """The kinds of paper in which such a question is mostly answered."""
    return tuple(kind for kind, words in _HINTS.items() if words.search(text))
