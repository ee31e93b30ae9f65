"""The printed marks that open a line: item numbers, letters, roman numerals, tags, bullets.

Knows: what such a mark looks like. Does not know: whether the line really is an agenda item;
that follows from what stands around it (`index.wrap` joins lines, `index.agenda` builds items).
"""

from __future__ import annotations

import re

ROMAN = re.compile(r"(?P<mark>[IVX]{1,4})(?:[.)]|\s*[:–-])?\s+(?P<rest>\S.*)")
NUMBER = re.compile(r"(?P<mark>\d{1,2})\s?[.)]{1,2}\s*(?P<rest>[^\s\d.,)].*|\d\S*\s.*)")
LETTER = re.compile(r"(?P<mark>[a-z])(?:[.)]{1,2}|\s?\))\s*(?P<rest>\S.*)")
TAG = re.compile(r"[=]\s*(?P<rest>\S.*)")
BULLET = re.compile(r"[•▪‣◦·●■o\uf0b7\uf0a7\ufffd*–—-]\s+(?P<rest>\S.*)|[\uf0b7\uf0a7\ufffd•▪●](?P<glued>\S.*)")
SECTION_NAMES = re.compile(
    r"(?:raad\s+|onderdeel\s+|deel\s+)?(?P<name>justitie|binnenlandse zaken|"
    r"migratie|asiel en migratie|grenzen|justitie en binnenlandse zaken)(?:\s*\([^)]*\))?",
    re.I,
)
PAPER = re.compile(r"(?:bijlage:?\s*)?(?:verslag|geannoteerde agenda|annotated agenda)\s+(?:van|of|jbz|informele|formele|raad)\b", re.I)
TERMINAL = re.compile(r"[.!?:;][)”’»\"']*$")
CONNECTING = frozenset(
    "de het een der den van voor op in en of inzake tot met bij door over aan te ten ter om als dan "
    "uit naar tegen tussen onder na per sinds via betreffende tijdens rond the of on to for and in "
    "with by from at our their zijn haar hun".split()
)


def is_roman(text: str) -> bool:
    """A section mark: a roman numeral with its point, or before the name of a section."""
    found = ROMAN.fullmatch(text)
    if found is None:
        return False
    pointed = text[found.end("mark")] in ".)"
    return pointed or SECTION_NAMES.fullmatch(found["rest"].strip()) is not None


def opens(text: str) -> bool:
    """True when the line opens with a mark and so does not go on from the line before."""
    return bool(NUMBER.match(text) or LETTER.match(text) or TAG.match(text) or BULLET.match(text)) or is_roman(text)


def ends_open(text: str) -> bool:
    """True when a line ends in a word that cannot end a heading: an article, a preposition."""
    words = text.rsplit(maxsplit=1)
    return bool(words) and (words[-1].lower() in CONNECTING or text.endswith(","))
