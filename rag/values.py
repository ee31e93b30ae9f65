"""Numbers, dates, percentages and the like in a sentence, by value, in Dutch and English.

Knows: how they are written in both languages. Does not know: keys, evidence, drafts.
`claims` is what a sentence asserts; `proofs` is what a text can prove: all it asserts and what
follows from that (13 June 2024 proves June 2024, 13 June and 2024). Dates, percentages and item
numbers are kinds of their own: a meeting on the 13th does not prove "13 member states".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from rag.dates import find_dates, of_meeting, wider
from rag.nouns import Language
from rag.number_words import NUMBERS, PROOF_ONLY, SCALES

ValueKind = Literal["number", "percent", "date", "item", "name", "address"]


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """One value; `text` is canonical: number "2500000000", date "--06-13", name "273g"."""

    kind: ValueKind
    text: str


_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)»”\"]+|[\w.+-]+@[\w-]+\.[\w.-]+", re.IGNORECASE)
# Names that hold an ordinal and state no number.
_SET_PHRASES = re.compile(
    r"\b(?:eerste|tweede) kamer\b|\bsecond chamber\b|\bderde ?land\w*|\bthird[- ]countr\w+",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"\b(?:agenda ?punt(?:en)?|agenda[- ]items?|items?|punt(?:en)?|points?)\s+"
    r"(?:(?:nr|no|nummer|number)\.?\s+)?(?P<first>\d{1,2})(?!\d|[.,]\d|\s*%)"
    r"(?:\s*(?:,|en|and)\s+(?P<second>\d{1,2})(?!\d|[.,]\d|\s*%|\s+\w))?",
    re.IGNORECASE,
)
_DIGITS = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*)"
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_UNIT = rf"(?:\s*(?P<percent>%|procent\w*|per ?cent\w*|pct\b)|[\s-]*(?P<scale>{_SCALE})\b)"
_RANGE = re.compile(r"\s*(?:[-–—]|à|tot|to)\s*")
_DIGIT_AND_LETTER = re.compile(r"\d[^\W\d_]|[^\W\d_]\d")
_NAME = re.compile(r"(?<!\w)(?=\w*\d)\w*[^\W\d_]\w*")


def _pattern(language: Language) -> re.Pattern[str]:
    """Numbers in digits or in words of `language`, each with its unit where it has one."""
    words = "|".join(sorted(NUMBERS[language], key=len, reverse=True))
    ends = rf"(?:(?=[\s-]*(?:{_SCALE})\b)|(?!\w))"
    return re.compile(
        rf"(?<!\w)(?:(?P<digits>{_DIGITS})(?:st|nd|rd|th|ste|de|e)?{ends}|(?P<word>{words}){ends}"
        rf"|(?P<bare>{_SCALE})\b)(?:{_UNIT})?",
        re.IGNORECASE,
    )


_NUMBER: dict[Language, re.Pattern[str]] = {"nl": _pattern("nl"), "en": _pattern("en")}


def claims(sentence: str, language: Language) -> frozenset[Value]:
    """The values a sentence written in `language` asserts."""
    addresses = {m.group().casefold().rstrip(".,;:") for m in _ADDRESS.finditer(sentence)}
    rest = _SET_PHRASES.sub(" ", _ADDRESS.sub(" ", sentence))
    items = {n for m in _ITEM.finditer(rest) for n in m.group("first", "second") if n}
    rest, dates = find_dates(_ITEM.sub(" ", rest))
    values = {Value("address", address) for address in addresses}
    values |= {Value("item", item) for item in items} | {Value("date", date) for date in dates}
    return frozenset(values | _numbers(rest, language))


def proofs(text: str, language: Language) -> frozenset[Value]:
    """The values a text written in `language` proves."""
    found = claims(text, language)
    follow = {date for value in found if value.kind == "date" for date in wider(value.text)}
    words = re.findall(r"\w+", text.casefold())
    return (
        found
        | {Value("number" if date.isdigit() else "date", date) for date in follow}
        | {Value("number", str(PROOF_ONLY[word])) for word in words if word in PROOF_ONLY}
    )


def meeting_proofs(meeting: str, said: frozenset[Value]) -> frozenset[Value]:
    """The dates that a meeting's dates prove beside a text that proves `said`."""
    dates = frozenset(value.text for value in said if value.kind == "date")
    numbers = {value.text for value in said if value.kind == "number"}
    years = frozenset(number for number in numbers if re.fullmatch(r"(?:19|20)\d\d", number))
    proved = of_meeting(meeting, dates, years)
    return frozenset(Value("number" if date.isdigit() else "date", date) for date in proved)


def read_number(digits: str, language: Language) -> str:
    """The canonical text of a number in digits: "2.500" is 2500 in Dutch and 2.5 in English.

    What fits neither way of writing ("1.2.3") is left as it is.
    """
    plain = re.sub(r"\s", "", digits)
    thousands, decimal = (".", ",") if language == "nl" else (",", ".")
    whole, sign, part = plain.rpartition(decimal)
    if not sign:
        whole, part = plain, ""
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(thousands)}\d{{3}})+", whole):
        whole = whole.replace(thousands, "")
    elif not sign and re.fullmatch(rf"\d+{re.escape(thousands)}\d+", whole):
        whole, _, part = whole.partition(thousands)
    if not whole.isdecimal() or (part and not part.isdecimal()):
        return plain
    return _canonical(Decimal(f"{whole}.{part or 0}"))


def _numbers(rest: str, language: Language) -> set[Value]:
    """Numbers and percentages; the first of "2 à 3 miljard" takes the unit of the second."""
    found = list(_NUMBER[language].finditer(rest))
    values: set[Value] = set()
    percent, scale, begins = False, "", len(rest)
    for match in reversed(found):
        unit = match["percent"] or match["scale"]
        if unit or not _RANGE.fullmatch(rest[match.end() : begins]):
            percent, scale = match["percent"] is not None, (match["scale"] or "").casefold()
        begins = match.start()
        values.add(Value("percent" if percent else "number", _worth(match, scale, language)))
    if _DIGIT_AND_LETTER.search(rest):
        names = _NAME.finditer(_NUMBER[language].sub(" ", rest))
        values |= {Value("name", name.group().casefold()) for name in names}
    return values


def _worth(match: re.Match[str], scale: str, language: Language) -> str:
    """The canonical value of one number, multiplied by its scale."""
    if match["digits"]:
        number = read_number(match["digits"], language)
        if not re.fullmatch(r"\d+(?:\.\d+)?", number):
            return number
        worth = Decimal(number)
    else:
        word = (match["word"] or match["bare"]).casefold()
        worth = NUMBERS[language].get(word, SCALES.get(word, Decimal(1)))
    return _canonical(worth * SCALES.get(scale, Decimal(1)))


def _canonical(number: Decimal) -> str:
    """A decimal without exponent and trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
