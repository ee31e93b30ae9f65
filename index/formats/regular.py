"""Opening what a reader hands in: a file that lies on a disk, and nothing else.

Knows: that a pipe, a device or a socket may never end or never answer, whatever its name. Does not
know: what is in a file.
"""

from __future__ import annotations

import os
import stat
from io import BufferedReader
from pathlib import Path

from index.errors import FileRefused
from index.formats.limits import MAX_FILE_BYTES

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def open_regular(path: Path, name: str) -> BufferedReader:
    """The file at `path`, open to read bytes from; `name` is what messages call it.

    Raises FileRefused at once for what is no regular file, is too large or cannot be opened.
    """
    try:
        _check(path.stat(), name)  # before it is opened: that alone can set a device to work
        # another file may have come in its place since; a pipe without a writer would wait for one
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            _check(os.fstat(descriptor), name)
        except FileRefused:
            os.close(descriptor)
            raise
        return os.fdopen(descriptor, "rb")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        why = getattr(error, "strerror", None) or str(error)
        raise FileRefused(name, f"cannot be opened ({why}); check its name and rights") from None


def _check(state: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(state.st_mode):
        found = next((what for is_one, what in _KINDS if is_one(state.st_mode)), "something else")
        raise FileRefused(name, f"not a file but {found}; give a file")
    if state.st_size > MAX_FILE_BYTES:
        most = MAX_FILE_BYTES // 1_000_000
        raise FileRefused(name, f"larger than {most} MB; split it into smaller files")
