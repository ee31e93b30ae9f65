"""What passes between the comparison and the process in which a peer runs, as JSON files.

Knows: the two shapes. Does not know: peers and scores. Standard library only: the peer's
environment need not hold anything of ours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Piece:
    """What a peer finds: a part of a paper, in the words (not always the white space) of it."""

    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Job:
    """Papers (text by id) to index and questions to ask; `top` pieces are wanted for each.

    pieces: how the papers are cut; None leaves that to the peer. model: a folder that
    sentence-transformers loads, for a peer that takes one.
    """

    peer: str
    papers: Mapping[str, str]
    pieces: tuple[Piece, ...] | None
    questions: tuple[str, ...]
    top: int
    model: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a peer made of a job. `hits` and `seconds` run parallel to its questions.

    hits: places in `pieces`, best first. indexing: seconds from texts to readiness, its libraries
    being imported already.
    """

    pieces: tuple[Piece, ...]
    hits: tuple[tuple[int, ...], ...]
    indexing: float
    seconds: tuple[float, ...]
    versions: Mapping[str, str]


def write(file: Path, sent: Job | Outcome) -> None:
    """Write one of the two into `file`."""
    file.write_text(json.dumps(asdict(sent), ensure_ascii=False), encoding="utf-8")


def read_job(file: Path) -> Job:
    """The job that `write` put into `file`."""
    fields = json.loads(file.read_text(encoding="utf-8"))
    pieces = fields.pop("pieces")
    return Job(
        pieces=None if pieces is None else _pieces(pieces),
        questions=tuple(fields.pop("questions")),
        **fields,
    )


def read_outcome(file: Path) -> Outcome:
    """The outcome that `write` put into `file`."""
    fields = json.loads(file.read_text(encoding="utf-8"))
    return Outcome(
        pieces=_pieces(fields.pop("pieces")),
        hits=tuple(tuple(places) for places in fields.pop("hits")),
        seconds=tuple(fields.pop("seconds")),
        **fields,
    )


def _pieces(read: list[dict[str, str]]) -> tuple[Piece, ...]:
    return tuple(Piece(**each) for each in read)
