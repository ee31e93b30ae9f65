"""Footnotes of an HTML page: which links call them, which blocks hold their text.

Knows: links that are raised or named after footnotes, and what they point to. Does not know:
how a page is read. A number whose text cannot be told apart stays an ordinary number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

_CALL = re.compile(r"[\[(]?(\d{1,3})[\])]?")
_NAMES = re.compile(r"noot|foot-?note|\bfn|noteref|endnote", re.I)
_BACK = re.compile(r"[\s↩↑^\ufe0e\u21b5]*")
_HOLDERS = frozenset(("p", "li", "div", "dd", "td", "aside", "section"))


@dataclass(frozen=True, slots=True)
class PageNotes:
    """`calls`: anchor -> note number. `texts`: block (its id in memory) -> note number.
    `around`: the blocks that such blocks stand in."""

    calls: dict[str, int]
    texts: dict[int, int]
    around: frozenset[int]

    def called(self, link: LexborNode) -> int | None:
        """The note that a link calls, if it calls one."""
        number = self.calls.get(_target(link))
        return number if number is not None and _CALL.fullmatch(link.text().strip()) else None

    def back(self, link: LexborNode, note: int | None) -> bool:
        """True for a link in note `note` that only leads back, by an arrow or by its number."""
        if note is None:
            return False
        text = link.text().strip()
        number = _CALL.fullmatch(text)
        return _BACK.fullmatch(text) is not None or (number is not None and int(number[1]) == note)


def page_notes(root: LexborNode) -> PageNotes:
    """The footnotes of a page. The first link with a number calls it; later ones lead back."""
    targets: dict[int, str] = {}
    for link in root.css("a[href]"):
        call = _CALL.fullmatch(link.text().strip())
        if call and _target(link) and _is_call(link):
            targets.setdefault(int(call[1]), _target(link))
    wanted = {target: number for number, target in targets.items()}
    holders: dict[int, list[int]] = {}
    nodes: dict[int, LexborNode] = {}
    for node in root.css("[id], [name]"):
        number = wanted.get(node.attributes.get("id") or node.attributes.get("name") or "")
        holder = _holder(node) if number is not None else None
        if holder is not None and number is not None:
            holders.setdefault(holder.mem_id, []).append(number)
            nodes[holder.mem_id] = holder
    texts = {place: found[0] for place, found in holders.items() if len(set(found)) == 1}
    noted = set(texts.values())
    around = {place for held in texts for place in _ancestors(nodes[held])}
    calls = {target: number for target, number in wanted.items() if number in noted}
    return PageNotes(calls, texts, frozenset(around))


def _target(link: LexborNode) -> str:
    return (link.attributes.get("href") or "").partition("#")[2]


def _is_call(link: LexborNode) -> bool:
    """A link that is raised, or named after footnotes."""
    parent = link.parent
    raised = link.css_first("sup") is not None or (parent is not None and parent.tag == "sup")
    named = " ".join(str(link.attributes.get(key) or "") for key in ("class", "role", "epub:type"))
    return raised or (_NAMES.search(named) is not None and "back" not in named.lower())


def _holder(node: LexborNode) -> LexborNode | None:
    """The block that holds a note: the node itself, or the nearest one around it."""
    found: LexborNode | None = node
    while found is not None and found.tag not in _HOLDERS:
        found = found.parent if found.tag not in ("body", "main", "article") else None
    return found


def _ancestors(node: LexborNode) -> list[int]:
    found, parent = list[int](), node.parent
    while parent is not None:
        found.append(parent.mem_id)
        parent = parent.parent
    return found
