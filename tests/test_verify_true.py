"""True sentences survive: the facts of the specimens' questions, told in both languages.

Precision comes first, so some true ones fall, to be shown as the evidence sentence instead. The
floors are what was reached when they were set, less a little.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.attribution import actor_value, speakers
from rag.nouns import Citation, Evidence, Language
from rag.proving import why_not

HOME = Path(__file__).parents[1]
SETS = {
    "specimen": HOME / "eval" / "data" / "specimen" / "questions.jsonl",
    "real": HOME.parent / "shared" / "real" / "questions.jsonl",
}
ASKED = {"Nederland": "NL", "Commissie": "Commission", "Voorzitterschap": "Presidency"}


def evidence(gold: dict[str, str], asked: str) -> Evidence:
    """A gold quote as evidence; a fragment without a subject is by whom the question asks of."""
    quote, name = " ".join(gold["quote"].split()), gold["document"]
    month = [part for part in name.split("-") if part.isdigit()]
    dates = (f"{month[0]}-{month[1]}-10",) if len(month) > 1 else ()
    kind = "verslag" if "verslag" in name else "brief" if "brief" in name else "geannoteerde agenda"
    who = speakers(quote, first_person="NL" if kind == "brief" else None)
    citation = Citation(name, gold["unit"], None, dates, 1, None, 0, len(quote), quote)
    actor = actor_value(who) if who else ASKED.get(asked, "unknown")
    return Evidence("zubo7", citation, "", kind, None, None, actor, 1.0)


def facts(path: Path, language: Language) -> list[tuple[str, list[Evidence]]]:
    """Each fact of each question with the gold quotes that hold it."""
    told = []
    for line in path.read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        for fact in question["nuggets"]:
            text = fact["nl"] if language == "nl" else fact["text"]
            keys = [key.casefold() for key in fact["key"]]
            holding = [g for g in question["gold"] if any(k in g["quote"].casefold() for k in keys)]
            proof = [
                evidence(gold, question["actor"] or "") for gold in holding or question["gold"]
            ]
            if text and proof:
                told.append((text, proof))
    return told


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(("language", "floor"), [("nl", 0.9), ("en", 0.8)])
def test_most_true_sentences_stand(name: str, language: Language, floor: float) -> None:
    if not SETS[name].exists():
        pytest.skip("no ../shared/real here")
    told = facts(SETS[name], language)
    stand = [why_not(text, proof, language) is None for text, proof in told]
    assert len(stand) > 100
    assert sum(stand) / len(stand) >= floor


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_true_sentence_stands_with_another_number_or_actor(language: Language) -> None:
    """The first number is raised by 137 and the actor at the beginning is exchanged."""
    actors = {
        "nl": {"Nederland ": "Zweden ", "De Commissie ": "Zweden ", "Het kabinet ": "Zweden "},
        "en": {
            "The Netherlands ": "Sweden ",
            "The Commission ": "Sweden ",
            "The government ": "Sweden ",
        },
    }[language]
    lies = 0
    for text, proof in facts(SETS["specimen"], language):
        false = [
            other + text.removeprefix(name)
            for name, other in actors.items()
            if text.startswith(name)
        ]
        digits = "".join(c if c.isdigit() else " " for c in text).split()
        if digits:
            false.append(text.replace(digits[0], str(int(digits[0]) + 137), 1))
        for lie in false:
            lies += 1
            assert why_not(lie, proof, language) is not None, lie
    assert lies > 80
