"""Raadpleeg's search beside its peers': same papers, same questions, same machine, one run.

    python -m venv /tmp/peers && /tmp/peers/bin/pip install -r eval/peers/requirements.txt
    python eval/peers/run.py --release specimen --python /tmp/peers/bin/python

The first `python` makes an environment for the peers alone, the second is the project's own: it
reads the papers, runs Raadpleeg and scores. Each peer runs in a process of its own under
`--python` and gets the text of each paper as our reader gives it. A peer that is not installed
there is reported and the others go on.

Knows: the order of the work and the command line. Does not know: how a peer works, how a figure
is measured.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from eval.gold import ItemNames, Question
from eval.peers.apart import run_apart
from eval.peers.exchange import Job, Piece
from eval.peers.measuring import Ran, Readings, lines, ran_apart
from eval.peers.ours import run_ours
from eval.peers.report import Comparison, as_json, as_markdown
from eval.peers.systems import PEERS
from eval.release import find_release, load_release
from eval.run import PASSAGES
from index.build import build
from index.errors import RaadpleegError
from index.settings import load_settings
from index.static import FOLDER

ALL = ",".join(PEERS)
Python = Annotated[Path, typer.Option(help="Interpreter of the environment with the peers.")]
Chosen = Annotated[str, typer.Option(help="Peers, with commas between them.")]
SamePassages = Annotated[
    bool, typer.Option("--same-passages", help="Peers search our passages, not their own pieces.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")]


def compare(
    release: Annotated[str, typer.Option(help="A release folder, or its name.")],
    python: Python = Path(sys.executable),
    peers: Chosen = ALL,
    same_passages: SamePassages = False,
    as_object: AsJson = False,
) -> None:
    """Search with every system for every question that can be answered; prints Markdown."""
    chosen = _chosen(peers, same_passages)
    settings = load_settings()
    with find_release(release) as folder, tempfile.TemporaryDirectory() as passing:
        whole = load_release(folder)
        questions = [q for q in whole.questions + whole.twins if not q.must_abstain]
        readings = {
            file: build(whole.documents / file, settings) for file in sorted(whole.structure)
        }
        runs = run_ours(whole, questions, readings, settings, Path(passing) / "library")
        absent = []
        for name in chosen:
            sys.stderr.write(f"{name} ...\n")
            try:
                runs.append(_peer(name, python, questions, readings, same_passages))
            except RaadpleegError as error:
                absent.append(str(error))
    table = lines(runs, questions, readings, ItemNames(whole.structure))
    comparison = Comparison(whole.name, tuple(runs), table, tuple(absent))
    told = as_json(comparison) if as_object else as_markdown(comparison)
    sys.stdout.write(f"{told}\n")


def _chosen(peers: str, same: bool) -> list[str]:
    """The peers asked for; on the same passages, those that differ only in cutting once."""
    names = [name.strip() for name in peers.split(",") if name.strip()]
    if unknown := sorted(set(names) - set(PEERS)):
        raise RaadpleegError(f"--peers {unknown[0]}: choose from {','.join(PEERS)}")
    if not same:
        return names
    return list({PEERS[name].label: name for name in reversed(names)}.values())[::-1]


def _peer(
    name: str, python: Path, questions: Sequence[Question], readings: Readings, same: bool
) -> Ran:
    """The run of one peer; raises RaadpleegError when it could not be run."""
    job = Job(
        name,
        {file: reading.document.text for file, reading in readings.items()},
        _our_passages(readings) if same else None,
        tuple(question.question for question in questions),
        PASSAGES,
        str(FOLDER),
    )
    peer = PEERS[name]
    label = peer.label if same else f"{peer.label}, {peer.pieces_of}"
    return ran_apart(label, run_apart(job, python), questions, readings)


def _our_passages(readings: Readings) -> tuple[Piece, ...]:
    return tuple(
        Piece(file, passage.span.of(reading.document.text))
        for file, reading in readings.items()
        for passage in sorted(reading.passages, key=lambda each: each.span)
    )


def main() -> None:
    """Runs the command line; what the reader can mend is one line on stderr and exit 2."""
    try:
        typer.run(compare)
    except RaadpleegError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
