"""What a command says: answers on stdout, messages and progress on stderr.

Knows: streams and terminals. Does not know: what is said.
"""

from __future__ import annotations

import io
import sys
import textwrap
from typing import TextIO

WIDTH = 96  # characters of a line


def wrapped(text: str, indent: str = "") -> list[str]:
    """Lines of at most WIDTH, broken at blanks only: joined by blanks they are the text again."""
    return [
        line
        for part in text.splitlines()
        for line in textwrap.wrap(
            part,
            WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_on_hyphens=False,
            break_long_words=False,
        )
    ]


def out() -> TextIO:
    """Standard output as UTF-8, where letters that are none (in file names) cannot break it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout


def complain(line: str) -> None:
    """One line on stderr; what could steer a terminal is made visible."""
    sys.stderr.write(f"raadpleeg: {_shown(' '.join(line.split()))}\n")


def progress(number: int, total: int, name: str) -> None:
    """A progress bar on stderr while a person is looking; nothing in pipes and logs."""
    if not sys.stderr.isatty():
        return
    from rich.console import Console
    from rich.progress_bar import ProgressBar

    bar = ProgressBar(total=total, completed=number, width=30)
    said = f" {number}/{total} {_shown(name[:40])}"
    end = "\n" if number == total else ""
    sys.stderr.write("\r\x1b[K")
    Console(stderr=True).print(bar, said, end=end, markup=False, highlight=False)


def _shown(text: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
