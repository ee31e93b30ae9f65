"""From lines to agenda items: the grammar of council papers.

    paper   := [letter] [title] part*
    letter  := masthead opening (heading text*)* signature*
    part    := section? (numbered | heading)*
    numbered:= number-title tag? (lettered tag?)* text* (heading text*)*

Knows: what may follow what, and that numbers count up by one. A numbered line that does not fit
the count (a discussion question, an enumeration) is text. Does not know: dates, kinds of paper
(`index.metadata`), nor how a line is recognised (`index.lines`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.canon import Manuscript
from index.lines import KnownLine, LineKind, known_lines
from index.nouns import AgendaItem, Span
from index.outline import LETTER_SECTION, OPENING, Entry, Outline, section_name

SALUTATION = re.compile(r"\b(?:hierbij|bij dezen|met deze brief|uw kamer|aan de voorzitter)\b", re.I)
# headings that name a part of an argument, not a subject: they belong to the heading above them
PART_OF_ARGUMENT = re.compile(
    r"(?:onderhandelings(?:resultaat|proces|inzet)|krachtenveld|achtergrond|inleiding|inhoud|toelichting|"
    r"(?:kabinets)?appreciatie|(?:nederlandse |kabinets)?inzet|(?:nederlandse )?positie|vervolg(?:stappen|proces)?|"
    r"conclusies?|slot|tot slot|beoordeling|stand van zaken|standpunt|tijdpad|planning|proces)",
    re.I,
)
COLLECTION = re.compile(r"overige (?:onderwerpen|punten)|any other business|aob|diversen|varia|rondvraag", re.I)
SKIPPED_NUMBERS = 2  # an agenda may drop a number or two
PARAGRAPH_GROUP = 1500  # characters of an item made of paragraphs, in a paper without headings


def agenda_items(manuscript: Manuscript) -> tuple[AgendaItem, ...]:
    """The items of a paper, in order, disjoint; never empty for a text with a line of text in it."""
    lines = known_lines(manuscript)
    start = _annex(lines)
    grammar = _Grammar()
    if _is_letter(lines[:start]):
        grammar.read_letter(lines[:start])
    elif start < len(lines):
        start = min(start, _first_text(lines))
    grammar.read_agenda(lines[start:])
    grammar.outline.share_bodies()
    _drop_empty(grammar.outline)
    if not any(entry.body for entry in grammar.outline.entries):
        return _by_paragraphs(lines).items(manuscript)
    return grammar.outline.items(manuscript)


def _annex(lines: list[KnownLine]) -> int:
    """Where the agenda or report itself begins: its title, else its first section."""
    openings = [
        i
        for i, line in enumerate(lines)
        if line.kind is LineKind.SECTION or (line.kind is LineKind.TITLE and i)
    ]
    if openings:
        return openings[0]
    return 0 if lines and lines[0].kind is LineKind.TITLE else len(lines)


def _is_letter(lines: list[KnownLine]) -> bool:
    return any(SALUTATION.search(line.words) for line in lines[:25])


def _first_text(lines: list[KnownLine]) -> int:
    """Where text begins in a paper that is no letter (a title page may stand before it)."""
    return next((i for i, line in enumerate(lines) if line.kind is not LineKind.TITLE), 0)


def _drop_empty(outline: Outline) -> None:
    """Headings without a number, tag, body or anything under them are not items."""
    parents = {id(entry.parent) for entry in outline.entries}
    outline.entries = [
        e for e in outline.entries if e.body or e.number or e.tag or id(e) in parents
    ]


def _by_paragraphs(lines: list[KnownLine]) -> Outline:
    """A paper without headings: groups of paragraphs become items, so that it stays usable."""
    outline = Outline()
    entry: Entry | None = None
    for number, line in enumerate(lines, start=1):
        if entry is None or entry.body and len(entry.body) > PARAGRAPH_GROUP:
            name = f"Alinea {number}"
            entry = outline.open(Entry(None, (name,), None, name, line.line.span.start))
        entry.take(line.line.span)
    return outline


@dataclass(slots=True)
class _Grammar:
    """Reads lines in order and keeps what was opened last."""

    outline: Outline = field(default_factory=Outline)
    section: str | None = None
    numbered: Entry | None = None
    open: Entry | None = None
    counted: int = 0
    enumerated: int = 0

    # --- the covering letter ---

    def read_letter(self, lines: list[KnownLine]) -> None:
        """The letter: its opening, its topics, and the signatures that end it."""
        self.section = LETTER_SECTION
        begin = next((i for i, line in enumerate(lines) if _is_sentence(line)), len(lines))
        topic: Entry | None = None
        for i, line in enumerate(lines[begin:]):
            if line.kind is LineKind.SIGNATURE:
                if all(not _is_sentence(later) for later in lines[begin + i :]):
                    break
                continue
            if line.kind in (LineKind.HEADING, LineKind.NUMBERED, LineKind.LETTERED, LineKind.SECTION):
                part = topic is not None and PART_OF_ARGUMENT.fullmatch(line.words) is not None
                names = topic.names if part and topic else (LETTER_SECTION,)
                entry = self._enter(line, names, number=None, parent=topic if part else None)
                topic = topic if part else entry
            else:
                if self.open is None:
                    names = (LETTER_SECTION, OPENING)
                    entry = Entry(LETTER_SECTION, names, None, None, line.line.span.start)
                    self.open = self.outline.open(entry)
                self.open.take(line.line.span)

    # --- the agenda or report ---

    def read_agenda(self, lines: list[KnownLine]) -> None:
        """Sections, items, sub-items, headings and their bodies."""
        self.section, self.open = None, None
        for i, line in enumerate(lines):
            after = lines[i + 1] if i + 1 < len(lines) else None
            before = lines[i - 1] if i else None
            if line.kind is LineKind.SECTION:
                self.section = section_name(line.words)
                self.numbered = self.open = None
                self.counted = self.enumerated = 0
            elif line.kind is LineKind.NUMBERED and self._counts(line, before, after):
                self._open_numbered(line)
            elif line.kind is LineKind.LETTERED and self._letters(line):
                self._open_lettered(line)
            elif line.kind is LineKind.TAG and self.open is not None and self.open.body is None:
                self._tag(line)
            elif line.kind is LineKind.HEADING and not self._title_goes_on(line, lines[i + 1 :]):
                self._open_heading(line, after)
            elif line.kind not in (LineKind.TITLE, LineKind.SIGNATURE):
                self._text(line, before, lines[i + 1 :])

    def _counts(self, line: KnownLine, before: KnownLine | None, after: KnownLine | None) -> bool:
        """True when the number is the next item's, not that of an enumeration inside an item."""
        number = int(line.mark or 0)
        adjacent = before is not None and before.kind in (LineKind.NUMBERED, LineKind.BULLET)
        if self.enumerated and adjacent and number == self.enumerated + 1:
            tagged = after is not None and after.kind is LineKind.TAG
            if not tagged and not (line.line.gap and number == self.counted + 1 and line.line.bold):
                self.enumerated = number
                return False
        if self.counted < number <= self.counted + 1 + (SKIPPED_NUMBERS if self.counted else 0):
            return True
        self.enumerated = number
        return False

    def _letters(self, line: KnownLine) -> bool:
        """True when the letter is the next one under the open item."""
        if self.numbered is None:
            return False
        subs = [e for e in self.outline.entries if e.parent is self.numbered and e.number]
        expected = chr(ord(subs[-1].number or "a") + 1) if subs and subs[-1].number else "a"
        return line.mark == expected

    def _open_numbered(self, line: KnownLine) -> None:
        names = (*self._section_names(), line.mark or "")
        self.numbered = self._enter(line, names, number=line.mark)
        self.counted, self.enumerated = int(line.mark or 0), 0

    def _open_lettered(self, line: KnownLine) -> None:
        if self.numbered is not None:
            names = (*self.numbered.names, line.mark or "")
            self._enter(line, names, number=line.mark, parent=self.numbered)

    def _open_heading(self, line: KnownLine, after: KnownLine | None) -> None:
        """With a tag of its own a heading is an item; else it is part of the numbered item."""
        tagged = after is not None and after.kind is LineKind.TAG
        within = None if tagged else self._last_numbered(line)
        names = within.names if within else self._section_names()
        self._enter(line, names, number=None, parent=within)
        if within is None and tagged:
            self.numbered = None

    def _last_numbered(self, line: KnownLine) -> Entry | None:
        """The item or sub-item that an unnumbered heading stands in; none before the first."""
        if self.numbered is None:
            return None
        numbered = [e for e in self.outline.entries if e.parent is self.numbered and e.number]
        return numbered[-1] if numbered and numbered[-1].body else self.numbered

    def _title_goes_on(self, line: KnownLine, rest: list[KnownLine]) -> bool:
        if self.open is None or self.open.body is not None or self.open.tag or self.open.title is None:
            return False
        if COLLECTION.fullmatch(self.open.title):
            return False
        upto = [later.kind for later in rest[:3]]
        tags = LineKind.TAG in upto and all(
            kind in (LineKind.TEXT, LineKind.HEADING) for kind in upto[: upto.index(LineKind.TAG)]
        )
        return tags and len(line.words) <= 120 and not line.ended

    def _text(self, line: KnownLine, before: KnownLine | None, rest: list[KnownLine]) -> None:
        """A line of body text, or the rest of a title that was set over several lines."""
        if self.open is not None and self.open.body is None and self._title_goes_on(line, rest):
            self.open.title = f"{self.open.title} {line.words}"
            return
        if line.kind is LineKind.TAG and self.open is not None and self.open.tag is None:
            self.open.tag = line.words
            return
        if self.open is None:
            names = (*self._section_names(), OPENING)
            self.open = self.outline.open(Entry(self.section, names, None, None, line.line.span.start))
        self.open.take(line.line.span)

    def _tag(self, line: KnownLine) -> None:
        if self.open is not None:
            self.open.tag = f"{self.open.tag}; {line.words}" if self.open.tag else line.words

    def _section_names(self) -> tuple[str, ...]:
        return (self.section,) if self.section else ()

    def _enter(
        self, line: KnownLine, names: tuple[str, ...], number: str | None, parent: Entry | None = None
    ) -> Entry:
        """Open an entry for a heading line; one without a number carries its title in the path."""
        full = names if number else (*names, line.words)
        entry = Entry(self.section, full, number, line.words, line.line.span.start, parent=parent)
        self.open = self.outline.open(entry)
        return entry


def _is_sentence(line: KnownLine) -> bool:
    """A line of running text: many words that end as a sentence does."""
    return line.kind is LineKind.TEXT and len(line.words.split()) >= 8 and line.ended
