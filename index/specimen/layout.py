"""Sets words in lines and lines on pages, with each footnote at the foot of the page that calls it.

Knows: widths and heights as the caller measures them. Does not know: fonts, characters a line,
what a block is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from index.specimen.blocks import Block

# After a hyphen that belongs to the word: JBZ-|Raad, Latijns-|Amerika, but not e-|evidence.
REAL_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2})")
# Places where a typesetter may break a common long word; a hyphen is then printed.
SYLLABLES = {
    stem.replace("|", ""): stem.index("|")
    for stem in (
        "aan|dacht",
        "appre|ciatie",
        "gedachte|wisseling",
        "grens|overschrijdend",
        "inlichtingen|diensten",
        "kinder|misbruik",
        "lid|staten",
        "maat|regel",
        "onder|handeling",
        "recht|hebbende",
        "rechts|handhaving",
        "samen|werking",
        "slacht|offer",
        "ver|ordening",
        "voor|waarden",
        "voor|zitterschap",
        "wets|voorstel",
    )
}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one word that are set alike; `note` is the footnote that they call, if any."""

    text: str
    note: int | None = None


Word = tuple[Run, ...]
Row = tuple[Word, ...]


def words(text: str, calls: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """`text` cut at white space; each call, as (offset, number), becomes a run of its word."""
    found: list[Word] = []
    waiting = list(calls)
    for match in re.finditer(r"\S+", text):
        runs, last = [], match.start()
        while waiting and waiting[0][0] <= match.end():
            offset, number = waiting.pop(0)
            runs += [Run(text[last:offset]), Run(str(number), number)]
            last = offset
        runs.append(Run(text[last : match.end()]))
        found.append(tuple(run for run in runs if run.text))
    return found


def block_words(block: Block) -> list[Word]:
    """The words of a block as printed, with its footnote calls."""
    return words(block.printed, block.printed_calls)


def rows(content: Sequence[Word], width: float, measure: Callable[[Word], float]) -> list[Row]:
    """`content` in lines of at most `width`; a single word that is wider gets its own line.

    measure gives a word's width; a space is as wide as `measure` says of the word " ".
    """
    space = measure((Run(" "),))
    done: list[Row] = []
    line: list[Word] = []
    used = 0.0
    for word in content:
        rest: Word | None = word
        while rest is not None:
            lead = space if line else 0.0
            if used + lead + measure(rest) <= width:
                line.append(rest)
                used += lead + measure(rest)
                rest = None
                continue
            head, rest = _broken(rest, width - used - lead, measure)
            if head is None and not line:
                head, rest = rest, None
            line += [head] if head else []
            done.append(tuple(line))
            line, used = [], 0.0
    return [*done, tuple(line)] if line else done


def _broken(
    word: Word, room: float, measure: Callable[[Word], float]
) -> tuple[Word | None, Word | None]:
    """The longest part of `word` that fits in `room`, hyphen included, and what is left of it."""
    first, *after = word
    for at, hyphen in sorted(_breaks(first.text), reverse=True):
        head = (Run(first.text[:at] + hyphen),)
        if measure(head) <= room:
            return head, (Run(first.text[at:]), *after)
    return None, word


def _breaks(text: str) -> list[tuple[int, str]]:
    """Places where `text` may be broken, with the hyphen that the break adds, if any."""
    places = [(found.start(), "") for found in REAL_HYPHEN.finditer(text)]
    lower = text.casefold()
    return places + [(at, "-") for stem, at in SYLLABLES.items() if lower.startswith(stem)]


@dataclass(frozen=True, slots=True)
class Printed:
    """One line to be placed. `keep`: it may not be the last of a page (headings)."""

    row: Row
    style: str
    height: float
    keep: bool = False

    @property
    def notes(self) -> tuple[int, ...]:
        """The footnotes called in this line."""
        return tuple(run.note for word in self.row for run in word if run.note is not None)


def pages(
    lines: Sequence[Printed], note_heights: Mapping[int, float], room: float
) -> list[tuple[Printed, ...]]:
    """`lines` on pages of height `room`, each with the footnotes it calls at its own foot.

    A heading moves on with the line after it; no page begins with a blank line. A line that
    does not fit on an empty page (with its notes) gets a page to itself.
    """
    made: list[tuple[Printed, ...]] = []
    page: list[Printed] = []
    for line in lines:
        if not page and not line.row:
            continue
        page.append(line)
        if len(page) > 1 and _height(page, note_heights) > room:
            cut = len(page) - 1
            while cut > 1 and page[cut - 1].keep:
                cut -= 1
            if page[cut - 1].keep:  # nothing but headings: they stay where they are
                cut = len(page) - 1
            made.append(tuple(page[:cut]))
            page = page[cut:]
            while page and not page[0].row:
                page.pop(0)
    return [*made, tuple(page)] if page else made


def _height(page: Sequence[Printed], note_heights: Mapping[int, float]) -> float:
    notes = sum(note_heights[number] for line in page for number in line.notes)
    return sum(line.height for line in page) + notes
