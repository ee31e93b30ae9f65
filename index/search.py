"""From a question to hits: words and vectors each score the allowed passages, scores are added.

Knows: filters, how much words and vectors count. Does not know: what a question asks for
(`rag/question.py`), how passages are stored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields

import numpy as np

from index.actors import named_actor
from index.dense import ExactVectors, Rows
from index.embed import Vectors, checked
from index.entries import Entry
from index.errors import QuestionRefused
from index.expand import expand, respelt
from index.glossary import Glossary
from index.lexical import Group, Mask, Scores
from index.library import Library
from index.nouns import KINDS, Hit, ranked
from index.snapshot import Snapshot

LONGEST = 2000  # characters of a question
DEPTH = 100  # passages that words and vectors put forward each
GLOSSARY_WEIGHT = 0.8  # of a glossary term against a word of the question itself
LIKENESS_WEIGHT = 0.3  # of the cosine, against BM25 as a share of what the question's words weigh

Preference = Callable[[Entry], bool]
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Filters:
    """What passages may be searched; None lets everything through, several must all hold.

    meeting, since, until: a year, month or day ("2024", "2024-06", "2024-06-13"), of the meeting
    or, for a letter without one, of the letter; since and until include what they name. kind:
    one of KINDS. document: an id. section: as in the items, upper and lower case alike.
    actor: whose words a passage reports, by any of the actor's names.
    """

    meeting: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None
    section: str | None = None
    actor: str | None = None

    def allow(self, entry: Entry) -> bool:
        """True when the document passes (its sections are another matter)."""
        return (
            (self.kind is None or entry.kind == self.kind)
            and (self.document is None or entry.id == self.document)
            and (self.meeting is None or _some(entry.meeting_dates, _starts(self.meeting)))
            and (self.since is None or _some(entry.dates, _not_before(self.since)))
            and (self.until is None or _some(entry.dates, _not_after(self.until)))
        )

    def check(self) -> None:
        """Raise QuestionRefused for a value that can never be meant."""
        for name in ("meeting", "since", "until"):
            given = getattr(self, name)
            if given is not None and not _DATE.fullmatch(given):
                raise QuestionRefused(
                    f"filter {name}: {given!r} is no year, month or day; "
                    "write 2024, 2024-06 or 2024-06-13"
                )
        if self.since and self.until and self.since[: len(self.until)] > self.until:
            raise QuestionRefused(
                f"filter since: {self.since} lies after until {self.until}; exchange them"
            )
        if self.kind is not None and self.kind not in KINDS:
            raise QuestionRefused(f"filter kind: {self.kind!r} is none of {', '.join(KINDS)}")
        if self.actor is not None and named_actor(self.actor) is None:
            raise QuestionRefused(
                f"filter actor: {self.actor!r} is none that is known; write NL, Commission, "
                "Presidency, 'member states', EP, a country or an agency"
            )


NO_FILTERS = Filters()


def search(
    library: Library,
    question: str,
    top: int,
    filters: Filters = NO_FILTERS,
    prefer: Preference | None = None,
) -> list[Hit]:
    """The `top` passages for `question` among those the filters allow, best first.

    score = BM25 / what the words of the question weigh + LIKENESS_WEIGHT · cosine, cosines below
    0 counting as 0. With `prefer` the best passages of the documents preferred are among the hits
    as well, with the score they have, so that the caller can put them first; up to `top` more.
    Deterministic: the same papers give the same hits in whatever order they were added. Raises
    QuestionRefused for a question that is empty or too long, or a filter that is no filter,
    LibraryRefused for a document that is not there.
    """
    question = asked(question)
    filters.check()
    if top < 1:
        raise QuestionRefused(f"top: {top} passages cannot be given; ask for 1 or more")
    meant = library.glossary.spelt_out(question)
    vector = checked(library.embedder.questions([meant]), 1, library.embedder)[0]
    if filters.document is not None:
        library.document(filters.document)
    with library.searching() as view:
        allowed = _allowed(view, filters)
        groups = _groups(view, library.glossary, question)
        words = view.bm25(groups) / (view.weight(groups) or 1.0)
        found: dict[str, Hit] = {}
        for among in (
            [allowed] if prefer is None else [allowed, allowed & view.of_documents(prefer)]
        ):
            near = _candidates(view, words, vector, among, (max(DEPTH, top), library.stored))
            likeness = np.maximum(view.likeness(near, vector, library.stored), 0.0)
            scores = words[near] + LIKENESS_WEIGHT * likeness
            hits = ranked(
                [
                    (view.row(int(row)).passage, float(s))
                    for row, s in zip(near, scores, strict=True)
                ]
            )
            found.update((hit.passage.id, hit) for hit in hits[:top])
        return ranked([(hit.passage, hit.score) for hit in found.values()])


def _candidates(
    view: Snapshot,
    words: Scores,
    vector: Vectors,
    among: Mask,
    how: tuple[int, ExactVectors],
) -> Rows:
    """Rows that words or vectors put forward, rising."""
    depth, stored = how
    held = np.flatnonzero(among & (words > 0))
    near, likeness = view.nearest(vector, among, depth, stored)
    rows = {*view.best(held, words[held], depth), *view.best(near, likeness, depth)}
    return np.array(sorted(rows), np.int64)


def _groups(view: Snapshot, glossary: Glossary, question: str) -> list[Group]:
    """What is searched for: the question's words and, counting less, what the glossary knows."""
    words = expand(view, glossary, question)
    named = glossary.groups(respelt(question, words))
    return [
        *(group for word in words for group in word.groups),
        *({term: GLOSSARY_WEIGHT * weight for term, weight in group.items()} for group in named),
    ]


def asked(question: str) -> str:
    """The question without white space around it; raises QuestionRefused when it is none."""
    stripped = question.strip()
    if not stripped:
        raise QuestionRefused("question: is empty; ask something")
    if len(stripped) > LONGEST:
        raise QuestionRefused(
            f"question: has {len(stripped)} characters, at most {LONGEST} are read; shorten it"
        )
    return stripped


def _allowed(view: Snapshot, filters: Filters) -> Mask:
    if all(getattr(filters, field.name) is None for field in fields(filters)):
        return view.live
    allowed = view.of_documents(filters.allow)
    if filters.section is not None:
        section = filters.section.casefold()
        allowed &= view.of_sections(lambda name: (name or "").casefold() == section)
    if filters.actor is not None:
        allowed &= view.of_actor(named_actor(filters.actor) or "")
    return allowed


def _some(dates: Iterable[str], holds: Callable[[str], bool]) -> bool:
    return any(holds(date) for date in dates)


def _starts(meeting: str) -> Callable[[str], bool]:
    return lambda date: date.startswith(meeting)


def _not_before(since: str) -> Callable[[str], bool]:
    return lambda date: date >= since


def _not_after(until: str) -> Callable[[str], bool]:
    return lambda date: date[: len(until)] <= until
