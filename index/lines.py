"""What kind of line each logical line of a paper is: the alphabet of the agenda grammar.

Knows: how a section, an item, a tag, a heading, a signature looks, from words, marks and type.
Does not know: the order in which they may come; `index.agenda` reads them as an outline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from index.canon import LogicalLine, Manuscript
from index.dates import meeting_dates
from index.marks import (
    BULLET,
    DIVISION,
    INLINE_TAG,
    LETTER,
    NUMBER,
    ROMAN,
    SECTION_NAMES,
    TAG,
    TERMINAL,
    is_roman,
    tag_words,
)
from index.nouns import Span
from index.style import Style
from index.titles import LONGEST_SET_APART, Around, stands_apart, title_like


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
    r"(?=.*(?:raad|bijeenkomst|jbz|council|ecofin|eurogroep)\b).{0,240}",
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


def known_lines(manuscript: Manuscript) -> list[KnownLine]:
    """The lines of a manuscript with their kinds."""
    lines = [part for line in manuscript.lines for part in _parted(line, manuscript.text)]
    texts = [line.span.of(manuscript.text) for line in lines]
    style = Style.of(lines, texts)
    known: list[KnownLine] = []
    for i, (line, text) in enumerate(zip(lines, texts, strict=True)):
        before = known[-1] if known else None
        around = Around(
            settled=before is None or before.ended or before.kind is not LineKind.TEXT,
            gap=line.gap,
            after=texts[i + 1] if i + 1 < len(texts) else "",
            after_gap=i + 1 < len(lines) and lines[i + 1].gap,
        )
        found = _known(line, text, around, before, style)
        known.append(replace(found, apart=style.sets_apart(line)))
    return known


def _parted(line: LogicalLine, text: str) -> Iterator[LogicalLine]:
    """The line, or the title and the tag that stand on it: "5. Title = Exchange of views"."""
    words = line.span.of(text)
    found = INLINE_TAG.fullmatch(words) if len(words) <= 520 else None
    title = found["title"] if found else ""
    marked = NUMBER.fullmatch(title) or LETTER.fullmatch(title)
    if (
        found is None
        or TERMINAL.search(found["tag"])
        or not title_like(marked["rest"] if marked else title)
    ):
        if words:
            yield line
        return
    start = line.span.start
    yield replace(line, span=Span(start, start + len(title.rstrip())))
    yield replace(line, span=Span(start + found.end("title") + 1, line.span.end), gap=False)


def _known(
    line: LogicalLine, text: str, around: Around, before: KnownLine | None, style: Style
) -> KnownLine:
    """One line's kind, by its own words first, by its surroundings last."""
    worded = _by_words(line, text)
    if worded is not None:
        return worded
    tagged = TAG.match(around.after) is not None
    for pattern, kind in ((NUMBER, LineKind.NUMBERED), (LETTER, LineKind.LETTERED)):
        found = pattern.fullmatch(text)
        if found is None or not title_like(found["rest"]):
            continue
        if tagged or _marked_title(kind, line, before, style):
            return KnownLine(line, kind, found["rest"].strip(), found["mark"])
    if _is_rest_of_title(text, before):
        return KnownLine(line, LineKind.TITLE, text)
    if SIGNATURE.fullmatch(text):
        return KnownLine(line, LineKind.SIGNATURE, text)
    counted = NUMBER.match(text)
    if counted or BULLET.match(text) or LETTER.match(text):
        return KnownLine(line, LineKind.BULLET, text, counted["mark"] if counted else None)
    apart = style.sets_apart(line)
    fits = apart and (line.level is not None or len(text) <= LONGEST_SET_APART)
    if title_like(text) and (tagged or fits or (apart is None and stands_apart(text, around))):
        return KnownLine(line, LineKind.HEADING, text)
    return KnownLine(line, LineKind.TEXT, text)


def _marked_title(
    kind: LineKind, line: LogicalLine, before: KnownLine | None, style: Style
) -> bool:
    """True unless type says that a line with a number or letter is no heading."""
    if style.sets_apart(line, kind is LineKind.NUMBERED) is not False:
        return True
    above = before.kind if before else None
    return kind is LineKind.LETTERED and above in (LineKind.NUMBERED, LineKind.LETTERED)


def _is_rest_of_title(text: str, before: KnownLine | None) -> bool:
    """The dates or the place of a meeting on a line of their own, below the title."""
    if before is None or before.kind is not LineKind.TITLE or len(text) > 120:
        return False
    return title_like(text) and meeting_dates(text).dates != ()


def _by_words(line: LogicalLine, text: str) -> KnownLine | None:
    """Lines that their words give away, however they are set."""
    tag = tag_words(text)
    if tag is not None:
        return KnownLine(line, LineKind.TAG, tag)
    if is_roman(text) and title_like(text):
        found = ROMAN.fullmatch(text)
        rest, mark = (found["rest"].strip(), found["mark"]) if found else (text, None)
        return KnownLine(line, LineKind.SECTION, rest, mark)
    if SECTION_NAMES.fullmatch(text.rstrip(" :")):
        return KnownLine(line, LineKind.SECTION, text.rstrip(" :"))
    if DIVISION.fullmatch(text):
        return KnownLine(line, LineKind.HEADING, text)
    if QUESTION.fullmatch(text):
        return KnownLine(line, LineKind.QUESTION, text.rstrip(" :."))
    if TITLE.fullmatch(text) and not text.endswith("."):
        return KnownLine(line, LineKind.TITLE, text)
    return None
