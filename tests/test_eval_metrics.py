"""The metrics against values worked out by hand, and each metric broken on purpose."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from metric_cases import CASES, agrees

EVAL = Path(__file__).parents[1] / "eval"


@pytest.mark.parametrize("name", CASES)
def test_by_hand(name: str) -> None:
    module = importlib.import_module(f"eval.{name}")
    for number, case in enumerate(CASES[name]):
        told, right = case(module)
        assert agrees(case, module), f"case {number} of {name}: {told} instead of {right}"


# module, what stands there, what a hurried hand might make of it
MUTATIONS = [
    ("rank_gain", "log2(rank + 1)", "(rank + 1)"),
    ("rank_gain", "VITAL, USEFUL = 2, 1", "VITAL, USEFUL = 1, 1"),
    ("rank_gain", "reverse=True", "reverse=False"),
    ("rank_gain", "[:RANKS]\n    ideal", "[:20]\n    ideal"),
    ("rank_gain", "list(dict.fromkeys(names.item(hit.document, hit.item) for hit in hits))[:RANKS]"
     "\n    ideal", "[names.item(hit.document, hit.item) for hit in hits][:RANKS]\n    ideal"),
    ("rank_gain", "names.gold(question) <= set(items)", "names.gold(question) & set(items)"),
    ("rank_gain", "budget -= len(text)", "budget -= 0"),
    ("rank_gain", "hit.text[:budget]", "hit.text"),
    ("strays", "TOP = 5", "TOP = 10"),
    ("strays", "1 - len(right) / len(top) if top else 1.0\n\n\ndef wrong_actor",
     "len(right) / len(top) if top else 1.0\n\n\ndef wrong_actor"),
    ("strays", "if top else 1.0\n\n\ndef wrong_actor", "if top else 0.0\n\n\ndef wrong_actor"),
    ("strays", "if top else 1.0\n\n\ndef _of", "if top else 0.0\n\n\ndef _of"),
    ("strays", "len(held) == 1 and ", ""),
    ("strays", "and _YEAR.search(question.question)", ""),
    ("strays", "named & {", "named == {"),
    ("strays", "or None in named", ""),
    ("typed_values", "question.type not in TYPES", "False"),
    ("typed_values", "sum(found) / len(found)", "float(any(found))"),
    ("typed_values", "if answer else ()", "if answer else [GivenStatement(k, ()) for n in "
     "question.vital for k in n.key]"),
    ("typed_values", "values <= told", "values & told"),
    ("typed_values", "question.vital", "question.nuggets"),
    ("typed_values", ' | proofs(text, question.lang)', ""),
    ("typed_values", 'proofs(text, "nl") | ', ""),
    ("poison", "_of_other_actor(question, fact, items) or ", ""),
    ("poison", " or _of_other_meeting(fact, named)", ""),
    ("poison", " and not _shared(fact, question) for", " for"),
    ("poison", "any(not _shared(fact, question) for fact in facts)", "True"),
    ("poison", "for item in fact.items for quote in cited.get(item, ())", "for each in "
     "cited.values() for quote in each"),
    ("poison", "named not in fact.meetings", "named in fact.meetings"),
    ("poison", "for n in original.vital for", "for n in original.nuggets[:0] for"),
    ("own_words", "if not _is_quote(statement)", ""),
    ("own_words", "spoken == question.lang", "True"),
    ("own_words", 'else "nl" if dutch > english', 'else "nl" if dutch < english'),
    ("own_words", " or speaks(answer.lead)", ""),
    ("risk", "key=lambda pair: -pair[0]", "key=lambda pair: pair[0]"),
    ("risk", "errors[at] / (at + 1)", "errors[at] / len(ranked)"),
    ("risk", "or ranked[at][0] != ranked[at + 1][0]", "or True"),
    ("risk", "(end - start) * risk", "end * risk"),
    ("diagnosis", "2 * len(right)", "len(right)"),
    ("diagnosis", "(len(done) + len(due))", "(2 * len(done))"),
    ("diagnosis", "s.answered is (not silent)", "bool(s.answered) is (not silent)"),
    ("diagnosis", "< HALF)", "<= 0)"),
    ("diagnosis", "if score.answered is None:\n        return 1.0", "if score.answered is None:\n"
     "        return 0.0"),
    ("diagnosis", "ceil(0.95 * len(stated)) - 1", "ceil(0.5 * len(stated)) - 1"),
    ("diagnosis", "if q.id in found else ()", "if q.id in found else FOUND_NOTHING"),
    ("diagnosis", "apart = release.questions + release.near_misses", "apart = release.questions"),
]  # fmt: skip


BROKEN = (ArithmeticError, LookupError, NameError, TypeError, ValueError)  # it need not even run


def broken(name: str, old: str, new: str) -> ModuleType:
    """The module with `old` replaced by `new`."""
    source = (EVAL / f"{name}.py").read_text(encoding="utf-8")
    assert source.count(old) >= 1, f"{name} does not hold {old!r}: mend the mutation"
    module = ModuleType(f"broken_{name}")
    sys.modules[module.__name__] = module  # dataclasses look their module up
    exec(compile(source.replace(old, new), f"broken {name}", "exec"), module.__dict__)
    return module


@pytest.fixture(autouse=True)
def _tidy() -> Iterator[None]:
    yield
    for name in [name for name in sys.modules if name.startswith("broken_")]:
        del sys.modules[name]


@pytest.mark.parametrize(("name", "old", "new"), MUTATIONS)
def test_a_broken_metric_is_noticed(name: str, old: str, new: str) -> None:
    module = broken(name, old, new)

    def survives() -> bool:
        for case in CASES[name]:
            try:
                if not agrees(case, module):
                    return False
            except BROKEN:
                return False
        return True

    assert not survives()
