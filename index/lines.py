"""What kind of line each logical line of a paper is: the alphabet of the agenda grammar.

Knows: how a section, an item, a tag, a heading, a signature looks, from words, marks and type.
Does not know: the order in which they may come; `index.agenda` reads them as an outline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from index.canon import LogicalLine, Manuscript
from index.marks import (
    BULLET,
    BULLETS,
    INLINE_TAG,
    LETTER,
    NUMBER,
    ROMAN,
    SECTION_NAMES,
    TAG,
    TERMINAL,
    is_roman,
)
from index.nouns import Span


class LineKind(Enum):
    """The kinds of line that the agenda grammar tells apart."""

    TITLE = "title of the paper"
    SECTION = "section"
    NUMBERED = "number and title"
    LETTERED = "letter and title"
    TAG = "agenda tag"
    HEADING = "heading without a number"
    QUESTION = "question or answer with its number"
    BULLET = "bullet"
    SIGNATURE = "signature"
    TEXT = "text"


HEADINGS = frozenset(
    (
        LineKind.SECTION,
        LineKind.NUMBERED,
        LineKind.LETTERED,
        LineKind.HEADING,
        LineKind.QUESTION,
    )
)


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A logical line with its kind; `mark` is its number or letter, `words` what follows that.

    apart: True or False when type tells whether it is a heading, None when type tells nothing.
    """

    line: LogicalLine
    kind: LineKind
    words: str
    mark: str | None = None
    apart: bool | None = None

    @property
    def ended(self) -> bool:
        """True when the words end like a sentence."""
        return TERMINAL.search(self.words[-20:]) is not None

    @property
    def sentence(self) -> bool:
        """True for running text: many words that end as a sentence does."""
        return self.kind is LineKind.TEXT and self.ended and len(self.words.split()) >= 8


TITLE = re.compile(
    r"(?:bijlage:?\s*)?(?:verslag|geannoteerde agenda|annotated agenda)\b"
    r"(?=.*(?:raad|bijeenkomst|jbz|council)\b).{0,240}",
    re.I,
)
SIGNATURE = re.compile(
    r"(?:de|het)\s+(?:(?:vice-)?minister|staatssecretaris|minister-president)\b"
    r"(?:\s+(?:van|voor|van het)\s+[^.]{3,120}?)?[,:]?"
    r"(?:\s+(?:(?:[A-Z]\.\s?)+|drs\.|mr\.|dr\.|ir\.).{0,60})?",
    re.I,
)
QUESTION = re.compile(
    r"(?:vra(?:ag|gen)|antwoord(?:en)?(?:\s+op\s+(?:de\s+)?vra(?:ag|gen))?)\s+"
    r"\d{1,3}(?:\s*(?:,\s*en|,|en|t/m|tot en met|-|–)\s*\d{1,3})*\s*[:.]?",
    re.I,
)
SENTENCE_BREAK = re.compile(r"[a-z)]{2}[.!?]\s+[A-Z]")
TITLE_START = re.compile(r"[‘“\"'«(]*(?:[A-Z0-9À-ÖØ-ÞŠŽ]|[a-z]{1,2}-?[A-Z]|e-[a-z])")
LONGEST_HEADING = 110  # characters of a heading without a number
LONGEST_TITLE = 45  # words of a title with a number


def known_lines(manuscript: Manuscript) -> list[KnownLine]:
    """The lines of a manuscript with their kinds."""
    lines = [part for line in manuscript.lines for part in _parted(line, manuscript.text)]
    texts = [line.span.of(manuscript.text) for line in lines]
    style = Style.of(lines, texts)
    known: list[KnownLine] = []
    for i, (line, text) in enumerate(zip(lines, texts, strict=True)):
        after = texts[i + 1] if i + 1 < len(texts) else ""
        before = known[-1] if known else None
        found = _known(line, text, after, before, style)
        known.append(replace(found, apart=style.sets_apart(line)))
    return known


def _parted(line: LogicalLine, text: str) -> Iterator[LogicalLine]:
    """The line, or the title and the tag that stand on it: "5. Title = Exchange of views"."""
    words = line.span.of(text)
    found = INLINE_TAG.fullmatch(words) if len(words) <= 520 else None
    title = found["title"] if found else ""
    marked = NUMBER.fullmatch(title) or LETTER.fullmatch(title)
    if found is None or TERMINAL.search(found["tag"]) or not title_like(marked["rest"] if marked else title):
        if words:
            yield line
        return
    start = line.span.start
    yield replace(line, span=Span(start, start + len(title.rstrip())))
    yield replace(line, span=Span(start + found.end("title") + 1, line.span.end), gap=False)


