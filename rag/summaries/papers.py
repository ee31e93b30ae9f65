"""The items of papers as a summary takes them: with their sentences weighed, none left out.

Knows: which items are parts of another, which agenda items a report tells the outcome of. Does not
know: what is quoted of them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.errors import LibraryRefused
from index.library import Library
from index.nouns import AgendaItem, Document, Kind
from index.outline import LETTER_SECTION
from rag.outcomes.pairing import pairs
from rag.summaries.features import term_items
from rag.summaries.salience import Weighed, weighed, weighed_item
from rag.told import told
from rag.weights import Scorer

# under a numbered item, yet a matter of its own
OWN_MATTER = re.compile(
    r"(?:Raads)?conclusies\b|Raadsaanbeveling|(?:Werk)?(?:lunch|diner|ontbijt)\b|Richtlijn(?:en)?\b|"
    r"Verordening(?:en)?\b|Besluit\b",
    re.I,
)
NEAR = 3  # items that a refusal names


@dataclass(frozen=True, slots=True)
class Matter:
    """An agenda item with a body, and its sentences weighed."""

    document: Document
    item: AgendaItem
    sentences: tuple[Weighed, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Document id and item path."""
        return self.document.id, self.item.path

    @property
    def of_letter(self) -> bool:
        """True for a topic of the letter that goes with a paper."""
        return self.item.section == LETTER_SECTION

    @property
    def planned(self) -> bool:
        """True for what was written before the meeting, as expectation."""
        return self.document.kind == "geannoteerde agenda" and not self.of_letter


def matters(library: Library, document_id: str, by: Scorer | None = None) -> list[Matter]:
    """Every item of a paper that has a body, in order. Raises LibraryRefused for an unknown id.

    by: other weights than the shipped ones.
    """
    document = library.document(document_id)
    items = [item for item in library.items(document_id) if item.span.of(document.text).strip()]
    found = weighed([told(document, item) for item in items], by)
    return [Matter(document, i, tuple(s)) for i, s in zip(items, found, strict=True)]


def family(library: Library, document_id: str, path: str, by: Scorer | None = None) -> list[Matter]:
    """An item and the headings under it that are parts of it, as far as they have a body.

    A heading without one gives its children, and without these its parent. by: other weights than
    the shipped ones. Raises LibraryRefused for an unknown document or item, naming the nearest.
    """
    document, items = library.document(document_id), library.items(document_id)
    item = next((one for one in items if one.path == path), None)
    if item is None:
        raise LibraryRefused(f"{document_id}: has no item {path!r}; {_nearest(path, items)}")
    held = term_items([told(document, one) for one in items])

    def able(some: Sequence[AgendaItem]) -> list[Matter]:
        bodies = [one for one in some if one.span.of(document.text).strip()]
        return [
            Matter(document, i, tuple(weighed_item(told(document, i), held, by))) for i in bodies
        ]

    below = [one for one in items if one.path.startswith(f"{path}/")]
    if item.span.of(document.text).strip():
        return able([item, *(one for one in below if not own_matter(one))])
    above = [one for one in items if path.startswith(f"{one.path}/")]
    return able(below) or able(above[-1:]) or [Matter(document, item, ())]


def told_in_report(
    found: Sequence[Matter], dates: tuple[str, ...]
) -> Mapping[tuple[str, str], Matter]:
    """For agenda items of a meeting the report item on the same subject; dates: the meeting's."""
    by_key = {one.key: one for one in found}
    agendas, reports = (_papers(found, kind) for kind in ("geannoteerde agenda", "verslag"))
    links: dict[tuple[str, str], Matter] = {}
    for pair in pairs(agendas, reports, dates):
        report = by_key.get(pair.report.place.key) if pair.report else None
        if report and pair.agenda:  # "Inzet van het kabinet" goes with the item it stands under
            links |= {(pair.agenda.document.id, item.path): report for item in pair.agenda.items}
    return links


def _papers(found: Sequence[Matter], kind: Kind) -> list[tuple[Document, list[AgendaItem]]]:
    """The papers of one kind with their items that have a body."""
    papers = dict.fromkeys(one.document for one in found if one.document.kind == kind)
    return [(paper, [o.item for o in found if o.document == paper]) for paper in papers]


def own_matter(item: AgendaItem) -> bool:
    """True for conclusions, a lunch, an act: under a number only for want of one of its own."""
    named = OWN_MATTER.match(item.title or "") is not None
    return item.section != LETTER_SECTION and (named or item.tag is not None)


def _nearest(path: str, items: Sequence[AgendaItem]) -> str:
    """The items that look like what was asked for, by path or by title."""
    names = {one.path.casefold(): one.path for one in items}
    names |= {one.title.casefold(): one.path for one in items if one.title}
    near = difflib.get_close_matches(path.casefold(), names, NEAR, 0.4)
    paths = list(dict.fromkeys(names[one] for one in near)) or [one.path for one in items[:NEAR]]
    return f"did you mean {' or '.join(map(repr, paths))}?"
