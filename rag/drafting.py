"""From sentences to what a language model makes of them, as far as they prove it.

Knows: how evidence gets its keys, what becomes of a draft, when the sentences themselves stand in.
Does not know: which sentences (a question's, a summary's), what the reader is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.errors import ModelRefused
from rag.keys import make_keys
from rag.nouns import Evidence, Language
from rag.told import Told
from rag.verify import Verified, verify
from rag.writer import Stop, Writer

Why = Literal["", "refused", "foreign", "stopped", "fallback", "failed"]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft after verification. `why`: the reason why nothing of it is kept, else empty.

    `because`: the words of a model that failed; of its draft nothing is verified.
    """

    draft: str
    verified: Verified
    why: Why
    because: str = ""


def judged(draft: str, evidence: Sequence[Evidence], language: Language, stop: Stop) -> Drafted:
    """What the evidence proves of a draft, and when that is nothing, why."""
    proved = verify(draft, evidence, language)
    why: Why = ""
    if not proved.proved:
        kept_out: Why = "foreign" if proved.foreign else "stopped" if stop() else "fallback"
        why = "refused" if proved.refused else kept_out
    return Drafted(draft, proved, why)


def evidence_of(sentences: Sequence[Told]) -> list[Evidence]:
    """The sentences under keys that are drawn anew and stand in none of their papers."""
    papers = {told.document.id: told.document.text for told in sentences}
    keys = make_keys(len(sentences), avoid="\n".join(papers.values()))
    return [
        Evidence(key, t.citation(), "", t.document.kind, t.item.section, t.item.tag, t.actor, 1.0)
        for key, t in zip(keys, sentences, strict=True)
    ]


def drafted(
    writer: Writer, instruction: str, language: Language, evidence: Sequence[Evidence], stop: Stop
) -> Drafted:
    """What `writer` makes of the evidence on `instruction`, verified.

    A model that cannot be used or breaks off gives why "failed"; nothing of its draft is kept.
    """
    try:
        draft = "".join(writer.write(instruction, language, evidence, stop))
    except ModelRefused as error:
        return Drafted("", Verified((), (), 0, False, False), "failed", str(error))
    return judged(draft, evidence, language, stop)
