"""A briefing as a Word document with real footnotes.

Knows: the order of its parts, headings, lead words, header and footer. Does not know: how styles
look (`rag.briefing.word_styles`), how footnotes are stored (`rag.briefing.footnotes`), files.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from rag.briefing.footnotes import TAGS, Footnotes
from rag.briefing.lines import DUTCH, Line, line
from rag.briefing.markdown import source_line
from rag.briefing.seen import seen, short
from rag.briefing.word_styles import empty_document
from rag.briefing.words import word
from rag.overviews import Brief, Part

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run as WordRun

_SHORT_HEADER = 90  # characters that fit on the line of a header


def docx(brief: Brief) -> bytes:
    """The bytes of the Word document; each statement has its own footnote, in order."""
    document, notes = empty_document(brief), Footnotes()
    document.add_paragraph(short(brief.title), style="Title")
    if brief.note:
        document.add_paragraph(seen(brief.note), style="Subtitle")
    for part in brief.parts:
        _add_part(document, notes, part, brief)
    if brief.sources:
        document.add_heading(word("sources", brief.language), 1)
        for source in brief.sources:
            document.add_paragraph(seen(source_line(source)), style="List Bullet")
    _edges(document, brief)
    notes.put_in(document)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _add_part(document: Document, notes: Footnotes, part: Part, brief: Brief) -> None:
    """Heading, line and statements of a part, under the groups they have."""
    document.add_heading(seen(part.heading), 1)
    if part.line:
        told = document.add_paragraph(seen(part.line))
        told.paragraph_format.keep_with_next = bool(part.statements)  # no heading alone
    group = ""
    for statement in part.statements:
        if statement.group and statement.group != group:
            group = statement.group
            document.add_heading(seen(group), 2)
        said = line(statement, brief)
        paragraph = document.add_paragraph()
        _set(paragraph, said, brief)
        notes.add(paragraph, said.footnote)


def _set(paragraph: Paragraph, said: Line, brief: Brief) -> None:
    """Who in bold, then the quote between quotation marks, in the language it is in."""
    if said.lead:
        paragraph.add_run(f"{said.lead}: ").bold = True
    text = f"“{said.said.text}”" if said.quoted else said.said.text
    run = paragraph.add_run(text)
    if said.said.language != brief.language:
        _in_language(run, TAGS[DUTCH])
    if said.mark:
        paragraph.add_run(f" [{said.mark}]").italic = True


def _in_language(run: WordRun, tag: str) -> None:
    """Tell spelling checkers and screen readers which language a run is in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    named = OxmlElement("w:lang")
    named.set(qn("w:val"), tag)
    run._r.get_or_add_rPr().append(named)


def _edges(document: Document, brief: Brief) -> None:
    """The page's number below it, and above each but the first the title."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].add_run(short(brief.title, _SHORT_HEADER))
    before, between, after = word("pages", brief.language, page="\n", count="\n").split("\n")
    for edge in (section.first_page_footer, section.footer):
        footer = edge.paragraphs[0]
        footer.add_run(before)
        _field(footer, "PAGE")
        footer.add_run(between)
        _field(footer, "NUMPAGES")
        footer.add_run(after)


def _field(paragraph: Paragraph, name: str) -> None:
    """A value that the reader's program fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", name, "separate", "1", "end"):
        run = paragraph.add_run(kind if kind == "1" else "")
        if kind == name:
            made = OxmlElement("w:instrText")
            made.set(qn("xml:space"), "preserve")
            made.text = f" {name} "
            run._r.append(made)
        elif kind != "1":
            made = OxmlElement("w:fldChar")
            made.set(qn("w:fldCharType"), kind)
            run._r.append(made)
