"""From runs of letters on a PDF page to printed lines, with what their setting says of them.

Knows: white space between lines, emphasis, calls. Does not know: pdfium, page furniture, which
lines make a paragraph. A raised number is a footnote call only when some
page has small print under that number; otherwise it stays in the text (CO2, m2).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from statistics import median

from index.formats.characters import tidy
from index.formats.pdf_notes import OPENING, mark_notes
from index.formats.pdf_print import Printed, Run, assemble, numbers
from index.source import Line

BOLD = 0.9  # share of a line's letters that must be bold or italic
BLANK = 1.4  # line heights between baselines from which there is white space between two lines
# Accents that old type prints over the letter before them, and what joins them to it.
_ACCENTS = dict(
    zip(
        "`´^~¨ˇ˘˙˝¸˛",
        "\u0300\u0301\u0302\u0303\u0308\u030c\u0306\u0307\u030b\u0327\u0328",
        strict=True,
    )
)
_POWER = re.compile(r"(?:^|[\s(])(?:[kcdm]?m|10|s|R)$")  # m2, km2, 10 to the 6th, R2


def lines_of(pages: list[list[Run]]) -> list[Line]:
    """The lines of all pages, blank lines where white space parts them; pages count from 1."""
    printed = [assemble(runs, number) for number, runs in enumerate(pages, start=1)]
    mark_notes(printed, _body_size([line for page in printed for line in page]))
    noted = {line.note for page in printed for line in page if line.note is not None}
    height = _line_height(printed)
    lines: list[Line] = []
    for number, page in enumerate(printed, start=1):
        before: Printed | None = None
        for line in page:
            if before is not None and _parted(before, line, height):
                lines.append(Line("", page=number))
            lines.append(_line(line, noted))
            before = line
        if not page:
            lines.append(Line("", page=number))
    return lines


def _body_size(lines: list[Printed]) -> float:
    """The size in which most letters are set."""
    letters: Counter[float] = Counter()
    for line in lines:
        for run in line.runs:
            letters[round(run.size, 1)] += len(run.text)
    return max(letters, key=lambda size: (letters[size], size)) if letters else 0.0


def _line_height(pages: list[list[Printed]]) -> float:
    """Usual distance between baselines, as a share of the type size."""
    steps = [
        (above.main.across - below.main.across) / above.main.size
        for page in pages
        for above, below in pairwise(page)
        if abs(above.main.size - below.main.size) < 0.1
    ]
    usual = [step for step in steps if 0.8 < step < 2.5]
    return median(usual) if usual else 1.2


def _parted(above: Printed, below: Printed, height: float) -> bool:
    """True when white space lies between two lines, or the second does not stand below."""
    step = above.main.across - below.main.across
    size = max(above.main.size, below.main.size)
    return step > BLANK * height * size or step < -0.5 * size


def _line(printed: Printed, noted: set[int]) -> Line:
    """The line as it is handed over: calls taken out of the text, its number off a note."""
    runs = printed.runs
    number_first = printed.opens and printed.raised(runs[0])
    text, calls = _text(printed, runs[1:] if number_first else runs, noted)
    if printed.opens and not number_first:
        stripped = OPENING.sub("", text, count=1)
        calls = [(at - len(text) + len(stripped), number) for at, number in calls]
        text = stripped
    emphasised = sum(sum(map(str.isalnum, run.text)) for run in runs if run.bold)
    letters = sum(sum(map(str.isalnum, run.text)) for run in runs)
    return Line(
        text.rstrip(),
        page=printed.page,
        bold=letters > 0 and emphasised >= BOLD * letters,
        size=round(printed.main.size, 1),
        note=printed.note,
        calls=tuple(calls),
    )


def _text(printed: Printed, runs: list[Run], noted: set[int]) -> tuple[str, list[tuple[int, int]]]:
    """The text of `runs` without its footnote calls, and those calls."""
    text, calls, end = "", list[tuple[int, int]](), 0.0
    for run in runs:
        accent = _ACCENTS.get(run.text.strip())
        if accent and text[-1:].isalpha() and run.start < end - 0.05 * run.size:
            text = unicodedata.normalize("NFC", text + accent)
            text += " " if run.text[-1] == " " else ""
            continue
        if text[-1:] not in ("", " ") and run.start - end > 0.2 * run.size:
            text += " "
        end = run.end
        called = numbers(run.text) if text and printed.raised(run) else []
        if called and noted.issuperset(called) and not _POWER.search(text[-8:]):
            calls += [(len(text), number) for number in called]
            piece = run.text[len(run.text.rstrip()) :]
        else:
            piece = run.text
        piece = tidy(piece).replace("\t", " ").replace("\n", " ")
        text += piece.lstrip() if text[-1:] in ("", " ") else piece
    return text, calls
