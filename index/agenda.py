"""From lines to agenda items: the grammar of council papers.

    paper    := [letter] [title] part*
    part     := section? (numbered | heading)*
    numbered := number-title tag? (lettered tag?)* text* (heading text*)*

Knows: what may follow what, and that numbers count up by one. A numbered line that does not fit
the count (a discussion question, an enumeration) is text. Does not know: dates, kinds of paper
(`index.metadata`), how a line is recognised (`index.lines`), letters (`index.letter`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.canon import Manuscript
from index.contents import without_contents
from index.letter import read_letter
from index.lines import KnownLine, LineKind, known_lines
from index.marks import DIVISION
from index.nouns import AgendaItem
from index.outline import Entry, Outline, section_name
from index.parts import parts_of
from index.plain import read_paragraphs, read_plain

COLLECTION = re.compile(
    r"overige (?:onderwerpen|punten)|any other business|aob|diversen|varia|rondvraag", re.I
)
SKIPPED_NUMBERS = 2  # an agenda may drop a number or two
LONGEST_REST = 120  # characters of a title's last line


def agenda_items(
    manuscript: Manuscript, known: Sequence[KnownLine] | None = None
) -> tuple[AgendaItem, ...]:
    """The items of a paper, in order, disjoint; never empty where there is a line of text.

    known: its lines with their kinds, where they are at hand already.
    """
    known = known_lines(manuscript) if known is None else list(known)
    lines = without_contents(known)
    parts = parts_of(lines)
    outline = Outline()
    if parts.letter:
        read_letter(lines[parts.opening : parts.annex], outline)
    if parts.agenda:
        _Grammar(outline).read(lines[parts.annex :])
    elif parts.annex < len(lines):
        read_plain(lines[parts.annex :], outline)
    outline.share_bodies()
    outline.drop_empty()
    if not any(entry.body for entry in outline.entries):
        outline = Outline()
        read_paragraphs(known, outline)
    return outline.items(manuscript)


def _heads_numbers(line: KnownLine, near: Sequence[KnownLine]) -> bool:
    """A section by a name that nobody foresaw: a heading right above an item number 1."""
    if line.kind is not LineKind.HEADING or len(near) < 2 or DIVISION.fullmatch(line.words):
        return False
    first = near[0].kind is LineKind.NUMBERED and near[0].mark == "1"
    return first and (near[1].kind is LineKind.TAG or near[1].sentence)


@dataclass(slots=True)
class _Grammar:
    """Reads lines in order and keeps what was opened last.

    counted: the number of the last item. above: that of the section before, for papers that count
    on over their sections. enumerated: the last number of an enumeration inside
    it. letters: the sub-items of the last item.
    """

    outline: Outline
    section: str | None = None
    numbered: Entry | None = None
    open: Entry | None = None
    counted: int = 0
    above: int = 0
    enumerated: int = 0
    letters: list[Entry] = field(default_factory=list)

    def read(self, lines: Sequence[KnownLine]) -> None:
        """Sections, items, sub-items, headings and their bodies."""
        for i, line in enumerate(lines):
            near = lines[i + 1 : i + 4]
            before = lines[i - 1] if i else None
            if line.kind is LineKind.SECTION or _heads_numbers(line, near):
                self._open_section(line)
            elif line.kind is LineKind.NUMBERED and self._counts(line, before, near):
                self._open_numbered(line)
            elif line.kind is LineKind.LETTERED and self._next_letter(line):
                self._open_lettered(line)
            elif line.kind is LineKind.TAG and self.open is not None and self.open.body is None:
                self._tag(line, self.open)
            elif line.kind is LineKind.HEADING and not self._title_goes_on(line, near):
                self._open_heading(line, near)
            elif line.kind not in (LineKind.TITLE, LineKind.SIGNATURE):
                self.enumerated = int(line.mark or 0) if line.kind is LineKind.BULLET else 0
                self._text(line, near)

    def _counts(self, line: KnownLine, before: KnownLine | None, near: Sequence[KnownLine]) -> bool:
        """True when the number is the next item's, not that of an enumeration inside an item."""
        number = int(line.mark or 0)
        if before is not None and before.kind is LineKind.TEXT and before.words.endswith(":"):
            self.enumerated = number
            return False
        adjacent = before is not None and before.kind in (LineKind.NUMBERED, LineKind.BULLET)
        if self.enumerated and adjacent and number == self.enumerated + 1:
            tagged = bool(near) and near[0].kind is LineKind.TAG
            listed = before is not None and before.kind is LineKind.BULLET
            apart = line.line.gap and number == self.counted + 1 and (line.line.bold or listed)
            if not tagged and not apart:
                self.enumerated = number
                return False
        if not self.counted and self.above and number == self.above + 1:
            return True
        skipped = SKIPPED_NUMBERS if self.counted else 0
        if self.counted < number <= self.counted + 1 + skipped:
            return True
        self.enumerated = number
        return False

    def _next_letter(self, line: KnownLine) -> bool:
        """True when the letter is the next one under the open item."""
        if self.numbered is None:
            return False
        last = self.letters[-1].number if self.letters else None
        return line.mark == (chr(ord(last) + 1) if last else "a")

    def _open_section(self, line: KnownLine) -> None:
        self.section = section_name(line.words)
        self.numbered = self.open = None
        self.above = self.counted or self.above
        self.counted = self.enumerated = 0
        self.letters = []

    def _open_numbered(self, line: KnownLine) -> None:
        self.numbered = self._enter(line, line.mark)
        self.counted, self.enumerated = int(line.mark or 0), 0
        self.letters = []

    def _open_lettered(self, line: KnownLine) -> None:
        self.letters.append(self._enter(line, line.mark, self.numbered))

    def _open_heading(self, line: KnownLine, near: Sequence[KnownLine]) -> None:
        """With a tag of its own a heading is an item; else it is part of the numbered item."""
        tagged = bool(near) and near[0].kind is LineKind.TAG
        self._enter(line, None, None if tagged else self._last_numbered())
        if tagged:
            self.numbered = None

    def _last_numbered(self) -> Entry | None:
        """The item or sub-item that an unnumbered heading stands in; none before the first."""
        return self.letters[-1] if self.letters and self.letters[-1].body else self.numbered

    def _title_goes_on(self, line: KnownLine, near: Sequence[KnownLine]) -> bool:
        """True for the rest of a title that blank lines parted: a tag follows close below."""
        entry = self.open
        if entry is None or entry.body is not None or entry.tag or entry.title is None:
            return False
        if COLLECTION.fullmatch(entry.title):
            return False
        kinds = [later.kind for later in near]
        tags = LineKind.TAG in kinds and all(
            kind in (LineKind.TEXT, LineKind.HEADING) for kind in kinds[: kinds.index(LineKind.TAG)]
        )
        return tags and len(line.words) <= LONGEST_REST and not line.ended

    def _text(self, line: KnownLine, near: Sequence[KnownLine]) -> None:
        """A line of body text, or the rest of a title that was set over several lines."""
        entry = self.open
        if entry is None:
            entry = self.open = self.outline.open(Entry(self.section, None, None))
        elif self._title_goes_on(line, near):
            entry.title = f"{entry.title} {line.words}"
            entry.heads.append(line.line.span)
            return
        elif line.kind is LineKind.TAG and entry.tag is None:
            entry.tag = line.words
            return
        entry.take(line.line.span)

    def _tag(self, line: KnownLine, entry: Entry) -> None:
        entry.tag = f"{entry.tag}; {line.words}" if entry.tag else line.words
        entry.heads.append(line.line.span)

    def _enter(self, line: KnownLine, number: str | None, parent: Entry | None = None) -> Entry:
        """Open an entry for a heading line."""
        entry = Entry(self.section, number, line.words, parent, [line.line.span])
        self.open = self.outline.open(entry)
        return entry
