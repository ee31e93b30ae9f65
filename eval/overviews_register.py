"""The register of outcomes and promises against gold: sentence, sort, date, actor.

Knows: gold entries and the records that a system shows. Does not know: who made them.
A record is right when it overlaps a gold quote of its paper and is of the entry's sort, or of the
second sort that fits as well. An optional entry need not be found and is no fault when it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from eval.actor_figures import accuracy
from eval.gold_summaries import Entry
from eval.intervals import Figure, share
from eval.overviews_quotes import Row, clustered, shows
from index.actors import named_actor
from rag.outcomes.nouns import Outcome, Record

Pair = tuple[Record, Entry]
_OUTCOMES = frozenset(get_args(Outcome))


@dataclass(frozen=True, slots=True)
class RegisterScore:
    """One paper. `right`, `placed`: records that are gold by sentence and sort, by sentence alone;
    `spared`: those of the right ones that are optional; `found`: entries shown, of `due`; `pairs`:
    each entry found with the first record that shows it.
    """

    document: str
    cluster: str
    shown: int
    right: int
    placed: int
    spared: int
    found: int
    due: int
    pairs: tuple[Pair, ...]


def score_register(
    document: str, cluster: str, records: Sequence[Record], entries: Sequence[Entry]
) -> RegisterScore:
    """The records of one paper against its entries; a record shown twice counts once."""
    shown = list({_place(record): record for record in records}.values())
    pairs = [
        (next((record for record in shown if _fits(record, entry)), None), entry)
        for entry in entries
    ]
    return RegisterScore(
        document,
        cluster,
        len(shown),
        sum(any(_fits(record, entry) for entry in entries) for record in shown),
        sum(any(_shows(record, entry) for entry in entries) for record in shown),
        sum(_spared(record, entries) for record in shown),
        sum(record is not None for record, entry in pairs if not entry.optional),
        sum(not entry.optional for entry in entries),
        tuple((record, entry) for record, entry in pairs if record is not None),
    )


def register_figures(scores: Sequence[RegisterScore]) -> tuple[Figure, ...]:
    """Precision and recall over all papers together, by meeting; the rest of the entries found.

    precision: right records / records, an optional one being right; without optional ones: those
    that show an optional entry and no other are left out of both.
    date right: of entries with a date, as it is written in gold; date made up: of entries without.
    actor right: of entries whose actor is in the closed list. outcome right: of decisions whose
    outcome is one of the product's.
    """
    pairs = [pair for each in scores for pair in each.pairs]
    dated = [(record.date or "", (entry.date,)) for record, entry in pairs if entry.date]
    made_up = [record.date is not None for record, entry in pairs if not entry.date]
    actors = [(record.actor, who) for record, entry in pairs if (who := actors_of(entry))]
    kinds = [
        (record.what, (entry.what,))
        for record, entry in pairs
        if record.sort == entry.sort == "decision" and entry.what in _OUTCOMES
    ]
    return (
        clustered("precision", [_row(s, s.right, s.shown) for s in scores]),
        clustered("recall", [_row(s, s.found, s.due) for s in scores]),
        clustered(
            "precision (without optional ones)",
            [_row(s, s.right - s.spared, s.shown - s.spared) for s in scores],
        ),
        clustered("precision (sentence alone)", [_row(s, s.placed, s.shown) for s in scores]),
        accuracy("date right", dated),
        share("date made up", made_up),
        share("actor right", [is_actor(told, who) for told, who in actors]),
        accuracy("outcome right", kinds),
    )


def actors_of(entry: Entry) -> frozenset[str]:
    """The entry's actors as JSON carries them; empty where one is not in the closed list."""
    names = [named_actor(name) for name in (entry.actor or "").replace(";", ",").split(",")]
    return frozenset(name for name in names if name) if all(names) else frozenset()


def is_actor(told: str, right: frozenset[str]) -> bool:
    """True when exactly these actors are told."""
    return {name.strip() for name in told.split(";")} == right


def _row(score: RegisterScore, part: int, whole: int) -> Row:
    return score.cluster, float(part), float(whole)


def _shows(record: Record, entry: Entry) -> bool:
    return shows(record.statement, entry.document, entry.quote)


def _fits(record: Record, entry: Entry) -> bool:
    return record.sort in (entry.sort, entry.also) and _shows(record, entry)


def _spared(record: Record, entries: Sequence[Entry]) -> bool:
    """True when the record shows an optional entry and none that is due."""
    fitting = [entry for entry in entries if _fits(record, entry)]
    return bool(fitting) and all(entry.optional for entry in fitting)


def _place(record: Record) -> tuple[str, str, int, int]:
    first = record.statement.citations[0]
    return record.sort, record.document, first.start, first.end
