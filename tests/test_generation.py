"""Generations on disk: every byte is verified, every failing write leaves the one before."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pytest
from shelf import Letters, opened, put, reading

from index import generation
from index.errors import LibraryRefused
from index.generation import DamagedError, current, read
from index.library import Library
from index.search import search

FILES = ("dense.faiss", "lexical.npz", "terms.txt", "words.f16", "passages.json", "manifest.json")
PLACES = (0.0, 0.5, 0.999)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with opened(tmp_path / "library") as library, library.writing():
        put(library, reading("een.txt", "aap noot", "bever"))
        put(library, reading("twee.txt", "citroen", "cacao boom"))
    return tmp_path / "library"


def place(folder: Path) -> Path:
    return folder / "generations" / (current(folder) or "").split()[0]


def found(library: Library) -> list[tuple[str, float]]:
    return [(hit.passage.id, hit.score) for hit in search(library, "aap boom", 4)]


def is_mended(folder: Path, expected: list[tuple[str, float]], was_there: bool = True) -> None:
    """Searching gives what it gave, says what it made good, and the disk is good again."""
    with opened(folder, create=False) as library:
        assert found(library) == expected
        lost = "made again from the record"
        assert all(lost in warning for warning in library.warnings)
        assert library.warnings or not was_there
    read(folder, current(folder) or "", "letters")
    with opened(folder, create=False) as library:
        assert found(library) == expected
        assert library.warnings == ()


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("name", [*FILES, "CURRENT"])
def test_a_flipped_byte_is_seen_and_mended(folder: Path, name: str, where: float) -> None:
    with opened(folder, create=False) as library:
        expected = found(library)
    path = folder / name if name == "CURRENT" else place(folder) / name
    content = bytearray(path.read_bytes())
    content[int(where * len(content))] ^= 0x11
    path.write_bytes(content)
    with pytest.raises(DamagedError):
        read(folder, current(folder) or "", "letters")
    is_mended(folder, expected)


@pytest.mark.parametrize("keep", [0, 0.5, None])
@pytest.mark.parametrize("name", [*FILES, "CURRENT"])
def test_a_short_or_missing_file_is_seen_and_mended(
    folder: Path, name: str, keep: float | None
) -> None:
    with opened(folder, create=False) as library:
        expected = found(library)
    path = folder / name if name == "CURRENT" else place(folder) / name
    content = path.read_bytes()
    path.unlink()
    if keep is not None:
        path.write_bytes(content[: int(keep * len(content))])
    is_mended(folder, expected, was_there=(folder / "CURRENT").exists())


def test_files_of_another_generation_are_refused_by_name(folder: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "other") as library:
        put(library, reading("drie.txt", "heel iets anders", "en meer"))
        library.flush()
    for name in FILES[:-1]:
        kept = (place(folder) / name).read_bytes()
        shutil.copy(place(tmp_path / "other") / name, place(folder) / name)
        with pytest.raises(DamagedError, match=name):
            read(folder, current(folder) or "", "letters")
        (place(folder) / name).write_bytes(kept)


@pytest.mark.parametrize(
    ("field", "value"), [("passages", 5), ("format", 1), ("model", "other"), ("analyser", "0")]
)
def test_a_manifest_that_says_otherwise_is_refused(folder: Path, field: str, value: object) -> None:
    path = place(folder) / "manifest.json"
    changed = json.dumps({**json.loads(path.read_text()), field: value}).encode()
    path.write_bytes(changed)
    (folder / "CURRENT").write_text(f"{place(folder).name} {generation._sha(changed)}\n")
    with pytest.raises(DamagedError, match=f"{field}|counts"):
        read(folder, current(folder) or "", "letters")


def test_pointer_out_of_the_folder_is_refused(folder: Path) -> None:
    with pytest.raises(DamagedError, match="does not name a generation"):
        read(folder, f"../../1-00000000 {'0' * 64}\n", "letters")


def test_built_twice_in_any_order_byte_for_byte_the_same(folder: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "again") as library:
        put(library, reading("twee.txt", "eerst iets anders"))
        put(library, reading("twee.txt", "citroen", "cacao boom"))
        put(library, reading("een.txt", "aap noot", "bever"))
        library.flush()
    for name in FILES:
        assert (place(folder) / name).read_bytes() == (
            place(tmp_path / "again") / name
        ).read_bytes()


def test_only_two_generations_are_kept(folder: Path) -> None:
    with opened(folder) as library:
        for _ in range(4):
            library.flush()
    kept = sorted(path.name for path in (folder / "generations").iterdir())
    assert len(kept) == 2
    assert (current(folder) or "").startswith(kept[-1])


@pytest.mark.parametrize("step", range(6))
def test_disk_full_at_each_write_leaves_the_one_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    before, write, count = current(folder), generation._write_file, iter(range(100))

    def full(path: Path, content: bytes) -> None:
        if next(count) == step:
            path.write_bytes(content[: len(content) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, content)

    with opened(folder) as library:
        expected = found(library)
        monkeypatch.setattr(generation, "_write_file", full)
        with pytest.raises(LibraryRefused, match="disk is full"):
            library.flush()
        monkeypatch.undo()
        assert current(folder) == before
        assert len(list((folder / "generations").iterdir())) == 1
        assert found(library) == expected
        library.flush()
        assert current(folder) != before


def test_a_reader_without_the_lock_serves_from_memory_and_says_so(folder: Path) -> None:
    (place(folder) / "dense.faiss").write_bytes(b"x")
    with opened(folder) as writer, opened(folder, create=False) as reader:
        with writer.writing():
            assert next(name for name, _ in found(reader)) in ("een.txt#0-8", "twee.txt#8-18")
        assert "dense.faiss: does not match its checksum" in reader.warnings[0]
        assert f"not mended on disk yet: process {os.getpid()}" in reader.warnings[1]


def test_damage_while_open_is_made_good_from_the_record(folder: Path) -> None:
    with opened(folder, create=False) as reader, opened(folder) as writer:
        expected = found(reader)
        writer.flush()
        (place(folder) / "terms.txt").unlink()
        assert found(reader) == expected
        assert "terms.txt" in reader.warnings[0]


def test_mending_needs_no_embedder(folder: Path) -> None:
    shutil.rmtree(folder / "generations")
    counting = Letters()
    with opened(folder, counting, create=False) as library:
        found(library)
    assert counting.embedded == []
