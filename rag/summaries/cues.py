"""Words by which a sentence tells an outcome, a next step, an expectation, or mere background.

Knows: the phrases of `cues.tsv`. Does not know: how much each counts (`rag.summaries.salience`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from index.outline import LETTER_SECTION
from index.stance import Stance
from index.tagging import tagged
from rag.choosing import LEANS
from rag.told import Told

# formal: who was told what when; plans, offers: what an institution will do or brings; many, few:
# how many states; backing: that they are for or against; round: the table spoke; stands: how
# somebody stands to a text; council: what the Council is to do; open: not settled yet; hence: what
# follows; past: how it was before; aside: side matters; holder, adds, explains, back: how it begins
Cue = Literal[
    "decided", "concluded", "next", "expected", "voted", "background", "plans", "formal",
    "many", "few", "backing", "round", "stands", "council", "open", "hence", "offers",
    "past", "instance", "aside", "holder", "adds", "explains", "back",
]  # fmt: skip
FILE = Path(__file__).with_name("cues.tsv")
POSITION: frozenset[Stance] = frozenset(
    ("support", "conditional", "reservation", "opposition", "abstention", "call")
)
AMOUNT = re.compile(
    r"(?<![\w(/-])(?!(?:19|20)\d\d\b)\d[\d.,]*(?!\d*/)|\b(?:miljoen|miljard|procent|helft|"
    r"derde van|kwart)\b|%"
)
_REMEMBERED = 16_384  # sentences
FINITE = frozenset("vVxXW")
RESULTS = re.compile(r"(?:Belangrijkste|Voornaamste) (?:resultaten|uitkomsten)|Hoofdpunten", re.I)
AANHEF = re.compile(r"(?:.*/)?Aanhef$")
NETHERLANDS = re.compile(r"\bNederland(?:se)?\b|\bkabinet|\bregering\b")
BULLET = re.compile(r"\s*[-•–]\s+")
MARK = re.compile(r"(?<![\w(])(?:\d{1,2}|[a-z]|[ivx]{1,4})\)")  # "1) ... en 2) ...": no bracket
# that somebody listened, or that there was nothing to hear
FORMAL_WORDS = 16
FORMAL = re.compile(
    r"\b(?:aanhoren|aangehoord|hoorde[nt]?\b[^.;]*\baan)\.?$|"
    r"\b(?:zal|zullen|neemt|nemen|nam|namen)\b[^.;]*\bkennis(?: te)?(?: van| nemen|genomen)?\b|"
    r"\bgeen (?:\w+ )?(?:interventies|discussie|bespreking|besluitvorming|opmerkingen|inbreng|"
    r"vragen)\b|"
    r"\b(?:hier|daar)(?:over|van)\b[^.;]*\b(?:informeren|geïnformeerd)\.$|"
    r"\b(?:informeren|geïnformeerd)\b[^.;]*\bhier(?:over|van)\.$|"
    r"\bzal\b[^.;]*\b(?:deelnemen|aanwezig zijn)\.$|"
    r"\bblijft (?:\w+ )?(?:alert|waakzaam)\.$|"
    r"\bgeen (?:document(?:en)?|stuk(?:ken)?)\b[^.;]*\b(?:verspreid|beschikbaar)\b",
    re.I,
)
SHOWS_WORDS = 30
SHOWS = re.compile(  # what an agenda says of an item on which somebody only reports
    r"\b(?:zal|zullen|wordt|worden|geeft|licht)\b[^.;]*\b(?:informeren|geïnformeerd|toelichten|"
    r"toegelicht|toelichting|toe|delen|presenteren|gepresenteerd|presentatie|terugkoppel\w*|"
    r"stand van zaken)\b",
    re.I,
)
ENUMERATED = re.compile(r"\s*(?:\d{1,2}[.)]|[a-z]\)|[-•–])\s")


@cache
def _phrases(kind: Cue) -> re.Pattern[str]:
    """All patterns of one kind in `cues.tsv`, as one."""
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()[1:]]
    return re.compile("|".join(pattern for of, pattern in rows if of == kind), re.I)


def tells(kind: Cue, text: str) -> bool:
    """True when a phrase of the kind stands in the text."""
    return _phrases(kind).search(text) is not None


def begins(kind: Cue, text: str) -> bool:
    """True when the text begins with a phrase of the kind."""
    return _phrases(kind).match(text) is not None


def expectation(told: Told) -> bool:
    """True for what an annotated agenda (its letter apart) tells: it was written beforehand."""
    return told.document.kind == "geannoteerde agenda" and told.item.section != LETTER_SECTION


def by_council(told: Told) -> bool:
    """True when the Council speaks as a whole, or nobody is named."""
    return not told.actors or bool({"Council", "Presidency", "member states"} & set(told.actors))


def tells_outcome(told: Told) -> bool:
    """True when it tells that something was decided, agreed or put off, by the Council itself."""
    return by_council(told) and not expectation(told) and tells("decided", told.text)


def foresees(told: Told) -> bool:
    """True when an agenda tells here what is to be decided."""
    return expectation(told) and "NL" not in told.actors and tells("expected", told.text)


def netherlands_holds(told: Told) -> bool:
    """True when the sentence tells what the Netherlands is for, against, or asks others to do.

    Not in the opening of a letter, which offers papers ("Hierbij bied ik ...").
    """
    return AANHEF.match(told.item.path) is None and any(
        who == "NL" and kind in POSITION
        for who, kind in zip(told.actors, told.stances, strict=True)
    )


@lru_cache(_REMEMBERED)  # looked at anew for every price of a word
def leans(text: str) -> bool:
    """True when a sentence does not say by itself what or whom it is about ("Het stelde ...")."""
    if begins("back", text):
        return True
    if not LEANS.match(text):
        return False
    start = tagged(text[:60])
    return start.words[:1] != ["Het"] or start.shape[1:2] in FINITE


def leaning(told: Told) -> bool:
    """The same; the first of an item stands by itself: what "dit punt" is, its title says."""
    return told.place > 0 and leans(told.text)


def quotable(told: Told) -> bool:
    """False for what is no sentence: a heading, a fragment, the lead of a list, a question put."""
    text = told.text.rstrip()
    start = BULLET.sub("", text, count=1)
    listed = start != text
    begins = listed or start[:1].isupper() or start[:1] in "\"'‘“„«(" or start[:1].isdigit()
    whole = (_closed(text) or _closed(MARK.sub("", text))) and text[-1:] in ".!;)”’\"'»"
    return told.words > 2 and begins and whole


def _closed(text: str) -> bool:
    """True when as many brackets close as open."""
    return text.count("(") == text.count(")")


def formal(told: Told) -> bool:
    """True for a short sentence that only tells that somebody listened, or that nothing was said.

    "Nederland zal de informatie aanhoren", "Er waren geen interventies".
    """
    return told.words <= FORMAL_WORDS and FORMAL.search(told.text) is not None


def only_shown(told: Told) -> bool:
    """True in an agenda for a formal sentence, and for one that only tells who is to report."""
    if not expectation(told):
        return False
    shows = "NL" not in told.actors and told.words <= SHOWS_WORDS
    return formal(told) or (shows and SHOWS.search(told.text) is not None)


def explaining(told: Told) -> bool:
    """True for a sentence of nobody's that explains ("Het doel blijft de bescherming van ...")."""
    return not told.actors and begins("explains", told.text)


def results(told: Told) -> bool:
    """True in the section in which a report itself sums up."""
    return RESULTS.match(told.item.title or "") is not None
