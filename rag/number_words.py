"""The words for numbers, ordinals and months in Dutch and English, and what they are worth.

Knows: words and their values. Does not know: sentences, dates, evidence.
"""

from __future__ import annotations

from decimal import Decimal

from rag.nouns import Language

_ONES = {
    "nl": "een twee drie vier vijf zes zeven acht negen",
    "en": "one two three four five six seven eight nine",
}
_TEENS = {
    "nl": "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
}
_TENS = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_ORDINALS = {
    "nl": "tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende"
    " veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste",
    "en": "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
}
_MONTHS = (
    "januari january jan|februari february feb febr|maart march mrt|april apr|mei may|juni june jun"
    "|juli july jul|augustus august aug|september sept sep|oktober october okt oct|november nov"
    "|december dec"
)
_SCALES = {
    2: "honderd hundred",
    3: "duizend thousand",
    6: "miljoen million mln mio mn",
    9: "miljard billion mld bn",
    12: "biljoen trillion",
}

# Words with a second, commoner meaning: an article ("een"), a pronoun ("one"), a verb ("acht"),
# the opening of a list ("eerste", "first"). Of these the ones below prove a number; none claims it.
_AMBIGUOUS = frozenset({"een", "one", "acht"})
PROOF_ONLY: dict[str, int] = {
    **dict.fromkeys(("één", "eén", "one", "eerste", "first"), 1),
    **dict.fromkeys(("beide", "beiden", "both"), 2),
    "acht": 8,
}

MONTHS: dict[str, int] = {
    word: number
    for number, words in enumerate(_MONTHS.split("|"), start=1)
    for word in words.split(" ")
}
SCALES: dict[str, Decimal] = {
    word: Decimal(10) ** power for power, words in _SCALES.items() for word in words.split(" ")
}


def _counted(words: str, first: int) -> dict[str, int]:
    """The words of a list with the numbers from `first` on."""
    return {word: number for number, word in enumerate(words.split(" "), start=first)}


def _compound(ten: str, one: str, language: Language) -> str:
    """The word for a ten and a one: "vijfentwintig", "tweeëntwintig", "twenty-five"."""
    if language == "en":
        return f"{ten}-{one}"
    return f"{one}{'ën' if one.endswith('e') else 'en'}{ten}"


def _numbers(language: Language) -> dict[str, Decimal]:
    """The words for 2 to 99 (`_AMBIGUOUS` ones left out) and for the ordinals from second on."""
    ones = _counted(_ONES[language], 1)
    words = ones | _counted(_TEENS[language], 10) | _counted(_ORDINALS[language], 2)
    for ten, tens in _counted(_TENS[language], 2).items():
        words[ten] = 10 * tens
        words |= {_compound(ten, one, language): 10 * tens + number for one, number in ones.items()}
    return {word: Decimal(number) for word, number in words.items() if word not in _AMBIGUOUS}


# By language, since Dutch "ten" ("ten aanzien van") is no number.
NUMBERS: dict[Language, dict[str, Decimal]] = {
    "nl": _numbers("nl") | dict.fromkeys(("anderhalf", "anderhalve"), Decimal("1.5")),
    "en": _numbers("en"),
}
