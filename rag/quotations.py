"""Quotations inside a sentence, and whether they are verbatim.

Knows: quotation marks of Dutch and English texts. Does not know: keys, evidence, numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_DOUBLE = '“„”‟＂«»〝〞"'
_PAIRS = re.compile(
    r"“([^“”]*)”|[„‟]([^„“”]*)[“”]|«([^«»]*)»|»([^«»]*)«|〝([^〝〞]*)〞|\"([^\"]*)\"|＂([^＂]*)＂"
    r"|``([^`']*)''|(?<!\w)[‘‚](?![st]\b)([^‘]*?)’(?!\w)|(?<!\w)'(?![stn]\b)([^']+)'(?!\w)"
)
_SAME = str.maketrans(
    {
        **dict.fromkeys(_DOUBLE + "‘’‚‛`´′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **{"[": "(", "]": ")", "<": "‹", ">": "›", "·": None},
    }
)


def quotations(sentence: str) -> tuple[list[str], str]:
    """The texts between quotation marks, and the sentence without them.

    A mark without a partner stays in the second part; `unpaired` finds it there.
    """
    inside = [
        next(text for text in found.groups() if text is not None)
        for found in _PAIRS.finditer(sentence)
    ]
    return inside, _PAIRS.sub(" ", sentence)


def unpaired(outside: str) -> bool:
    """True when a sentence without its quotations still holds a quotation mark.

    Then nobody can tell where the quotation ends. Apostrophes are no quotation marks.
    """
    return any(mark in outside for mark in _DOUBLE) or "``" in outside


def is_verbatim(quotation: str, texts: Iterable[str]) -> bool:
    """True when one of `texts` holds `quotation` as whole words, word for word.

    White space, kinds of hyphen, dash and quotation mark, capitals, and end marks that a sentence
    puts inside the closing mark make no difference; an ellipsis or any other letter does.
    """
    wanted = _plain(quotation).strip(" ,;:.!?'")
    if not any(character.isalnum() for character in wanted):
        return False
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    return any(pattern.search(_plain(text)) for text in texts)


def _plain(text: str) -> str:
    """`text` with everything levelled that does not change what it says."""
    text = unicodedata.normalize("NFC", text).translate(_SAME)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(text.split()).casefold()
