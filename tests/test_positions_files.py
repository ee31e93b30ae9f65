"""Two acts on one matter told apart, papers that are none of a Council, whose presidency it was."""

from __future__ import annotations

from pathlib import Path

from position_papers import Item, made, over

from index.nouns import Kind
from rag.overviews import Positions
from rag.positions.as_json import positions_json, positions_lines
from rag.positions.follow import positions

DAY = ("2031-10-09", "2031-10-10")
REGULATION = "Verordening tot bescherming van walvissen"
DIRECTIVE = "Richtlijn strafbaarstelling van walvisvangst"
BOTH: list[Item] = [
    ("1", REGULATION, "Nederland steunt de verordening voor walvissen."),
    ("2", DIRECTIVE, "Nederland is tegen de richtlijn over walvissen."),
]


def followed(folder: Path, topic: str, items: list[Item], actor: str = "NL") -> Positions:
    kind: Kind = "geannoteerde agenda"
    return positions(over(folder, made("agenda", kind, DAY, items)), [actor], topic)


def test_each_step_says_of_which_act_it_is(tmp_path: Path) -> None:
    found = followed(tmp_path, "walvissen", BOTH)
    assert [(step.file, step.kind) for step in found.sides[0].steps] == [
        (REGULATION, "support"),
        (DIRECTIVE, "opposition"),
    ]
    lines = [line.strip() for line in positions_lines(found)]
    assert lines.index(REGULATION) < lines.index(DIRECTIVE)


def test_a_topic_that_names_the_act_needs_no_titles(tmp_path: Path) -> None:
    (side,) = followed(tmp_path, "verordening walvissen", BOTH).sides
    assert side.steps and all(step.file == "" for step in side.steps)


def test_items_of_one_act_are_not_told_apart(tmp_path: Path) -> None:
    items: list[Item] = [
        ("1", REGULATION, "Nederland steunt de verordening voor walvissen."),
        ("2", "Bescherming van walvissen", "Nederland vroeg om een quotum voor walvissen."),
    ]
    (side,) = followed(tmp_path, "walvissen", items).sides
    assert {step.file for step in side.steps} == {""}


def test_a_debate_gives_no_positions_and_the_note_says_so(tmp_path: Path) -> None:
    debate = made("debat", "overig", (), [("1", REGULATION, "Nederland steunt de walvissen wel.")])
    found = positions(over(tmp_path, debate), ["NL"], "walvissen")
    assert found.sides[0].steps == () and found.sides[0].gaps == ()
    assert "Geen stuk van een Raad" in found.note
    assert "aan het woord" not in found.note  # he may well speak there


def test_the_presidency_has_its_country(tmp_path: Path) -> None:
    items: list[Item] = [("1", REGULATION, "Het Voorzitterschap steunde de walvissen van harte.")]
    report = made("verslag", "verslag", ("2023-12-04",), items)
    found = positions(over(tmp_path, report), ["Voorzitterschap"], "walvissen")
    (told,) = positions_json(found)["statements"]
    assert told["speaker"] == "het Voorzitterschap (Spanje)"
    assert any("4 december 2023" in line and "Spanje" in line for line in positions_lines(found))


def test_a_step_comes_with_the_sentence_that_it_leans_on(tmp_path: Path) -> None:
    body = (
        "Frankrijk stelde een grens van tien walvissen voor. "
        "Ook Nederland kan een dergelijk getal voor walvissen steunen."
    )
    found = followed(tmp_path, "walvissen", [("1", REGULATION, body)])
    (step,) = found.sides[0].steps
    assert step.before is not None and step.before.text.startswith("Frankrijk stelde een grens")
    assert any("daarvóór staat" in line for line in positions_lines(found))
