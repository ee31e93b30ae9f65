"""PDF: starts the child that opens it, and judges what comes back.

Knows: what the child's answers mean, when a PDF is truncated. Does not know: pdfium
(`pdf_child`), how runs of letters become lines (`pdf_layout`). What the child writes is checked
like any other foreign input: the PDF may have had it write anything.
"""

from __future__ import annotations

from index.counted import filled
from index.errors import FileRefused
from index.formats.child import ChildError, ask_child
from index.formats.pdf_layout import lines_of
from index.formats.pdf_print import Run
from index.source import Line, Source

_TAIL = 4_096
_REFUSALS = {
    "encrypted": "the PDF is encrypted; remove its password and add it again",
    "damaged": "the PDF is damaged or truncated; download it again or print it to a new PDF",
    "pages": "the PDF has more than 3,000 pages; split it into smaller files",
    "text": "the PDF holds more than 10,000,000 characters of text; split it into smaller files",
    "memory": "the PDF needs more than 1 GiB to open; print it to a new PDF",
    "slow": "the PDF takes more than 60 seconds to open; print it to a new PDF",
}
_NO_TEXT = "the PDF is a scan without text; run text recognition (OCR) on it first"

_Page = tuple[list[Run], bool]


def read_pdf(raw: bytes, name: str) -> Source:
    """The printed lines of a PDF, page by page. Raises FileRefused: encrypted, damaged, a scan,
    too long, or beyond the child's time and memory."""
    if b"%%EOF" not in raw[-_TAIL:]:
        raise FileRefused(name, _REFUSALS["damaged"])
    try:
        pages, tiny = _checked(ask_child("pdf_child", raw), name)
    except ChildError as error:
        raise FileRefused(name, _REFUSALS["slow" if error.slow else "damaged"]) from None
    if not any(letter.isalnum() for runs, _ in pages for run in runs for letter in run.text):
        pictures = any(pictures for _, pictures in pages)
        raise FileRefused(name, _NO_TEXT if pictures else "the PDF holds no text; give another")
    lines: list[Line] = lines_of([runs for runs, _ in pages])
    return Source("pdf", tuple(lines), tuple(_warnings(pages, tiny)))


def _warnings(pages: list[_Page], tiny: int) -> list[str]:
    warnings = []
    scans = [str(number) for number, page in enumerate(pages, start=1) if page[1] and not page[0]]
    if scans:
        shown = ", ".join(scans[:10]) + (" …" if len(scans) > 10 else "")
        warnings.append(f"pages without text, perhaps scans: {shown}")
    if tiny:
        told = "{count} [letter|letters] too small to be seen left out"
        warnings.append(filled(told, count=tiny))
    return warnings


def _checked(answer: object, name: str) -> tuple[list[_Page], int]:
    """Pages and the number of tiny letters, every value of the type it should have."""
    try:
        if not isinstance(answer, dict):
            raise TypeError
        if "refused" in answer:
            why = str(answer["refused"])
            raise FileRefused(name, _REFUSALS.get(why, _REFUSALS["damaged"]))
        pages = [
            ([_run(run) for run in runs], bool(pictures)) for runs, pictures in answer["pages"]
        ]
        return pages, int(answer["tiny"])
    except (KeyError, TypeError, ValueError):
        raise FileRefused(name, _REFUSALS["damaged"]) from None


def _run(values: object) -> Run:
    if not isinstance(values, list) or not isinstance(values[0], str):
        raise TypeError
    text, size, emphasis, across, start, end, angle = values
    return Run(
        text, float(size), emphasis == 1, float(across), float(start), float(end), int(angle)
    )
