"""Training files as rows: tab-separated pairs and lines of JSON, with errors that name the line.

Knows: the two file formats. Does not know: what the rows are for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.errors import RaadpleegError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of JSON, and where it stands."""

    place: str
    fields: dict[str, object]

    def text(self, name: str) -> str:
        """The text in field `name`; raises RaadpleegError when there is none."""
        found = self.fields.get(name)
        if not isinstance(found, str) or not found.strip():
            raise RaadpleegError(f"{self.place}: field {name!r} must be a text; mend the line")
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """The list of texts in field `name`; raises RaadpleegError when it is no such list."""
        found = self.fields.get(name)
        if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
            raise RaadpleegError(f"{self.place}: field {name!r} must be texts; mend the line")
        return tuple(found)


def check_present(folder: Path, names: tuple[str, ...]) -> None:
    """Raises RaadpleegError naming the first of `names` that `folder` does not hold."""
    for name in names:
        if not (folder / name).is_file():
            raise RaadpleegError(f"{folder / name}: not there; give the texts' folder with --data")


def digests(folder: Path, names: tuple[str, ...]) -> dict[str, str]:
    """SHA-256 of each of the files `names`, by name."""
    check_present(folder, names)
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Dutch and English of a tab-separated file whose first line is `nl<tab>en`."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) == 2 and all(cell.strip() for cell in cells):
            yield cells[0], cells[1]
        elif line.strip():
            raise RaadpleegError(f"{path}, line {number}: needs two cells; mend the line")


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file with one JSON object a line."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{path}, line {number}"
        try:
            fields = json.loads(line)
        except json.JSONDecodeError as error:
            raise RaadpleegError(f"{place}: no JSON ({error.msg}); mend the line") from None
        if not isinstance(fields, dict):
            raise RaadpleegError(f"{place}: must be a JSON object; mend the line")
        yield Row(place, fields)
