"""The text of a DOCX paragraph: its runs, without what Word does not print.

Knows: runs, fields, revisions, breaks, hidden text, footnote references. Does not know: styles'
inheritance (`docx_styles`), lists, tables, where notes are kept.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from index.formats.docx_styles import Styles, look_of, value
from index.formats.limits import names
from index.formats.paragraph import Paragraph

_THROUGH = names(
    "hyperlink ins moveTo smartTag sdt sdtContent fldSimple customXml dir bdo oMath oMathPara"
    " r AlternateContent Choice ruby rubyBase"
)
_MATHS = names("f num den sSup sSub e sup sub rad deg nary d m mr func fName")
_AS_TEXT = {
    "tab": " ",
    "ptab": " ",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}


class Inline:
    """Turns the inside of paragraphs into text, numbering notes in the order of their calls."""

    def __init__(self, styles: Styles) -> None:
        """Starts with no note called and no field open."""
        self.styles = styles
        self.notes: list[tuple[str, str]] = []  # (footnote or endnote, its id): note n is n - 1
        self.hidden = 0
        self.revised = 0
        self.fields: list[bool] = []  # for each open field: is its result reached?

    def paragraph(self, element: Element) -> Paragraph:
        """The text of a `p`."""
        found = Paragraph()
        style = value(element.find("pPr"), "pStyle")
        self.fields.clear()  # one that never ends must not swallow the paper
        self._walk(element, found, style)
        return found

    def _walk(self, element: Element, found: Paragraph, style: str | None) -> None:
        for child in element:
            if child.tag == "r":
                self._run(child, found, style)
            elif child.tag in ("del", "moveFrom"):
                self.revised += 1
            elif child.tag in _THROUGH or child.tag in _MATHS:
                self._walk(child, found, style)

    def _run(self, run: Element, found: Paragraph, style: str | None) -> None:
        properties = run.find("rPr")
        look = look_of(properties).over(self.styles.look(style, value(properties, "rStyle")))
        for child in run:
            if child.tag == "fldChar":
                self._field(child.get("fldCharType"))
            elif not all(self.fields):
                continue
            elif look.hidden:
                self.hidden += len(child.text or "") if child.tag == "t" else 0
            elif child.tag == "t":
                found.put(child.text or "", look.emphasis is True, look.size)
            elif child.tag in ("AlternateContent", "ruby"):
                self._walk(child, found, style)
            else:
                self._sign(child, found)

    def _sign(self, element: Element, found: Paragraph) -> None:
        """What a run holds besides its letters: tabs, breaks, symbols, calls of notes."""
        if element.tag in _AS_TEXT:
            found.put(_AS_TEXT[element.tag])
        elif element.tag in ("br", "cr"):
            found.broken()
        elif element.tag == "sym":
            found.put(_symbol(element.get("char", "")))
        elif element.tag in ("footnoteReference", "endnoteReference"):
            self.notes.append((element.tag.removesuffix("Reference"), element.get("id", "")))
            found.call(len(self.notes))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()


def _symbol(code: str) -> str:
    """A letter of a symbol font, given in hexadecimal."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
