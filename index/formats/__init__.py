"""The formats: from a file of any kind read here to a Source of lines.

Knows: which reader reads which kind. Does not know: how they do it, nor what becomes of the
lines. Each reader is imported when it is first needed, so that importing this costs nothing.
"""

from __future__ import annotations

from pathlib import Path

from index.errors import FileRefused
from index.formats.detect import SUFFIXES, Format, read_file
from index.formats.limits import check_length
from index.source import Source

__all__ = ["SUFFIXES", "extract", "readable"]


def readable(path: Path) -> bool:
    """True when the suffix is one of ours; says nothing about what is in the file."""
    return path.suffix.lower() in SUFFIXES


def extract(path: Path, name: str | None = None) -> Source:
    """The lines of a file; `name` is what messages call it (the file's name unless given).

    Raises FileRefused, and nothing else, for whatever is wrong with the file.
    """
    called = name or path.name
    kind, raw = read_file(path, called)
    source = _read(kind, raw, called)
    check_length(sum(len(line.text) + 1 for line in source.lines), called)
    if not any(line.text.strip() for line in source.lines):
        raise FileRefused(called, "holds no text; give a file with text in it")
    return source


def _read(kind: Format, raw: bytes, name: str) -> Source:
    if kind == "txt":
        from index.formats.txt import read_txt

        return read_txt(raw, name)
    if kind == "pdf":
        from index.formats.pdf import read_pdf

        return read_pdf(raw, name)
    if kind == "docx":
        from index.formats.docx import read_docx

        return read_docx(raw, name)
    if kind == "html":
        from index.formats.html import read_html

        return read_html(raw, name)
    from index.formats.xml import read_xml

    return read_xml(raw, name)
