"""Writes a specimen paper as a Word document with real footnotes, styles, header and footer.

Knows: python-docx, and the footnotes part that it has no functions for. Does not know: pages
(Word makes them), the other formats.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from index.specimen.blocks import Block, BlockKind, SpecimenPaper

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

WHEN = datetime(2025, 1, 1)  # one date for every paper, so that the bytes never change
STYLES: dict[BlockKind, str] = {
    "title": "Title",
    "section": "Heading 1",
    "topic": "Heading 2",
    "item": "Heading 2",
    "sub-item": "Heading 3",
    "sub-heading": "Heading 3",
}
SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
    for at, kind, mark in (
        (-1, "separator", "separator"),
        (0, "continuationSeparator", "continuationSeparator"),
    )
)
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def to_docx(paper: SpecimenPaper, styled: bool) -> bytes:
    """`paper` as DOCX. styled: headings have heading styles; else they are set bold or italic."""
    word = Document()
    word.core_properties.title = paper.title
    word.core_properties.author = "Raadpleeg"
    word.core_properties.created = word.core_properties.modified = WHEN
    _furniture(word, paper)
    word.add_paragraph(paper.notice)
    for block in paper.blocks:
        _add(word, block, styled)
    if paper.notes:
        _add_notes(word, paper.notes)
    written = io.BytesIO()
    word.save(written)
    return _undated(written.getvalue())


def _furniture(word: Word, paper: SpecimenPaper) -> None:
    """Header and footer: words that stand on every page and belong to no item."""
    section = word.sections[0]
    section.header.paragraphs[0].text = "Specimen voor Raadpleeg"
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{paper.footer or paper.kind} ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)


def _add(word: Word, block: Block, styled: bool) -> None:
    heading = STYLES.get(block.kind)
    style = "List Bullet" if block.kind == "bullet" else heading if styled else None
    paragraph = word.add_paragraph(style=style)
    last = 0
    for offset, number in block.printed_calls:
        paragraph.add_run(block.printed[last:offset])
        _call(paragraph, number)
        last = offset
    paragraph.add_run(block.printed[last:])
    if heading and not styled:
        for run in paragraph.runs:
            run.bold = block.kind != "sub-heading"
            run.italic = block.kind == "sub-heading"


def _call(paragraph: Paragraph, number: int) -> None:
    """A raised reference to footnote `number`; Word prints the number itself."""
    run = paragraph.add_run()
    run.font.superscript = True
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)


def _add_notes(word: Word, notes: tuple[str, ...]) -> None:
    """The part `word/footnotes.xml`, which python-docx does not write."""
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    texts = "".join(
        f'<w:footnote w:id="{number}"><w:p>{raised}'
        f'<w:r><w:t xml:space="preserve"> {escape(text, quote=False)}</w:t></w:r>'
        "</w:p></w:footnote>"
        for number, text in enumerate(notes, start=1)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:footnotes xmlns:w="{NAMESPACE}">{SEPARATORS}{texts}</w:footnotes>'
    )
    uri = PackURI("/word/footnotes.xml")
    part = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _undated(archive: bytes) -> bytes:
    """The same archive with one fixed date on every member."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as dated, zipfile.ZipFile(written, "w") as undated:
        for name in dated.namelist():
            member = zipfile.ZipInfo(name, date_time=WHEN.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            undated.writestr(member, dated.read(name))
    return written.getvalue()
