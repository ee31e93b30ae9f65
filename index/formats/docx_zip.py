"""The ZIP around a DOCX: which parts it has, and getting them out without being flooded.

Knows: sizes, ratios, how parts refer to each other. Does not know: what the parts say. Sizes are
judged from the directory before anything is inflated, and counted again while inflating, since
a directory can lie. Nothing nested is opened.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from xml.etree.ElementTree import Element

from index.errors import FileRefused
from index.formats.trees import parse_xml

MAX_ENTRIES = 2_000
MAX_INFLATED = 200_000_000
MAX_PART = 60_000_000  # the text of one part; the longest papers need a tenth
MAX_RATIO = 100
SMALL = 1_000_000  # small parts may compress well: styles are repetitive
_CHUNK = 1 << 18
_DAMAGED = "the DOCX is damaged; open it in a word processor and save it again"
_BOMB = "the DOCX inflates to far more than its size, as no paper does; it is not opened"


# What reading a damaged ZIP has been seen to raise: its own errors, and those of what it uses.
_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    EOFError,
    OSError,
    RuntimeError,  # also NotImplementedError: a feature that zipfile lacks
    ValueError,
)


class Parts:
    """The parts of one DOCX; each is inflated and parsed when asked for."""

    def __init__(self, raw: bytes, name: str) -> None:
        """Judge the directory of the ZIP `raw`. Raises FileRefused."""
        self.name = name
        self.inflated = 0
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(raw))
            entries = self.zip.infolist()
        except _FAILURES:
            raise FileRefused(name, _DAMAGED) from None
        if len(entries) > MAX_ENTRIES or sum(e.file_size for e in entries) > MAX_INFLATED:
            raise FileRefused(name, _BOMB)
        for entry in entries:
            if entry.flag_bits & 1:
                raise FileRefused(name, "the DOCX is encrypted; save it without a password")
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise FileRefused(name, _DAMAGED)  # Word writes no other
            if entry.file_size > max(SMALL, MAX_RATIO * entry.compress_size):
                raise FileRefused(name, _BOMB)
        self.entries = {entry.filename.lstrip("/"): entry for entry in entries}
        if len(self.entries) < len(entries):
            raise FileRefused(name, _DAMAGED)  # two parts of one name: which one is read?

    def main(self) -> str:
        """The path of the document's main part. Raises FileRefused when it is no Word file."""
        for kind, target in self._related("_rels/.rels", ""):
            if kind == "officeDocument" and target.endswith(".xml") and target in self.entries:
                if self._root_of(target).tag == "document":
                    return target
                break
        raise FileRefused(
            self.name,
            "says DOCX but is another kind of ZIP file; save the paper as .docx in Word",
        )

    def related(self, part: str, kind: str) -> Element | None:
        """The root of the part of `kind` (such as `footnotes`) that `part` refers to, if any."""
        folder, file = posixpath.split(part)
        for found, target in self._related(f"{folder}/_rels/{file}.rels", folder):
            if found == kind and target in self.entries:
                return self._root_of(target)
        return None

    def root(self, part: str) -> Element:
        """The root element of a part. Raises FileRefused when it is broken or too large."""
        return self._root_of(part)

    def _related(self, path: str, folder: str) -> list[tuple[str, str]]:
        """Kind and path of each part that a relations file names; outside addresses are left."""
        if path.lstrip("/") not in self.entries:
            return []
        return [
            (
                relation.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip(
                    "/"
                ),
            )
            for relation in self._root_of(path.lstrip("/"))
            if relation.get("TargetMode") != "External"
        ]

    def _root_of(self, part: str) -> Element:
        root, _ = parse_xml(self._inflate(part), self.name, f"part {part}")
        return root

    def _inflate(self, part: str) -> bytes:
        """The bytes of a part, counted while they come."""
        entry, pieces, size = self.entries[part], list[bytes](), 0
        try:
            with self.zip.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    if size > min(MAX_PART, max(SMALL, MAX_RATIO * entry.compress_size)):
                        raise FileRefused(self.name, _BOMB)
                    pieces.append(piece)
        except _FAILURES:
            raise FileRefused(self.name, _DAMAGED) from None
        self.inflated += size
        if self.inflated > MAX_INFLATED:
            raise FileRefused(self.name, _BOMB)
        return b"".join(pieces)
