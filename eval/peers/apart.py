"""Hands a job to a peer in a process of its own, in an environment of its own.

Knows: processes, and what to tell a reader when one fails. Does not know: papers, peers, scores.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from eval.peers.exchange import Job, Outcome, read_outcome, write
from index.errors import RaadpleegError

ROOT = Path(__file__).parents[2]
LONGEST = 1800  # seconds before a peer is given up


def run_apart(job: Job, python: Path) -> Outcome:
    """What the peer of `job` made of it, run by the interpreter `python`.

    Raises RaadpleegError: no such interpreter, the peer is not installed there, it failed, or
    took longer than half an hour.
    """
    with tempfile.TemporaryDirectory() as passing:
        asked, told = Path(passing) / "job.json", Path(passing) / "outcome.json"
        write(asked, job)
        command = [str(python), "-m", "eval.peers.child", str(asked), str(told)]
        try:
            done = subprocess.run(  # noqa: S603 - our own module, no shell
                command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False
            )
        except OSError as error:
            raise RaadpleegError(
                f"--python {python}: cannot be run ({error.strerror}); make the environment that "
                "eval/peers/requirements.txt describes and name its python"
            ) from None
        except subprocess.TimeoutExpired:
            raise RaadpleegError(f"{job.peer}: not ready after {LONGEST} s") from None
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:] or [f"exit {done.returncode}"]
            raise RaadpleegError(f"{job.peer}: {last[0]}")
        return read_outcome(told)
