"""Writes a specimen paper in the XML family of the official Dutch publications (`kamerstuk`).

Knows: the element names of that schema. Does not know: pages (there are none), the other formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from index.specimen.blocks import Block, SpecimenPaper

BOLD = ("topic", "title", "section", "item", "sub-item")
DOSSIER = re.compile(r"(\d{2} \d{3}) (.+)")
NUMBERED = re.compile(r"(Nr\.) (\d+) (.+)")


def to_xml(paper: SpecimenPaper) -> bytes:
    """`paper` as UTF-8 XML; its notice is the first line of the head."""
    # Without a letter head the paper's own title is the title of the publication.
    untitled = paper.blocks[:1] if paper.blocks[0].kind == "title" else ()
    head = [block for block in paper.blocks if block.kind == "masthead"]
    rest = paper.blocks[len(head) + len(untitled) :]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<officiele-publicatie>",
        f'<metadata><meta name="DC.title" content="{escape(paper.title)}" /></metadata>',
        "<kamerstuk>",
        "<kamerstukkop>",
        f'<tekstregel inhoud="specimen">{_plain(paper.notice)}</tekstregel>',
        *(f"<tekstregel>{_plain(block.text)}</tekstregel>" for block in head[:2]),
        "</kamerstukkop>",
        *_file(head[2:]),
        *(f"<titel>{_noted(block, paper)}</titel>" for block in untitled),
        '<algemeen><vrije-tekst><tekst status="goed">',
        *(f"<al>{_plain(block.text)}</al>" for block in head[2:] if not _filed(block)),
        *_paragraphs(rest, paper),
        "</tekst></vrije-tekst></algemeen>",
        "</stuk>",
        "</kamerstuk>",
        "</officiele-publicatie>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _plain(text: str) -> str:
    return escape(text, quote=False)


def _filed(block: Block) -> bool:
    """True for a line of the letter head that `_file` writes."""
    return bool(DOSSIER.fullmatch(block.text) or NUMBERED.fullmatch(block.text))


def _file(head: list[Block]) -> Iterator[str]:
    """Dossier (number, title) and the opening of `stuk` (number, title) from the letter head."""
    for block in head:
        if found := DOSSIER.fullmatch(block.text):
            number = f"<dossiernummer><dossiernr>{found[1]}</dossiernr></dossiernummer>"
            yield f"<dossier>{number}<titel>{_plain(found[2])}</titel></dossier>"
    yield "<stuk>"
    for block in head:
        if found := NUMBERED.fullmatch(block.text):
            yield f"<stuknr>{found[1]} <ondernummer>{found[2]}</ondernummer></stuknr>"
            yield f"<titel>{_plain(found[3])}</titel>"


def _paragraphs(blocks: tuple[Block, ...], paper: SpecimenPaper) -> Iterator[str]:
    for kind, together in groupby(blocks, key=lambda block: block.kind):
        if kind in ("bullet", "enumeration"):
            yield f'<lijst type="{"ongemarkeerd" if kind == "bullet" else "expliciet"}">'
            for block in together:
                text = _noted(block, paper, marked=False)
                yield f"<li><li.nr>{block.mark or '–'}</li.nr><al>{text}</al></li>"
            yield "</lijst>"
            continue
        for block in together:
            text = _noted(block, paper)
            if kind in BOLD or kind == "sub-heading":
                set_as = "vet" if kind in BOLD else "cur"
                yield f'<tussenkop kopopmaak="{set_as}">{text}</tussenkop>'
            else:
                yield f"<al>{text}</al>"


def _noted(block: Block, paper: SpecimenPaper, marked: bool = True) -> str:
    """The block's words with each footnote, number and text, at the place that calls it."""
    text, calls = (block.text, block.calls)
    if marked:
        text, calls = (block.printed, block.printed_calls)
    pieces, last = [], 0
    for offset, number in calls:
        pieces.append(_plain(text[last:offset]))
        note = f"<noot.al>{_plain(paper.notes[number - 1])}</noot.al>"
        pieces.append(f'<noot id="n{number}" type="voet"><noot.nr>{number}</noot.nr>{note}</noot>')
        last = offset
    return "".join(pieces) + _plain(text[last:])
