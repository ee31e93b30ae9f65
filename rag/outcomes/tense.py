"""Whether the clause around a date tells of what is done, or of what is still to come.

Knows: verbs, and words before and after a date. Does not know: which date it is
(`rag.outcomes.due`), how it is meant (`rag.outcomes.meaning`).
"""

from __future__ import annotations

import re

from index.dates import MONTHS
from index.stance import FINITE
from index.tagging import tagged
from rag.outcomes.plans import PAST, STRONG

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DONE = re.compile(
    r"\b(?:had|hadden|was|waren|werd|werden|sinds)\b|\b(?:heeft|hebben|is|zijn)\b(?=.*"
    r"\b(?!gepland|voorzien|geagendeerd|beoogd|uitgenodigd|verwacht)"
    r"(?:\w{0,8}ge|be|ver|ont|her|over|onder|door)\w+(?:d|t|en|an)\b)",
    re.I,
)
PENDING = re.compile(r"\b(?:zal|zullen|wordt|worden|moet|moeten|kan|kunnen|zou|wil|willen)\b", re.I)
OPEN = re.compile(rf"{PENDING.pattern}|\bte\b", re.I)
NEXT_WORD = re.compile(r" (\w+)")
SINCE = re.compile(r"\bsinds (?:\w+ )?$", re.I)
JUST = re.compile(r"\s*(?:jl|j\.l)\b")
TOWARDS = re.compile(r"\b(?:uiterlijk|naar|tot|voor|vóór)\b(?: \w+){0,4} $", re.I)
CLAUSE = re.compile(r"[,;:]|\b(?:dat|maar|om)\b")
# a day that the sentence itself calls one to come: "12 juni a.s.", "aanstaande donderdag 12 juni"
NEXT_AFTER = re.compile(r"\s*,?\s*(?:20\d\d\s*,?\s*)?(?:a\.?\s?s\.|aanstaande|eerstkomende)", re.I)
NEXT_BEFORE = re.compile(r"\b(?:aanstaande|eerstkomende|aankomende|komende) (?:\w+dag )?$", re.I)
AT_LAST = re.compile(r"\b(?:uiterlijk|niet later dan|ten laatste)(?: (?:op|in|per))? $", re.I)
# a paper is named by its day: "uw brief van 5 juli"
OF_PAPER = re.compile(
    r"\b(?:\w*brief|motie|\w*voorstel|\w*fiche|mededeling|verslag|\w*rapport|nota|amendement|arrest|"
    r"\w*tekst|document|\w*vragen|artikel|bericht|uitzending|verklaring|uitspraak)"
    r"(?: \w+){0,3} van (?:\d{1,2} (?:en|tot en met) )?$",
    re.I,
)
PHRASE = re.compile(r"[,;:]|\b(?:dat|die|maar|om|en|waar\w*|voordat|nadat)\b")
WAS_DUE = re.compile(r"moest(?:en)?|dienden?|kon(?:den)?|zou(?:den)?", re.I)
WORD = re.compile(r"[^\W\d_]+")


def behind(sentence: str, match: re.Match[str]) -> bool:
    """True where the clause around a date tells of what is done."""
    before, clause = sentence[: match.start()], _clause(sentence, match)
    if JUST.match(sentence, match.end()) or SINCE.search(before):
        return True
    if TOWARDS.search(before):
        return False
    follows = NEXT_WORD.match(sentence, match.end())
    if follows and _past_verb(follows[1]):
        return True  # "in december nam Nederland": the verb comes second in a Dutch sentence
    done, still = DONE.search(clause), OPEN.search(clause)
    return done is not None and (still is None or done.start() < still.start())


def _past_verb(word: str) -> bool:
    """True for a verb that tells what happened; "laatste" and "geplande" are none."""
    if STRONG.fullmatch(word):
        return True
    return PAST.search(word) is not None and FINITE.match(tagged(word).shape) is not None


def ahead(sentence: str, match: re.Match[str]) -> bool:
    """True where a date is still to come by the sentence's own words, whatever the meeting's day.

    "uiterlijk 10 juni" is such a one while nothing around it is told as past.
    """
    before = sentence[: match.start()]
    if NEXT_AFTER.match(sentence, match.end()) or NEXT_BEFORE.search(before):
        return True
    if AT_LAST.search(before) is None:
        return False
    words = WORD.findall(_clause(sentence, match))
    return not any(_past_verb(word) or WAS_DUE.fullmatch(word) for word in words)


def is_over(sentence: str, start: int) -> bool:
    """True where the few words around a date tell of what is done ("waarvoor zij mei had genoemd").

    start: where the date begins.
    """
    opens = max((m.end() for m in PHRASE.finditer(sentence, 0, start)), default=0)
    closes = PHRASE.search(sentence, start)
    phrase = sentence[opens : closes.start() if closes else None]
    return DONE.search(phrase) is not None and OPEN.search(phrase) is None


def named_by(before: str) -> bool:
    """True where what stands before a date makes it a paper's name, or a time long begun."""
    return OF_PAPER.search(before) is not None or SINCE.search(before) is not None


def _clause(sentence: str, match: re.Match[str]) -> str:
    """The words around a date up to the next comma or conjunction on either side."""
    opens = max((m.end() for m in CLAUSE.finditer(sentence, 0, match.start())), default=0)
    closes = CLAUSE.search(sentence, match.end())
    return sentence[opens : closes.start() if closes else None]
