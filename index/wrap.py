"""Joining printed lines into logical lines (paragraphs, headings) and broken words into words.

Knows: how type is set: a line that was full goes on in the next, a short one was ended on
purpose; a hyphen at a line's end belongs to the word or to the line. Does not know: items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from index.hyphens import HYPHENS, Hyphens, Join
from index.marks import (
    BULLET,
    DATELINE,
    LETTER,
    LETTER_HEAD,
    NUMBER,
    PAPER,
    TAG,
    TAG_AT_END,
    TERMINAL,
    ends_open,
    opens,
    starts_sentence,
)
from index.rows import Row
from index.titles import title_like

FULL = 0.90  # a line is full when the next word would reach this share of the measure
BOLD = 1.06  # how much wider bold type is
YEAR = re.compile(r"\b(?:19|20)\d\d$")  # the end of a title
BRACKETS = re.compile(r"\([^()]{2,60}\)")  # "(A-punt)"
OWN_ITEM = re.compile(r"(?:werk)?(?:lunch|diner|ontbijt)\b|raadsconclusies\b", re.I)
SALUTATION = re.compile(r"Geachte\s|Den Haag,\s")
NEIGHBOURS = 8  # lines on either side that give the measure
SPACE, LINE, PARAGRAPH = Join(" "), Join("\n"), Join("\n\n")


class Wrapping:
    """Decides for each pair of neighbouring rows of one source how they meet."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Measures the rows."""
        self.rows = rows
        self.widths = [_width(row, row.span.end - row.span.start) for row in rows]
        self.broad = sorted(self.widths)[int(len(rows) * 0.9)] if rows else 0.0
        self.hyphens = Hyphens(rows)
        # papers set with open spacing come out of PDF with a blank line after every line
        self.spaced = sum(1 for row in rows if row.gap) > 0.4 * max(1, len(rows))

    def join(self, i: int) -> Join:
        """How rows i and i + 1 meet."""
        row, after = self.rows[i], self.rows[i + 1]
        if row.line.whole or after.line.whole:
            return PARAGRAPH
        if self._goes_on(i):
            return self.hyphens.join(row.text, after.text) or SPACE
        return PARAGRAPH if after.gap or after.turned else LINE

    def _goes_on(self, i: int) -> bool:
        """True when row i + 1 continues the sentence or heading of row i."""
        row, after = self.rows[i], self.rows[i + 1]
        if _never_meet(row, after):
            return False
        ended = TERMINAL.search(row.text[-20:]) is not None
        if TAG.match(row.text) or TAG_AT_END.search(row.text[-120:]):
            goes_on = (
                _starts_low(after.text) or ends_open(row.text) or BRACKETS.fullmatch(after.text)
            )
            return after.gap <= 1 and bool(goes_on) and not opens(after.text)
        if row.text[-1:] in HYPHENS and len(row.text) > 1 and row.text[-2].isalpha():
            return not TAG.match(after.text)
        if opens(after.text):
            return self._goes_on_at_mark(i, ended)
        if not ended and (_starts_low(after.text, bool(after.gap)) or ends_open(row.text)):
            return after.gap <= 1 or after.turned
        if not ended and starts_sentence(after.text):
            return False
        full = self._full(i)
        if full and opens(row.text) and not ended and not BULLET.match(row.text):
            return self._heading_goes_on(i)
        if (
            not full
            or self._heads_paragraph(i)
            or (after.gap and (ended or not self._gap_means_nothing(i)))
        ):
            return False
        return not (ended and (self._heading_like(i + 1) or self._heads_tag(i + 1)))

    def _heads_paragraph(self, i: int) -> bool:
        """A heading right above its text: title-like, and with room left for the next word."""
        row, after = self.rows[i], self.rows[i + 1]
        begins = (row.gap or row.turned) and not row.line.bold and after.text[0].isupper()
        marked = opens(row.text) or PAPER.match(row.text)
        room = not self._full(i, 1.0) or (OWN_ITEM.match(row.text) and self._full(i + 1))
        return bool(begins and room and not marked and title_like(row.text))

    def _goes_on_at_mark(self, i: int, ended: bool) -> bool:
        """A line that opens with a number or dash in mid-sentence: "… artikel / 3. Dat …"."""
        row, after = self.rows[i], self.rows[i + 1]
        if ended or after.gap or opens(row.text) or not self._full(i):
            return False
        if NUMBER.match(after.text) or LETTER.match(after.text):
            return True
        return after.text[0] in "–—-" and after.text[2:3].islower() and not self._in_list(i)

    def _in_list(self, i: int) -> bool:
        """True when the paragraph of row i opened with a bullet."""
        first = i
        while first > max(0, i - NEIGHBOURS) and not self.rows[first].gap:
            first -= 1
        return any(BULLET.match(row.text) for row in self.rows[first : i + 1])

    def _heading_goes_on(self, i: int) -> bool:
        """A heading that fills its line goes on in a short line, a numbered question as well;
        what fills its line below a heading is a body."""
        after = self.rows[i + 1]
        if after.gap > 1:
            return False
        if not TERMINAL.search(after.text[-20:]) and not self._full(i + 1):
            return True
        near = self.rows[i + 2 : i + NEIGHBOURS]
        inside = takewhile(lambda row: row.gap <= self.spaced and not opens(row.text), near)
        asked = [after, *inside][-1].text.endswith(("?", ";"))
        return asked and (after.gap == 0 or self.spaced)

    def _gap_means_nothing(self, i: int) -> bool:
        """In papers with open spacing, and where a page turns, a full line goes on over a gap."""
        if self.rows[i + 1].turned:
            return True
        usual = self.rows[i + 1].gap == 1
        return self.spaced and usual and self.widths[i] >= 0.6 * self.broad

    def _measure(self, i: int) -> float:
        """The measure (width of a full line) around row i."""
        near = range(max(0, i - NEIGHBOURS), min(len(self.rows), i + NEIGHBOURS + 1))
        widths = sorted(self.widths[j] for j in near if len(self.rows[j].text) <= 220)
        if not widths:
            return self.widths[i]
        return widths[max(0, int(len(widths) * 0.9) - 1)]

    def _full(self, i: int, share: float = FULL) -> bool:
        """True when the next row's first word would not have fitted on row i."""
        if i + 1 == len(self.rows):
            return False
        row = self.rows[i]
        first = self.rows[i + 1].text.split(maxsplit=1)[0]
        return self.widths[i] + _width(row, 1 + len(first)) >= share * self._measure(i)

    def _heads_tag(self, i: int) -> bool:
        """True when row i begins a heading of one to three rows with an agenda tag below it."""
        for j in range(i, min(len(self.rows), i + 4)):
            text = self.rows[j].text
            if TAG.match(text):
                return j > i
            if TERMINAL.search(text[-20:]) or opens(text):
                return False
        return False

    def _heading_like(self, i: int) -> bool:
        """A short row, ended on purpose, that begins like a heading and does not end like one."""
        row = self.rows[i]
        if TERMINAL.search(row.text) or not row.text[0].isupper() or len(row.text.split()) > 12:
            return False
        return not self._full(i)


