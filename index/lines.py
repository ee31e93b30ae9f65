"""What kind of line each logical line of a paper is: the alphabet of the agenda grammar.

Knows: how a section, an item, a tag, a heading, a signature looks, from words, marks and type.
Does not know: the order in which they may come; `index.agenda` reads them as an outline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from index.canon import LogicalLine, Manuscript
from index.marks import BULLET, LETTER, NUMBER, ROMAN, SECTION_NAMES, TAG, TERMINAL, is_roman


class LineKind(Enum):
    """The kinds of line that the agenda grammar tells apart."""

    TITLE = "title of the paper"
    SECTION = "section"
    NUMBERED = "number and title"
    LETTERED = "letter and title"
    TAG = "agenda tag"
    HEADING = "heading without a number"
    BULLET = "bullet"
    SIGNATURE = "signature"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A logical line with its kind; `mark` is its number or letter, `words` what follows that."""

    line: LogicalLine
    kind: LineKind
    words: str
    mark: str | None = None

    @property
    def ended(self) -> bool:
        """True when the words end like a sentence."""
        return TERMINAL.search(self.words) is not None


TITLE = re.compile(
    r"(?:bijlage:?\s*)?(?:verslag|geannoteerde agenda|annotated agenda)\b(?=.*\b(?:raad|bijeenkomst|jbz)\b).{0,240}",
    re.I,
)
SIGNATURE = re.compile(
    r"(?:de|het)\s+(?:(?:vice-)?minister|staatssecretaris|minister-president)\b"
    r"(?:\s+(?:van|voor|van het)\s+[^.]{3,120}?)?[,:]?(?:\s+(?:(?:[A-Z]\.\s?)+|drs\.|mr\.|dr\.|ir\.).{0,60})?",
    re.I,
)
SENTENCE_BREAK = re.compile(r"[a-z)]{2}[.!?]\s+[A-Z]")
LONGEST_HEADING = 110  # characters of a heading without a number
LONGEST_TITLE = 45  # words of a title with a number


def known_lines(manuscript: Manuscript) -> list[KnownLine]:
    """The lines of a manuscript with their kinds."""
    lines = [line for line in manuscript.lines if len(line.span)]
    texts = [line.span.of(manuscript.text) for line in lines]
    style = Style.of(lines, texts)
    known: list[KnownLine] = []
    for i, (line, text) in enumerate(zip(lines, texts, strict=True)):
        after = texts[i + 1] if i + 1 < len(texts) else ""
        before = known[-1] if known else None
        known.append(_known(line, text, after, before, style))
    return known


@dataclass(frozen=True, slots=True)
class Style:
    """How this paper sets its headings: by stated levels, by bold type, or by nothing at all."""

    levels: bool
    bold: bool

    @classmethod
    def of(cls, lines: Sequence[LogicalLine], texts: Sequence[str]) -> Style:
        """Levels count when two headings state one; bold when it is used, and not for everything."""
        levels = sum(1 for line in lines if line.level is not None)
        bold = sum(1 for line, text in zip(lines, texts, strict=True) if line.bold and len(text) < 300)
        return cls(levels >= 2, 2 <= bold <= 0.6 * len(lines))

    def sets_apart(self, line: LogicalLine) -> bool | None:
        """True or False when type tells whether the line is a heading; None when it does not."""
        if line.level is not None:
            return True
        if self.bold and line.bold:
            return True
        return False if self.levels or self.bold else None


def _known(line: LogicalLine, text: str, after: str, before: KnownLine | None, style: Style) -> KnownLine:
    """One line's kind, by its own words first, by its surroundings last."""
    apart = style.sets_apart(line)
    if found := TAG.fullmatch(text):
        return KnownLine(line, LineKind.TAG, found["rest"].strip())
    if is_roman(text) and _title_like(text):
        found = ROMAN.fullmatch(text)
        return KnownLine(line, LineKind.SECTION, found["rest"].strip() if found else text)
    if SECTION_NAMES.fullmatch(text.rstrip(" :")):
        return KnownLine(line, LineKind.SECTION, text.rstrip(" :"))
    if TITLE.fullmatch(text) and not text.endswith("."):
        return KnownLine(line, LineKind.TITLE, text)
    for pattern, kind in ((NUMBER, LineKind.NUMBERED), (LETTER, LineKind.LETTERED)):
        if (found := pattern.fullmatch(text)) and apart is not False and _title_like(found["rest"]):
            return KnownLine(line, kind, found["rest"].strip(), found["mark"])
    if SIGNATURE.fullmatch(text):
        return KnownLine(line, LineKind.SIGNATURE, text)
    if BULLET.match(text) or NUMBER.match(text) or LETTER.match(text):
        return KnownLine(line, LineKind.BULLET, text)
    if _heading(text, after, before, apart, line):
        return KnownLine(line, LineKind.HEADING, text)
    return KnownLine(line, LineKind.TEXT, text)


def _title_like(words: str) -> bool:
    """Words that can be a title: they begin with a capital or a figure and do not end a sentence."""
    words = words.strip()
    start = words.lstrip("‘“\"'«(")[:1]
    if not start or not (start.isupper() or start.isdigit()) or len(words.split()) > LONGEST_TITLE:
        return False
    abbreviated = re.search(r"(?:\b[A-Z]\.){1,3}$|\b(?:e\.a|c\.s|etc|jl)\.$", words) is not None
    return (abbreviated or words[-1] not in ".?!;,") and not SENTENCE_BREAK.search(words)


def _heading(text: str, after: str, before: KnownLine | None, apart: bool | None, line: LogicalLine) -> bool:
    """An unnumbered heading: set apart by type, or a short line between an end and a beginning."""
    if not _title_like(text) or text[-1] == ":" and apart is None:
        return False
    if apart is not None:
        return apart and (line.level is not None or len(text) <= 3 * LONGEST_HEADING)
    if TAG.match(after):
        return True
    if len(text) > LONGEST_HEADING or len(text.split()) > 14 or len(after) < len(text):
        return False
    settled = before is None or line.gap or before.ended or before.kind is not LineKind.TEXT
    begins = after[:1].isupper() or after[:1] in "‘“\"'«(-•\uf0b7"
    return settled and begins and (len(after) > 80 or TERMINAL.search(after) is not None)
