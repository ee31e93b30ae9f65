"""What is wrong with a release: every rule, each fault with file, line and reason.

Knows: the rules for ids, gold, pairs, proofs of absence and splits. Does not know: systems, scores.
`first_faults` are those that would make a score meaningless, and keep a release from being loaded;
`all_faults` are those and the rules for a release that is to be published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.gold import ItemNames, Question
from eval.release_files import Asked, ReleaseFiles
from eval.source_text import SourceText, read_source
from eval.unit_text import UnitTexts
from eval.variants import VARIANTS

MOST_NUGGETS = 7  # of one question


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to mend: `place` is file:line."""

    place: str
    why: str

    def __str__(self) -> str:
        """One line for a reader."""
        return f"{self.place}: {self.why}"


def first_faults(files: ReleaseFiles) -> Iterator[Fault]:
    """Ids given twice, gold that is not in the paper, pairs that are none."""
    yield from _repeated_ids(files.everything)
    yield from _wrong_gold(files)
    yield from _wrong_pairs(files)


def all_faults(files: ReleaseFiles) -> Iterator[Fault]:
    """Every fault there is, in order of the rules."""
    yield from first_faults(files)
    yield from _gold_in_another_unit(files)
    for rule in (_nuggets, _absence, _split):
        yield from rule(files)
    yield from _twins(files)
    yield from _variants(files)
    yield from _same_words(files.everything)


def _repeated_ids(everything: Sequence[Asked]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for each in everything:
        id_ = each.question.id
        if not id_ or id_.split() != [id_]:
            yield Fault(each.place, f"id {id_!r} has white space in it")
        if id_ in first:
            yield Fault(each.place, f"id {id_} was given before, in {first[id_]}")
        first.setdefault(id_, each.place)


def _wrong_gold(files: ReleaseFiles) -> Iterator[Fault]:
    """Gold is there exactly when the question can be answered, and stands in its document."""
    names = ItemNames(files.structure)
    sources = {file: read_source(files.documents / file) for file in files.structure}
    for each in files.questions + files.near_misses:
        why = _gold_fault(each.question, names, sources)
        if why:
            yield Fault(each.place, f"question {each.question.id}: {why}")


def _gold_fault(
    question: Question, names: ItemNames, sources: Mapping[str, SourceText | None]
) -> str | None:
    """What is wrong with the gold of `question`, or None."""
    if question.must_abstain:
        stated = question.gold or question.nuggets
        return "must_abstain, yet it has gold or nuggets" if stated else None
    if not question.gold:
        return "has no gold, yet must_abstain is false"
    if not question.main_quotes:
        return "no gold quote holds the key of a vital nugget"
    for gold in question.gold:
        if gold.document not in sources:
            return f"unknown document {gold.document}"
        if not names.known(gold.document, gold.unit):
            return f"unknown unit {gold.unit} of {gold.document}"
        source = sources[gold.document]
        if source is not None and not source.has(gold.quote):
            return f"quote is not in {gold.document}: {gold.quote[:60]}"
    return None


def _wrong_pairs(files: ReleaseFiles) -> Iterator[Fault]:
    """A near miss must be abstained from and belongs to a question that can be answered."""
    by_id = {each.question.id: each.question for each in files.questions}
    for each in files.near_misses:
        original = by_id.get(each.question.near_miss_of or "")
        if original is None or original.must_abstain:
            what = f"near_miss_of {each.question.near_miss_of}"
            yield Fault(each.place, f"{what} is no answerable id of questions.jsonl")
        if not each.question.must_abstain:
            yield Fault(each.place, "a near miss has must_abstain true")


def _gold_in_another_unit(files: ReleaseFiles) -> Iterator[Fault]:
    """A quote stands in the unit it names, where the unit's edges can be found in the paper."""
    texts = UnitTexts(files.structure, files.documents)
    for each in files.questions:
        for gold in each.question.gold:
            if texts.holds(gold.document, gold.unit, gold.quote) is False:
                why = f"quote is not in unit {gold.unit}: {gold.quote[:60]}"
                yield Fault(each.place, f"question {each.question.id}: {why}")


def _nuggets(files: ReleaseFiles) -> Iterator[Fault]:
    """At most seven nuggets, and every vital one is proved by a gold quote."""
    for each in files.questions:
        question = each.question
        if len(question.nuggets) > MOST_NUGGETS:
            why = f"{len(question.nuggets)} nuggets; at most {MOST_NUGGETS}"
            yield Fault(each.place, f"question {question.id}: {why}")
        for nugget in question.vital:
            if not any(nugget.told_by(gold.quote) for gold in question.gold):
                why = f"no gold quote holds a key of the vital nugget {nugget.text[:60]!r}"
                yield Fault(each.place, f"question {question.id}: {why}")


def _absence(files: ReleaseFiles) -> Iterator[Fault]:
    """Where proofs of absence are kept, every question to abstain from has one, and its kind."""
    unanswerable = [e for e in files.questions + files.near_misses if e.question.must_abstain]
    kept = any(each.question.absence for each in unanswerable)
    for each in unanswerable:
        proof = each.question.absence
        if kept and (proof is None or not proof.searched or not proof.found.strip()):
            yield Fault(each.place, f"question {each.question.id}: no proof of absence")
        if kept and each.question.kind is None:
            yield Fault(each.place, f"question {each.question.id}: no kind")
        if not (each.question.why or "").strip():
            yield Fault(each.place, f"question {each.question.id}: no why")


def _split(files: ReleaseFiles) -> Iterator[Fault]:
    """All questions state a split or none does; a near miss is in that of its original."""
    by_id = {each.question.id: each.question for each in files.questions}
    stated = any(each.question.split for each in files.questions + files.near_misses)
    for each in files.questions + files.near_misses:
        if stated and each.question.split is None:
            yield Fault(each.place, f"question {each.question.id}: no split")
        original = by_id.get(each.question.near_miss_of or "")
        if original is not None and original.split != each.question.split:
            yield Fault(each.place, f"question {each.question.id}: not in the split of its pair")


def _twins(files: ReleaseFiles) -> Iterator[Fault]:
    """Every question that has a twin has one; where questions have twins, all have."""
    for group in (files.questions, files.near_misses):
        counts = Counter(twin.question.twin_of for twin in files.twins)
        having = any(counts[each.question.id] for each in group)
        for each in group:
            if having and counts[each.question.id] != 1:
                count = counts[each.question.id]
                yield Fault(each.place, f"question {each.question.id}: {count} twins; one is asked")


def _variants(files: ReleaseFiles) -> Iterator[Fault]:
    for each in files.variants:
        if each.question.variant not in VARIANTS:
            known = ", ".join(VARIANTS)
            yield Fault(each.place, f"variant {each.question.variant}: is none of {known}")


def _same_words(everything: Sequence[Asked]) -> Iterator[Fault]:
    """No question is asked twice in the same words."""
    first: dict[str, str] = {}
    for each in everything:
        asked = " ".join(each.question.question.casefold().split())
        if asked in first:
            yield Fault(each.place, f"question {each.question.id}: asked before, in {first[asked]}")
        first.setdefault(asked, each.place)
