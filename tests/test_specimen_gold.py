"""The true outline of a specimen paper, against outlines written by hand."""

from __future__ import annotations

import pytest
from generated import random_paper, random_source
from hypothesis import given, settings
from hypothesis import strategies as st
from specimens import SMALL

from index.errors import FileRefused
from index.specimen.gold import GoldUnit, gold
from index.specimen.paper import parse_text


def unit(path: str, title: str | None, first: str = "", last: str = "") -> GoldUnit:
    """A gold unit without number, tag or footnotes."""
    return {
        "id": path,
        "section": path.split("/")[0],
        "number": None,
        "title": title,
        "tag": None,
        "first_words": first,
        "last_words": last or first,
        "footnotes": [],
    }


def test_gold_of_a_small_paper() -> None:
    told = gold(parse_text("small", SMALL))
    shared = unit("Binnenlandse Zaken/1", "Schengen") | {
        "number": "1",
        "tag": "Gedachtewisseling",
        "first_words": "De EU-agentschappen lichten hun rapport toe & meer.",
        "last_words": "in. 1. Hoe verder? 2. Wie doet mee?",
        "footnotes": [2, 3],
    }
    programme = unit("Binnenlandse Zaken/2/a", "Werkprogramma", "Spanje spreekt.")
    letter = "Hierbij bied ik uw Kamer de agenda aan."
    topic = unit("Brief/Toezegging over dit∕dat", "Toezegging over dit/dat")
    topic["first_words"] = "Eén, twee, drie, vier, vijf, zes, zeven, acht,"
    topic["last_words"] = "twee, drie, vier, vijf, zes, zeven, acht, negen."
    assert told["units"] == [
        unit("Brief/Aanhef", None, letter) | {"footnotes": [1]},
        topic,
        unit("Brief/Toezegging over dit∕dat/Vervolg", "Vervolg", "Later meer."),
        shared,
        unit("Binnenlandse Zaken/1/a", "Staat van het gebied") | {"number": "a"},
        unit("Binnenlandse Zaken/1/b", "Prioriteiten") | {"number": "b"},
        unit("Binnenlandse Zaken/1/Inzet", "Inzet", "Het kabinet is <voor>."),
        unit("Binnenlandse Zaken/Raadsconclusies", "Raadsconclusies", "Eerste punt. Tweede punt.")
        | {"tag": "Goedkeuring (A-punt)"},
        unit("Binnenlandse Zaken/2", "Overige onderwerpen") | {"number": "2"},
        programme | {"number": "a", "tag": "Presentatie"},
        unit("Justitie/1", "Schengen", "Nederland luistert.") | {"number": "1"},
    ]
    assert {field: told[field] for field in ("kind", "meeting_dates", "place", "presidency")} == {
        "kind": "geannoteerde agenda",
        "meeting_dates": ["2023-06-01", "2023-06-02"],
        "place": "Luxemburg",
        "presidency": None,
    }


def gold_of(body: str) -> list[GoldUnit]:
    """The units of a paper without letter whose annex is `body`."""
    front = SMALL[: SMALL.index("!masthead")]
    return gold(parse_text("small", f"{front}!title\nTitel\n{body}"))["units"]


def test_equal_paths_are_told_apart_with_what_is_under_them() -> None:
    body = "## I. Justitie\n### Slot\nA.\n### Slot\nB.\n##### Inzet\nC.\n### 1. X\nD.\n### 1. Y\nE."
    assert [told["id"] for told in gold_of(body)] == [
        "Justitie/Slot",
        "Justitie/Slot (2)",
        "Justitie/Slot (2)/Inzet",
        "Justitie/1",
        "Justitie/1 (2)",
    ]


def test_a_paper_without_sections_and_an_opening() -> None:
    told = gold_of("Vooraf een woord.\n### 1. Een\nTekst.\n#### a) Twee\nMeer.")
    assert [(unit["id"], unit["section"], unit["first_words"]) for unit in told] == [
        ("Aanhef", None, "Vooraf een woord."),
        ("1", None, "Tekst."),
        ("1/a", None, "Meer."),
    ]


def test_sub_items_with_bodies_or_tags_of_their_own_share_nothing() -> None:
    own = gold_of("### 1. Een\n#### a) Twee\nMeer.\n#### b) Drie\nNog meer.")
    assert [unit["first_words"] for unit in own] == ["", "Meer.", "Nog meer."]
    tags = gold_of("### 1. Een\n#### a) Twee\n= Stand\n#### b) Drie\n= Besluit\nTekst.")
    assert [(unit["tag"], unit["first_words"]) for unit in tags] == [
        (None, "Tekst."),
        ("Stand", ""),
        ("Besluit", ""),
    ]


def test_a_sub_item_outside_an_item_is_refused() -> None:
    with pytest.raises(FileRefused, match="'Los' stands in no item"):
        gold_of("#### a) Los\nTekst.")


@given(st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_gold_keeps_every_note_and_word_once(seed: int) -> None:
    paper = random_paper(seed)
    units = gold(paper)["units"]
    assert sorted(n for u in units for n in u["footnotes"]) == list(range(1, len(paper.notes) + 1))
    assert len({u["id"] for u in units}) == len(units)
    headings = ("topic", "item", "sub-item", "sub-heading")
    titles = [block.text for block in paper.blocks if block.kind in headings]
    assert [u["title"] for u in units if u["title"]] == titles


def test_the_generator_repeats_itself() -> None:
    assert random_source(5) == random_source(5) != random_source(6)
