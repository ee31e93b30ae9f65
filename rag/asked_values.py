"""The numbers, dates and amounts in a Dutch sentence that a question asks for.

Knows: which questions ask for one, and how papers write them. Does not know: what they are worth
(`rag.values`), how they are shown.
"""

from __future__ import annotations

import re

from rag.dates import find_dates
from rag.number_words import NUMBERS, SCALES

Mark = tuple[int, int]
AMOUNT_ASKED = re.compile(
    r"\b(?:hoeveel|hoe ?lang|hoe ?vaak|wanneer|percentage|datum|bedrag|welk jaar|how (?:many|much|"
    r"long|often|far)|when|date|deadline|which year|amount|what share)\b",
    re.I,
)
DAY_ASKED = re.compile(
    r"\b(?:wanneer|datum|data waarop|welk jaar|welke (?:dag|maand)|when|dates?|deadline|"
    r"which (?:year|day|month))\b",
    re.I,
)
YEAR = re.compile(r"(?<![\w/.,-])(?:(?:begin|medio|eind|najaar|voorjaar|zomer) )?20\d\d(?![\d/])")
# names, references, places in a paper and marks of a list, which state no amount
NO_AMOUNT = re.compile(
    r"(?<![(\w])\d{1,2}\)(?=\s)|"
    r"\b(?:eerste|tweede) kamer\b|\b(?:artikel(?:en)?|lid|agendapunt|punt|nr\.?|nummer|noot) \d+|"
    r"\(?\b(?:EU|EG|COM|JBZ)\)?\s?\(?(?:nr\. )?\d+(?:[/)]\s?\d+)*",
    re.I,
)
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_COUNTS = (word for word in NUMBERS["nl"] if not word.endswith(("de", "ste")))  # no ordinals
_WORDS = "|".join(sorted(_COUNTS, key=len, reverse=True))
_UNIT = (
    r"%|procent|procentpunt|euro|jaar|maanden|maand|weken|week|dagen|dag|uur|minuten|kilometer|"
    r"keer|lidstaten|landen|personen|mensen"
)
NUMBER = re.compile(
    rf"(?<![\w/.,-])(?:€\s?)?(?:\d+(?:[.,]\d+)*|(?:{_WORDS})(?=[\s-]))(?![\w/]|-\d)"
    rf"(?:\s?(?:{_SCALE})\b)?(?:\s?(?:{_UNIT})(?!\w))?",
    re.I,
)


def asked_values(question: str, sentence: str) -> tuple[Mark, ...]:
    """Where `sentence` gives what `question` asks for, as [start, end) in order; () for nothing.

    Days for "wanneer" or "deadline", else numbers with their units.
    """
    when = DAY_ASKED.search(question) is not None
    if not when and not AMOUNT_ASKED.search(question):
        return ()
    rest, _ = find_dates(sentence)
    plain = NO_AMOUNT.sub(_blanks, rest)
    if not when:
        return tuple(m.span() for m in NUMBER.finditer(YEAR.sub(_blanks, plain)))
    years = [m.span() for m in YEAR.finditer(plain)]
    return tuple(sorted([*_blanked(sentence, rest), *years]))


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blanked(sentence: str, rest: str) -> list[Mark]:
    """What stands in `sentence` where `rest` has only blanks: its dates."""
    hidden = "".join(
        "x" if was != now or (was == now == " ") else "-"
        for was, now in zip(sentence, rest, strict=True)
    )
    spans = []
    for run in re.finditer("x+", hidden):
        start, end = run.span()
        text = sentence[start:end]
        start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        if start < end:
            spans.append((start, end))
    return spans
