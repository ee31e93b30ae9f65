"""Runs one peer in a process of its own: `python -m eval.peers.child JOB OUTCOME`.

Knows: what is timed. Does not know: papers' structure and gold. Each peer has its own process, so
that libraries which want different versions, threads or settings never meet.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from eval.peers.exchange import Job, Outcome, read_job, write
from eval.peers.systems import PEERS, Peer

ABSENT = 3  # exit status: a package of the peer is not installed
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


def main() -> None:
    """Read the job, run it, write the outcome; exit 3 with one line when it cannot be run here."""
    job = read_job(Path(sys.argv[1]))
    try:
        outcome = run(job, PEERS[job.peer])
    except PackageNotFoundError as absent:
        sys.stderr.write(f"{absent.name} is not installed\n")
        sys.exit(ABSENT)
    write(Path(sys.argv[2]), outcome)


def run(job: Job, peer: Peer) -> Outcome:
    """Index the papers and ask each question once.

    Raises importlib.metadata.PackageNotFoundError when the peer is not installed.
    """
    os.environ.update({**_OFFLINE, **peer.environment})
    versions: Mapping[str, str] = {package: version(package) for package in peer.packages}
    for module in peer.modules:
        importlib.import_module(module)
    started = time.perf_counter()
    pieces = peer.pieces(job.papers) if job.pieces is None else list(job.pieces)
    ask = peer.index([piece.text for piece in pieces], job.model, job.top)
    indexing = time.perf_counter() - started
    hits, seconds = [], []
    for question in job.questions:
        started = time.perf_counter()
        found = ask(question)
        seconds.append(time.perf_counter() - started)
        hits.append(tuple(found))
    return Outcome(tuple(pieces), tuple(hits), indexing, tuple(seconds), versions)


if __name__ == "__main__":
    main()
