"""The printed marks that open a line: item numbers, letters, roman numerals, tags, bullets.

Knows: what such a mark looks like. Does not know: whether the line really is an agenda item;
that follows from what stands around it (`index.wrap` joins lines, `index.agenda` builds items).
"""

from __future__ import annotations

import re

MONTH = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "january|february|march|may|june|july|august|october"
)
WEEKDAY = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_DAY = rf"(?:(?:{WEEKDAY})\s+)?\d{{1,2}}\s+(?:{MONTH})(?:\s+\d{{4}})?|(?:{WEEKDAY})"

ROMAN = re.compile(r"(?P<mark>[IVX]{1,4}|[A-D](?=[.)]))(?:[.)]|\s*[:–-])?\s+(?P<rest>\S.*)")
# "3.1" is no item 3 called "1"
NUMBER = re.compile(
    r"(?P<mark>\d{1,2})\s?[.)]{1,2}(?:\s*(?=[^\s\d.,)])|\s+(?=\d\S*\s))(?P<rest>\S.*)"
)
LETTER = re.compile(r"(?P<mark>[a-z])(?:[.)]{1,2}|\s?\))\s*(?P<rest>\S.*)")
TAG = re.compile(r"[=]\s*(?P<rest>\S.*)")
LONGEST_TAG = 160  # characters; the longest met is "goedkeuring zonder discussie (A-punt)"
_GOES_ON = re.compile(r"[.!?;]\s+[^\W\d_]")
TAG_AT_END = re.compile(r"\S\s=\s[A-ZÀ-Ý][^=.;]{2,80}$")
INLINE_TAG = re.compile(r"(?P<title>[^=]{3,400}?)\s=\s?(?P<tag>[^=\s][^=]{1,120})")
BULLETS = "•▪‣◦·●■\uf0b7\uf0a7\ufffd"
BULLET = re.compile(rf"(?:[{BULLETS}*–—-]|o(?=\s))\s+(?P<rest>\S.*)|[{BULLETS}](?P<glued>\S.*)")
SECTION_NAMES = re.compile(
    rf"(?:(?:{_DAY})\s*[-–:,]\s*)?"
    r"(?:(?:raad|onderdeel|deel)\s+(?:(?:[IVX]{1,3}|[A-D]|\d)\b[.:]?\s*[-–]?\s*)?)?"
    r"(?P<name>justitie en binnenlandse zaken|justitie|binnenlandse zaken|asiel en migratie|"
    r"migratie en asiel|migratie|grenzen)"
    rf"(?:\s*\([^)]*\)|\s*[-–:,]\s*(?:{_DAY}))?",
    re.I,
)
# headings that part an agenda by procedure, between its items
DIVISION = re.compile(
    r"(?:niet-?\s?)?wetgevende\s+(?:besprekingen|beraadslagingen|activiteiten|handelingen)\b.{0,80}|"
    r"gemengd\s+comité\b.{0,60}|[AB]-punten",
    re.I,
)
PAPER = re.compile(
    r"(?:bijlage:?\s*)?(?:verslag|geannoteerde agenda|annotated agenda)\s+"
    r"(?:van|of|jbz|informele|formele|raad|landbouw)\b",
    re.I,
)
DATELINE = re.compile(
    rf"(?:Den Haag|[’']s-Gravenhage),\s+(?:\d{{1,2}}\s+)?(?:{MONTH})\s+\d{{4}}|"
    r"Nr\.\s+\d+\s+BRIEF VAN\b.*"
)
LETTER_HEAD = re.compile(
    r"(?:Den Haag|[’']s-Gravenhage),\s|Aan de [Vv]oorzitter|Geachte\s|Hierbij\s|"
    r"Nr\.\s+\d+\s+BRIEF|(?:Datum|Onderwerp|Betreft|Ons kenmerk|Uw kenmerk)\b"
)
TERMINAL = re.compile(r"[.!?:;][)”’»\"']*$")
CONNECTING = frozenset(
    """de het een der den van voor op in en of inzake tot met bij door over aan te ten ter om als
    dan uit naar tegen tussen onder na per sinds via betreffende tijdens rond the of on to for and
    in with by from at our their zijn haar hun""".split()
)
# with a capital these stand at the start of a sentence only
STARTERS = frozenset(
    """De Het Een Deze Dit Dat Die Er In Op Onder Tijdens Naar Volgens Ook Daarnaast Voor Met Bij
    Als Om Na Uit Door Zo Tot Aan Over Hierbij Daarbij Wat Hoe Ten Ter Zoals Wel Hierover Verder
    Tevens Tegelijkertijd Sinds Conform Graag Momenteel Meerdere Enkele Verschillende Vanuit
    Vooralsnog Gezien Afgelopen Vrijwel Veel Sommige Alle Tegen Mede Namens Voorafgaand Daartoe
    Daarom Hiermee Daarmee The This These At During""".split()
)


def tag_words(text: str) -> str | None:
    """The words of a line that is an agenda tag; None for any other.

    A tag is a short phrase: "= Beleidsdebat" with the text of the item behind it is none.
    """
    found = TAG.fullmatch(text)
    if found is None or len(text) > LONGEST_TAG or _GOES_ON.search(text):
        return None
    return found["rest"].strip()


def is_roman(text: str) -> bool:
    """A section mark: a roman numeral with its point, or a mark before the name of a section."""
    found = ROMAN.fullmatch(text)
    if found is None:
        return False
    pointed = text[found.end("mark")] in ".)" and found["mark"][0] in "IVX"
    return pointed or SECTION_NAMES.fullmatch(found["rest"].strip(" :")) is not None


def opens(text: str) -> bool:
    """True when the line opens with a mark and so does not go on from the line before."""
    marked = NUMBER.match(text) or LETTER.match(text) or TAG.match(text) or BULLET.match(text)
    return bool(marked) or is_roman(text)


def ends_open(text: str) -> bool:
    """True when a line ends in a word that cannot end a heading: an article, a preposition."""
    words = text.rsplit(maxsplit=1)
    return bool(words) and (words[-1].lower() in CONNECTING or text.endswith(","))


def starts_sentence(text: str) -> bool:
    """True when a line begins with a word that has a capital only at the start of a sentence."""
    words = text.split(maxsplit=1)
    return bool(words) and words[0] in STARTERS


def without_bullet(text: str) -> int:
    """How many characters of a bullet and its space open `text`; 0 without one."""
    found = BULLET.match(text)
    if found is None:
        return 0
    return max(found.start("rest"), found.start("glued"))
