"""Where a gold quote stands in the text of its paper, with the words around it.

Knows: that papers break lines and number notes where a quote does not. Does not know: gold, HTML.
"""

from __future__ import annotations

import re

AROUND = 300  # characters of the source on either side of a gold quote


def around(text: str, quote: str) -> tuple[str, str, str] | None:
    """The quote as it stands in `text`, with the text before and behind; None if it is not there.

    White space, line breaks within a word's hyphens and footnote marks do not matter.
    """
    words = [re.escape(word).replace(r"\-", r"-\s*") for word in quote.split()]
    found = re.search(r"\d{0,3}\s+".join(words), text) if words else None
    if found is None:
        return None
    before, behind = text[: found.start()], text[found.end() :]
    return (
        before if len(before) <= AROUND else f"… {_from_word(before[-AROUND:])}",
        found[0],
        behind if len(behind) <= AROUND else f"{behind[:AROUND].rpartition(' ')[0]} …",
    )


def _from_word(text: str) -> str:
    return text.partition(" ")[2]
