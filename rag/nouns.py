"""The nouns of an answer: what is shown to a writer, what it drafts, and what the reader gets.

Knows: the invariants of citation, statement, evidence and answer. Does not know: where evidence
is found, who writes, how anything is shown. A citation's `quote` is a slice of its document;
whoever makes one proves that, since only the library holds the document's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from index.nouns import Hit, Kind

if TYPE_CHECKING:
    from index.stance import Stance

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")
Status = Literal["answered", "not_found"]
UNKNOWN_ACTOR = "unknown"
SlotName = Literal[
    "actor", "meeting", "time", "section", "kind", "development", "comparison", "topic"
]
SLOT_NAMES: tuple[SlotName, ...] = (
    *("actor", "meeting", "time", "section", "kind"),
    *("development", "comparison", "topic"),
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing understood of a question, which a reader may undo.

    `value`: what JSON carries ("NL", "2024-06"), unlike that of any other slot of the question.
    `label`: what readers see, in the language of the question. `inherited`: the question does not
    say it, one before it in the conversation did.
    """

    name: SlotName
    value: str
    label: str
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """An actor whose words a citation reports, and the kind of statement that is."""

    actor: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Citation:
    """Characters `start` up to `end` of `document`, with all a reader needs to find them.

    `page` is None where the source has no pages; `note` is the footnote's number when the quote
    is one. `quote` has exactly `end - start` characters and is never empty. `voices`: whose words
    it reports, empty where that is unknown; it is no part of which citation this is.
    """

    document: str
    item: str
    title: str | None
    meeting_dates: tuple[str, ...]
    page: int | None
    note: int | None
    start: int
    end: int
    quote: str
    voices: tuple[Voice, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        """Raises ValueError when quote and place do not go together."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"a citation needs 0 <= start < end, not {self.start}..{self.end}")
        if len(self.quote) != self.end - self.start:
            raise ValueError(
                f"a quote of {len(self.quote)} characters cannot be {self.start}..{self.end}"
            )


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer, whose words it reports, and where that is proved.

    `marks`: what of `text` gives the number, date or amount asked for, as [start, end) in order.
    `group`: the line that stands above it and those after it with the same one; may be empty.
    """

    text: str
    actor: str
    citations: tuple[Citation, ...]
    marks: tuple[tuple[int, int], ...] = ()
    group: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError without a text or citation, or with a mark outside the text."""
        if not self.text.strip():
            raise ValueError("a statement needs a text")
        if not self.citations:
            raise ValueError(f"a statement needs a citation: {self.text!r}")
        edges = [0, *(at for mark in self.marks for at in mark), len(self.text)]
        if edges != sorted(edges):
            raise ValueError(f"marks {self.marks} do not lie in order within {self.text!r}")


@dataclass(frozen=True, slots=True)
class Gap:
    """A meeting that holds nothing on the question (from `actor`, when one was asked for).

    `document`: the one paper it is said of, where it is said of one.
    """

    meeting: str
    actor: str | None
    text: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something a writer may cite: `citation.quote`, verbatim, under a `key` of this request.

    `context` is the text around the quote that helps to understand it (may be empty); it is
    shown to a writer and never cited. `score`: higher is better.
    """

    key: str
    citation: Citation
    context: str
    kind: Kind
    section: str | None
    tag: str | None
    actor: str
    score: float


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence as a writer drafted it, its markers taken out; `keys` in order, each once."""

    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a writer gave back, cut into sentences. Untrusted until it is verified."""

    sentences: tuple[DraftSentence, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader gets. `answered`: every statement is cited; `not_found`: none is made.

    `dropped` counts the sentences of a draft that could not be verified, `repaired` those that gave
    way to the evidence sentence they cite; `writer` names who wrote
    the statements; `seconds` is the time from question to answer. `slots`: what was understood of
    the question; `ignored`: what of it the reader undid. `confidence`: the probability that the
    papers answer it, None where nobody reckoned it. `near`: the items that come nearest where there
    is no answer, each by its first sentence.
    """

    question: str
    language: Language
    status: Status
    lead: str
    statements: tuple[Statement, ...]
    gaps: tuple[Gap, ...]
    understood: str
    note: str
    hits: tuple[Hit, ...]
    writer: str
    dropped: int
    seconds: float
    ai_generated: bool
    slots: tuple[Slot, ...] = ()
    ignored: tuple[Slot, ...] = ()
    repaired: int = 0
    confidence: float | None = None
    near: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError when the status does not fit the statements."""
        if (self.status == "answered") != bool(self.statements):
            raise ValueError(
                f"status {self.status!r} does not go with {len(self.statements)} statements"
            )
        if self.dropped < 0 or self.repaired < 0:
            raise ValueError(
                f"{self.dropped} dropped, {self.repaired} repaired: those are no counts"
            )
