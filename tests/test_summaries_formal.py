"""What a summary has no words for: who will listen, who is to report; and whose a delay is."""

from __future__ import annotations

from pathlib import Path

import pytest
from summary_papers import made, over, sentences

from rag.summaries import cues
from rag.summaries.planning import Wanted, plan
from rag.summaries.quoting import decided
from rag.summaries.salience import Weighed
from rag.summaries.summarise import summarise_document

HOLDS = Wanted(cues.foresees, cues.netherlands_holds)
LISTENS = "Nederland zal dit aanhoren."


@pytest.mark.parametrize(
    ("text", "is_formal"),
    [
        (LISTENS, True),
        ("Het kabinet zal de informatievoorziening van het Voorzitterschap aanhoren.", True),
        ("Er waren geen interventies van de lidstaten.", True),
        ("Het kabinet blijft alert.", True),
        ("Er zijn nu nog geen stukken over dit overleg beschikbaar.", True),
        ("Nederland zal de uitleg aanhoren en voor een register pleiten.", False),
        ("Het kabinet steunt de richtlijn.", False),
        ("Polen had geen bezwaar.", False),
    ],
)
def test_what_is_only_form(text: str, is_formal: bool) -> None:
    (one,) = sentences(made("a.txt", {"Justitie/1": text}), "Justitie/1")
    assert cues.formal(one) == is_formal


def weighed(bodies: dict[str, str], weight: float = 0.3) -> list[list[Weighed]]:
    paper = made("a.txt", bodies, "geannoteerde agenda")
    return [[Weighed(one, weight) for one in sentences(paper, path)] for path in bodies]


def test_an_item_is_not_told_by_who_listens_where_it_says_more() -> None:
    says = "De onderhandelingen over het verdrag zijn in een beslissende fase gekomen."
    items = weighed({"Justitie/1": f"{LISTENS} {says}"})
    found = plan(items, 12, HOLDS)
    assert [one.told.text for one in found.chosen] == [says]


def test_an_item_of_form_alone_gives_way_to_one_of_substance() -> None:
    says = "Nederland vindt dat de dijken van heel Europa hoger moeten worden."
    items = weighed({"Justitie/1": says, "Justitie/2": LISTENS, "Justitie/3": LISTENS})
    found = plan(items, 11, HOLDS)  # as many as the first has
    assert [one.told.text for one in found.chosen] == [says]


def test_what_only_explains_is_no_line_where_somebody_acts() -> None:
    explains = "Het doel blijft bescherming."
    acts = "De Commissie komt met een voorstel voor de dijken."
    found = plan(weighed({"Justitie/1": f"{explains} {acts}"}, 0.1), 10, HOLDS)
    assert [one.told.text for one in found.chosen] == [acts]


def test_an_item_that_is_only_shown_is_said_to_be(tmp_path: Path) -> None:
    substance = {  # sixty items of ten words: all that a summary has
        f"Justitie/{n}": f"Nederland steunt het plan {n} voor dijken van groep {n}."
        for n in range(2, 62)
    }
    bodies = {"Justitie/1": f"De Commissie zal dit toelichten. {LISTENS}", **substance}
    assistant = over(tmp_path, made("a.txt", bodies, "geannoteerde agenda"))
    summary = summarise_document(assistant, "a.txt", "nl")
    (first,) = [part for part in summary.parts if part.item == "Justitie/1"]
    assert not first.statements
    assert first.line.startswith("Ter informatie")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De invoering van het register is uitgesteld tot mei 2032.", False),
        ("De Commissie heeft de start van het register uitgesteld tot mei 2032.", False),
        ("De bespreking van dit punt is uitgesteld.", True),
        ("Het Voorzitterschap heeft de stemming uitgesteld.", True),
        ("De Raad nam de richtlijn aan.", True),
        ("Tijdens de besloten lunchbijeenkomst spraken de ministers over dijken.", False),
    ],
)
def test_only_what_the_council_itself_decided_or_put_off_was_decided(text: str, told: bool) -> None:
    (one,) = sentences(made("v.txt", {"Justitie/1": text}), "Justitie/1")
    assert decided(one) == told
