"""The child process that opens a PDF: bytes on stdin, runs of letters as JSON on stdout.

Knows: pdfium. Does not know: lines, notes, what becomes of its answer. It imports as little as
it can, to start fast. pdfium is native code and not safe across threads; its limits are
therefore those of a process.

A page is `[runs, pictures]`; a run is `[text, size, emphasis, across, start, end, angle]`:
letters set in one font on one baseline. Lengths are in points. `across` is the baseline's height,
`start` and `end` lie along it, both turned by `angle` degrees, so that text set sideways reads
like any other. Spaces that pdfium inferred are in the text; its line ends are not: it sees one
after every raised number.
"""

from __future__ import annotations

import ctypes
import json
import math
import re
import sys

from index.formats.bounds import limit_itself
from index.formats.limits import MAX_CHARACTERS, MAX_PAGES

SECONDS = 60
TINY = 1.0  # points: below this size nobody is meant to read it

Run = tuple[str, float, int, float, float, float, int]

_EMPHASIS = re.compile("bold|black|heavy|demi|italic|oblique", re.I)
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18


class RefusalError(Exception):
    """The one word that tells the parent why."""


class Reader:
    """Walks the pages of one document; a page's fonts are looked up once."""

    def __init__(self, raw: bytes) -> None:
        """Open the PDF `raw`. Raises RefusalError."""
        import pypdfium2.raw as pdfium

        self.pdfium = pdfium
        pdfium.FPDF_InitLibrary()
        # as bare addresses: asked for every letter, pointer objects would halve the speed
        pdfium.FPDFText_GetTextObject.restype = ctypes.c_void_p
        self.raw = raw  # pdfium keeps pointing into it
        self.document = pdfium.FPDF_LoadMemDocument64(raw, len(raw), None)
        if not self.document:
            why = pdfium.FPDF_GetLastError()
            locked = why in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
            raise RefusalError("encrypted" if locked else "damaged")
        self.count: int = pdfium.FPDF_GetPageCount(self.document)
        if self.count > MAX_PAGES:
            raise RefusalError("pages")
        if self.count < 1:
            raise RefusalError("damaged")
        self.fonts: dict[int, int] = {}
        self.characters = 0
        self.tiny = 0

    def page(self, number: int) -> tuple[list[Run], bool]:
        """The runs of a page, and whether it holds pictures."""
        pdfium = self.pdfium
        page = pdfium.FPDF_LoadPage(self.document, number)
        letters = pdfium.FPDFText_LoadPage(page) if page else None
        if not letters:
            raise RefusalError("damaged")
        count = pdfium.FPDFText_CountChars(letters)
        self.characters += max(0, count)
        if self.characters > MAX_CHARACTERS:
            raise RefusalError("text")
        self.fonts.clear()  # a page's fonts may be freed with it, and their places used again
        runs = self._runs(letters, count)
        pictures = not runs and self._pictures(page)
        pdfium.FPDFText_ClosePage(letters)
        pdfium.FPDF_ClosePage(page)
        return runs, pictures

    def _runs(self, letters: object, count: int) -> list[Run]:
        text_object, unicode = self.pdfium.FPDFText_GetTextObject, self.pdfium.FPDFText_GetUnicode
        runs: list[Run] = []
        held, first, last, units = 0, 0, 0, list[int]()
        for i in range(count):
            address = text_object(letters, i)
            if address and address != held:
                if held:
                    self._close(runs, letters, (first, last), units)
                held, first, units = address, i, []
            if address:
                last = i
            units.append(unicode(letters, i))
        if held:
            self._close(runs, letters, (first, last), units)
        return runs

    def _close(
        self, runs: list[Run], letters: object, ends: tuple[int, int], units: list[int]
    ) -> None:
        """Measure the run of letters `ends` and put it to `runs`."""
        matrix, box = self.pdfium.FS_MATRIX(), self.pdfium.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        self.pdfium.FPDFText_GetMatrix(letters, ends[0], matrix)
        self.pdfium.FPDFText_GetCharOrigin(letters, ends[0], x, y)
        self.pdfium.FPDFText_GetLooseCharBox(letters, ends[1], box)
        along = math.hypot(matrix.a, matrix.b) or 1.0
        cos, sin = matrix.a / along, matrix.b / along
        height = abs(matrix.a * matrix.d - matrix.b * matrix.c) / along
        size = self.pdfium.FPDFText_GetFontSize(letters, ends[0]) * height
        across, start = y.value * cos - x.value * sin, x.value * cos + y.value * sin
        end = max(u * cos + v * sin for u in (box.left, box.right) for v in (box.bottom, box.top))
        text = characters(units)
        if not all(map(math.isfinite, (size, across, start, end))) or size < TINY:
            self.tiny += sum(1 for letter in text if not letter.isspace())
            return
        angle = round(math.degrees(math.atan2(sin, cos))) % 360
        size, across, start, end = (round(value, 2) for value in (size, across, start, end))
        emphasis = self._emphasis(letters, ends[0])
        join(runs, (text, size, emphasis, across, start, end, angle))

    def _emphasis(self, letters: object, i: int) -> int:
        """1 when the letter's font is bold or italic, by its name or, nameless, by its flags."""
        pdfium = self.pdfium
        place = ctypes.c_void_p(pdfium.FPDFText_GetTextObject(letters, i))
        font = pdfium.FPDFTextObj_GetFont(ctypes.cast(place, pdfium.FPDF_PAGEOBJECT))
        if not font:
            return 0
        address = ctypes.addressof(font.contents)
        if address not in self.fonts:
            buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
            pdfium.FPDFText_GetFontInfo(letters, i, buffer, 256, flags)
            name = buffer.value.decode("latin-1")
            set_so = flags.value > 0 and flags.value & (_ITALIC | _FORCE_BOLD)
            self.fonts[address] = int(bool(_EMPHASIS.search(name) or (not name and set_so)))
        return self.fonts[address]

    def _pictures(self, page: object) -> bool:
        pdfium = self.pdfium
        count = min(pdfium.FPDFPage_CountObjects(page), 1_000)
        kinds = (
            pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, i)) for i in range(count)
        )
        return any(kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM) for kind in kinds)


