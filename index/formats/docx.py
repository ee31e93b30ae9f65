"""DOCX: paragraphs, table rows and notes in document order, as Word shows them.

Knows: blocks (paragraphs, tables, wrappers), where notes are kept. Does not know: pages, which
Word only makes when it prints. Headers, footers and text boxes are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from index.errors import FileRefused
from index.formats.docx_numbering import Numbering
from index.formats.docx_styles import Styles, value
from index.formats.docx_text import Inline
from index.formats.docx_zip import Parts
from index.formats.limits import check_length, names
from index.formats.paragraph import table_row
from index.source import Line, Source

_WRAPPERS = names("sdt sdtContent customXml ins moveTo smartTag AlternateContent Choice")


def read_docx(raw: bytes, name: str) -> Source:
    """The paragraphs of a DOCX. Raises FileRefused: a bomb, damaged, encrypted, no Word file."""
    parts = Parts(raw, name)
    main = parts.main()
    styles = Styles(parts.related(main, "styles"))
    reader = _Reader(styles, Numbering(parts.related(main, "numbering"), styles))
    body = parts.root(main).find("body")
    if body is None:
        raise FileRefused(name, "the DOCX has no text; give a file with text in it")
    lines = list(reader.blocks(body))
    lines += reader.notes(
        {kind: parts.related(main, f"{kind}s") for kind in ("footnote", "endnote")}
    )
    check_length(sum(len(line.text) for line in lines), name)
    return Source("docx", tuple(lines), tuple(_warnings(reader.inline)))


def _warnings(inline: Inline) -> Iterator[str]:
    if inline.hidden:
        yield f"hidden text left out ({inline.hidden} characters)"
    if inline.revised:
        yield "tracked changes: insertions are read, deletions are not"


class _Reader:
    """Reads blocks in order; lists and notes count as it goes."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.inline = Inline(styles)

    def blocks(self, parent: Element, note: int | None = None) -> Iterator[Line]:
        """The lines of the blocks in `parent`; blank paragraphs are left out."""
        for child in parent:
            if child.tag == "p":
                yield from self._lines(child, note)
            elif child.tag == "tbl":
                for row in _inside(child, "tr"):
                    yield from self._row(row, note)
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child, note)

    def notes(self, kept: dict[str, Element | None]) -> Iterator[Line]:
        """The texts of the notes, numbered in the order of their calls."""
        by_id = {
            (kind, note.get("id", "")): note
            for kind, root in kept.items()
            for note in ([] if root is None else root.iter(kind))
        }
        for number, key in enumerate(list(self.inline.notes), start=1):
            if key in by_id:
                yield from self.blocks(by_id[key], number)

    def _lines(self, element: Element, note: int | None) -> list[Line]:
        """The lines of a paragraph: one, but where a line break parts a heading from its text."""
        properties = element.find("pPr")
        style = value(properties, "pStyle") or self.styles.default
        mark = self.numbering.mark(style, properties)
        found = self.inline.paragraph(element)
        if self.styles.contents(style):
            return []
        level = self.styles.level(style, properties) if note is None else None
        return found.lines(f"{mark} " if mark else "", level, note)

    def _row(self, row: Element, note: int | None) -> list[Line]:
        return table_row([list(self.blocks(cell, note)) for cell in _inside(row, "tc")])


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Children of `parent` with a tag, also those inside content controls and revisions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)
