"""The styles of a DOCX: what a paragraph's or a run's style says of level, emphasis and size.

Knows: inheritance between styles. Does not know: the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_HEADING = re.compile(r"(?:heading|kop|kopje|titre|überschrift)\s*(\d)", re.I)
_TITLE = re.compile(r"title|titel", re.I)
_CONTENTS = re.compile(r"(?:toc|inhopg|inhoudsopgave)\s*\d", re.I)
_ANCESTORS = 20  # styles based on styles; a ring of them ends here


@dataclass(frozen=True, slots=True)
class Look:
    """How letters are set; None where it is left to what lies above (style, defaults)."""

    emphasis: bool | None = None
    hidden: bool | None = None
    size: float | None = None

    def over(self, below: Look) -> Look:
        """This look, with `below` where it says nothing."""
        return Look(
            below.emphasis if self.emphasis is None else self.emphasis,
            below.hidden if self.hidden is None else self.hidden,
            below.size if self.size is None else self.size,
        )


def value(parent: Element | None, tag: str) -> str | None:
    """The `val` of a child of `parent`, if it is there and has one."""
    child = None if parent is None else parent.find(tag)
    return None if child is None else child.get("val")


def number(parent: Element | None, tag: str) -> int | None:
    """The `val` of a child as a whole number; None when there is none."""
    text = value(parent, tag) or ""
    return int(text) if re.fullmatch(r"-?\d{1,9}", text, re.ASCII) else None


def look_of(properties: Element | None) -> Look:
    """The look that a run's own properties (`rPr`) state."""
    if properties is None:
        return Look()
    stated = [on for on in (_switch(properties, "b"), _switch(properties, "i")) if on is not None]
    size = number(properties, "sz")
    return Look(
        any(stated) if stated else None,
        _switch(properties, "vanish"),
        size / 2 if size else None,
    )


def _switch(properties: Element, tag: str) -> bool | None:
    child = properties.find(tag)
    return None if child is None else child.get("val") not in ("0", "false", "off", "none")


class Styles:
    """The styles of one document, by id."""

    def __init__(self, root: Element | None) -> None:
        """`root`: the styles part, None when the file has none."""
        self.by_id: dict[str, Element] = {}
        self.default: str | None = None
        self.ground = Look()
        self.looks: dict[tuple[str | None, str | None], Look] = {}
        if root is None:
            return
        for style in root.iter("style"):
            self.by_id[style.get("styleId", "")] = style
            if style.get("type") == "paragraph" and style.get("default") in ("1", "true", "on"):
                self.default = style.get("styleId")
        self.ground = look_of(root.find("docDefaults/rPrDefault/rPr"))

    def chain(self, style: str | None) -> list[Element]:
        """A style and those it is based on, nearest first."""
        found: list[Element] = []
        while style in self.by_id and len(found) < _ANCESTORS:
            found.append(self.by_id[style])
            style = value(found[-1], "basedOn")
        return found

    def look(self, paragraph: str | None, character: str | None = None) -> Look:
        """The look that a paragraph style and, over it, a character style give."""
        if (paragraph, character) in self.looks:
            return self.looks[paragraph, character]
        look = Look()
        for style in (*self.chain(character), *self.chain(paragraph or self.default)):
            look = look.over(look_of(style.find("rPr")))
        self.looks[paragraph, character] = look.over(self.ground)
        return self.looks[paragraph, character]

    def level(self, style: str | None, properties: Element | None) -> int | None:
        """The heading level (1 is highest): the paragraph's own, else by its style."""
        for bearer in (properties, *(s.find("pPr") for s in self.chain(style))):
            outline = number(bearer, "outlineLvl")
            if outline is not None:
                return outline + 1 if 0 <= outline <= 8 else None
        for ancestor in self.chain(style):
            name = value(ancestor, "name") or ""
            heading = _HEADING.fullmatch(name.strip())
            if heading:
                return max(1, int(heading[1]))
            if _TITLE.fullmatch(name.strip()):
                return 1
        return None

    def contents(self, style: str | None) -> bool:
        """True for an entry of the table of contents, which Word makes out of the headings."""
        found = self.by_id.get(style or "")
        return _CONTENTS.fullmatch(value(found, "name") or "") is not None

    def numbering(self, style: str | None) -> tuple[str, Element] | None:
        """The nearest style with numbering, and that numbering (`numPr`)."""
        for ancestor in self.chain(style):
            found = ancestor.find("pPr/numPr")
            if found is not None:
                return ancestor.get("styleId", ""), found
        return None
