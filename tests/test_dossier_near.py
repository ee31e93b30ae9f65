"""What is offered where the papers hold nothing on a topic, and what a shared word is worth."""

from __future__ import annotations

from pathlib import Path

import pytest
from position_papers import made, over

from index.stance import Stance
from rag.assistant import Assistant
from rag.dossier import dossier
from rag.dossier_near import most_told
from rag.dossier_subject import Subject
from rag.positions.stands import stands
from rag.told import told

ABUSE = "Verordening ter bestrijding van seksueel kindermisbruik"
BORDERS = "Staat van het Schengengebied"
MATERIAL = "Materiaal op het internet"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A paper in which the word of one file is an everyday word in another."""
    items = [
        ("1", ABUSE, "Malta wenste geen terugkeer naar een plicht. Finland stemde voor."),
        ("2", BORDERS, "Nederland vroeg om terugkeer. Malta noemde terugkeer een prioriteit."),
        ("3", "Gegevensbescherming", "Nederland stemde in met de verordening."),
        ("4", MATERIAL, "Zweden sprak over CSAM."),
        ("6", "Bezoek aan terugkeerhubs", "Zweden gaf een toelichting."),
        ("5", "Seksueel kindermisbruik", "Nederland steunde het voorstel."),
    ]
    paper = made("2022-07-verslag", "verslag", ("2022-07-11",), items)
    return over(tmp_path_factory.mktemp("near"), paper)


@pytest.mark.parametrize("topic", ["terugkeerverordening", "return regulation"])
def test_an_act_is_not_named_by_the_act_of_a_title_and_a_word_below_it(
    assistant: Assistant, topic: str
) -> None:
    assert dossier(assistant, topic).items == ()


def test_an_act_and_its_matter_are_one_name_where_they_stand_together(
    assistant: Assistant,
) -> None:
    subject = Subject(assistant.library, "terugkeerverordening")
    assert subject.share("De verordening over terugkeer is besproken") == 1.0
    apart = (
        "De verordening werd in Luxemburg door Malta, Spanje en Finland besproken zonder terugkeer"
    )
    assert subject.share(apart) < 0.5


def test_an_acronym_and_what_it_stands_for_find_each_other(assistant: Assistant) -> None:
    by_letters = {item.item.title for item in dossier(assistant, "CSAM").items}
    spelt_out = {item.item.title for item in dossier(assistant, "seksueel kindermisbruik").items}
    assert {MATERIAL, "Seksueel kindermisbruik"} <= by_letters
    assert by_letters == spelt_out


def test_the_nearest_items_are_those_that_name_the_matter(assistant: Assistant) -> None:
    near = dossier(assistant, "terugkeerverordening").near
    assert near == ("Bezoek aan terugkeerhubs", BORDERS, ABUSE)


@pytest.mark.parametrize("topic", ["de", "van het", "kernfusie in Groningen"])
def test_where_nothing_is_near_what_most_papers_have_is_offered(
    assistant: Assistant, topic: str
) -> None:
    found = dossier(assistant, topic)
    assert (found.items, len(found.near)) == ((), 5)
    assert found.near == most_told(assistant.library)


def test_the_most_told_titles_come_first_and_then_the_latest(tmp_path: Path) -> None:
    papers = [
        ("a", "2022-07-11", ["Visa", "Drugs", "Diversen"]),
        ("b", "2023-07-11", ["Visa (Oriënterend debat)", "Havens"]),
        ("c", "2024-07-11", ["Asiel"]),
    ]
    shelf = over(
        tmp_path,
        *(
            made(name, "verslag", (day,), [(str(n), t, "Nederland sprak.") for n, t in said])
            for name, day, titles in papers
            for said in [list(enumerate(titles, 1))]
        ),
    )
    assert most_told(shelf.library) == ("Visa", "Asiel", "Havens", "Drugs")


@pytest.mark.parametrize(
    ("sentence", "heard"),
    [
        ("Van de Visegradlanden wordt verzet tegen het plan verwacht.", []),
        ("Bij enkele delegaties zijn er zorgen over het plan.", []),
        ("Zonder toets is het plan onaanvaardbaar.", ["opposition"]),
    ],
)
def test_what_is_expected_of_others_is_no_stand_of_the_government(
    sentence: str, heard: list[Stance], tmp_path: Path
) -> None:
    body = f"Nederland steunt het plan. {sentence}"
    paper = made("p", "geannoteerde agenda", ("2022-03-03",), [("1", "Onderwerp", body)])
    found = stands(told(paper.document, paper.items[0]), "NL")
    assert [one.kind for one in found] == ["support", *heard]
