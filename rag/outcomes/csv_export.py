"""The register as a CSV file that spreadsheets open as it is meant: text, never a formula.

Knows: columns, what a spreadsheet takes for a formula, that a file is written whole or not at all.
Does not know: how the register is made.
"""

from __future__ import annotations

import csv
import io
import os
import secrets
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from index.errors import FileRefused
from rag.outcomes.nouns import Outcomes, Record

COLUMNS = (
    *("sort", "what", "actor", "date", "meeting", "meeting_dates"),
    *("document", "item", "title", "page", "note", "start", "end", "text"),
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


def write_csv(outcomes: Outcomes, path: Path) -> None:
    """Write the register to `path`, in one step, over a file that is there.

    Raises FileRefused for a folder, a path that cannot be written, a name no file can have.
    """
    content = (BOM + csv_text(outcomes)).encode("utf-8", "replace")
    check_path(path)
    draft = path.parent / f".raadpleeg-{secrets.token_hex(8)}.part"
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from None
    finally:
        with suppress(OSError):  # it is gone when all went well
            draft.unlink()


def check_path(path: Path) -> None:
    """Raises FileRefused where `write_csv` would, as far as that shows beforehand."""
    try:
        if path.is_dir():
            raise FileRefused(str(path), "is a folder; name a file in it")
        if not path.parent.is_dir():
            raise FileRefused(str(path), "lies in a folder that is not there; make it first")
        if path.exists() and not path.is_file():
            raise FileRefused(str(path), "is no ordinary file; name another")
    except (OSError, ValueError) as error:
        raise _refused(path, error) from None
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise FileRefused(str(path), "lies in a folder that you may not write in; name another")


def _refused(path: Path, error: OSError | ValueError) -> FileRefused:
    """What a file system refused, in one line; ValueError: a name that no file can have."""
    why = error.strerror if isinstance(error, OSError) else "no file can have this name"
    return FileRefused(str(path), f"cannot be written ({why}); name another file")


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
    )
