"""Sentences that two people labelled: who speaks in them, and how (`data/actors.jsonl`).

Knows: the file, how a sentence is named by its digest. Does not know: systems, figures.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.json_lines import read_lines
from eval.release import RELEASES
from rag.nouns import UNKNOWN_ACTOR, Statement

LABELLED = RELEASES / "actors.jsonl"
_SHORTENED = 12  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class _Row:
    document: str
    sha: str
    actors: tuple[tuple[str, ...], ...]
    stance: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """What is right of a sentence: any of the sets of actors, any of the stances.

    An empty set: nobody's words in particular. No stance where nobody speaks.
    """

    actors: tuple[frozenset[str], ...]
    stances: tuple[str, ...]

    def allows(self, actors: Iterable[str]) -> bool:
        """True when exactly these actors were heard by one of the annotators."""
        return frozenset(actors) in self.actors


Labels = Mapping[tuple[str, str], Label]  # by document and digest


def digest(sentence: str) -> str:
    """The name of a sentence: its SHA-256 with white space folded, shortened."""
    folded = " ".join(sentence.split())
    return hashlib.sha256(folded.encode()).hexdigest()[:_SHORTENED]


def read_labels(file: Path = LABELLED) -> Labels:
    """The labels of `file`; raises as `read_lines` does."""
    return {
        (row.document, row.sha): Label(tuple(map(frozenset, row.actors)), row.stance)
        for _, row in read_lines(file, _Row)
    }


def wrongly_said(statements: Iterable[Statement], labels: Labels) -> tuple[int, int]:
    """Statements whose actor is wrong, and all that name an actor and quote a labelled sentence.

    Wrong: not exactly a set that an annotator gave. Where nobody was named nothing is wrong, only
    unknown.
    """
    wrong = said = 0
    for statement in statements:
        label = next(
            (
                labels[name]
                for cited in statement.citations
                if (name := (cited.document, digest(cited.quote))) in labels
            ),
            None,
        )
        if label is None or statement.actor == UNKNOWN_ACTOR:
            continue
        said += 1
        wrong += not label.allows(who.strip() for who in statement.actor.split(";"))
    return wrong, said
