"""The true outline of a specimen paper, in the form in which annotators write `structure.json`.

Knows: which block belongs to which unit. Does not know: formats, or what the reader makes of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypedDict

from index.errors import FileRefused
from index.specimen.blocks import Block, SpecimenPaper

EDGE_WORDS = 8
SECTIONS = {"justitie": "Justitie", "binnenlandse zaken": "Binnenlandse Zaken"}


class GoldUnit(TypedDict):
    """One unit: `id` is its path; first and last words are of its body, empty without a body."""

    id: str
    section: str | None
    number: str | None
    title: str | None
    tag: str | None
    first_words: str
    last_words: str
    footnotes: list[int]


class Gold(TypedDict):
    """What a paper says about itself, and its units in order; None where it does not say."""

    kind: str
    meeting_dates: list[str]
    place: str | None
    formality: str | None
    kamerstuk: str | None
    chamber: str | None
    letter_date: str | None
    presidency: str | None
    units: list[GoldUnit]


@dataclass(slots=True)
class _Unit:
    section: str | None
    number: str | None = None
    title: str | None = None
    parent: _Unit | None = None
    called: list[int] = field(default_factory=list)  # footnotes called in the heading
    tag: str | None = None
    body: list[Block] = field(default_factory=list)

    @property
    def path(self) -> str:
        """Section or parent, then number, or title where there is no number."""
        own = (self.number or self.title or "Aanhef").replace("/", "\u2215")
        above = self.section if self.parent is None else self.parent.path
        return own if above is None else f"{above}/{own}"

    def told(self, path: str) -> GoldUnit:
        """This unit as annotators write it, under `path`."""
        words = " ".join(block.printed for block in self.body).split()
        return GoldUnit(
            id=path,
            section=self.section,
            number=self.number,
            title=self.title,
            tag=self.tag,
            first_words=" ".join(words[:EDGE_WORDS]),
            last_words=" ".join(words[-EDGE_WORDS:]),
            footnotes=self.called + [number for block in self.body for _, number in block.calls],
        )


def gold(paper: SpecimenPaper) -> Gold:
    """The true outline of `paper`; raises FileRefused for a sub-item or sub-heading in no item."""
    units = _units(paper)
    _share_bodies(units)
    return Gold(
        kind=paper.kind,
        meeting_dates=list(paper.meeting_dates),
        place=paper.place,
        formality=paper.formality,
        kamerstuk=paper.kamerstuk,
        chamber=paper.chamber,
        letter_date=paper.letter_date,
        presidency=paper.presidency,
        units=[unit.told(path) for unit, path in _distinct(units)],
    )


def _units(paper: SpecimenPaper) -> list[_Unit]:
    """Units in order; text that stands above the first heading of its part becomes an opening."""
    units: list[_Unit] = []
    section = "Brief" if any(block.kind == "masthead" for block in paper.blocks) else None
    item: _Unit | None = None
    holder: _Unit | None = None  # what a sub-heading belongs to: the latest item or sub-item
    for block in paper.blocks:
        if block.kind in ("title", "section"):
            section = SECTIONS.get(block.text.casefold(), block.text)
            section = None if block.kind == "title" else section
            item = holder = None
        elif block.kind in ("topic", "item"):
            item = holder = _heading(block, section, None)
            units.append(item)
        elif block.kind in ("sub-item", "sub-heading"):
            parent = item if block.kind == "sub-item" else holder
            if parent is None:
                raise FileRefused(paper.name, f"{block.kind} {block.text!r} stands in no item")
            units.append(_heading(block, section, parent))
            holder = units[-1] if block.kind == "sub-item" else holder
        elif block.kind not in ("masthead", "signature"):
            if holder is None:
                holder = _Unit(section)
                units.append(holder)
            _fill(units[-1], block)
    return units


def _heading(block: Block, section: str | None, parent: _Unit | None) -> _Unit:
    called = [number for _, number in block.calls]
    return _Unit(section, block.number, block.text, parent, called)


def _fill(unit: _Unit, block: Block) -> None:
    if block.kind == "tag":
        unit.tag = block.text
        unit.called += [number for _, number in block.calls]
    else:
        unit.body.append(block)


def _share_bodies(units: list[_Unit]) -> None:
    """A body that follows a list of bare sub-items is the parent's, with the one tag above it."""
    for item in units:
        subs = [unit for unit in units if unit.parent is item and unit.number]
        if item.body or len(subs) < 2 or any(sub.body for sub in subs[:-1]):
            continue
        last = subs[-1]
        if last.body:
            item.body, last.body = last.body, []
            if item.tag is None and not any(sub.tag for sub in subs[:-1]):
                item.tag, last.tag = last.tag, None
            for unit in units:
                unit.parent = item if unit.parent is last else unit.parent


def _distinct(units: list[_Unit]) -> Iterator[tuple[_Unit, str]]:
    """Each unit with its path; an equal path later on gets ` (2)`, and so does what is under it."""
    paths: dict[int, str] = {}
    taken: set[str] = set()
    for unit in units:
        path = unit.path
        if unit.parent is not None:
            path = paths[id(unit.parent)] + path[len(unit.parent.path) :]
        count = 1
        while (path if count == 1 else f"{path} ({count})") in taken:
            count += 1
        path = path if count == 1 else f"{path} ({count})"
        taken.add(path)
        paths[id(unit)] = path
        yield unit, path
