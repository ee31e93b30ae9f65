"""What can go wrong, as the reader is told it.

Each message is one line that says what is wrong, with which file or field, and what to do.
They are caught at the two edges only, `rag/cli.py` and `app.py`; both print the message and
the command line ends with exit status 2.
"""

from __future__ import annotations


class RaadpleegError(Exception):
    """Anything the reader can mend; the message is shown as it is."""


class FileRefused(RaadpleegError):
    """A file that cannot be read: empty, damaged, encrypted, too large, not what it says."""

    def __init__(self, file: str, why: str) -> None:
        self.file = file
        self.why = why
        super().__init__(f"{file}: {why}")


class QuestionRefused(RaadpleegError):
    """A question that cannot be asked: empty, too long, or a filter that is no filter."""


class LibraryRefused(RaadpleegError):
    """A library that cannot be used: not writable, of a newer format, made by another model."""


class LibraryLocked(LibraryRefused):
    """Another process is writing; the message names it."""


class ModelRefused(RaadpleegError):
    """A model (embedder or writer) that is missing, damaged, unsafe or does not answer."""
