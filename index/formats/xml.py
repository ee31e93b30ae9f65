"""XML of the official Dutch publications: Kamerstukken, Handelingen, Kamervragen.

Knows: which elements print as headings, speakers, lists, notes. Does not know: what they are
about. Elements it has never met are read as what they look like: blocks of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from index.errors import FileRefused
from index.formats.characters import hidden_warnings
from index.formats.limits import MAX_CALL, MAX_TEXT_BYTES, check_length, names
from index.formats.paragraph import Paragraph, table_row
from index.formats.trees import parse_xml
from index.source import Line, Source

_SKIPPED = names("metadata meta plaatje illustratie colspec noot.lijst thead-rule")
_INLINE = names(
    "nadruk extref intref sup inf noot voorvoegsels naam achternaam voornaam politiek b i em"
    " strong u a span br nl spatie unl ondlijn vet cur ref bron"
)
_NAMES = names("voorvoegsels naam achternaam voornaam label nr titel subtitel li.nr")
_HEADED = names("divisie hoofdstuk paragraaf artikel bijlage titeldeel afdeling")
_NUMBERS = frozenset(("li.nr", "noot.nr"))  # printed before their block, not in it
_ROWS = frozenset(("row", "tr"))
_BOLD = frozenset(("spreker", "nr", "kop", "vergadering-nummer", "dossier"))
_TUSSENKOP = {"vet": 2, "cur": 3, "ondlijn": 3, "rom": 4}
_EMPHASIS = names("vet cur vet-cur b i em strong")


def read_xml(raw: bytes, name: str) -> Source:
    """The text of an XML file, notes at its end. Raises FileRefused: broken, too deep, a DTD."""
    if len(raw) > MAX_TEXT_BYTES:
        raise FileRefused(name, "holds too much for one paper; split it into smaller files")
    root, warnings = parse_xml(raw, name)
    for element in root.iter():
        element.tag = element.tag.lower()
    reader = _Reader()
    lines = list(reader.blocks(root, _Place()))
    # a note inside a note is called while notes are written, so the list may grow
    for number, note in reader.notes:
        texts = [child for child in note if child.tag != "noot.nr"]
        for part in [note] if _is_paragraph(note) else texts:
            lines += reader.paragraph(part, _Place(note=number))
    check_length(sum(len(line.text) for line in lines), name)
    text = "".join(root.itertext())
    return Source("xml", tuple(lines), warnings + hidden_warnings(text))


@dataclass(slots=True)
class _Place:
    """Where a block stands. `mark` is a list number waiting for the first paragraph after it."""

    nesting: int = 0
    mark: list[str] = field(default_factory=list)
    note: int | None = None


class _Reader:
    """Reads blocks in order and gathers the notes that they call."""

    def __init__(self) -> None:
        self.notes: list[tuple[int, Element]] = []
        self.taken: set[int] = set()
        self.highest = 0

    def blocks(self, element: Element, place: _Place) -> Iterator[Line]:
        """The lines of an element: one when it is a paragraph, else those of its children."""
        tag = element.tag
        if tag in _SKIPPED:
            return
        if tag in _ROWS:
            yield from table_row([list(self.blocks(cell, _Place())) for cell in element])
        elif tag in ("kop", "dossier", "stuknr") or _is_paragraph(element):
            yield from self.paragraph(element, place)
        elif tag in ("agendapunt", "opening", "sluiting"):
            yield from self._agenda_item(element, place)
        elif tag == "stuk":
            yield from self._paper(element, place)
        elif tag == "li":
            yield from self._list_item(element, place)
        else:
            inner = replace(place, nesting=place.nesting + (tag in _HEADED))
            for child in element:
                yield from self.blocks(child, inner)

    def paragraph(self, element: Element, place: _Place) -> list[Line]:
        """An element as one paragraph, a heading when its name says so."""
        found = Paragraph()
        self._inline(element, found, False)
        lines = found.lines(
            place.mark.pop() if place.mark else "", _level(element, place), place.note
        )
        strong = element.tag in _BOLD
        return [replace(one, bold=one.bold or strong or one.level is not None) for one in lines]

    def _agenda_item(self, element: Element, place: _Place) -> Iterator[Line]:
        """An item of a debate: its number and title as one heading, then what was said."""
        number, title = _plain(element.find("nr")), _plain(element.find("item-titel"))
        title = title or (element.tag.capitalize() if element.tag != "agendapunt" else "")
        heading = f"{number}. {title}" if number and title else number or title
        if heading:
            yield Line(heading, level=1, bold=True, whole=True)
        for child in element:
            if child.tag not in ("nr", "item-titel"):
                yield from self.blocks(child, place)

    def _paper(self, element: Element, place: _Place) -> Iterator[Line]:
        """A parliamentary paper: its number and title on one line, as they are printed."""
        number, title = _plain(element.find("stuknr")), _plain(element.find("titel"))
        if number and re.fullmatch(r"\d+", number):
            number = f"Nr. {number}"
        heading = " ".join(part for part in (number, title) if part)
        if heading:
            yield Line(heading, level=1, bold=True, whole=True)
        for child in element:
            if child.tag not in ("stuknr", "titel"):
                yield from self.blocks(child, place)

    def _list_item(self, element: Element, place: _Place) -> Iterator[Line]:
        mark = _plain(element.find("li.nr")) or "-"
        inner = replace(place, mark=[f"{mark} "])
        if _is_paragraph(element):
            yield from self.paragraph(element, inner)
            return
        for child in element:
            if child.tag != "li.nr":
                yield from self.blocks(child, inner)

    def _inline(self, element: Element, found: Paragraph, emphasis: bool) -> None:
        """Put the text of an element; white space around its children may be mere layout."""
        found.closed_up(element.text or "", emphasis)
        for child in element:
            if child.tag == "noot":
                found.text = found.text.rstrip(" ")
                found.call(self._note(child))
            elif child.tag in ("br", "nl"):
                found.broken()
            elif child.tag == "spatie":
                found.space()
            elif child.tag not in _SKIPPED | _NUMBERS:
                if child.tag in _NAMES or child.tag not in _INLINE:
                    found.closed_up(" ")
                strong = child.get("type", child.tag) in _EMPHASIS
                self._inline(child, found, emphasis or strong)
                if child.tag in _NAMES or child.tag not in _INLINE:
                    found.closed_up(" ")
            found.closed_up(child.tail or "", emphasis)

    def _note(self, element: Element) -> int:
        """Keep a note for the end; its number as printed, else the next."""
        printed = re.sub(r"\D", "", _plain(element.find("noot.nr")))
        number = int(printed[:4]) if printed else 0
        if not 0 < number <= MAX_CALL or number in self.taken:
            number = self.highest + 1
        self.taken.add(number)
        self.highest = max(self.highest, number)
        self.notes.append((number, element))
        return number


def _is_paragraph(element: Element) -> bool:
    """True when an element has text of its own, or nothing but inline elements inside."""
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return True
    return all(child.tag in _INLINE for child in element)


def _level(element: Element, place: _Place) -> int | None:
    """The heading level that an element states."""
    if element.tag == "item-titel":
        return 1
    if element.tag == "tussenkop":
        return _TUSSENKOP.get(element.get("kopopmaak", "vet"), 2)
    return min(place.nesting + 1, 9) if element.tag == "kop" and place.nesting else None


def _plain(element: Element | None) -> str:
    """All text of an element on one line."""
    found = Paragraph()
    if element is not None:
        for piece in element.itertext():
            found.closed_up(piece)
    return found.text.strip()
