"""Where a line break that a writer set inside a paragraph (Shift+Enter) parts what it is made of.

Knows: that an agenda tag and the heading above it are often set as one paragraph with the text
below. Does not know: any format. All other breaks are mere layout: the paragraph goes on.
"""

from __future__ import annotations

import re

from index.marks import LETTER, NUMBER, TAG, TERMINAL, ends_open

_BRACKETS = re.compile(r"\([^()]{2,60}\)$")  # "(A-punt)" is the rest of a tag
_FEW = 8  # words: running text has more


def parted(pieces: list[str], heads: bool) -> list[int]:
    """The numbers of the pieces, without the first, with which a paragraph of its own begins.

    pieces: what stands between the breaks, none of them blank. heads: the paragraph is set as a
    heading.
    """
    begins: list[int] = []
    above = ""  # what was read since the last one
    for at, piece in enumerate(pieces):
        if at and _parts(above, piece, heads and not begins):
            begins.append(at)
            above = piece
        else:
            above = f"{above} {piece}" if above else piece
    return begins


def _parts(above: str, below: str, heads: bool) -> bool:
    """True where what stands below a break is no part of what stands above it."""
    if TAG.match(below):
        return True
    if TAG.match(above):
        goes_on = below[:1].islower() or ends_open(above) or _BRACKETS.match(below)
        return not goes_on
    headed = heads or NUMBER.match(above) or LETTER.match(above)
    runs = len(below.split()) >= _FEW and TERMINAL.search(below[-20:]) is not None
    return bool(headed) and runs and below[:1].isupper() and not TERMINAL.search(above[-20:])
