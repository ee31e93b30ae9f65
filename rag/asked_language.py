"""The language of a question: Dutch, English, or another that is answered in English.

Knows: the words that open and fill questions, and what Dutch and English words look like,
and which the glossary has.
Does not know: papers, or what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from index.actors import actors
from index.glossary import glossary
from rag.nouns import Language
from rag.tongue import shares

# words that open or fill questions but are too rare in prose to be in the list of small words
ASKING = {
    "nl": (
        "wat wie welke welk wanneer waar waarom hoe hoeveel nou gaat gaan zei vond vindt wilde wil "
        "nederland nederlandse standpunt over volgens sinds nl lidstaten voorzitterschap commissie "
        "januari februari maart mei juni juli augustus oktober"
    ),
    "en": (
        "what who which when where why how many much did does do say said about dutch position "
        "netherlands according since there any get member states presidency commission "
        "january february march may june july august october"
    ),
    "de": "was wer welche wann wo warum wie viele über",
    "fr": "quoi quel quelle quels quelles quand où pourquoi comment combien dit",
    "es": "qué quién cuál cuándo dónde cómo cuánto",
}
DUTCH_SHAPE = re.compile(
    r"ij|aa|oo|uu|sch|heid|lijk|[eo]eu|oe[krt]|ee[rnl]|[ck]t[ie]e|atie\b|eit\b|zo|ngen\b"
)
ENGLISH_SHAPE = re.compile(
    r"th|tion\b|wh|ing\b|ty\b|ness|ment\b|ould|ough|sh|[aeiou]ck|ies\b|ise\b|ed\b|ous\b|[a-z]y\b"
)
WORDS = re.compile(r"[^\W\d_]+")
KNOWN = 2  # what a word of one language counts against what its letters look like


def language_of(text: str) -> tuple[Language, bool]:
    """Dutch or English; for a third language English, said so."""
    words = WORDS.findall(text.casefold())
    share = shares(text)
    points = {
        tongue: share.get(tongue, 0.0) * len(words) + sum(word in asked.split() for word in words)
        for tongue, asked in ASKING.items()
    }
    best = max(points.values())
    if best > 0 and points["nl"] != points["en"] and best in (points["nl"], points["en"]):
        return ("nl" if points["nl"] == best else "en"), False
    third = [tongue for tongue in ("de", "fr", "es") if points[tongue] == best]
    if third and best >= 2 and best > points["nl"] + 1 and best > points["en"] + 1:
        return "en", True
    joined = " ".join(words)
    dutch, english = len(DUTCH_SHAPE.findall(joined)), len(ENGLISH_SHAPE.findall(joined))
    known = _words_of_the_field()
    dutch += KNOWN * sum(known.get(word) == "nl" for word in words)
    english += KNOWN * sum(known.get(word) == "en" for word in words)
    return ("en" if english > dutch else "nl"), False


@cache
def _words_of_the_field() -> Mapping[str, Language]:
    """The words of the glossary that stand in names of one language only, and those around them.

    A bare topic ("CSAM-verordening") has no small words to tell its language by.
    """
    concepts, bodies = glossary().concepts, actors().values()
    terms = (
        " ".join(name for concept in concepts for name in (*concept.nl, *concept.said)),
        " ".join(name for concept in concepts for name in concept.en),
    )
    names = (" ".join(body.nl for body in bodies), " ".join(body.en for body in bodies))
    return _apart(*terms) | _apart(*names)  # "EUAM Ukraine" is a Dutch name, "Ukraine" is not


def _apart(dutch: str, english: str) -> dict[str, Language]:
    """The words of either that are not in the other, each with its language."""
    nl, en = set(WORDS.findall(dutch.casefold())), set(WORDS.findall(english.casefold()))
    return {word: "nl" if word in nl else "en" for word in nl ^ en}
