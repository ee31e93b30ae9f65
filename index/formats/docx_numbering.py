"""The numbers that Word prints before paragraphs and does not keep in their text.

Knows: lists, levels, number formats. Does not know: what is numbered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from index.formats.docx_styles import Styles, number, value

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"))
_ROMAN_LOW = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how its number is written and set in text."""

    start: int
    written: str
    pattern: str
    legal: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class List:
    """A list in use: the definition that counts it, its levels, and where it starts anew."""

    definition: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """`root`: the numbering part, None when the file has none."""
        self.styles = styles
        self.definitions: dict[str, Element] = {}
        self.uses: dict[str, Element] = {}
        if root is not None:
            self.definitions = {a.get("abstractNumId", ""): a for a in root.iter("abstractNum")}
            self.uses = {n.get("numId", ""): n for n in root.findall("num")}
        self.lists: dict[str, List | None] = {}
        self.counts: dict[str, dict[int, int]] = {}

    def mark(self, style: str | None, properties: Element | None) -> str:
        """The next paragraph's number as printed ("1.", "a)", "-"); "" when it has none."""
        own = None if properties is None else properties.find("numPr")
        inherited = self.styles.numbering(style)
        number_id = value(own, "numId")
        if number_id is None and inherited is not None:
            number_id = value(inherited[1], "numId")
        found = self._list(number_id or "0")
        if found is None:
            return ""
        depth = number(own, "ilvl")
        if depth is None and inherited is not None:
            depth = number(inherited[1], "ilvl")
            if depth is None:
                linked = [i for i, level in found.levels.items() if level.style == inherited[0]]
                depth = linked[0] if linked else None
        return self._count(found, min(max(depth or 0, 0), _LEVELS - 1))

    def _list(self, number_id: str) -> List | None:
        """The list of an id; the first use of one that starts anew sets its counts back."""
        if number_id not in self.lists:
            self.lists[number_id] = found = self._define(number_id)
            if found is not None:
                for depth, start in found.restarts.items():
                    self.counts.setdefault(found.definition, {})[depth] = start - 1
        return self.lists[number_id]

    def _define(self, number_id: str) -> List | None:
        use = self.uses.get(number_id)
        definition = value(use, "abstractNumId") if number_id != "0" else None
        if use is None or definition not in self.definitions:
            return None
        source = self.definitions[definition]
        link = value(source, "numStyleLink")
        if link is not None:
            source = next(
                (d for d in self.definitions.values() if value(d, "styleLink") == link), source
            )
        levels = dict(map(_level, source.findall("lvl")))
        restarts: dict[int, int] = {}
        for override in use.findall("lvlOverride"):
            depth, start = _depth(override), number(override, "startOverride")
            inner = override.find("lvl")
            if inner is not None:
                levels[depth] = _level(inner)[1]
            if start is not None:
                restarts[depth] = start
        return List(definition, levels, restarts)

    def _count(self, found: List, depth: int) -> str:
        level = found.levels.get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(found.definition, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if level.written == "bullet":
            return "-"
        if level.written == "none":
            return ""

        def printed(place: re.Match[str]) -> str:
            above = int(place[1]) - 1
            shown = found.levels.get(above, level)
            count = counts.setdefault(above, shown.start)
            return written(count, "decimal" if level.legal else shown.written)

        return re.sub(r"%([1-9])", printed, level.pattern).strip()


def _depth(element: Element) -> int:
    text = element.get("ilvl", "0")
    return int(text) if text in set("012345678") else 0


def _level(element: Element) -> tuple[int, Level]:
    start = number(element, "start")
    legal = element.find("isLgl")
    return _depth(element), Level(
        1 if start is None else start,
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        legal is not None and legal.get("val") not in ("0", "false", "off"),
        value(element, "pStyle"),
    )


def written(count: int, way: str) -> str:
    """A number as Word writes it in format `way`; formats of other scripts become digits."""
    if way.endswith("Letter") and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 50 + 1)
        return letters.upper() if way.startswith("upper") else letters
    if way.endswith("Roman") and 0 < count < 4000:
        text, left = "", count
        for worth, letters in _ROMAN + _ROMAN_LOW:
            text += letters * (left // worth)
            left %= worth
        return text.upper() if way.startswith("upper") else text
    if way == "decimalZero":
        return f"{count:02d}"
    return "" if way == "none" else str(count)
