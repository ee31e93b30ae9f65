"""Work on foreign files in a process of its own: started, bounded, and its answer collected.

Knows: processes, time limits, JSON. Does not know: formats. Native parsers cannot be stopped
from inside and may not survive a hostile file; a process can be ended, and can die alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

WALL_SECONDS = 60.0
_ROOT = Path(__file__).parents[2]
_STOPPED = (-24, -9)  # SIGXCPU, SIGKILL: its processor time was up


class ChildError(Exception):
    """The child gave no answer; `slow` when it ran out of time."""

    def __init__(self, slow: bool) -> None:
        """`slow`: out of time; otherwise it crashed or wrote nonsense."""
        self.slow = slow
        super().__init__("out of time" if slow else "no answer")


def ask_child(module: str, raw: bytes, seconds: float = WALL_SECONDS) -> object:
    """What the module `index.formats.<module>`, run as a program, answers to `raw`, parsed.

    Raises ChildError. Its stdin and stdout are files, so that neither side can block.
    """
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as written:
        source.write(raw)
        source.seek(0)
        try:
            done = subprocess.run(  # noqa: S603 (this interpreter, a module of ours)
                # -P: nothing is imported from the folder that it happens to be started in
                [sys.executable, "-P", "-m", f"index.formats.{module}"],
                stdin=source,
                stdout=written,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                check=False,
                env={**os.environ, "PYTHONPATH": path},
            )
        except subprocess.TimeoutExpired:
            raise ChildError(slow=True) from None
        if done.returncode:
            raise ChildError(slow=done.returncode in _STOPPED)
        written.seek(0)
        try:
            answer: object = json.loads(written.read())
        except (ValueError, RecursionError):
            raise ChildError(slow=False) from None
        return answer
