"""The walk through an HTML page: what a reader of it sees as text, block by block.

Knows: which elements are blocks, which are never shown. Does not know: what the text means.
Scripts, styles, navigation, page heads and feet are left out, and so is what is hidden, with a
warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from index.errors import FileRefused
from index.formats.characters import decode, hidden_warnings, tidy
from index.formats.docx_numbering import written
from index.formats.html_notes import PageNotes, page_notes
from index.formats.limits import names
from index.formats.paragraph import Paragraph, table_row
from index.source import Line, Source

MAX_NESTING = 400
_SKIPPED = names(
    "script style template noscript head title nav iframe object embed svg canvas audio video"
    " select button datalist textarea input dialog map -comment"
)
_EDGES = frozenset(("header", "footer"))
_CONTENT = frozenset(("article", "main", "section"))
_EDGE_ROLES = frozenset(("navigation", "banner", "contentinfo", "search"))
_BLOCKS = names(
    "address article aside blockquote caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu ol p pre section summary"
    " table tbody td tfoot th thead tr ul"
)
_EMPHASIS = names("b strong em i")
_EMPHASIS_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font-style\s*:\s*italic", re.I)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:opacity|font-size)\s*:\s*0(?![.\d])", re.I
)
_STATED = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
UNREADABLE = "its HTML is nested too deep or badly broken; save the page anew as HTML"
_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def parse_html(raw: bytes, name: str) -> Source:
    """The text of an HTML page, read here and now. Raises FileRefused when it is too deep."""
    stated = _STATED.search(raw[:4096])
    text, warnings = decode(raw, stated[1].decode("ascii") if stated else None)
    body = LexborHTMLParser(text).body
    if body is None:
        raise FileRefused(name, "the page holds no text; save the page anew as HTML")
    page = _Page(name, page_notes(body))
    page.walk(body, _Setting())
    page.close(_Setting())
    warnings += hidden_warnings(text)
    if page.hidden:
        warnings += (f"{page.hidden} hidden parts of the page left out",)
    return Source("html", tuple(page.lines), warnings)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the elements around a piece of text say of it."""

    level: int | None = None
    emphasis: bool = False
    note: int | None = None
    content: bool = False
    verbatim: bool = False
    depth: int = 0


@dataclass(slots=True)
class _Page:
    """The lines of a page so far, and the paragraph being put together."""

    name: str
    notes: PageNotes
    lines: list[Line] = field(default_factory=list)
    hidden: int = 0
    paragraph: Paragraph = field(default_factory=Paragraph)
    mark: str = ""
    counts: dict[int, int] = field(default_factory=dict)

    def walk(self, node: LexborNode, setting: _Setting) -> None:
        """Read the inside of an element."""
        if setting.depth > MAX_NESTING:
            raise FileRefused(self.name, UNREADABLE)
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self._text(child.text_content or "", setting)
            elif tag in _SKIPPED or self._left_out(child, tag, setting):
                continue
            elif tag == "br":
                self._break(setting)
            elif tag == "a" and (number := self.notes.called(child)) is not None:
                self.paragraph.call(number)
            elif tag == "a" and self.notes.back(child, setting.note):
                continue
            else:
                inner = self._inside(child, tag, setting)
                if tag in _BLOCKS:
                    self.close(setting)
                    self._block(child, inner)
                else:
                    self.walk(child, inner)

    def close(self, setting: _Setting) -> None:
        """End the paragraph."""
        if not self.paragraph.text:
            return
        lines = self.paragraph.lines(self.mark, setting.level, setting.note)
        self.paragraph = Paragraph()
        if lines:
            self.lines += lines
            self.mark = ""

    def _break(self, setting: _Setting) -> None:
        if setting.verbatim:
            self._text("\n", setting)
        else:
            self.paragraph.broken()

    def _text(self, text: str, setting: _Setting) -> None:
        if not setting.verbatim:
            self.paragraph.put(text, setting.emphasis)
            return
        # preformatted: printed lines, as in a text file
        first, *others = tidy(text).split("\n")
        self.paragraph.text += first
        for other in others:
            kept = self.paragraph.text.rstrip()
            self.lines.append(Line(kept, note=setting.note, calls=tuple(self.paragraph.calls)))
            self.paragraph = Paragraph(other)

    def _block(self, node: LexborNode, setting: _Setting) -> None:
        if node.tag == "tr":
            self.lines += table_row([self._cell(cell, setting) for cell in node.iter()])
            return
        if node.tag == "li":
            self.mark = "" if setting.note is not None else self._list_mark(node)
        self.walk(node, setting)
        self.close(setting)
        if node.tag == "li":
            self.mark = ""

    def _list_mark(self, node: LexborNode) -> str:
        """What a browser prints before a list item: a dash for any bullet, or its number."""
        around = node.parent
        if around is None or around.tag != "ol":
            return "- "
        before = self.counts.get(around.mem_id, _whole(around.attributes.get("start"), 1) - 1)
        count = _whole(node.attributes.get("value"), before + 1)
        self.counts[around.mem_id] = count
        way = _LIST_TYPES.get(around.attributes.get("type") or "", "decimal")
        return f"{written(count, way)}. "

    def _cell(self, node: LexborNode, setting: _Setting) -> list[Line]:
        inside = _Page(self.name, self.notes)
        if node.tag not in _SKIPPED and not self._left_out(node, node.tag or "", setting):
            inner = inside._inside(node, node.tag or "", setting)
            inside.walk(node, inner)
            inside.close(inner)
        self.hidden += inside.hidden
        return inside.lines

    def _inside(self, node: LexborNode, tag: str, setting: _Setting) -> _Setting:
        """The setting inside an element."""
        style = node.attributes.get("style") or ""
        return _Setting(
            level=int(tag[1]) if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else setting.level,
            emphasis=setting.emphasis
            or tag in _EMPHASIS
            or _EMPHASIS_STYLE.search(style) is not None,
            note=self.notes.texts.get(node.mem_id, setting.note),
            content=setting.content or tag in _CONTENT,
            verbatim=setting.verbatim or tag == "pre",
            depth=setting.depth + 1,
        )

    def _left_out(self, node: LexborNode, tag: str, setting: _Setting) -> bool:
        """True for what is hidden (counted), and for a page's own head and foot."""
        found = node.attributes
        if "hidden" in found or (found.get("aria-hidden") or "").lower() == "true":
            hidden = True
        else:
            hidden = _HIDDEN_STYLE.search(found.get("style") or "") is not None
        if hidden:
            self.hidden += 1 if node.text().strip() else 0
            return True
        edge = tag in _EDGES or (found.get("role") or "").lower() in _EDGE_ROLES
        return edge and not setting.content and node.mem_id not in self.notes.around


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*-?\d{1,6}\s*", text, re.ASCII) else otherwise
