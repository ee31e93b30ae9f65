"""Opening a library for use, and putting files into it.

Knows: settings, folders of files, the order of an addition. Does not know: the command line, the
page, how a file is read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.embed import open_embedder
from index.errors import FileRefused, LibraryRefused
from index.formats import readable
from index.library import Library
from index.schema import FILE
from index.settings import Settings
from rag.assistant import Assistant
from rag.intake import Intake
from rag.rerank import open_reranker
from rag.writer import open_writer

Progress = Callable[[int, int, str], None]
SPECIMEN_MARK = "SPECIMEN"


@dataclass(slots=True)
class Added:
    """What became of the files handed in: document ids, and the refusals with their reasons.

    `duplicates` pairs a file with the document that holds the same content already.
    """

    added: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)


def open_library(settings: Settings, folder: Path, *, create: bool = False) -> Library:
    """The library in `folder`; raises LibraryRefused, ModelRefused."""
    return Library.open(folder, open_embedder(settings), settings, create=create)


def open_assistant(settings: Settings, library: Path, *, create: bool = False) -> Assistant:
    """An assistant over the library in `library`; the specimen library is known by its papers."""
    opened = open_library(settings, library, create=create)
    entries = opened.documents()
    specimen = bool(entries) and all(
        opened.document(entry.id).text.startswith(SPECIMEN_MARK) for entry in entries
    )
    reranker = open_reranker(settings, opened.embedder, opened.glossary)
    return Assistant(opened, settings, open_writer(settings), specimen, reranker)


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files handed in, and those below the folders handed in, in order of name.

    Raises FileRefused for a path that is not there and a folder with nothing to read. Links that
    lead out of a folder are not followed.
    """
    for path in paths:
        if path.is_dir():
            inside = [p for p in sorted(_walk(path)) if readable(p)]
            if not inside:
                raise FileRefused(
                    str(path), "no PDF, DOCX, HTML, XML or TXT file in this folder; name another"
                )
            yield from inside
        elif path.is_file():
            yield path
        elif path.exists():
            raise FileRefused(str(path), "is no file and no folder; name one of these")
        else:
            raise FileRefused(str(path), "is not there; check the name")


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder, followlinks=False):
        if FILE in files:  # a library: what lies in it is no paper of the reader's
            folders.clear()
            continue
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in files:
            path = Path(place, name)
            if not name.startswith((".", "~$")) and not path.is_symlink():
                yield path


def add_paths(
    library: Library, paths: Sequence[Path], settings: Settings, progress: Progress | None = None
) -> Added:
    """Put files and folders into the library; one that is refused never costs another."""
    report = Added()
    wanted: list[Path] = []
    for path in dict.fromkeys(paths):
        try:
            wanted.extend(files_in([path]))
        except FileRefused as refused:
            report.failed.append((refused.file, refused.why))
        except OSError as error:  # a name that no file system takes
            report.failed.append(
                (str(path), f"cannot be opened ({error.strerror}); check its name")
            )
    with library.writing():
        intake = Intake(library, settings, report)
        for number, path in enumerate(wanted, start=1):
            if progress is not None:
                progress(number, len(wanted), path.name)
            intake.take(path)
        intake.keep()
    return report


def demo_folder(settings: Settings) -> Path:
    """Where the demonstration library is."""
    return settings.demo / "library"


def demo_library(settings: Settings, progress: Progress | None = None) -> Path:
    """The folder of the demonstration library, made from the specimen papers when there is none.

    Papers that are new or changed since are added. Raises LibraryRefused when it cannot be written.
    """
    shelf = settings.demo / "papers"
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        _print_specimens(shelf)
    except OSError as error:
        why = f"cannot be written ({error.strerror}); set RAADPLEEG_DEMO to a folder that can"
        raise LibraryRefused(f"{settings.demo}: {why}") from None
    with open_library(settings, demo_folder(settings), create=True) as library:
        add_paths(library, [shelf], settings, progress)
    return demo_folder(settings)


def _print_specimens(shelf: Path) -> None:
    """Each specimen paper as a PDF, those that are older than their source anew."""
    from index.specimen import papers
    from index.specimen.paper import parse
    from index.specimen.render import render

    for source in papers():
        printed = shelf / f"{source.stem}.pdf"
        if not printed.exists() or printed.stat().st_mtime < source.stat().st_mtime:
            draft = printed.with_suffix(".part")
            draft.write_bytes(render(parse(source), "pdf"))
            draft.replace(printed)
