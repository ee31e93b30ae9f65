"""Writes a specimen paper as the web page of a publisher: headings, linked footnotes, and noise.

Knows: which element each block becomes. Does not know: pages (there are none), the other formats.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from index.specimen.blocks import Block, BlockKind, SpecimenPaper

ELEMENTS: dict[BlockKind, str] = {
    "title": "h1",
    "section": "h2",
    "topic": "h3",
    "item": "h3",
    "sub-item": "h4",
    "sub-heading": "h4",
    "enumeration": "p",
    "bullet": "li",
}
NOISE = "<script>var bezoek = {{pagina: '{}', gemeten: true}};</script>"
MENU = '<nav><ul><li><a href="/">Start</a></li><li><a href="/zoeken">Zoeken</a></li></ul></nav>'
FOOT = "<footer><p>Over deze site</p><script>document.title += ' ';</script></footer>"


def to_html(paper: SpecimenPaper) -> bytes:
    """`paper` as an HTML 5 page in UTF-8; its notice is the first text of the body."""
    name = escape(paper.name)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="nl">',
        f'<head><meta charset="utf-8"><title>{escape(paper.title)}</title>',
        "<style>p { max-width: 40em }</style>",
        NOISE.format(name) + "</head>",
        "<body>",
        f'<p class="specimen">{escape(paper.notice)}</p>',
        MENU,
        "<main>",
        *_elements(paper),
        "</main>",
        *_notes(paper),
        FOOT,
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _elements(paper: SpecimenPaper) -> Iterator[str]:
    for kind, together in groupby(paper.blocks, key=lambda block: block.kind):
        listed = kind == "bullet"
        if listed:
            yield "<ul>"
        for block in together:
            element = ELEMENTS.get(kind, "p")
            given = "" if kind in ELEMENTS else f' class="{kind}"'
            yield f"<{element}{given}>{_linked(block)}</{element}>"
        if listed:
            yield "</ul>"


def _linked(block: Block) -> str:
    """The block's words, each footnote call a raised link to its text."""
    pieces, last = [], 0
    for offset, number in block.printed_calls:
        pieces.append(escape(block.printed[last:offset], quote=False))
        pieces.append(f'<sup><a id="aanroep-{number}" href="#noot-{number}">{number}</a></sup>')
        last = offset
    return "".join(pieces) + escape(block.printed[last:], quote=False)


def _notes(paper: SpecimenPaper) -> Iterator[str]:
    if not paper.notes:
        return
    yield '<section class="noten"><ol>'
    for number, text in enumerate(paper.notes, start=1):
        back = f'<a href="#aanroep-{number}">↩</a>'
        yield f'<li id="noot-{number}">{escape(text, quote=False)} {back}</li>'
    yield "</ol></section>"
