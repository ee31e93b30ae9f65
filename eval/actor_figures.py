"""Who is said to speak, and how: accuracy and macro F1 of actors and stances.

Knows: voices of citations, labelled sentences, the actor that a question asks about. Does not know:
how either is found, files, tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from eval.actor_labels import Label, Labels, digest
from eval.gold import Question
from eval.handed_in import GivenAnswer, GivenCitation
from eval.intervals import Figure, share
from eval.overviews_quotes import overlaps
from index.actors import named_actor

Told = tuple[str, Sequence[str]]  # what a system says, and all that is right; the first is due


def accuracy(name: str, pairs: Sequence[Told]) -> Figure:
    """Share of the pairs where what is told is one of what is right."""
    return share(name, [told in right for told, right in pairs])


def macro_f1(name: str, pairs: Sequence[Told]) -> Figure:
    """The mean over the classes that are due of F1 = 2 · right / (told + due).

    Due is what was told where that is right, else the first of what is. A class that is told and
    never due costs the class that was due. No interval; None without pairs.
    """
    settled = [(told, told if told in right else right[0]) for told, right in pairs]
    f1 = []
    for kind in dict.fromkeys(due for _, due in settled):
        right = sum(told == due == kind for told, due in settled)
        seen = sum((told == kind) + (due == kind) for told, due in settled)
        f1.append(2 * right / seen)
    return Figure(name, fmean(f1) if f1 else None, len(pairs))


def voice_figures(
    questions: Sequence[Question],
    answers: Mapping[str, GivenAnswer],
    labels: Labels,
) -> tuple[Figure, ...]:
    """Voices of the citations; nothing where no citation names one.

    asked actor heard: citations that overlap a gold quote, in answers to questions that ask after
    one actor, whose voices hold that actor / such citations. On sentences labelled by hand, each
    once a document: exactly a set of actors that an annotator gave, and, where that is so and a
    stance was labelled, one of the stances.
    """
    cited = [c for q in questions if q.id in answers for c in answers[q.id].citations]
    if not any(citation.voices for citation in cited):
        return ()
    asked = [
        actor in {voice.actor for voice in citation.voices}
        for question in questions
        if question.id in answers and (actor := _asked(question)) is not None
        for citation in answers[question.id].citations
        if any(
            gold.document == citation.document and overlaps(gold.quote, citation.quote)
            for gold in question.gold
        )
    ]
    heard = _labelled(cited, labels)
    right = [
        (citation.voices[0].stance, label.stances)
        for citation, label in heard
        if citation.voices
        and label.stances
        and label.allows(voice.actor for voice in citation.voices)
    ]
    exact = [label.allows(voice.actor for voice in citation.voices) for citation, label in heard]
    return (
        share("asked actor heard", asked),
        share("actors right (labelled sentences)", exact),
        accuracy("stance right (labelled sentences)", right),
        macro_f1("stance: macro F1 (labelled sentences)", right),
    )


def _asked(question: Question) -> str | None:
    """The one actor that an answerable question asks after, if it is in the closed list."""
    if question.must_abstain or not question.actor or ";" in question.actor:
        return None
    return named_actor(question.actor)


def _labelled(cited: Iterable[GivenCitation], labels: Labels) -> list[tuple[GivenCitation, Label]]:
    """The citations that quote a labelled sentence, each sentence once."""
    found = {(c.document, digest(c.quote)): c for c in cited}
    return [(citation, labels[name]) for name, citation in found.items() if name in labels]
