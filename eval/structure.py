"""Scores outlines: are the items of a paper found, bounded, titled, tagged and noted right?

Knows: gold units and outlines. Does not know: how an outline is made.
A gold unit and an item are paired one to one; what is missing counts as wrong in every figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eval.compare_text import ends, name_form, same, squash, starts
from eval.gold_papers import GoldDocument, Unit
from eval.handed_in import Outline, OutlineHead, OutlineItem
from eval.intervals import Figure, ratio, share

FIELDS = ("kind", "meeting_dates", "place", "kamerstuk", "chamber", "letter_date", "presidency")


@dataclass(frozen=True, slots=True)
class PairedUnit:
    """A gold unit with the item that stands for it, if any."""

    document: str
    unit: Unit
    item: OutlineItem | None

    @property
    def right(self) -> bool:
        """Section, number and first words agree (title, for a heading without a body)."""
        return self.item is not None and is_right(self.unit, self.item)

    @property
    def ends_right(self) -> bool:
        """The last words agree; for a heading without a body, the item has none either."""
        if self.item is None:
            return False
        if not self.unit.has_body:
            return not squash(self.item.text)
        return ends(self.item.text, self.unit.last_words)

    @property
    def title_right(self) -> bool:
        """The titles agree, None with None."""
        return self.item is not None and same(self.unit.title, self.item.title)

    @property
    def tag_right(self) -> bool:
        """The tags agree, None with None."""
        return self.item is not None and same(self.unit.tag, self.item.tag)

    @property
    def notes(self) -> frozenset[int]:
        """The numbers of the footnotes that the item calls."""
        return frozenset(note.number for note in self.item.notes) if self.item else frozenset()


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A gold document beside its outline: pairs in gold order, and the items left over."""

    file: str
    gold: GoldDocument
    head: OutlineHead | None
    pairs: tuple[PairedUnit, ...]
    extra: tuple[OutlineItem, ...]


def is_right(unit: Unit, item: OutlineItem) -> bool:
    """True when `item` is `unit`: section, number, and first words (or title without a body)."""
    if not _same_place(unit, item):
        return False
    if not unit.has_body:
        return same(unit.title, item.title)
    return starts(item.text, unit.first_words)


def pair(file: str, gold: GoldDocument, outline: Outline | None) -> ReadPaper:
    """Pairs units with items one to one: by path, else by number and title in the section.

    Right pairs go first, so that a wrong item of the same name takes no right one's place.
    """
    items = list(outline.items) if outline else []
    found: dict[str, OutlineItem] = {}
    for belongs in (_right_and_named, is_right, _same_path, _same_heading, _same_opening):
        for unit in gold.units:
            if unit.id in found:
                continue
            at = next((i for i, item in enumerate(items) if belongs(unit, item)), None)
            if at is not None:
                found[unit.id] = items.pop(at)
    pairs = tuple(PairedUnit(file, unit, found.get(unit.id)) for unit in gold.units)
    return ReadPaper(file, gold, outline.document if outline else None, pairs, tuple(items))


def pair_all(
    gold: Mapping[str, GoldDocument], outlines: Mapping[str, Outline]
) -> tuple[ReadPaper, ...]:
    """Every gold document beside its outline; one without an outline misses all its units."""
    return tuple(pair(file, document, outlines.get(file)) for file, document in gold.items())


def structure_figures(papers: Iterable[ReadPaper]) -> tuple[Figure, ...]:
    """The figures over all papers together.

    precision = right items / items; recall = right units / units; F1 = 2 right / (items + units),
    its interval drawn over pairs and extra items. Ends, titles, tags: right / all units.
    Metadata: right / (papers x fields), where null must be null. Footnotes: gold notes at their
    item / gold notes.
    """
    papers = tuple(papers)
    pairs = [pair for paper in papers for pair in paper.pairs]
    extra = sum(len(paper.extra) for paper in papers)
    right = [pair.right for pair in pairs]
    sides = [1.0 + (pair.item is not None) for pair in pairs] + [1.0] * extra
    notes = [n in pair.notes for pair in pairs for n in pair.unit.footnotes]
    attached = [n in pair.unit.footnotes for pair in pairs for n in sorted(pair.notes)]
    attached += [False for paper in papers for item in paper.extra for _ in item.notes]
    metadata = [ok for paper in papers for ok in fields_right(paper).values()]
    bodies = [pair for pair in pairs if pair.unit.has_body]
    tagged = [pair for pair in pairs if pair.unit.tag is not None]
    return (
        share("item precision", [p.right for p in pairs if p.item] + [False] * extra),
        share("item recall", right),
        ratio("item F1", [2.0 * r for r in right] + [0.0] * extra, sides),
        share("item ends", [pair.ends_right for pair in pairs]),
        share("item ends (with a body)", [pair.ends_right for pair in bodies]),
        share("titles", [pair.title_right for pair in pairs]),
        share("tags", [pair.tag_right for pair in pairs]),
        share("tags (where there is one)", [pair.tag_right for pair in tagged]),
        share("metadata", metadata),
        share("formality", [_formality_right(paper) for paper in papers]),
        share("footnotes at their item", notes),
        share("footnotes that belong there", attached),
    )


def fields_right(paper: ReadPaper) -> Mapping[str, bool]:
    """For each metadata field whether it agrees; all False without an outline."""
    head = paper.head
    if head is None:
        return dict.fromkeys(FIELDS, False)
    text = {
        field: same(getattr(paper.gold, field), getattr(head, field))
        for field in FIELDS
        if field != "meeting_dates"
    }
    dates = {"meeting_dates": paper.gold.meeting_dates == head.meeting_dates}
    return {field: (text | dates)[field] for field in FIELDS}


def _formality_right(paper: ReadPaper) -> bool:
    return paper.head is not None and same(paper.gold.formality, paper.head.formality)


def _same_place(unit: Unit, item: OutlineItem) -> bool:
    sections = (name_form(unit.section or ""), name_form(item.section or ""))
    return sections[0] == sections[1] and unit.number == item.number


def _same_path(unit: Unit, item: OutlineItem) -> bool:
    return name_form(unit.id) == name_form(item.path)


def _same_heading(unit: Unit, item: OutlineItem) -> bool:
    return _same_place(unit, item) and same(unit.title, item.title)


def _same_opening(unit: Unit, item: OutlineItem) -> bool:
    return unit.has_body and starts(item.text, unit.first_words)


def _right_and_named(unit: Unit, item: OutlineItem) -> bool:
    return _same_path(unit, item) and is_right(unit, item)
