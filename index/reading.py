"""What the build of one file hands to the library: document, items, passages, embedded texts.

Knows: that everything in a reading is a slice of its document. Does not know: how it was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from index.nouns import AgendaItem, Document, Passage, Span, passage_id


@dataclass(frozen=True, slots=True)
class Reading:
    """One file, read. `embedded[i]` is the text (with its header) that stands for `passages[i]`.

    recipe: what besides the file shaped the passages (their length, the version of the reader);
    a file whose recipe changed is read again although its bytes did not.
    """

    document: Document
    items: tuple[AgendaItem, ...]
    passages: tuple[Passage, ...]
    embedded: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    recipe: str = ""


def prove(reading: Reading) -> None:
    """Raise ValueError unless every item, note and passage is a slice of what it belongs to."""
    document = reading.document
    whole = Span(0, len(document.text))
    if len(reading.embedded) != len(reading.passages):
        raise ValueError(
            f"{document.id}: {len(reading.passages)} passages but "
            f"{len(reading.embedded)} embedded texts"
        )
    items = {item.path: item for item in reading.items}
    if len(items) != len(reading.items):
        raise ValueError(f"{document.id}: two items have the same path")
    for item in reading.items:
        for span in (item.span, *(note.span for note in item.notes)):
            if not whole.holds(span):
                raise ValueError(f"{document.id}: item {item.path} lies outside the text: {span}")
    ordered = [item.span for item in reading.items if len(item.span)]
    if any(after.start < before.end for before, after in pairwise(ordered)):
        raise ValueError(f"{document.id}: its items overlap or stand out of order")
    if len({passage.id for passage in reading.passages}) != len(reading.passages):
        raise ValueError(f"{document.id}: two passages have the same id")
    for passage in reading.passages:
        _prove_passage(passage, document, items.get(passage.item))


def _prove_passage(passage: Passage, document: Document, item: AgendaItem | None) -> None:
    """Raise ValueError unless the passage is a non-empty slice of its item or of a note of it."""
    if passage.document != document.id or passage.id != passage_id(document.id, passage.span):
        raise ValueError(f"passage {passage.id} does not belong to document {document.id}")
    if item is None:
        raise ValueError(f"passage {passage.id} names an item that is not there: {passage.item}")
    homes = [item.span]
    if passage.note is not None:
        homes = [note.span for note in item.notes if note.number == passage.note]
    if not len(passage.span) or not any(home.holds(passage.span) for home in homes):
        raise ValueError(f"passage {passage.id} lies outside item {item.path}")
