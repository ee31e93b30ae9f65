"""The oracle: answers with the gold quotes themselves, and abstains when it must.

Knows: gold. Does not know: how answers are scored. It is the ceiling of any system that quotes:
what it misses is missed by the release or the measure, never by a system.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from eval.compare_text import drop_marks, squash
from eval.gold import GoldQuote, Question, Release
from eval.product import Product
from index.settings import Settings

Object = Mapping[str, object]
_GAP = r"[\s\u00ad\u2010\u2011-]*"


class Oracle(Product):
    """Knows every question of the release by its words."""

    def __init__(self, release: Release, library: Path, settings: Settings) -> None:
        """As for the product."""
        super().__init__(release, library, settings)
        self._asked = {question.question: question for question in release.everything}

    def search(self, question: str, top: int) -> Sequence[Object]:
        """The gold quotes as hits."""
        found = [self._quote(gold) for gold in self._gold(question)][:top]
        return [{**place, "text": place["quote"]} for place in found]

    def ask(self, question: str) -> Object:
        """The gold quotes as statements."""
        made = [self._quote(gold) for gold in self._gold(question)]
        told = [{"text": each["quote"], "actor": "unknown", "citations": [each]} for each in made]
        return {"status": "answered" if told else "not_found", "statements": told}

    def _gold(self, question: str) -> tuple[GoldQuote, ...]:
        known: Question | None = self._asked.get(question)
        return known.gold if known else ()

    def _quote(self, gold: GoldQuote) -> dict[str, object]:
        """The quote where it stands in the canonical text; its whole item where it is not found."""
        text, start, end = self._places.find(gold)
        return {
            "document": gold.document,
            "item": gold.unit,
            "start": start,
            "end": end,
            "quote": text[start:end],
        }

    @cached_property
    def _places(self) -> Places:
        library = self._assistant.library
        texts = {entry.id: library.document(entry.id).text for entry in library.documents()}
        items = {
            (name, item.path): (item.span.start, item.span.end)
            for name in texts
            for item in library.items(name)
        }
        return Places(texts, items)


class Places:
    """Finds quotes in canonical texts, whatever the white space, hyphens and footnote marks."""

    def __init__(
        self, texts: Mapping[str, str], items: Mapping[tuple[str, str], tuple[int, int]]
    ) -> None:
        """texts by document; items: start and end by document and path."""
        self._texts, self._items = texts, items

    def find(self, gold: GoldQuote) -> tuple[str, int, int]:
        """The document's text, and where the quote stands in it; its item where it is not found."""
        text = self._texts[gold.document]
        start, end = self._items.get((gold.document, gold.unit), (0, 0))
        if start == end:  # the product has no such item, or gives its text to another
            start, end = 0, len(text)
        for wanted in (gold.quote, drop_marks(gold.quote)):
            found = _pattern(wanted).search(text, start, end)
            if found:
                return text, found.start(), found.end()
        return text, start, end


def _pattern(quote: str) -> re.Pattern[str]:
    """The quote with any white space and hyphens in it, and footnote marks behind its words."""
    spelt = (_GAP.join(map(re.escape, squash(word))) for word in quote.split())
    return re.compile(rf"(?:\d{{1,3}})?{_GAP}".join(word for word in spelt if word))
