"""Parts of a meeting that a question names: "the justice day", "op de home-dag".

Knows: the two parts in which the JHA Council meets, as papers head them, and how people call them.
Does not know: papers, what a part counts (`rag.retrieve`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.nouns import Language

JUSTICE, HOME = "Justitie", "Binnenlandse Zaken"  # as papers head them
NAMES: dict[str, dict[Language, str]] = {
    JUSTICE: {"nl": "Justitie", "en": "Justice"},
    HOME: {"nl": "Binnenlandse Zaken", "en": "Home Affairs"},
}
_WORDS = {
    JUSTICE: r"justitie|justice",
    HOME: r"binnenlandse[ -]zaken|bi?za|home[ -]affairs|home|interior",
}
_PART = (  # what makes a part of the meeting of them: "home" alone is a house
    r"day|dag|session|sessie|zitting|side|kant|part|deel|gedeelte|half|helft|segment|block|blok|"
    r"agenda|items?|points?|punten|agendapunten|onderwerpen|topics|themes?|thema['’]?s|files|"
    r"dossiers|council|raad|meeting|vergadering|formation|formatie|ministers"
)
_OTHERS = r"(?! (?:en|and) (?:veiligheid|security|internal)\b)"  # the ministry, a single minister
_OF = r"\b(?:ministers|collega['’]?s|bewindslieden|colleagues)\s+(?:of|van|voor|for)\s+"
_SPOKEN = r"(?:\b(?:op|bij|onder|on|under|aan|at)\s+(?:(?:the|de|het)\s+)?)"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the meeting that a text names at `start`..`end`; `section` as papers head it."""

    section: str
    start: int
    end: int


def parts(text: str) -> list[Part]:
    """The parts of the meeting that a text names, in order, each by its first words."""
    found: dict[str, Part] = {}
    for section, pattern in _PATTERNS.items():
        if m := pattern.search(text):
            found[section] = Part(section, m.start(), m.end())
    return sorted(found.values(), key=lambda part: part.start)


def _pattern(section: str) -> re.Pattern[str]:
    words = _WORDS[section]
    ways = [rf"(?:{words})(?:[\s-]?(?:{_PART}))\b", rf"{_OF}(?:{words})\b{_OTHERS}"]
    alone = "justitie" if section == JUSTICE else r"binnenlandse[ -]zaken|home[ -]affairs|bi?za"
    ways.append(rf"{_SPOKEN}(?:{alone})\b(?:[\s-](?:{_PART})\b)?{_OTHERS}")
    return re.compile(
        r"(?<![\w-])(?<!criminal )(?<!minister van )(?<!court of )" rf"(?:{'|'.join(ways)})", re.I
    )


_PATTERNS = {section: _pattern(section) for section in NAMES}
