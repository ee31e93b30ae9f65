"""Reads and writes files of one JSON object a line, each line checked against a dataclass.

Knows: JSON, line numbers, and how a reader is told what is wrong. Does not know: what is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from index.errors import FileRefused, RaadpleegError

Shape = TypeVar("Shape")


def read_lines(
    file: Path, shape: type[Shape], *, optional: bool = False
) -> Iterator[tuple[str, Shape]]:
    """Each line of `file` as ("<file>:<line>", object); blank lines are skipped.

    Raises FileRefused when the file cannot be read (an `optional` file may be absent), and
    RaadpleegError with file, line and field when a line is no JSON or no `shape`.
    """
    if optional and not file.exists():
        return
    adapter = TypeAdapter(shape)
    for number, line in enumerate(_text(file).split("\n"), start=1):
        if line.strip():
            place = f"{file}:{number}"
            yield place, _checked(adapter, line, place)


def read_object(file: Path, shape: type[Shape]) -> Shape:
    """The one JSON object of `file`; raises as `read_lines` does."""
    return _checked(TypeAdapter(shape), _text(file), str(file))


def write_lines(file: Path, objects: Iterable[Mapping[str, object]]) -> None:
    """Writes one object a line, and each as soon as it comes, so a stopped run keeps its lines."""
    with file.open("w", encoding="utf-8") as out:
        for each in objects:
            out.write(json.dumps(each, ensure_ascii=False) + "\n")
            out.flush()


def whole_lines(file: Path) -> dict[str, Mapping[str, object]]:
    """The objects of `file` by their `id`, the last of each; broken lines are left out.

    Nothing when there is no file. A run that was killed may have left half a line.
    """
    found: dict[str, Mapping[str, object]] = {}
    for line in _text(file).split("\n") if file.exists() else ():
        try:
            each = json.loads(line)
        except json.JSONDecodeError:
            continue
        if isinstance(each, dict) and isinstance(each.get("id"), str):
            found[each["id"]] = each
    return found


def append_lines(file: Path, objects: Iterable[Mapping[str, object]]) -> None:
    """Adds one object a line, each as soon as it comes, on lines of their own."""
    with file.open("a", encoding="utf-8") as out:
        if out.tell():
            out.write("\n")  # what stands before may have been cut off
        for each in objects:
            out.write(json.dumps(each, ensure_ascii=False) + "\n")
            out.flush()


def put_in_order(file: Path, ids: Sequence[str]) -> None:
    """The objects of `file`, those of `ids` first and in that order, each once; others follow."""
    held = whole_lines(file)
    order = dict.fromkeys([*(id_ for id_ in ids if id_ in held), *held])
    draft = file.with_suffix(".part")
    write_lines(draft, (held[id_] for id_ in order))
    draft.replace(file)


def write_object(file: Path, content: Mapping[str, object]) -> None:
    """Writes one JSON object, indented for reading."""
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise FileRefused(str(file), f"cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise FileRefused(str(file), f"is no UTF-8 text (byte {error.start})") from None


def _checked(adapter: TypeAdapter[Shape], text: str, place: str) -> Shape:
    try:
        return adapter.validate_json(text, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise RaadpleegError(f"{place}: {field + ': ' if field else ''}{first['msg']}") from None
