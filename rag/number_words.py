"""The words for numbers, ordinals and months in Dutch and English, and what they are worth.

Knows: words and their values. Does not know: sentences, dates, evidence.
"""

from __future__ import annotations

from decimal import Decimal

_NL_ONES = "een twee drie vier vijf zes zeven acht negen".split(" ")
_NL_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
_NL_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
_NL_ORDINALS = (
    "tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende"
    " veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste"
)
_EN_ONES = "one two three four five six seven eight nine"
_EN_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_EN_ORDINALS = (
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_MONTHS = (
    "januari january jan|februari february feb febr|maart march mrt mar|april apr|mei may|juni june"
    " jun|juli july jul|augustus august aug|september sept sep|oktober october okt oct|november nov"
    "|december dec"
)

MONTHS: dict[str, int] = {
    word: number for number, words in enumerate(_MONTHS.split("|"), start=1) for word in words.split()
}

SCALES: dict[str, Decimal] = {
    word: Decimal(10) ** power
    for power, words in (
        (2, "honderd hundred"),
        (3, "duizend thousand"),
        (6, "miljoen million mln mio mn"),
        (9, "miljard billion mld bn"),
        (12, "biljoen trillion"),
    )
    for word in words.split()
}

# Words with a second, commoner meaning: an article ("een"), a pronoun ("one"), a verb ("acht"),
# an opening of a list ("eerste", "first"). They prove a number and never claim one.
PROOF_ONLY: dict[str, int] = {
    "één": 1, "one": 1, "eerste": 1, "first": 1, "acht": 8, "beide": 2, "beiden": 2, "both": 2,
}  # fmt: skip


def _number_words() -> dict[str, Decimal]:
    """Every word for a number from 2 to 99, ordinals, and one and a half."""
    words = {word: value for value, word in enumerate(_NL_ONES, start=1)}
    words |= {word: value for value, word in enumerate(_NL_TEENS.split(), start=10)}
    words |= {word: value for value, word in enumerate(_EN_ONES.split(), start=1)}
    words |= {word: value for value, word in enumerate(_EN_TEENS.split(), start=10)}
    for ten, word in enumerate(_NL_TENS.split(), start=2):
        words[word] = 10 * ten
        for one, unit in enumerate(_NL_ONES, start=1):
            words[f"{unit}{'ën' if unit.endswith('e') else 'en'}{word}"] = 10 * ten + one
    for ten, word in enumerate(_EN_TENS.split(), start=2):
        words[word] = 10 * ten
        for one, unit in enumerate(_EN_ONES.split(), start=1):
            words[f"{word}-{unit}"] = 10 * ten + one
    words |= {word: value for value, word in enumerate(_NL_ORDINALS.split(), start=2)}
    words |= {word: value for value, word in enumerate(_EN_ORDINALS.split(), start=2)}
    values = {word: Decimal(value) for word, value in words.items() if word not in ("een", "one", "acht")}
    return values | {"anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5")}


NUMBERS: dict[str, Decimal] = _number_words()
