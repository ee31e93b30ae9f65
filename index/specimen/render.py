"""Renders a specimen paper in any format that the readers read; the same paper, the same bytes.

Knows: which writer makes which format. Does not know: how; each writer (and its library) is
loaded when it is asked for.
"""

from __future__ import annotations

from typing import Literal, get_args
from zlib import crc32

from index.specimen.blocks import SpecimenPaper

Format = Literal["txt", "docx", "html", "pdf", "xml"]
FORMATS: tuple[Format, ...] = get_args(Format)


def render(paper: SpecimenPaper, made: Format, styled: bool | None = None) -> bytes:
    """The bytes of `paper` as a file of format `made`.

    styled (DOCX only): headings by heading style, or merely bold; None: about half of the papers
    either way, settled by the paper's name. Raises FileRefused for a character that the PDF
    fonts lack.
    """
    if made == "docx":
        from index.specimen.to_docx import to_docx

        by_name = crc32(paper.name.encode()) % 2 == 0
        return to_docx(paper, by_name if styled is None else styled)
    if made == "pdf":
        from index.specimen.to_pdf import to_pdf

        return to_pdf(paper)
    if made == "html":
        from index.specimen.to_html import to_html

        return to_html(paper)
    if made == "xml":
        from index.specimen.to_xml import to_xml

        return to_xml(paper)
    from index.specimen.to_txt import to_txt

    return to_txt(paper)