@dataclass(frozen=True, slots=True)
class Style:
    """How this paper sets its headings: by stated levels, by bold type, or by nothing at all.

    numbers: numbered lines are among them; if not, type tells nothing of a numbered line.
    """

    levels: bool
    bold: bool
    numbers: bool = True

    @classmethod
    def of(cls, lines: Sequence[LogicalLine], texts: Sequence[str]) -> Style:
        """Levels count when two headings state one; bold when used, and not for everything."""
        levels = sum(1 for line in lines if line.level is not None)
        pairs = list(zip(lines, texts, strict=True))
        bold = sum(1 for line, text in pairs if line.bold and len(text) < 300)
        style = cls(levels >= 2, 2 <= bold <= 0.6 * len(lines))
        numbers = any(style.sets_apart(line) and NUMBER.match(text) for line, text in pairs)
        return replace(style, numbers=numbers)

    def sets_apart(self, line: LogicalLine, numbered: bool = False) -> bool | None:
        """True or False when type tells whether the line is a heading; None when it does not."""
        if line.level is not None or (self.bold and line.bold):
            return True
        if numbered and not self.numbers:
            return None
        return False if self.levels or self.bold else None


def _known(
    line: LogicalLine, text: str, after: str, before: KnownLine | None, style: Style
) -> KnownLine:
    """One line's kind, by its own words first, by its surroundings last."""
    apart = style.sets_apart(line)
    worded = _by_words(line, text)
    if worded is not None:
        return worded
    for pattern, kind in ((NUMBER, LineKind.NUMBERED), (LETTER, LineKind.LETTERED)):
        found = pattern.fullmatch(text)
        if found and title_like(found["rest"]) and _marked_title(kind, line, after, before, style):
            return KnownLine(line, kind, found["rest"].strip(), found["mark"])
    if SIGNATURE.fullmatch(text):
        return KnownLine(line, LineKind.SIGNATURE, text)
    if BULLET.match(text) or NUMBER.match(text) or LETTER.match(text):
        return KnownLine(line, LineKind.BULLET, text)
    if _heading(text, after, before, apart, line):
        return KnownLine(line, LineKind.HEADING, text)
    return KnownLine(line, LineKind.TEXT, text)


def _marked_title(
    kind: LineKind, line: LogicalLine, after: str, before: KnownLine | None, style: Style
) -> bool:
    """True unless type says that a line with a number or letter is no heading."""
    if TAG.match(after) or style.sets_apart(line, kind is LineKind.NUMBERED) is not False:
        return True
    above = before.kind if before else None
    return kind is LineKind.LETTERED and above in (LineKind.NUMBERED, LineKind.LETTERED)


def _by_words(line: LogicalLine, text: str) -> KnownLine | None:
    """Lines that their words give away, however they are set."""
    if found := TAG.fullmatch(text):
        return KnownLine(line, LineKind.TAG, found["rest"].strip())
    if is_roman(text) and title_like(text):
        found = ROMAN.fullmatch(text)
        rest, mark = (found["rest"].strip(), found["mark"]) if found else (text, None)
        return KnownLine(line, LineKind.SECTION, rest, mark)
    if SECTION_NAMES.fullmatch(text.rstrip(" :")):
        return KnownLine(line, LineKind.SECTION, text.rstrip(" :"))
    if QUESTION.fullmatch(text):
        return KnownLine(line, LineKind.QUESTION, text.rstrip(" :."))
    if TITLE.fullmatch(text) and not text.endswith("."):
        return KnownLine(line, LineKind.TITLE, text)
    return None


def title_like(words: str) -> bool:
    """True for words that can be a title: they begin with a capital or a figure, or as "e-" and
    "eu-LISA" do, and do not end a sentence."""
    words = words.strip()
    if not TITLE_START.match(words) or len(words.split(maxsplit=LONGEST_TITLE)) > LONGEST_TITLE:
        return False
    abbreviated = re.search(r"(?:\b[A-Z]\.){1,3}$|\b(?:e\.a|c\.s|etc|jl)\.$", words[-40:])
    return (abbreviated is not None or words[-1] not in ".?!;,") and not SENTENCE_BREAK.search(words)


def _heading(
    text: str, after: str, before: KnownLine | None, apart: bool | None, line: LogicalLine
) -> bool:
    """An unnumbered heading: set apart by type, or a short line between an end and a beginning."""
    if not title_like(text) or (text[-1] == ":" and apart is None):
        return False
    if TAG.match(after):
        return True
    if apart is not None:
        return apart and (line.level is not None or len(text) <= 3 * LONGEST_HEADING)
    if len(text) > LONGEST_HEADING or len(text.split()) > 14 or len(after) < len(text):
        return False
    settled = before is None or line.gap or before.ended or before.kind is not LineKind.TEXT
    begins = after[:1].isupper() or after[:1] in f"‘“\"'«(–-{BULLETS}"
    return settled and begins and (len(after) > 80 or TERMINAL.search(after) is not None)
