"""The register as a CSV file that spreadsheets open as it is meant: text, never a formula.

Knows: columns, what a spreadsheet takes for a formula. Does not know: how the register is made.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from index.errors import FileRefused
from rag.outcomes.nouns import Outcomes, Record
from rag.output_file import check_output, save

COLUMNS = (
    *("sort", "what", "actor", "date", "meeting", "meeting_dates"),
    *("document", "item", "title", "page", "note", "start", "end", "text", "when"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BOM = "\ufeff"  # without it Excel reads UTF-8 as Latin-1


def csv_text(outcomes: Outcomes) -> str:
    """The register as CSV: a line of names, then a line for each record; lines end as RFC 4180."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows([safe(cell) for cell in _row(record)] for record in outcomes.records)
    return written.getvalue()


def safe(cell: str) -> str:
    """The cell on one line, with an apostrophe before what a spreadsheet would reckon out."""
    line = " ".join("".join(_shown(letter) for letter in cell).split())
    return f"'{line}" if (cell.startswith(FORMULA) or line.startswith(FORMULA)) else line


def write_csv(outcomes: Outcomes, path: Path, *, force: bool = False) -> None:
    """Write the register to `path`, whole or not at all; raises FileRefused as `save` does."""
    save(path, (BOM + csv_text(outcomes)).encode("utf-8", "replace"), force=force)


def check_csv(path: Path, *, force: bool = False) -> None:
    """Raises FileRefused for a name that promises another format, and as `check_output` does."""
    check_output(path, force=force)
    if path.suffix.lower() != ".csv":
        raise FileRefused(str(path), "does not end in .csv; the register is written as CSV only")


def _shown(letter: str) -> str:
    """A space for line ends and other control characters, nothing for what has no width."""
    if letter.isprintable():
        return letter
    return "" if unicodedata.category(letter) == "Cf" else " "


def _row(record: Record) -> Sequence[str]:
    cited = record.statement.citations[0]
    return (
        record.sort,
        record.what,
        record.actor,
        record.date or "",
        record.meeting,
        "; ".join(record.meeting_dates),
        record.document,
        record.item,
        cited.title or "",
        "" if cited.page is None else str(cited.page),
        "" if cited.note is None else str(cited.note),
        str(cited.start),
        str(cited.end),
        record.statement.text,
        record.when if record.date else "",
    )
