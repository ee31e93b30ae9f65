"""Killed at any moment, the library is as it was before the change or after it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest
from shelf import SETTINGS, Letters, opened, put, reading

from index.library import Library
from index.search import search

KILLS = int(os.environ.get("RAADPLEEG_KILLS", "40"))
PAPERS = {
    "a": reading("a.txt", "aap", "noot bever", "mies aap"),
    "b": reading("b.txt", "bever", "aap aap", "citroen"),
    "b2": reading("b.txt", "bever twee", "aap", "cacao cacao", "aap citroen"),
    "c": reading("c.txt", *(f"cacao aap {n}" for n in range(30))),
}
# Each step and the papers that are there once it is done; "flush" makes a generation.
ROUND = [
    ("a", "a"),
    ("b", "ab"),
    ("b2", "aB"),
    ("c", "aBc"),
    ("flush", "aBc"),
    ("-a.txt", "Bc"),
    ("b", "bc"),
    ("flush", "bc"),
    ("-c.txt", "b"),
    ("-b.txt", ""),
]
HELD = {"a": PAPERS["a"], "b": PAPERS["b"], "B": PAPERS["b2"], "c": PAPERS["c"]}


def work(folder: Path, tell: int) -> None:
    """The child: goes round until it is killed, telling each step before and after it."""
    with Library.open(folder, Letters(), SETTINGS) as library:
        while True:
            for number, (step, _) in enumerate(ROUND):
                os.write(tell, f"begin {number}\n".encode())
                if step == "flush":
                    library.flush()
                elif step.startswith("-"):
                    library.remove(step[1:])
                else:
                    put(library, PAPERS[step])
                os.write(tell, f"done {number}\n".encode())


def killed(folder: Path, after: float) -> list[str]:
    """What a child told until it was killed after so many seconds; forked, so it starts at once."""
    hear, tell = os.pipe()
    child = os.fork()
    if not child:
        try:
            work(folder, tell)
        finally:
            os._exit(1)
    os.close(tell)
    with os.fdopen(hear) as lines:
        told = [lines.readline().strip()]
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        told += [line.strip() for line in lines]
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    return told


def state(library: Library) -> str:
    texts = {library.document(entry.id).text for entry in library.documents()}
    return "".join(name for name, paper in HELD.items() if paper.document.text in texts)


def allowed(told: list[str]) -> set[str]:
    """States that what the child told allows: a step begun and not done may be either."""
    done = [int(line.split()[1]) for line in told if line.startswith("done")]
    begun = [int(line.split()[1]) for line in told if line.startswith("begin")]
    after = "" if not done else ROUND[done[-1]][1]
    return {after} if len(done) == len(begun) else {after, ROUND[begun[-1]][1]}


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment(tmp_path: Path, seed: int) -> None:
    chance, expected = random.Random(seed), {}
    for _, names in ROUND:
        with opened(tmp_path / f"alone-{names}") as alone:
            for name in names:
                put(alone, HELD[name])
            expected[names] = search(alone, "aap cacao", 50)
    for kill in range(-(-KILLS // 4)):
        folder = tmp_path / f"library-{kill}"
        opened(folder).close()
        told = killed(folder, chance.uniform(0, 0.2))
        with opened(folder, create=False) as library:
            found = state(library)
            assert found in allowed(told)
            assert search(library, "aap cacao", 50) == expected[found]
            assert put(library, reading("new.txt", "aap")) == "added"
            library.flush()
        assert len(list((folder / "generations").iterdir())) <= 2
        shutil.rmtree(folder)
