"""What kind of file this is: by its suffix, and by what is really in it.

Knows: suffixes and the first bytes of the kinds read here and of those often mistaken for them.
Does not know: how any of them is read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from index.errors import FileRefused
from index.formats.limits import MAX_FILE_BYTES
from index.formats.regular import open_regular

Format = Literal["txt", "pdf", "docx", "html", "xml"]
SUFFIXES: dict[str, Format] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "txt",
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".xml": "xml",
}
_MAGIC = (
    (b"PK\x03\x04", "a ZIP file (DOCX, XLSX, ODT …)"),
    (b"PK\x05\x06", "an empty ZIP file"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc) or one with a password"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_REMEDY = {
    "pdf": "give the PDF itself",
    "docx": "open it in a word processor and save it as .docx without a password",
    "html": "give it the suffix of what it is, or save the page as HTML",
    "xml": "give it the suffix of what it is, or save it as XML",
    "txt": "give it the suffix of what it is, or save it as plain text",
}
_HTML = re.compile(
    rb"(?:<!--.*?-->|<\?xml[^>]*\?>|\s)*<(?:!doctype\s+html|(?:html|head|body)[\s>])", re.I | re.S
)
_XML = re.compile(rb"\s*<\?xml[\s?]", re.I)
_ANY_TAG = re.compile(rb"<(?:!doctype|[a-z][a-z0-9-]*)[\s/>]", re.I)
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b\x00"))
_HEAD = 65_536
FEW = 40  # NULs or control characters that no file is refused for


def read_file(path: Path, name: str) -> tuple[Format, bytes]:
    """The format and the bytes of a file. Raises FileRefused: no file of ours, too large, empty,
    or not what its suffix says."""
    kind = SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise FileRefused(
            name, "not a kind of file Raadpleeg reads (PDF, DOCX, HTML, XML, TXT); convert it first"
        )
    raw = _bytes(path, name)
    if not raw.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise FileRefused(name, "the file is empty; give one with text in it")
    found = _mismatch(kind, raw[:_HEAD])
    if found:
        stated = path.suffix.lower().removeprefix(".").upper()
        raise FileRefused(name, f"says {stated} but is {found}; {_REMEDY[kind]}")
    return kind, raw


def _bytes(path: Path, name: str) -> bytes:
    with open_regular(path, name) as file:
        try:
            return file.read(MAX_FILE_BYTES)
        except OSError as error:
            raise FileRefused(name, f"cannot be read ({error.strerror}); check its disk") from None


def _mismatch(kind: Format, head: bytes) -> str | None:
    """What the file is, when that is not `kind`; None when it can be `kind`."""
    if kind == "pdf":
        return None if b"%PDF-" in head[:1024] else _looks(head)
    if kind == "docx":
        return None if head.startswith(b"PK\x03\x04") else _looks(head)
    if b"%PDF-" in head[:1024] or any(head.startswith(mark) for mark, _ in _MAGIC):
        return _looks(head)
    if _binary(head):
        return "a binary file"
    plain = _single_bytes(head)
    if kind == "html":
        return None if _ANY_TAG.search(plain) else "text without any HTML in it"
    if kind == "xml":
        if _HTML.match(plain):
            return "HTML"
        return None if plain.lstrip().startswith(b"<") else "no XML"
    return "HTML" if _HTML.match(plain) else "XML" if _XML.match(plain) else None


def _looks(head: bytes) -> str:
    """What a file looks like by its first bytes, in the reader's words."""
    if b"%PDF-" in head[:1024]:
        return "a PDF"
    for mark, what in _MAGIC:
        if head.startswith(mark):
            return what
    plain = _single_bytes(head)
    if _HTML.match(plain):
        return "HTML"
    if _XML.match(plain):
        return "XML"
    return "a binary file" if _binary(head) else "something else (damaged, or plain text)"


def _single_bytes(head: bytes) -> bytes:
    """ASCII as single bytes, whether the file is UTF-8, cp1252 or UTF-16."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\x00", b"")


def _binary(head: bytes) -> bool:
    """True when too much of `head` cannot be text; UTF-16 and a stray NUL can."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    zeros = head.count(0)
    half = max(1, len(head) // 2)
    wide = min(head[::2].count(0), head[1::2].count(0)) < 0.05 * half and zeros > 0.4 * half
    controls = len(head) - len(head.translate(None, delete=_CONTROLS))
    # a short text may hold a few stray ones, whatever their share
    return (zeros > max(FEW, 0.3 * len(head)) and not wide) or controls > max(FEW, 0.05 * len(head))
