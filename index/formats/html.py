"""HTML: the text of a page, read here when it is small and in a child process when it is not.

Knows: when to use the child, how to trust its answer. Does not know: elements (`html_page`).
Building the tree of a page takes time with the square of its depth, in native code that cannot
be stopped: a hostile page of some size could hold this process up for hours.
"""

from __future__ import annotations

from index.errors import FileRefused
from index.formats.child import ChildError, ask_child
from index.formats.html_page import UNREADABLE, parse_html
from index.formats.limits import MAX_TEXT_BYTES, check_tags
from index.source import Line, Source

SMALL_PAGE = 100_000  # bytes: at worst this takes a second


def read_html(raw: bytes, name: str) -> Source:
    """The text of an HTML page. Raises FileRefused when it is too long, too deep, or has none."""
    if len(raw) > MAX_TEXT_BYTES:
        raise FileRefused(name, "holds too much for one paper; split it into smaller files")
    check_tags(raw.count(b"<"), name)
    if len(raw) <= SMALL_PAGE:
        return parse_html(raw, name)
    try:
        return _source(ask_child("html_child", raw), name)
    except (ChildError, KeyError, TypeError, ValueError):
        raise FileRefused(name, UNREADABLE) from None


def _source(answer: object, name: str) -> Source:
    """The page as the child wrote it. Raises FileRefused as the child did, and TypeError,
    ValueError or KeyError when the answer has not the form it should have."""
    if not isinstance(answer, dict):
        raise TypeError
    if "refused" in answer:
        raise FileRefused(name, str(answer["refused"]))
    lines = []
    for text, _, level, bold, _, whole, note, calls in answer["lines"]:
        stated = tuple((int(at), int(number)) for at, number in calls)
        lines.append(
            Line(
                str(text),
                level=None if level is None else int(level),
                bold=bool(bold),
                whole=bool(whole),
                note=None if note is None else int(note),
                calls=stated,
            )
        )
    return Source("html", tuple(lines), tuple(map(str, answer["warnings"])))
