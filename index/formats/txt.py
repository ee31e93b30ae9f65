"""Plain text, also what PDF-to-text programs leave: printed lines, form feeds between pages.

Knows: lines and pages of a text file. Does not know: which lines belong together.
"""

from __future__ import annotations

from index.errors import FileRefused
from index.formats.characters import decode, hidden_warnings, tidy
from index.formats.limits import MAX_TEXT_BYTES, check_length
from index.source import Line, Source


def read_txt(raw: bytes, name: str) -> Source:
    """The lines of a text file, leading blanks kept. Raises FileRefused when it is too long.

    Pages are numbered only where the file has form feeds.
    """
    if len(raw) > MAX_TEXT_BYTES:
        raise FileRefused(name, "holds too much text for one paper; split it into smaller files")
    decoded, warnings = decode(raw)
    check_length(len(decoded), name)
    text = tidy(decoded)
    pages = text.split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    numbered = "\f" in text
    lines = [
        Line(line.rstrip(), page=number if numbered else None)
        for number, page in enumerate(pages, start=1)
        for line in page.removesuffix("\n").split("\n")
    ]
    return Source("txt", tuple(lines), warnings + hidden_warnings(decoded))
