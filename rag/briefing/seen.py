"""Text from papers as it may stand in a file that others open: what cannot be seen is taken out.

Knows: which characters XML, Word and Markdown viewers cannot carry or are led astray by. Does not
know: what the text says.
"""

from __future__ import annotations

import re

LONGEST_LINE = 160  # characters of a title or a header

# controls, noncharacters and lone surrogates cannot stand in XML; marks of direction, tags and
# what has no width show another text than is there
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_LAST_TWO = re.compile(  # of each plane beyond the first: no characters either
    "["
    + "".join(
        chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 17)
    )
    + "]"
)


def seen(text: str) -> str:
    """`text` on one line, without what nobody sees; white space of any kind is one blank."""
    return " ".join(_LAST_TWO.sub("", _UNSEEN.sub("", text)).split())


def short(text: str, longest: int = LONGEST_LINE) -> str:
    """`text` as `seen` has it, cut at a word when it has more than `longest` characters."""
    whole = seen(text)
    if len(whole) <= longest:
        return whole
    cut = whole[: longest - 1]
    return (cut.rpartition(" ")[0] if " " in cut[longest // 2 :] else cut).rstrip() + "…"
