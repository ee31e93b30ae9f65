"""What a heading's words look like, with or without a mark before them.

Knows: how titles begin and end, how long they are, the room around them. Does not know: kinds of
line (`index.lines`), numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.marks import BULLET, BULLETS, NUMBER, TERMINAL

SENTENCE_BREAK = re.compile(r"[a-z)]{2}[.!?]\s+[A-Z]")
START = re.compile(
    r"(?:\([a-z. ]{2,12}\)\s*)?[‘’“\"'«(]*(?:[A-Z0-9À-ÖØ-ÞŠŽ]|[a-z]{1,2}-?[A-Z]|e-[a-z])"
)
ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){1,3}$|\b(?:e\.a|c\.s|etc|jl)\.$")
LONGEST_TITLE = 45  # words of a title with a number
LONGEST_HEADING, MOST_WORDS = 110, 14  # of a heading that only its shortness gives away
LONGEST_ALONE, MOST_WORDS_ALONE = 170, 24  # of one that stands between blank lines
LONGEST_SET_APART = 330  # characters of a heading that is set bold


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a line: whether text goes on from above, blank lines, the line below."""

    settled: bool
    gap: bool
    after: str
    after_gap: bool


def title_like(words: str) -> bool:
    """True for words that can be a title: they begin with a capital or a figure, or as "e-" and
    "eu-LISA" do, and do not end a sentence."""
    words = words.strip()
    if not START.match(words) or len(words.split(maxsplit=LONGEST_TITLE)) > LONGEST_TITLE:
        return False
    ended = words[-1] in ".?!;," and not ABBREVIATED.search(words[-40:])
    return not ended and not SENTENCE_BREAK.search(words)


def stands_apart(text: str, around: Around) -> bool:
    """True for a title-like line that is short, and stands between an end and a beginning."""
    if text.endswith(":"):
        return False
    after = around.after
    first = NUMBER.match(after)
    if first and first["mark"] == "1" and around.gap and around.after_gap:
        return around.settled and len(text.split()) <= MOST_WORDS // 2
    begins = after[:1].isupper() or after[:1] in f"‘“\"'«(–-{BULLETS}"
    ended = TERMINAL.search(after[-20:]) is not None
    if around.gap and BULLET.match(after) and len(text.split()) <= MOST_WORDS // 2:
        return around.settled or around.after_gap
    if around.gap and around.after_gap and begins and ended and len(text) <= LONGEST_ALONE:
        return len(text.split()) <= MOST_WORDS_ALONE
    if len(text) > LONGEST_HEADING or len(text.split()) > MOST_WORDS:
        return False
    if len(after) < len(text) and not (around.gap and around.settled and ended):
        return False
    return (around.settled or around.gap) and begins and (len(after) > 80 or ended)
