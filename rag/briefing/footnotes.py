"""Footnotes of a Word document: the part that python-docx has no interface for.

Knows: WordprocessingML of footnotes (the part, its separators, its styles, the references to it).
Does not know: what stands in a footnote.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rag.briefing.lines import Run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

TEXT_STYLE, REFERENCE_STYLE = "FootnoteText", "FootnoteReference"
TAGS = {"nl": "nl-NL", "en": "en-GB"}
_PART = "/word/footnotes.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


class Footnotes:
    """The footnotes of one document, numbered from 1; `put_in` must be called at the end."""

    def __init__(self) -> None:
        self.root = _made("footnotes")
        self.count = 0
        for number, kind in _SEPARATORS:
            note = _add(self.root, "footnote", type=kind, id=number)
            paragraph = _add(note, "p")
            _add(_add(paragraph, "pPr"), "spacing", after="0", line="240", lineRule="auto")
            _add(_add(paragraph, "r"), kind)

    def add(self, paragraph: Paragraph, runs: Sequence[Run]) -> None:
        """A footnote that is called at the end of `paragraph`."""
        self.count += 1
        called = _add(paragraph._p, "r")
        _add(_add(called, "rPr"), "rStyle", val=REFERENCE_STYLE)
        _add(called, "footnoteReference", id=str(self.count))
        text = _add(_add(self.root, "footnote", id=str(self.count)), "p")
        _add(_add(text, "pPr"), "pStyle", val=TEXT_STYLE)
        number = _add(text, "r")
        _add(_add(number, "rPr"), "rStyle", val=REFERENCE_STYLE)
        _add(number, "footnoteRef")
        _add_text(text, " ", "")
        for run in runs:
            _add_text(text, run.text, TAGS[run.language])

    def put_in(self, document: Document) -> None:
        """Make the part, and tell the document's settings of the separators."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart
        from docx.oxml.ns import qn

        package = document.part.package
        part = XmlPart(PackURI(_PART), _TYPE, self.root, package)
        document.part.relate_to(part, _RELATION)
        told = _made("footnotePr")
        for number, _ in _SEPARATORS:
            _add(told, "footnote", id=number)
        settings = document.settings.element
        after = settings.find(qn("w:compat"))  # the order of settings is laid down
        if after is None:
            settings.append(told)
        else:
            after.addprevious(told)


def _made(tag: str, **values: str) -> BaseOxmlElement:
    """An element of WordprocessingML with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    return OxmlElement(f"w:{tag}", {qn(f"w:{key}"): said for key, said in values.items()})


def _add(under: BaseOxmlElement, tag: str, **values: str) -> BaseOxmlElement:
    """A new element at the end of `under`."""
    made = _made(tag, **values)
    under.append(made)
    return made


def _add_text(paragraph: BaseOxmlElement, text: str, language: str) -> None:
    """A run of text whose blanks at the ends count."""
    from docx.oxml.ns import qn

    run = _add(paragraph, "r")
    if language:
        _add(_add(run, "rPr"), "lang", val=language)
    made = _add(run, "t")
    made.set(qn("xml:space"), "preserve")
    made.text = text
