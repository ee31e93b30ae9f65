"""One writer at a time; a dead one is no obstacle."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.errors import LibraryLocked
from index.lock import WriterLock

HOLD = (
    "import sys, pathlib; from index.lock import WriterLock\n"
    "with WriterLock(pathlib.Path(sys.argv[1])).held(1):\n"
    "    print('held', flush=True); sys.stdin.read()"
)


def holder(folder: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[1],
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def test_second_process_is_told_who_holds_it_and_gets_it_when_he_dies(tmp_path: Path) -> None:
    child = holder(tmp_path)
    said = rf"process {child.pid} on \S+ has been writing to {re.escape(str(tmp_path))} since 20"
    with pytest.raises(LibraryLocked, match=said), WriterLock(tmp_path).held(0.1):
        pass
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    with WriterLock(tmp_path).held(1) as outermost:
        assert outermost


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    with holder(tmp_path) as child:
        assert child.stdin is not None
        threading.Timer(0.2, child.stdin.close).start()
        with WriterLock(tmp_path).held(5):
            pass


def test_the_holder_may_take_it_again_another_thread_may_not(tmp_path: Path) -> None:
    lock, refused = WriterLock(tmp_path), []

    def other() -> None:
        try:
            with lock.held(0.05):
                pass
        except LibraryLocked as error:
            refused.append(str(error))

    with lock.held(0) as outer, lock.held(0) as inner:
        assert (outer, inner) == (True, False)
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert f"process {os.getpid()} " in refused[0]
    other()
    assert len(refused) == 1


def test_nonsense_in_the_file_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "writer.lock").write_text("nonsense")
    with WriterLock(tmp_path).held(0):
        assert '"pid"' in (tmp_path / "writer.lock").read_text()


def test_no_open_file_is_left_behind(tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    lock = WriterLock(tmp_path)
    for _ in range(20):
        with lock.held(0), pytest.raises(LibraryLocked), WriterLock(tmp_path).held(0):
            pass
    assert len(os.listdir("/proc/self/fd")) == before
