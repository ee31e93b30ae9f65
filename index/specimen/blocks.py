"""What a specimen paper is: its metadata, and the blocks printed on it, in order.

Knows: the kinds of block. Does not know: the notation (`paper`), formats, agenda items (`gold`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "masthead",
    "topic",
    "title",
    "section",
    "item",
    "sub-item",
    "sub-heading",
    "tag",
    "paragraph",
    "enumeration",
    "bullet",
    "signature",
]


@dataclass(frozen=True, slots=True)
class Block:
    """One printed block. `mark` is its number as printed ("1.", "a)"), `number` without stops.

    calls: footnote calls as (offset in `text`, footnote number); `text` itself holds no mark.
    """

    kind: BlockKind
    text: str
    mark: str = ""
    number: str | None = None
    calls: tuple[tuple[int, int], ...] = ()

    @property
    def printed(self) -> str:
        """The words on paper, without bullet and footnote numbers."""
        sign = "=" if self.kind == "tag" else self.mark
        return f"{sign} {self.text}" if sign else self.text

    @property
    def printed_calls(self) -> tuple[tuple[int, int], ...]:
        """The footnote calls as (offset in `printed`, number)."""
        shift = len(self.printed) - len(self.text)
        return tuple((offset + shift, number) for offset, number in self.calls)


@dataclass(frozen=True, slots=True)
class SpecimenPaper:
    """One specimen paper. `notes[i]` is the text of footnote i + 1; `notice` opens every format."""

    name: str
    kind: str
    title: str
    meeting_dates: tuple[str, ...]
    place: str | None
    formality: str | None
    kamerstuk: str | None
    chamber: str | None
    letter_date: str | None
    presidency: str | None
    notice: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]

    @property
    def footer(self) -> str:
        """The words at the foot of each page, before its number; empty without a letter head."""
        year = next((b.text for b in self.blocks if b.text.startswith("Vergaderjaar ")), None)
        known = (self.chamber, year and "v" + year[1:], self.kamerstuk)
        return ", ".join(part for part in known if part) if self.kamerstuk else ""
