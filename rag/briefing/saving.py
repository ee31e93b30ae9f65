"""A briefing to the file that a reader names: whole or not at all, over nothing by accident.

Knows: paths, which endings there are, what a file system refuses. Does not know: formats.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from index.errors import FileRefused
from rag.overviews import Brief

SUFFIXES = (".docx", ".md")


def check_output(path: Path, *, force: bool = False) -> None:
    """Raises FileRefused where `save` would, as far as that shows beforehand, or for an ending
    that is neither .docx nor .md."""
    if path.suffix.lower() not in SUFFIXES:
        raise FileRefused(str(path), "ends on neither .docx nor .md; name a file that does")
    try:
        if path.is_dir():
            raise FileRefused(str(path), "is a folder; name a file in it")
        if not path.parent.is_dir():
            raise FileRefused(str(path), "lies in a folder that is not there; make it first")
        if os.path.lexists(path) and not force:
            raise FileRefused(str(path), "is there already; name another, or add --force")
        if path.exists() and not path.is_file():
            raise FileRefused(str(path), "is no ordinary file; name another")
    except (OSError, ValueError) as error:
        raise _refused(path, error) from None
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise FileRefused(str(path), "lies in a folder that you may not write in; name another")


def write(brief: Brief, path: Path, *, force: bool = False) -> None:
    """Write the briefing in the format that the ending of `path` asks for; raises FileRefused."""
    check_output(path, force=force)
    if path.suffix.lower() == ".md":
        from rag.briefing.markdown import markdown

        save(path, markdown(brief).encode(), force=force)
    else:
        from rag.briefing.word import docx

        save(path, docx(brief), force=force)


def save(path: Path, content: bytes, *, force: bool = False) -> None:
    """Put `content` at `path` in one step: a reader never sees half a file, nor loses the old one.

    Raises FileRefused as `check_output` does, and when the disk is full or refuses.
    """
    check_output(path, force=force)
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


def _refused(path: Path, error: OSError | ValueError) -> FileRefused:
    """What a file system refused, in one line; ValueError: a name that no file can have."""
    why = error.strerror if isinstance(error, OSError) else "no file can have this name"
    return FileRefused(str(path), f"cannot be written ({why}); name another file")
