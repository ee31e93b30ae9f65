"""What a release is made of: the hash of every file and paper, its version, its counts.

Knows: manifest.json, and how a folder is held against it. Does not know: what the files say.
A release is never mended in place: a changed file is a new version with a new manifest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.json_lines import read_object, write_object

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """SHA-256 by name of the gold's `files` and of the `papers` as text."""

    release: str
    version: str
    files: Mapping[str, str]
    papers: Mapping[str, str]


def make_manifest(folder: Path, name: str, version: str) -> Manifest:
    """The manifest of the release in `folder` as it is now."""
    return Manifest(name, version, _hashes(folder), _hashes(folder / "documents"))


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in `folder`; None where there is none. Raises as `read_object` does."""
    file = folder / MANIFEST
    return read_object(file, Manifest) if file.is_file() else None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Puts the manifest into `folder`."""
    write_object(folder / MANIFEST, asdict(manifest))


def differences(folder: Path) -> Iterator[str]:
    """What in `folder` is not as its manifest says, a line each; nothing without a manifest."""
    stated = read_manifest(folder)
    if stated is None:
        return
    now = make_manifest(folder, stated.release, stated.version)
    for kind, told, there in (
        ("file", stated.files, now.files),
        ("paper", stated.papers, now.papers),
    ):
        for name in sorted(told.keys() | there.keys()):
            if told.get(name) != there.get(name):
                how = "has changed" if name in told and name in there else "came or went"
                yield f"{kind} {name} {how} since the manifest was written; seal a new version"


def fingerprint(folder: Path) -> str:
    """One hash of everything that the release in `folder` holds; the same files, the same hash."""
    now = make_manifest(folder, "", "")
    lines = [f"{name} {digest}" for name, digest in (*now.files.items(), *now.papers.items())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _hashes(folder: Path) -> Mapping[str, str]:
    """SHA-256 of the files in `folder`, by name; the manifest itself and hidden files left out."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.iterdir())
        if file.is_file() and file.name != MANIFEST and not file.name.startswith(".")
    }
