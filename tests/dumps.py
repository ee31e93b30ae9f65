"""Specimen papers as text dumps of PDFs leave them: worse than any tidy rendering.

Knows: what such dumps do to lines, blank lines, pages, bullets, hyphens and footnotes. Does not
know: what is tested. The same paper and seed give the same text.
"""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass, field

from index.specimen.blocks import Block, SpecimenPaper

HEADS = ("title", "section", "topic", "item", "sub-item", "sub-heading")
VOWELS = "aeiouyëïéè"


@dataclass
class _Dump:
    chance: random.Random
    width: int
    spacing: str  # tight, open, typeset
    pages: str  # blanks, space, number
    bullet: str
    inline_tags: bool
    lines: list[str] = field(default_factory=list)
    on_page: int = 0
    page: int = 1
    called: list[int] = field(default_factory=list)

    def put(self, line: str) -> None:
        self.lines.append(line + self.chance.choice(("", " ", " ", "  ")))
        self.on_page += 1

    def blank(self, count: int = 1) -> None:
        self.lines += [self.chance.choice(("", " ", "  ")) for _ in range(count)]

    def wrapped(self, text: str) -> list[str]:
        rows, row, parted = [], "", False
        for found in re.finditer(r"[^\s-]{2,}-(?=[^\W\d_]{2,})|\S+", text):
            word, glue = found[0], "" if parted else " "
            parted = found.end() < len(text) and not text[found.end()].isspace()
            if not row or len(row) + len(glue) + len(word) <= self.width:
                row = f"{row}{glue}{word}" if row else word
                continue
            head, tail = self.broken(word, self.width - len(row) - 1)
            rows.append(f"{row} {head}-" if head else row)
            row = tail
        return [*rows, row]

    def broken(self, word: str, room: int) -> tuple[str, str]:
        """Typeset papers break long words between a vowel-consonant pair."""
        if self.spacing == "typeset" and word.isalpha() and word.islower() and len(word) > 8:
            for at in range(min(room - 1, len(word) - 3), 3, -1):
                if word[at - 1] in VOWELS and word[at] not in VOWELS and word[at + 1] in VOWELS:
                    return word[:at], word[at:]
        return "", word


def dump(paper: SpecimenPaper, seed: int) -> str:
    """`paper` as a converter of our own choosing leaves it."""
    chance = random.Random(f"{paper.name} {seed}")
    spacing = chance.choice(("tight", "open", "typeset"))
    pages = {"tight": "blanks", "open": chance.choice(("space", "number")), "typeset": "space"}
    out = _Dump(
        chance,
        width=chance.choice((62, 72)) if spacing != "open" else chance.choice((84, 98)),
        spacing=spacing,
        pages=pages[spacing],
        bullet=chance.choice(("\ufffd ", "\uf0b7 ", "- ", "• ", "–  ")),
        inline_tags=chance.random() < 0.2,
    )
    blocks = list(paper.blocks)
    if chance.random() < 0.3:  # some letters come without their head
        blocks = [block for block in blocks if block.kind != "masthead"]
    for at, block in enumerate(blocks):
        _write(out, block, blocks[at - 1] if at else None, paper)
    _turn(out, paper)
    text = "\n".join(out.lines) + "\n"
    if chance.random() < 0.2:
        text = unicodedata.normalize("NFD", text)
    return text


def _write(out: _Dump, block: Block, before: Block | None, paper: SpecimenPaper) -> None:
    text = _glued(block)
    if block.kind == "bullet":
        text = out.bullet + text
    inline = block.kind == "tag" and out.inline_tags and before is not None
    if inline and before is not None and before.kind in HEADS:
        while not out.lines[-1].strip():
            out.lines.pop()
        text = f"{out.lines.pop().strip()} {text}"
    elif before is not None:
        out.blank(_gap(out, before, block))
    rows = out.wrapped(text)
    for at, row in enumerate(rows):
        head = block.kind in HEADS or block.kind in ("masthead", "tag", "signature")
        if out.on_page >= 44 and not head and (at or block.kind == "paragraph"):
            _turn(out, paper)
            row = f" {row}" if out.pages == "space" else row
        out.put(row)
        if out.spacing == "open" and at + 1 < len(rows) and out.chance.random() < 0.5:
            out.blank()
    out.called += [number for _, number in block.calls]


def _gap(out: _Dump, before: Block, block: Block) -> int:
    """Blank lines between two blocks."""
    if before.kind == "signature" and block.kind == "signature":
        return 0
    if block.kind in ("section", "title", "masthead") or before.kind in ("masthead", "signature"):
        return 1
    if block.kind in ("sub-item", "bullet", "enumeration") and before.kind == block.kind:
        return 1 if out.spacing == "open" and out.chance.random() < 0.5 else 0
    if block.kind == "tag":
        return out.chance.choice((0, 0, 1))
    if before.kind == "tag":
        return out.chance.choice((0, 1))
    if out.spacing == "tight":
        return _tight_gap(out, before, block)
    return 1 if out.spacing == "typeset" else out.chance.choice((2, 2, 3))


def _tight_gap(out: _Dump, before: Block, block: Block) -> int:
    if before.kind in ("section", "title") or block.kind in ("item", "topic", "signature"):
        return 1
    return out.chance.choice((0, 0, 1))


def _turn(out: _Dump, paper: SpecimenPaper) -> None:
    """The foot of a page: its notes, then whatever marks the page's end."""
    if out.called:
        out.lines.append(" ")
        for number in out.called:
            for row in out.wrapped(f"{number} {paper.notes[number - 1]}"):
                out.put(row)
        out.called = []
    if out.pages == "number":
        out.lines += ["", f"{out.page} ", ""]
    elif out.pages == "blanks":
        out.lines += ["", "", "", " ", "", " ", ""]
    out.page += 1
    out.on_page = 0


def _glued(block: Block) -> str:
    text = block.printed
    for offset, number in reversed(block.printed_calls):
        text = f"{text[:offset]}{number}{text[offset:]}"
    return text
