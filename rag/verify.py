"""Holds a writer's draft against the evidence it was shown, and keeps only what can be proved.

Knows: what makes a sentence provable: a known key, verbatim quotations, values that stand in what
it cites. Does not know: who wrote the draft, the library, what the reader is told.
Nothing is repaired: a sentence that fails one check is dropped, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.draft import parse_draft
from rag.nouns import UNKNOWN_ACTOR, DraftSentence, Evidence, Language, Statement
from rag.prompts import REFUSAL
from rag.quotations import is_verbatim, quotations, unpaired
from rag.tongue import is_written_in, nearest_language
from rag.values import Value, claims, meeting_proofs, proofs


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence of a draft that was dropped, and why."""

    sentence: str
    why: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What is left of a draft.

    `unknown_keys` counts citations of keys that were never given. `refused`: the writer says that
    the evidence does not answer. `foreign`: the draft is not in the language asked for, so that
    nothing of it is kept.
    """

    statements: tuple[Statement, ...]
    faults: tuple[Fault, ...]
    unknown_keys: int
    refused: bool
    foreign: bool

    @property
    def dropped(self) -> int:
        """How many sentences were dropped."""
        return len(self.faults)


def verify(draft: str, evidence: Sequence[Evidence], language: Language) -> Verified:
    """The statements of `draft` that `evidence` proves, in order, each with its citations.

    A draft that opens with the refusal phrase, or holds it and proves nothing, is a refusal and
    makes no statement. Raises ValueError when two pieces of evidence have one key.
    """
    known = {piece.key: piece for piece in evidence}
    if len(known) != len(evidence):
        raise ValueError("every piece of evidence needs a key of its own")
    parsed = parse_draft(draft).sentences
    unknown = sum(key not in known for sentence in parsed for key in sentence.keys)
    worded = [sentence for sentence in parsed if sentence.text]
    sentences = [sentence for sentence in worded if not _is_refusal(sentence.text)]
    if worded and _is_refusal(worded[0].text):
        return Verified((), _all_faulty(sentences, "follows a refusal"), unknown, True, False)
    if not is_written_in(" ".join(quotations(s.text)[1] for s in sentences), language):
        return Verified((), _all_faulty(sentences, "other language"), unknown, False, True)
    statements, faults = _keep_proved(sentences, known, language)
    refused = not statements and len(sentences) < len(worded)
    return Verified(statements, faults, unknown, refused, False)


def _keep_proved(
    sentences: Sequence[DraftSentence], known: dict[str, Evidence], language: Language
) -> tuple[tuple[Statement, ...], tuple[Fault, ...]]:
    """The statements that stand and the sentences that fall."""
    statements: list[Statement] = []
    faults: list[Fault] = []
    for sentence in sentences:
        cited = [known[key] for key in sentence.keys if key in known]
        why = _fault(sentence.text, cited, language)
        statement = None if why else _statement(sentence.text, cited)
        if statement is not None and statement not in statements:
            statements.append(statement)
        else:
            faults.append(Fault(sentence.text, why or "said before"))
    return tuple(statements), tuple(faults)


def _fault(text: str, cited: Sequence[Evidence], language: Language) -> str | None:
    """Why a sentence cannot stand on what it cites; None when it can."""
    if not cited:
        return "cites nothing it was given"
    inside, outside = quotations(text)
    if unpaired(outside):
        return "has a quotation that does not end"
    texts = [text for piece in cited for text in (piece.citation.quote, piece.citation.title or "")]
    if not all(is_verbatim(quotation, texts) for quotation in inside):
        return "quotes what is not in its evidence"
    unproved = claims(outside, language).difference(*(_proved_by(piece) for piece in cited))
    if unproved:
        return f"states a {min(unproved).kind} that is not in its evidence: {min(unproved).text}"
    return None


def _proved_by(piece: Evidence) -> frozenset[Value]:
    """The values a piece of evidence proves: by its quote, its title, its meeting, its item."""
    citation = piece.citation
    said = proofs(f"{citation.quote}\n{citation.title or ''}", nearest_language(citation.quote))
    items = {Value("item", number) for number in re.findall(r"\d+", citation.item)}
    return said | items | meeting_proofs(" ; ".join(citation.meeting_dates), said)


def _statement(text: str, cited: Sequence[Evidence]) -> Statement:
    """The sentence as a statement; whose words it reports is known when all evidence agrees."""
    actors = {piece.actor for piece in cited}
    citations = dict.fromkeys(piece.citation for piece in cited)
    return Statement(text, actors.pop() if len(actors) == 1 else UNKNOWN_ACTOR, tuple(citations))


def _is_refusal(text: str) -> bool:
    """True when the sentence holds the refusal phrase of either language."""
    said = _letters(text)
    return any(_letters(phrase) in said for phrase in REFUSAL.values())


def _letters(text: str) -> str:
    """The words of a text in lower case, without punctuation."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _all_faulty(sentences: Sequence[DraftSentence], why: str) -> tuple[Fault, ...]:
    """Every sentence as a fault, for one reason."""
    return tuple(Fault(sentence.text, why) for sentence in sentences)
