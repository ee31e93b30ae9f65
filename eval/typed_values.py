"""Whether an answer states the dates, numbers, amounts and shares that were asked for.

Knows: values as they are written in Dutch and English. Does not know: citations, items: this is
about what the reader reads. "2,5 miljard" is "2.5 billion" and not "25 miljard".
"""

from __future__ import annotations

from eval.gold import Question
from eval.handed_in import GivenAnswer
from rag.values import Value, claims, proofs

TYPES = frozenset({"number", "next_step"})


def value_recall(question: Question, answer: GivenAnswer | None) -> float | None:
    """Vital values stated / vital values; an answer that is missing or abstained states none.

    A vital nugget's value is stated when one statement proves all the values of one of its keys.
    None for other types than number and next step, and where no vital nugget has a value.
    """
    if question.must_abstain or question.type not in TYPES:
        return None
    wanted = [keys for nugget in question.vital if (keys := _valued(nugget.key))]
    if not wanted:
        return None
    said = answer.statements if answer else ()
    stated = [_proved(statement.text, question) for statement in said]
    found = [any(values <= told for values in keys for told in stated) for keys in wanted]
    return sum(found) / len(found)


def _valued(keys: tuple[str, ...]) -> list[frozenset[Value]]:
    """The values of each key that has one; keys are Dutch."""
    return [values for key in keys if (values := claims(key, "nl"))]


def _proved(text: str, question: Question) -> frozenset[Value]:
    """What a statement proves: extracts are Dutch, other statements in the question's language."""
    return proofs(text, "nl") | proofs(text, question.lang)
