"""One and many in phrases, in both languages: no "1 punten", no "2 punt"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from index.counted import filled
from rag import phrases
from rag.briefing import words as briefing
from rag.nouns import LANGUAGES, Language
from rag.outcomes import words as outcomes
from rag.page import texts
from rag.positions import words as positions
from rag.summaries import words as summaries
from rag.summaries.words import say

# what is counted; "keer" is one and many, and a question that is too long has many characters
COUNTS = re.compile(r"\{(?:count|total)\} (?!keer|tekens|characters|more|(?:\w+ )?\[)")


@pytest.mark.parametrize(
    ("count", "nl", "en"),
    [
        (1, "van 1 punt staat alleen de titel", "of 1 item only"),
        (2, "van 2 punten staat alleen de titel", "of 2 items only"),
        (11, "van 11 punten staat", "of 11 items only"),
    ],
)
def test_a_phrase_says_one_and_many(count: int, nl: str, en: str) -> None:
    assert nl in say("squeezed", "nl", budget=600, count=count)
    assert en in say("squeezed", "en", budget=600, count=count)


def test_each_choice_goes_by_the_number_before_it() -> None:
    phrase = "{a} [zin|zinnen] van {b} [stuk|stukken] [is|zijn] weg"
    assert filled(phrase, a=1, b=2) == "1 zin van 2 stukken zijn weg"
    assert filled(phrase, a=2, b=1) == "2 zinnen van 1 stuk is weg"
    assert filled("{a} keer", a="[x|y] {b}") == "[x|y] {b} keer"  # a value stays what it is


def every_phrase() -> Iterator[tuple[str, Language, str]]:
    """All that readers are told, by name and language."""
    by_name: list[Mapping[str, Mapping[Language, str]]] = [
        *(phrases.SAID, summaries.SAID, outcomes.WORDS, positions.SAID, texts.WORDS)
    ]
    for table in by_name:
        for name, said in table.items():
            yield from ((name, language, said[language]) for language in LANGUAGES)
    for language in LANGUAGES:
        for name, text in briefing.WORDS[language].items():
            yield name, language, text


def test_whatever_is_counted_has_one_and_many() -> None:
    assert not [name for name, _, text in every_phrase() if COUNTS.search(text)]
    assert not [name for name, _, text in every_phrase() if "(s)" in text or "(nen)" in text]
