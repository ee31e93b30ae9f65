"""The covering letter: its opening, its topics, and the signatures that end it.

Knows: which headings name a subject and which a part of an argument. Does not know: the agenda.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.lines import HEADINGS, KnownLine, LineKind
from index.outline import LETTER_SECTION, Entry, Outline
from index.parts import SIGNED

# headings that name a part of an argument, not a subject: they belong to the heading above them
PART_OF_ARGUMENT = re.compile(
    r"(?:onderhandelings(?:resultaat|proces|inzet)|krachtenveld|achtergrond|inleiding|inhoud|"
    r"toelichting|(?:kabinets)?appreciatie|(?:nederlandse |kabinets)?inzet|"
    r"(?:nederlandse )?positie|vervolg(?:stappen|proces)?|conclusies?|slot|tot slot|"
    r"beoordeling|stand van zaken|standpunt|tijdpad|planning|proces)",
    re.I,
)


def read_letter(lines: Sequence[KnownLine], outline: Outline) -> None:
    """Adds the letter's entries; `lines` are those between masthead and annex."""
    last = max((i for i, line in enumerate(lines) if line.sentence), default=-1)
    topic: Entry | None = None
    entry: Entry | None = None
    signing = False
    for i, line in enumerate(lines):
        signing = line.kind is LineKind.SIGNATURE or (signing and _is_name(line))
        if signing and i > last:
            return
        if signing:
            continue
        if line.kind in HEADINGS:
            part = topic is not None and PART_OF_ARGUMENT.fullmatch(line.words) is not None
            above = topic if part else None
            entry = Entry(LETTER_SECTION, None, line.words, above, [line.line.span])
            outline.open(entry)
            topic = topic if part else entry
            continue
        if entry is None:
            entry = outline.open(Entry(LETTER_SECTION, None, None))
        entry.take(line.line.span)


def _is_name(line: KnownLine) -> bool:
    """A signatory's name, or the office that stands above the next name."""
    short = len(line.words.split()) <= SIGNED and not line.words.endswith((".", "?", "!", ":"))
    return short and line.kind in (LineKind.TEXT, LineKind.HEADING)
