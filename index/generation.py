"""A segment on disk, whole or not there: a folder written once, then named by `CURRENT`.

Knows: files, checksums, the order of writing. Does not know: SQLite, search, the lock.
`CURRENT` holds the folder's name and its manifest's SHA-256, the manifest that of every file: one
chain over every byte. It is verified before FAISS reads one, as FAISS itself checks nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
from pathlib import Path
from typing import Any

from index import analyse, dense, lexical, words
from index.schema import sync_folder, told
from index.segment import Key, Segment
from index.static import shipped

FORMAT = 2
_POINTER = re.compile(r"(?P<name>(?P<number>\d{1,9})-[0-9a-f]{8}) (?P<sha>[0-9a-f]{64})\n")
_KEPT = 2  # the current one and the one that a reader may just be opening


class DamagedError(Exception):
    """A generation that cannot be used; says which file and why. It is made again from SQLite."""


def write(folder: Path, segment: Segment, model: str) -> None:
    """Make `segment` the library's current generation; the caller holds the writer lock.

    Killed or failing at any moment (LibraryRefused), the generation before it stays current.
    """
    arrays, terms = lexical.to_bytes(segment.postings)
    files: dict[str, bytes | memoryview] = {
        "dense.faiss": dense.to_bytes(segment.dense),
        "lexical.npz": arrays,
        "terms.txt": terms,
        "words.f16": words.to_bytes(segment.words),
        "passages.json": json.dumps(segment.keys, ensure_ascii=False).encode(),
    }
    manifest = {
        "format": FORMAT,
        "model": model,
        "dimension": segment.dense.dimension,
        "analyser": analyse.VERSION,
        "words": shipped().name,
        "passages": len(segment.keys),
        "forms": len(segment.postings.forms),
        "files": {name: _sha(content) for name, content in files.items()},
    }
    files["manifest.json"] = json.dumps(manifest, indent=1).encode()
    with told(folder):
        place = folder / "generations" / _next_name(folder)
        try:
            place.mkdir(parents=True)
            for name, content in files.items():
                _write_file(place / name, content)
            sync_folder(place)
            sync_folder(place.parent)
            _write_file(
                folder / "CURRENT.new", f"{place.name} {_sha(files['manifest.json'])}\n".encode()
            )
            os.replace(folder / "CURRENT.new", folder / "CURRENT")
        except OSError:
            shutil.rmtree(place, ignore_errors=True)
            raise
        sync_folder(folder)
    _collect(folder, place.name)


def current(folder: Path) -> str | None:
    """What `CURRENT` says, to be compared or handed to `read`; None when there is none."""
    try:
        return (folder / "CURRENT").read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None


def read(folder: Path, pointer: str, model: str) -> Segment:
    """The generation that `pointer` names, every byte verified; raises DamagedError."""
    place, manifest = _manifest(folder, pointer, model)

    def verified(name: str) -> bytes:
        return _verified(place, name, manifest)

    try:
        keys = _keys(verified("passages.json"))
        postings = lexical.from_bytes(verified("lexical.npz"), verified("terms.txt"))
        segment = Segment(
            keys,
            dense.from_bytes(verified("dense.faiss"), len(keys), manifest["dimension"]),
            postings,
            words.part_of(postings, verified("words.f16")),
        )
    except (ValueError, KeyError) as error:
        raise DamagedError(f"{place}: {error}") from None
    if not len(keys) == len(segment.postings.lengths) == manifest["passages"]:
        raise DamagedError(f"{place / 'manifest.json'}: counts {manifest['passages']} passages")
    return segment


def read_keys(folder: Path, pointer: str, model: str) -> tuple[Key, ...]:
    """Which passages a generation holds, without opening its indexes; raises DamagedError."""
    place, manifest = _manifest(folder, pointer, model)
    return _keys(_verified(place, "passages.json", manifest))


def _manifest(folder: Path, pointer: str, model: str) -> tuple[Path, dict[str, Any]]:
    """The folder of a generation and its manifest, found to be what `pointer` and `model` say."""
    named = _POINTER.fullmatch(pointer)
    if named is None:
        raise DamagedError(f"{folder / 'CURRENT'}: does not name a generation")
    place = folder / "generations" / named["name"]
    written = _read_file(place / "manifest.json")
    if _sha(written) != named["sha"]:
        raise DamagedError(f"{place / 'manifest.json'}: does not match its checksum")
    manifest: dict[str, Any] = json.loads(written)
    expectations = {
        "format": FORMAT,
        "analyser": analyse.VERSION,
        "words": shipped().name,
        "model": model,
    }
    for field, expected in expectations.items():
        if manifest.get(field) != expected:
            raise DamagedError(
                f"{place}: has {field} {manifest.get(field)!r}, expected {expected!r}"
            )
    return place, manifest


def _verified(place: Path, name: str, manifest: dict[str, Any]) -> bytes:
    content = _read_file(place / name)
    if _sha(content) != manifest["files"][name]:
        raise DamagedError(f"{place / name}: does not match its checksum")
    return content


def _keys(written: bytes) -> tuple[Key, ...]:
    return tuple((passage, text) for passage, text in json.loads(written))


def _sha(content: bytes | memoryview) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DamagedError(f"{path}: {error.strerror or error}") from None


def _write_file(path: Path, content: bytes | memoryview) -> None:
    """Write all of a new file through to the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _folders(folder: Path) -> list[Path]:
    """All generations, oldest first."""
    found = [path for path in (folder / "generations").glob("*-*") if path.is_dir()]
    return sorted(found, key=lambda path: (int("0" + path.name.split("-")[0]), path.name))


def _next_name(folder: Path) -> str:
    present = _folders(folder)
    number = int("0" + present[-1].name.split("-")[0]) + 1 if present else 1
    return f"{number}-{secrets.token_hex(4)}"


def _collect(folder: Path, newest: str) -> None:
    """Delete old generations. Readers hold theirs in memory, so nobody loses what he reads."""
    older = [path for path in _folders(folder) if path.name != newest]
    for path in older[: len(older) - (_KEPT - 1)]:
        shutil.rmtree(path, ignore_errors=True)
