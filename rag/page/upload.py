"""Files handed in on the page: kept under a safe name in the library's folder, read, reported.

Knows: names, and that a refused file leaves nothing on disk. Does not know: the page, how a file
is read.
"""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.errors import LibraryRefused
from index.library import Library
from index.settings import Settings
from rag.open import Added, Progress, add_paths
from rag.page.working import Doing, working

FOLDER = "papers"  # inside the library's folder
LONGEST = 200  # bytes of a file name; file systems take 255, and we put a few round it
_UNSAFE = frozenset('<>:"/\\|?*')
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{n}{d}" for n in ("com", "lpt") for d in range(10)}


def stored_name(name: str) -> str:
    """A file name that is safe on any system and still the one the reader knows it by.

    The folder is left out, unsafe characters become "_", those that cannot be seen go, and a long
    name is cut before its suffix.
    """
    base = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    shown = "".join("_" if c in _UNSAFE else c for c in base if c.isprintable())
    stem, suffix = os.path.splitext(shown.strip(" ."))
    suffix = _cut(suffix, 20)
    stem = _cut(stem, LONGEST - len(suffix.encode())).strip(" .") or "stuk"
    if stem.split(".")[0].casefold() in _RESERVED:
        stem = f"_{stem}"
    return stem + suffix


def named_after(text: str, suffix: str) -> str:
    """A safe name for a file of ours that is about `text`; its suffix with the dot."""
    return stored_name(" ".join(text.replace("/", " ").replace("\\", " ").split()) + suffix)


def _cut(text: str, most: int) -> str:
    """As much of `text` as fits in `most` bytes."""
    return text.encode("utf-8", "replace")[:most].decode("utf-8", "ignore")


def receiving(
    library: Library, uploads: Sequence[Path], settings: Settings
) -> Iterator[Doing | Added]:
    """`receive` step by step: what is being read, then the report. Raises what it raises."""
    return working(lambda tell: receive(library, uploads, settings, tell))


def receive(
    library: Library, uploads: Sequence[Path], settings: Settings, progress: Progress
) -> Added:
    """Move uploaded files into the library's own folder and add them, one after the other.

    A file of the same name is a new version of it. Raises LibraryRefused when nothing can be
    written.
    """
    report, folder = Added(), library.folder / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with library.writing():
            for number, upload in enumerate(uploads, start=1):
                target = folder / stored_name(upload.name)
                progress(number, len(uploads), target.name)
                _merge(report, _take(library, upload, target, settings))
    except OSError as error:
        raise LibraryRefused(
            f"{folder}: cannot be written ({error.strerror}); free space or check its rights"
        ) from None
    return report


def _take(library: Library, upload: Path, target: Path, settings: Settings) -> Added:
    """Add one file as `target`; when it is not taken, what was there before is put back."""
    before = target.with_name(f".{target.name}.before")
    if target.exists():
        target.replace(before)
    made = Added()
    try:
        shutil.move(upload, target)
        made = add_paths(library, [target], settings)
    finally:
        if made.added or made.replaced or made.unchanged:
            before.unlink(missing_ok=True)
        else:
            target.unlink(missing_ok=True)
            if before.exists():
                before.replace(target)
    return made


def _merge(report: Added, made: Added) -> None:
    report.added += made.added
    report.unchanged += made.unchanged
    report.replaced += made.replaced
    report.duplicates += made.duplicates
    report.failed += made.failed
    report.warnings += made.warnings
