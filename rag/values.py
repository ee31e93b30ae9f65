"""Numbers, dates, percentages and the like in a sentence, by value, in Dutch and English.

Knows: how they are written in both languages. Does not know: keys, evidence, drafts.
`claims` is what a sentence asserts; `proofs` is what a text can prove: everything it asserts and
what follows from that (13 June 2024 proves June 2024, 13 June and 2024). Dates, percentages and
item numbers are kinds of their own: a meeting on the 13th does not prove "13 member states".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from rag.nouns import Language
from rag.number_words import MONTHS, NUMBERS, PROOF_ONLY, SCALES

Kind = Literal["number", "percent", "date", "item", "name", "address"]


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """One value. `text` is canonical: "2500000000", "2024-06-13", "2024-06", "--06-13", "--06"."""

    kind: Kind
    text: str


def claims(sentence: str, language: Language) -> frozenset[Value]:
    """The values a sentence written in `language` asserts."""
    rest, found = _addresses(sentence)
    rest = _SET_PHRASES.sub(" ", rest)
    rest, dates = _dates(rest)
    return frozenset(found | dates | _items(rest) | _numbers(_ITEM.sub(" ", rest), language))


def proofs(text: str, language: Language) -> frozenset[Value]:
    """The values a text written in `language` proves."""
    found = set(claims(text, language))
    found |= {Value("number", value.text) for value in found if value.kind == "item"}
    found |= {wider for value in found if value.kind == "date" for wider in _wider(value.text)}
    words = re.findall(r"\w+", text.casefold())
    return frozenset(found | {Value("number", str(PROOF_ONLY[w])) for w in words if w in PROOF_ONLY})


_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)»”\"]+|[\w.+-]+@[\w-]+\.[\w.-]+", re.IGNORECASE)
# Proper names that hold an ordinal but state no number.
_SET_PHRASES = re.compile(
    r"\b(?:eerste|tweede) kamer\b|\bsecond chamber\b|\bderde ?land\w*|\bthird[- ]countr\w+",
    re.IGNORECASE,
)


def _addresses(sentence: str) -> tuple[str, set[Value]]:
    """The sentence without web and mail addresses, and those."""
    found = {Value("address", m.group().casefold().rstrip(".,;:")) for m in _ADDRESS.finditer(sentence)}
    return _ADDRESS.sub(" ", sentence), found


# --- dates ---

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|e|ste|de)?"
_AND = r"\s*(?:,|/|-|–|—|&|,?\s*\b(?:en|and|of|or|tot en met|t/m|tot|to|until)\b)\s*"
_DAYS = rf"(?<![\w.,/-]){_DAY}(?:{_AND}{_DAY}){{0,4}}"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DATE = re.compile(
    rf"(?P<days>{_DAYS})\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>{_YEAR}))?"
    rf"|\b(?P<month2>{_MONTH})\b\.?\s+(?P<days2>{_DAYS})(?!\d)(?:,?\s+(?P<year2>{_YEAR}))?"
    rf"|\b(?P<month3>{_MONTH})\b\.?\s+(?P<year3>{_YEAR})"
    r"|(?<![\w-])(?P<iso>(?:19|20)\d\d-\d\d(?:-\d\d)?)(?![\w-])"
    r"|(?<![\w-])(?P<numeric>\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)(?![\w-])"
    r"|\b(?P<alone>[Jj]anuar[iy]|[Ff]ebruar[iy]|maart|March|[Aa]pril|mei|May|[Jj]un[ie]|[Jj]ul[iy]"
    r"|augustus|August|[Ss]eptember|[Oo][kc]tober|[Nn]ovember|[Dd]ecember)\b",
    re.IGNORECASE,
)
