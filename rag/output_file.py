"""A file that a reader names, written whole or not at all, over nothing by accident.

Knows: paths, what a file system refuses. Does not know: what is in the file.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from index.errors import FileRefused


def check_output(path: Path, *, force: bool = False) -> None:
    """Raises FileRefused where `save` would, as far as that shows beforehand.

    force: a file that is there may be written over.
    """
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