def join(runs: list[Run], run: Run) -> None:
    """Put a run, or lengthen the last one when it goes on in the same font on the same line."""
    if runs:
        text, size, emphasis, across, start, end, angle = runs[-1]
        same = (size, emphasis, across, angle) == (*run[1:4], run[6])
        # a run that begins inside the last one is an accent printed over a letter: left apart
        gap = (run[4] - end) / size
        if same and gap > -0.05 and (text[-1:] == " " or gap < 0.15):
            runs[-1] = (text + run[0], size, emphasis, across, start, run[5], angle)
            return
    runs.append(run)


def characters(units: list[int]) -> str:
    """Text of pdfium's code units: pairs joined, its mark for a line-end hyphen a hyphen again."""
    text = "".join(map(chr, (u for u in units if 0 < u < 0x110000)))
    text = text.replace("\r", "").replace("\n", "").replace("\x02", "-").replace("\ufffe", "-")
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def main() -> int:
    """Read, write, and end with 0; a refusal is one word under `refused`."""
    limit_itself(SECONDS)
    with open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as out:
        try:
            reader = Reader(sys.stdin.buffer.read())
            out.write('{"pages":[')
            for number in range(reader.count):
                out.write("," if number else "")
                json.dump(reader.page(number), out, separators=(",", ":"), ensure_ascii=False)
            out.write(f'],"tiny":{reader.tiny}}}')
        except (RefusalError, MemoryError) as refused:
            # stdout is a file of the parent's: what was written so far is taken back
            out.seek(0)
            out.truncate()
            json.dump({"refused": str(refused) or "memory"}, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
