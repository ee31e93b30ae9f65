"""Holds a writer's draft against the evidence it was shown, and keeps only what can be proved.

Knows: what becomes of a sentence: it stands, it is repaired to the evidence sentence it cites, or
it is dropped, with the reason. Does not know: what proves a sentence (`rag.proving`), who wrote
the draft, the library, what the reader is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.claim import content, is_foreign, speakers_of
from rag.claimants import claimants, leans_on_another
from rag.draft import parse_draft
from rag.nouns import UNKNOWN_ACTOR, Citation, DraftSentence, Evidence, Language, Statement
from rag.prompts import REFUSAL
from rag.proving import why_not
from rag.quotations import quotations


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence of a draft that does not stand, and why.

    `repaired`: the evidence sentence stands in its place; else it was dropped.
    """

    sentence: str
    why: str
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Verified:
    """What is left of a draft.

    `statements`: those proved and, where one was repaired, the evidence sentence itself, verbatim,
    as the text of its only citation. `unknown_keys` counts citations of keys that were never
    given. `refused`: the writer says that the evidence does not answer. `foreign`: the draft is
    not in the language asked for, so that nothing of it is kept.
    """

    statements: tuple[Statement, ...]
    faults: tuple[Fault, ...]
    unknown_keys: int
    refused: bool
    foreign: bool

    @property
    def dropped(self) -> int:
        """How many sentences were dropped."""
        return sum(not fault.repaired for fault in self.faults)

    @property
    def repaired(self) -> int:
        """How many sentences gave way to the evidence sentence they cite."""
        return sum(fault.repaired for fault in self.faults)

    @property
    def proved(self) -> int:
        """How many of the writer's own sentences stand."""
        return len(self.statements) - self.repaired


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
    if is_foreign(" ".join(quotations(s.text)[1] for s in sentences), language):
        return Verified((), _all_faulty(sentences, "other language"), unknown, False, True)
    statements, faults = _keep_proved(sentences, known, language)
    refused = not statements and len(sentences) < len(worded)
    return Verified(statements, faults, unknown, refused, False)


def _keep_proved(
    sentences: Sequence[DraftSentence], known: dict[str, Evidence], language: Language
) -> tuple[tuple[Statement, ...], tuple[Fault, ...]]:
    """The statements that stand or were repaired, in order, and the sentences that fell."""
    reasons = _reasons(sentences, known, language)
    told: set[Citation] = set()  # what a sentence that stands already tells is not told again
    for sentence, why in zip(sentences, reasons, strict=True):
        if why is None:
            told.update(piece.citation for piece in _cited(sentence, known))
    statements: list[Statement] = []
    faults: list[Fault] = []
    for sentence, why in zip(sentences, reasons, strict=True):
        cited = _cited(sentence, known)
        if why is None:
            statement = _statement(sentence.text, cited)
            if statement in statements:
                faults.append(Fault(sentence.text, "said before"))
            else:
                statements.append(statement)
            continue
        instead = _repair(sentence.text, [piece for piece in cited if piece.citation not in told])
        faults.append(Fault(sentence.text, why, instead is not None))
        if instead is not None:
            statements.append(_statement(instead.citation.quote, [instead]))
            told.add(instead.citation)
    return tuple(statements), tuple(faults)


def _reasons(
    sentences: Sequence[DraftSentence], known: dict[str, Evidence], language: Language
) -> list[str | None]:
    """Why each sentence falls, None where it stands.

    A pronoun for somebody stands or falls with the sentence that named them.
    """
    reasons: list[str | None] = []
    for sentence in sentences:
        cited = _cited(sentence, known)
        why = why_not(sentence.text, cited, language)
        if why is None and leans_on_another(sentence.text):
            before = sentences[len(reasons) - 1] if reasons else None
            if before is None or reasons[-1] is not None:
                why = "leans on a sentence that does not stand"
            elif not _agree(_named(sentences[: len(reasons)]), cited):
                why = "is not said by whoever the sentence before names"
        reasons.append(why)
    return reasons


def _named(sentences: Sequence[DraftSentence]) -> tuple[str, ...]:
    """Who was last named as speaking."""
    return next((who for s in reversed(sentences) if (who := claimants(s.text))), ())


def _agree(named: tuple[str, ...], cited: Sequence[Evidence]) -> bool:
    """True when somebody is named, and all who are speak in a cited piece."""
    return bool(named) and set(named) <= {actor for piece in cited for actor in speakers_of(piece)}


def _cited(sentence: DraftSentence, known: dict[str, Evidence]) -> list[Evidence]:
    """The evidence a sentence cites, unknown keys left out."""
    return [known[key] for key in sentence.keys if key in known]


def _repair(text: str, cited: Sequence[Evidence]) -> Evidence | None:
    """The cited piece to quote instead: of the actor that was spoken of, nearest to what was said.

    None when every piece is somebody else's words.
    """
    wanted = set(claimants(text))
    right = [piece for piece in cited if wanted <= speakers_of(piece)]
    terms = content(text)
    return max(right, key=lambda piece: len(terms & content(piece.citation.quote)), default=None)


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
