"""Metrics with values worked out by hand, as cases that also run on a metric broken on purpose.

A case takes the module under test, so that a mutated copy of it can be tried in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import log2
from types import ModuleType

import pytest

from eval.answers import AnswerScore
from eval.gold import GoldQuote, ItemNames, Nugget, Question, Release
from eval.gold_papers import GoldDocument, Unit
from eval.handed_in import Found, FoundPassage, GivenAnswer, GivenCitation, GivenStatement
from eval.intervals import Figure

Case = Callable[[ModuleType], tuple[object, object]]  # what the module says, what is right

STEUN = "Nederland steunde het voorstel over slachtoffers."
TEGEN = "Hongarije was tegen het voorstel en wilde 2,5 miljard euro."
LATER = "Nederland trok zijn steun in op 18 augustus 2026."


def unit(path: str, body: str) -> Unit:
    words = body.split()
    edges = " ".join(words[:8]), " ".join(words[-8:])
    return Unit(path, None, None, None, None, *edges, ())


def paper(day: str, *units: Unit) -> GoldDocument:
    return GoldDocument("verslag", (day,), None, None, None, None, None, None, units)


STRUCTURE: Mapping[str, GoldDocument] = {
    "a.txt": paper("2023-06-08", unit("J/1", f"{STEUN} {TEGEN}"), unit("J/2", "Iets anders hier.")),
    "b.txt": paper("2024-01-25", unit("J/1", LATER)),
}
NAMES = ItemNames(STRUCTURE)


def nugget(*keys: str, vital: bool = True) -> Nugget:
    return Nugget(keys[0], keys[0], vital, keys)


def question(id_: str, text: str, *gold: tuple[str, str, str], **more: object) -> Question:
    quotes = tuple(GoldQuote(*each) for each in gold)
    nuggets = more.pop("nuggets", tuple(nugget(g.quote[:20]) for g in quotes))
    fields = {"lang": "nl", "type": "position", "actor": None} | more
    return Question(
        id=id_,
        question=text,
        gold=quotes,
        nuggets=nuggets,
        must_abstain=not gold,
        **fields,  # type: ignore[arg-type] - the fields are named by the cases
    )


Q1 = question("q1", "NL in juni 2023?", ("a.txt", "J/1", STEUN), actor="Nederland")
Q2 = question(
    "q2",
    "Hongarije in juni 2023?",
    ("a.txt", "J/1", TEGEN),
    actor="Hongarije",
    type="number",
    nuggets=(nugget("2,5 miljard"), nugget("tegen", vital=False)),
)
Q3 = question("q3", "NL in 2023 en 2024?", ("a.txt", "J/1", STEUN), ("b.txt", "J/1", LATER))
Q4 = question("q4", "NL in januari 2024?", ("b.txt", "J/1", LATER), actor="Nederland")
N1 = question("n1", "Polen in juni 2023?", near_miss_of="q1", kind="wrong_actor")
RELEASE = Release("klein", None, STRUCTURE, (Q1, Q2, Q3, Q4), (), (N1,))  # type: ignore[arg-type]


def hit(document: str, item: str, text: str = "x", start: int = 0) -> FoundPassage:
    return FoundPassage(document, item, start, start + len(text), text)


def said(
    id_: str, *quotes: tuple[str, str, str], text: str | None = None, **more: object
) -> GivenAnswer:
    """An answer with one statement a quote; without quotes it abstains."""
    made = tuple(
        GivenStatement(
            quote if text is None else text, (GivenCitation(d, i, 0, len(quote), quote),)
        )
        for d, i, quote in quotes
    )
    return GivenAnswer(id_, "answered" if made else "not_found", made, **more)  # type: ignore[arg-type]


def score(must_abstain: bool, answered: bool | None, vital: float | None = None) -> AnswerScore:
    return AnswerScore("q", must_abstain, answered, vital, 0, 0, 0, 0)


A1, A2, B1 = ("a.txt", "J/1"), ("a.txt", "J/2"), ("b.txt", "J/1")
MIXED = (
    score(True, False),  # silent, as it must
    score(True, True),  # not silent
    score(True, None),  # missing
    score(False, True, 1.0),
    score(False, True, 0.4),
    score(False, False, 0.0),
    score(False, None, 0.0),
)

CASES: dict[str, list[Case]] = {
    "rank_gain": [
        # worth 2 at rank 1, against 2 at rank 1 and 2 at rank 2
        lambda m: (m.item_gain(Q3, [hit(*A1)], NAMES), (2 / log2(2)) / (2 / log2(2) + 2 / log2(3))),
        lambda m: (m.item_gain(Q1, [hit(*A2), hit(*A1)], NAMES), (2 / log2(3)) / (2 / log2(2))),
        # a second passage of an item takes no rank
        lambda m: (
            m.item_gain(Q3, [hit(*A2), hit(*A2), hit(*A1), hit(*B1)], NAMES),
            (2 / log2(3) + 2 / log2(4)) / (2 / log2(2) + 2 / log2(3)),
        ),
        # an item whose quote proves no vital nugget is worth 1
        lambda m: (
            m.item_gain(HALF_VITAL, [hit(*B1), hit(*A1)], NAMES),
            (1 / log2(2) + 2 / log2(3)) / (2 / log2(2) + 1 / log2(3)),
        ),
        lambda m: (m.item_gain(Q1, [], NAMES), 0.0),
        lambda m: (
            m.item_gain(Q1, [hit("a.txt", f"x{n}") for n in range(10)] + [hit(*A1)], NAMES),
            0.0,
        ),
        lambda m: (m.all_items(Q3, [hit(*A1)], NAMES), False),
        lambda m: (m.all_items(Q3, [hit(*A1), hit(*A2), hit(*B1)], NAMES), True),
        lambda m: (m.evidence_within(Q1, [hit(*A1, STEUN)], len(STEUN)), 1.0),
        lambda m: (m.evidence_within(Q1, [hit(*A1, STEUN)], len(STEUN) // 2), 0.0),
        lambda m: (
            m.evidence_within(Q1, [hit(*A2, "y" * 30), hit(*A1, STEUN, 99)], len(STEUN)),
            0.0,
        ),
    ],
    "strays": [
        lambda m: (m.wrong_meeting(Q1, [hit(*A1), hit(*B1), hit(*A2), hit(*B1)], STRUCTURE), 2 / 4),
        lambda m: (m.wrong_meeting(Q1, [hit(*A1)] * 5 + [hit(*B1)] * 5, STRUCTURE), 0 / 5),
        lambda m: (m.wrong_meeting(Q1, [], STRUCTURE), 1.0),
        lambda m: (m.wrong_meeting(Q3, [hit(*B1)], STRUCTURE), None),  # about two meetings
        lambda m: (m.wrong_meeting(UNDATED, [hit(*B1)], STRUCTURE), None),  # names none
        lambda m: (m.wrong_actor(Q1, [hit(*A1, STEUN), hit(*A1, TEGEN)]), 1 / 2),
        lambda m: (m.wrong_actor(Q1, [hit(*A1, STEUN)] * 5 + [hit(*A1, TEGEN)]), 0 / 5),
        lambda m: (m.wrong_actor(BOTH, [hit(*A1, STEUN), hit(*A1, TEGEN), hit(*A2)]), 1 / 3),
        lambda m: (m.wrong_actor(Q1, []), 1.0),
        lambda m: (m.wrong_actor(Q3, [hit(*A1)]), None),
        lambda m: (m.wrong_actor(NOBODY, [hit(*A1)]), None),
    ],
    "typed_values": [
        lambda m: (m.value_recall(Q2, said("q2", (*A1, TEGEN))), 1 / 1),
        # "2,500" is 2500 in an English statement and 2.5 in a Dutch one
        lambda m: (
            m.value_recall(PLACES, said("p", (*A1, TEGEN), text="It has 2,500 places.")),
            1.0,
        ),
        lambda m: (m.value_recall(PLAATSEN, said("p", (*A1, TEGEN), text="Er zijn 2,500.")), 0.0),
        lambda m: (m.value_recall(PLACES, said("p", (*A1, TEGEN), text="Er zijn 2.500.")), 1.0),
        lambda m: (
            m.value_recall(IN_ENGLISH, said("q2", (*A1, TEGEN), text="It asked 2.5 billion.")),
            1 / 1,
        ),
        # "2,5 miljard" and "25 miljard" are not the same
        lambda m: (m.value_recall(Q2, said("q2", (*A1, TEGEN), text="Het vroeg 25 miljard.")), 0.0),
        lambda m: (m.value_recall(DATED, said("d", (*B1, LATER))), 1 / 2),
        lambda m: (m.value_recall(DATED, said("d", (*B1, "op 18 augustus en in 2026"))), 0 / 2),
        lambda m: (m.value_recall(replace(PLACES, type="fact"), None), None),
        # both values of a key, in one statement; facts that are not vital do not count
        lambda m: (m.value_recall(GUARDS, said("g", (*A1, "185 van de 210 plaatsen"))), 1 / 1),
        lambda m: (m.value_recall(GUARDS, said("g", (*A1, "185 plaatsen"))), 0 / 1),
        lambda m: (m.value_recall(Q2, None), 0.0),
        lambda m: (m.value_recall(Q2, said("q2")), 0.0),
        lambda m: (m.value_recall(Q1, said("q1", (*A1, STEUN))), None),
        lambda m: (m.value_recall(N1, said("n1", (*A1, TEGEN))), None),
    ],
    "poison": [
        lambda m: (m.Poison(RELEASE).cited(Q1, said("q1", (*A1, STEUN))), False),
        lambda m: (m.Poison(RELEASE).cited(Q1, said("q1", (*A1, TEGEN))), True),  # other actor
        lambda m: (m.Poison(RELEASE).cited(Q1, said("q1", (*B1, LATER))), True),  # other meeting
        lambda m: (m.Poison(RELEASE).cited(Q3, said("q3", (*B1, LATER))), None),  # names neither
        lambda m: (m.Poison(RELEASE).cited(Q1, said("q1", (*A2, TEGEN))), False),  # proves nothing
        lambda m: (m.Poison(RELEASE).cited(N1, said("n1", (*A1, STEUN))), None),
        lambda m: (m.Poison(SAME_GOLD).cited(Q1, said("q1", (*A1, STEUN))), None),
        # what the own gold tells is no poison, whoever else is asked about it
        lambda m: (m.Poison(MORE).cited(Q1, said("q1", (*A1, STEUN))), False),
        lambda m: (m.near_miss_cited(N1, said("n1", (*A1, STEUN)), {"q1": Q1}), True),
        lambda m: (m.near_miss_cited(N1, said("n1", (*A1, TEGEN)), {"q1": Q1}), False),
        lambda m: (m.near_miss_cited(N1, said("n1", (*A1, STEUN)), {}), None),
    ],
    "own_words": [
        lambda m: (m.speaks("Dat staat niet in de stukken."), "nl"),
        lambda m: (m.speaks("There is nothing in the papers."), "en"),
        lambda m: (m.speaks("EES 2023"), None),
        lambda m: (m.in_language(Q1, said("q1", (*A1, STEUN), note="zonder taalmodel")), True),
        lambda m: (m.in_language(Q1, said("q1", (*A1, STEUN), note="without a model")), False),
        # a Dutch quote is no word of the system's own
        lambda m: (
            m.in_language(IN_ENGLISH, said("q", (*A1, STEUN), note="without a model")),
            True,
        ),
        lambda m: (
            m.in_language(IN_ENGLISH, said("q", (*A1, STEUN), text="Dat is niet zo.")),
            False,
        ),
        lambda m: (m.in_language(Q1, said("q1", (*A1, STEUN))), None),
        lambda m: (
            m.in_language(Q1, said("q1", (*A1, STEUN), lead="The report of the Council")),
            False,
        ),
    ],
    "risk": [
        lambda m: (m.risk_coverage([(0.9, 0.0), (0.5, 1.0)]), ((1 / 2, 0 / 1), (2 / 2, 1 / 2))),
        lambda m: (m.risk_coverage([(0.5, 1.0), (0.5, 0.0)]), ((2 / 2, 1 / 2),)),  # a tie
        lambda m: (m.aurc([(0.9, 0.0), (0.5, 1.0)]), 1 / 2 * 0 + 1 / 2 * 1 / 2),
        lambda m: (m.aurc([(0.5, 0.0), (0.9, 1.0)]), 1 / 2 * 1 + 1 / 2 * 1 / 2),
        lambda m: (m.aurc([]), None),
    ],
    "diagnosis": [
        # abstaining: 1 right of 2 done and 3 due; answering: 2 right of 3 done and 4 due
        lambda m: (value(m.refusal_f1(MIXED)), ((2 * 1) / (2 + 3) + (2 * 2) / (3 + 4)) / 2),
        lambda m: (value(m.refusal_f1([])), None),
        lambda m: ([m.error(s) for s in MIXED], [0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0]),
        lambda m: (named(m.retrieval_diagnosis(RELEASE, {}), "wrong meeting@5"), 3 / 3),
        lambda m: (
            named(m.retrieval_diagnosis(RELEASE, FOUND), "wrong meeting@5"),
            (0 + 1 + 1) / 3,
        ),
        lambda m: (named(m.retrieval_diagnosis(RELEASE, FOUND), "item nDCG@10"), 1 / 4),
        lambda m: (named(m.answers_diagnosis(RELEASE, SAID, SCORED), "poison"), 1 / 2),
        lambda m: (named(m.answers_diagnosis(RELEASE, SAID, SCORED), "seconds (p95)"), 3.0),
        lambda m: (named(m.answers_diagnosis(RELEASE, SAID, SCORED), "seconds (median)"), 2.0),
        # q1 has its fact (1), q2 is wrong (-1), q3 and q4 are silent (0), n1 is silent (1)
        lambda m: (
            named(m.answers_diagnosis(RELEASE, SAID, SCORED), "truthfulness"),
            (1 - 1 + 0 + 0 + 1) / 5,
        ),
    ],
}
HALF_VITAL = question(
    "h",
    "?",
    ("a.txt", "J/1", STEUN),
    ("b.txt", "J/1", LATER),
    nuggets=(nugget("steunde"), nugget("augustus", vital=False)),
)
UNDATED = question("u", "Wat vond NL?", ("a.txt", "J/1", STEUN))
BOTH = question("b", "?", ("a.txt", "J/1", STEUN), actor="Nederland; Hongarije")
NOBODY = question("x", "?", ("a.txt", "J/1", STEUN), actor="de bakker")
IN_ENGLISH = question(
    "e", "?", ("a.txt", "J/1", TEGEN), lang="en", type="number", nuggets=(nugget("2,5 miljard"),)
)
PLAATSEN = question(
    "p", "?", ("a.txt", "J/1", TEGEN), type="number", nuggets=(nugget("2.500 plaatsen"),)
)
GUARDS = replace(
    PLAATSEN, nuggets=(nugget("185 van de 210"), nugget("in negen landen", vital=False))
)
PLACES = replace(PLAATSEN, lang="en")
PLAATSEN = question(
    "p", "?", ("a.txt", "J/1", TEGEN), type="number", nuggets=(nugget("2.500 plaatsen"),)
)
PLACES = replace(PLAATSEN, lang="en")
DATED = question(
    "d",
    "?",
    ("b.txt", "J/1", LATER),
    type="next_step",
    nuggets=(nugget("18 augustus 2026"), nugget("zes maanden"), nugget("geen waarde")),
)
SAME_GOLD = Release(
    "klein",
    None,  # type: ignore[arg-type]
    STRUCTURE,
    (Q1, question("q5", "NL, 2023?", ("a.txt", "J/1", STEUN), actor="Polen")),
    (),
    (),
)
MORE = replace(RELEASE, questions=RELEASE.questions + SAME_GOLD.questions[1:])
FOUND = {"q1": Found("q1", (hit(*A1),)), "q2": Found("q2", (hit(*B1),))}
SAID = {
    "q1": said("q1", (*A1, STEUN), (*A1, TEGEN), seconds=1.0),
    "q2": said("q2", (*A2, "niets"), seconds=2.0),
    "q3": said("q3", seconds=3.0),
    "q4": said("q4"),
    "n1": said("n1"),
}
SCORED = {
    "q1": score(False, True, 1.0),
    "q2": score(False, True, 0.0),
    "q3": score(False, False, 0.0),
    "q4": score(False, False, 0.0),
    "n1": score(True, False),
}


def value(figure: Figure) -> float | None:
    return figure.value


def named(figures: tuple[Figure, ...], name: str) -> float | None:
    return next(figure.value for figure in figures if figure.name == name)


def agrees(case: Case, module: ModuleType) -> bool:
    """True when the module says what was worked out by hand."""
    told, right = case(module)
    return bool(told == (pytest.approx(right) if isinstance(right, float) else right))