def _width(row: Row, characters: int) -> float:
    """About how wide so many characters of the row's type are."""
    return characters * (row.line.size or 1.0) * (BOLD if row.line.bold else 1.0)


def _never_meet(row: Row, after: Row) -> bool:
    """True for rows set in other type, and around what opens a letter or the paper itself."""
    if row.line.bold != after.line.bold or _size_differs(row, after):
        return True
    if DATELINE.fullmatch(after.text) or _begins_part(after):
        return True
    whole = SALUTATION.match(row.text) or (PAPER.match(row.text) and YEAR.search(row.text[-8:]))
    return after.gap > 0 and whole is not None


def _begins_part(row: Row) -> bool:
    """A row that begins the paper itself, or stands in the head of a letter, after a gap."""
    if not (row.turned or row.gap):
        return False
    titled = row.text[0].isupper() and PAPER.match(row.text) is not None
    return titled or LETTER_HEAD.match(row.text) is not None


def _starts_low(text: str, apart: bool = False) -> bool:
    """A small letter, or, close below, a figure: neither begins a sentence or heading."""
    start = text.lstrip("(‘“\"'«[")
    return bool(start) and (start[0].islower() or (start[0].isdigit() and not apart))


def _size_differs(row: Row, after: Row) -> bool:
    return bool(row.line.size and after.line.size and abs(row.line.size - after.line.size) > 0.7)
