"""Which sentences tell a stand of an earlier time, and what is made of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from position_papers import CSAM, made, over

from rag.overviews import Side
from rag.positions.as_json import positions_json, positions_lines
from rag.positions.follow import positions
from rag.positions.past import earlier
from rag.told import told

TOPIC = "verordening tegen seksueel kindermisbruik"
DAY = "2031-10-09"


def is_earlier(text: str) -> bool:
    """Whether the first sentence of a report of October 2031 is of an earlier time."""
    reading = made("p", "verslag", (DAY,), [("1", CSAM, text)])
    return earlier(told(reading.document, reading.items[0])[0])


@pytest.mark.parametrize(
    "text",
    [
        "Nederland achtte het voorstel destijds te mager.",
        "Voor die stap achtte Nederland het destijds te vroeg.",
        "Nederland was vorig jaar nog tegen de verordening.",
        "In maart 2030 heeft Nederland een voorbehoud gemaakt.",
        "Nederland heeft in 2029 tegen de verordening gestemd.",
        "Nederland kon toen niet met de tekst instemmen.",
        "Toen steunde Nederland de verordening.",
        "Nederland had zich tegen de verordening uitgesproken.",
        "Tijdens de vorige Raad heeft Nederland de verordening gesteund.",
        "Nederland heeft eerder ingestemd met het register, zoals gemeld in de brief van mei 2031.",
        "Aanvankelijk wees Nederland het register van de hand.",
    ],
)
def test_words_of_then_make_it_a_stand_of_then(text: str) -> None:
    assert is_earlier(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nederland steunt de verordening.",
        "Zoals eerder met uw Kamer gedeeld, hecht het kabinet aan een register.",
        "Nederland had vorig jaar bezwaar, maar kan nu instemmen.",
        "Nederland is ingenomen met het voorstel dat de Commissie vorig jaar heeft ingediend.",
        "Nederland steunde het vorig jaar gepresenteerde register.",
        "Nederland onderschreef de in maart 2030 aangenomen conclusies.",
        "Nederland had graag gezien dat het register er kwam.",
        "Italië gaf aan dat het de bepaling in 2029 heeft geschrapt en haar niet kan steunen.",
        "De Commissie betreurde dat het aantal meldingen in 2029 is gedaald.",
        "Nederland had zorgen over het register.",
        "Nederland pleitte in de Raad van oktober 2031 voor een register.",
        "Nederland heeft eerder aangegeven dat het register nodig is.",
        "In het fiche van 4 maart 2030 heeft het kabinet het register verwelkomd.",
        "Nederland is nog steeds, net als vorig jaar, tegen de verordening.",
        "Nederland zag eerder een rol voor de Commissie dan voor een agentschap.",
    ],
)
def test_words_of_now_and_dates_of_papers_do_not(text: str) -> None:
    assert not is_earlier(text)


def side(folder: Path, *bodies: tuple[str, str]) -> Side:
    """The Dutch side over reports of one item each, by day and text."""
    papers = [made(day, "verslag", (day,), [("1", CSAM, body)]) for day, body in bodies]
    return positions(over(folder, *papers), ["NL"], TOPIC).sides[0]


def test_what_was_held_then_is_marked_and_is_not_the_stand_of_the_paper(tmp_path: Path) -> None:
    told_of = side(
        tmp_path,
        ("2031-03-06", "Nederland steunde de verordening."),
        (
            DAY,
            "Nederland achtte de verordening destijds te vroeg en had een voorbehoud gemaakt. "
            "Nederland steunt de verordening.",
        ),
    )
    assert [(step.earlier, step.turn) for step in told_of.steps] == [
        (False, "first"),
        (True, "same"),
        (False, "same"),
    ]
    assert told_of.shifts == ()


def test_readers_are_told_that_it_was_then(tmp_path: Path) -> None:
    report = made(
        "p", "verslag", (DAY,), [("1", CSAM, "Nederland was destijds tegen de verordening.")]
    )
    found = positions(over(tmp_path, report), ["NL"], TOPIC)
    assert any("[destijds: tegen]" in line for line in positions_lines(found))
    assert [told["earlier"] for told in positions_json(found)["statements"]] == [True]


def test_a_paper_that_only_looks_back_takes_no_stand(tmp_path: Path) -> None:
    told_of = side(
        tmp_path,
        ("2031-03-06", "Nederland steunde de verordening."),
        (DAY, "Nederland was vorig jaar nog tegen de verordening."),
    )
    assert [step.turn for step in told_of.steps] == ["first", "unclear"]
    assert told_of.shifts == ()
