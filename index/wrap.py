"""Joining printed lines into logical lines (paragraphs, headings) and broken words into words.

Knows: how type is set: a line that was full goes on in the next, a short one was ended on
purpose; a hyphen at a line's end belongs to the word or to the line. Does not know: items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.marks import LETTER, NUMBER, PAPER, TAG, TERMINAL, ends_open, opens
from index.rows import Row

FULL = 0.90  # a line is full when the next word would reach this share of the measure
NEIGHBOURS = 8  # lines on either side that give the measure
TYPESET = 0.02  # share of lines ended by a hyphen above which a paper breaks words
HYPHENS = "-\u2010\u2011\u00ad"
KEEPING_PREFIXES = frozenset(
    "non pro anti ex oud niet semi vice co quasi post pre sub ad intra pan".split()
)
CLASHES = frozenset("aa ae ai ao au ee ei eu ie ii oe oi oo ou ui uu".split())


@dataclass(frozen=True, slots=True)
class Join:
    """How two rows meet: `glue` is put between them, `cut` characters leave the first row's end."""

    glue: str
    cut: int = 0


SPACE, LINE, PARAGRAPH = Join(" "), Join("\n"), Join("\n\n")


class Wrapping:
    """Decides for each pair of neighbouring rows of one source how they meet."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.lengths = [row.span.end - row.span.start for row in rows]
        full_text = " ".join(row.text for row in rows)
        self.words = frozenset(re.findall(r"[\w-]+", full_text.lower()))
        broken = sum(1 for row in rows if row.text[-1:] in HYPHENS)
        # papers set with open spacing come out of PDF with a blank line after every line
        self.spaced = sum(1 for row in rows if row.gap) > 0.4 * max(1, len(rows))
        self.typeset = broken > TYPESET * max(1, len(rows))

    def join(self, i: int) -> Join:
        """How rows i and i + 1 meet."""
        row, after = self.rows[i], self.rows[i + 1]
        if row.line.whole or after.line.whole:
            return PARAGRAPH
        if self._goes_on(i):
            return self._hyphen(row.text, after.text) or SPACE
        return PARAGRAPH if after.gap or after.turned else LINE

    def _goes_on(self, i: int) -> bool:
        """True when row i + 1 continues the sentence or heading of row i."""
        row, after = self.rows[i], self.rows[i + 1]
        if row.line.bold != after.line.bold or _size_differs(row, after):
            return False
        if after.text[0].isupper() and (after.turned or after.gap) and PAPER.match(after.text):
            return False
        ended = TERMINAL.search(row.text) is not None
        full = self._full(i)
        if TAG.match(row.text):
            return not after.gap and _starts_low(after.text) and not opens(after.text)
        if row.text[-1:] in HYPHENS and len(row.text) > 1 and row.text[-2].isalpha():
            return not TAG.match(after.text)
        if opens(after.text):
            number = NUMBER.match(after.text) or LETTER.match(after.text)
            return bool(number) and full and not ended and not after.gap and not opens(row.text)
        if not ended and (_starts_low(after.text, bool(after.gap)) or ends_open(row.text)):
            return after.gap <= 1 or after.turned
        if full and opens(row.text) and not ended:
            # a heading that fills its line goes on in a short line; a body does not
            short = not TERMINAL.search(after.text) and not self._next_full(i + 1)
            return short and after.gap <= 1
        if not full or (after.gap and (ended or not (self.spaced or after.turned))):
            return False
        return not (ended and self._heading_like(i + 1))

    def _next_full(self, i: int) -> bool:
        return i + 1 < len(self.rows) and self._full(i)

    def _measure(self, i: int) -> int:
        """The measure (characters of a full line) around row i, from rows of the same kind."""
        near = range(max(0, i - NEIGHBOURS), min(len(self.rows), i + NEIGHBOURS + 1))
        lengths = sorted(self.lengths[j] for j in near if self.lengths[j] <= 220)
        if not lengths:
            return self.lengths[i]
        return lengths[max(0, int(len(lengths) * 0.9) - 1)]

    def _full(self, i: int) -> bool:
        """True when the next row's first word would not have fitted on row i."""
        first = self.rows[i + 1].text.split(maxsplit=1)[0]
        return self.lengths[i] + 1 + len(first) >= FULL * self._measure(i)

    def _heading_like(self, i: int) -> bool:
        """A short row, ended on purpose, that begins like a heading and does not end like one."""
        row = self.rows[i]
        if TERMINAL.search(row.text) or not row.text[0].isupper() or len(row.text.split()) > 12:
            return False
        return i + 1 == len(self.rows) or not self._full(i)

    def _hyphen(self, text: str, after: str) -> Join | None:
        """A line-end hyphen: gone with the line, or part of the word ("JBZ-Raad")."""
        if len(text) < 2 or text[-1] not in HYPHENS or not text[-2].isalnum():
            return None
        if text[-1] == "\u00ad":
            return Join("", cut=1)
        left = re.findall(r"[\w-]+", text[:-1])[-1]
        right = re.match(r"[\w-]+", after)
        if "/" in text.rsplit(maxsplit=1)[-1]:
            return Join("")
        if right is None or right[0].lower() in {"en", "of", "als", "dan", "tot", "and", "or"}:
            return SPACE
        return Join("") if self._belongs(left, right[0]) else Join("", cut=1)

    def _belongs(self, left: str, right: str) -> bool:
        """True when the hyphen between the halves belongs to the word."""
        whole, parted = (left + right).lower(), f"{left}-{right}".lower()
        last = left.rsplit("-", 1)[-1]
        if parted in self.words and whole not in self.words:
            return True
        if whole in self.words:
            return False
        if not right[0].islower() or left[-1].isdigit() or last[-1].isupper():
            return True
        if last.lower() in KEEPING_PREFIXES or (last[-1] + right[0]).lower() in CLASHES:
            return True
        return not self.typeset


def _starts_low(text: str, apart: bool = False) -> bool:
    """A small letter, or, close below, a figure: neither begins a sentence or heading."""
    start = text.lstrip("(‘“\"'«[")
    return bool(start) and (start[0].islower() or (start[0].isdigit() and not apart))


def _size_differs(row: Row, after: Row) -> bool:
    return bool(row.line.size and after.line.size and abs(row.line.size - after.line.size) > 0.7)
