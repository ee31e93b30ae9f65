"""Which stretch of a paper's own text is a unit: from its first words up to its last.

Knows: the squashed text of a plain-text paper and the edge words that annotators wrote down. Does
not know: our canonical text or outline; this is the check on both.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from eval.compare_text import drop_marks, name_form, squash
from eval.gold_papers import GoldDocument
from eval.source_text import SourceText, read_source


class UnitTexts:
    """The units of papers as stretches of their squashed text."""

    def __init__(self, structure: Mapping[str, GoldDocument], documents: Path) -> None:
        """Finds the edges of all units, in order; a unit whose edges are not found has none."""
        self._sources: dict[str, SourceText | None] = {}
        self._edges: dict[tuple[str, str], tuple[int, int]] = {}
        for file, document in structure.items():
            source = read_source(documents / file)
            self._sources[file] = source
            if source is not None:
                self._find(file, document, source.unmarked)

    def holds(self, document: str, unit: str, text: str) -> bool | None:
        """Whether the unit holds `text`; None where its edges are unknown."""
        stretch = self._stretch(document, unit)
        return None if stretch is None else stretch.has(text)

    def tells(self, document: str, unit: str, key: str) -> bool | None:
        """Whether the unit holds the short `key`, whatever the case; None as for `holds`.

        A key through which the foot of a page cuts is not found: keys are chosen free of that.
        """
        stretch = self._stretch(document, unit)
        if stretch is None:
            return None
        return squash(key).casefold() in stretch.unmarked.casefold() or stretch.has(key)

    def _stretch(self, document: str, unit: str) -> SourceText | None:
        source, edges = self._sources.get(document), self._edges.get((document, name_form(unit)))
        if source is None or edges is None:
            return None
        start, end = edges
        borders = tuple(border - start for border in source.borders if start < border <= end)
        text = source.unmarked[start:end]
        return SourceText(text, text, borders)

    def _find(self, file: str, document: GoldDocument, text: str) -> None:
        upto = 0
        for unit in document.units:
            if not unit.has_body:
                continue
            first, last = (squash(drop_marks(w)) for w in (unit.first_words, unit.last_words))
            start = text.find(first, upto)
            ended = text.find(last, start) if start >= 0 else -1
            if ended < 0:
                continue  # a page's foot cuts through an edge
            self._edges[file, name_form(unit.id)] = (start, ended + len(last))
            upto = start + 1
