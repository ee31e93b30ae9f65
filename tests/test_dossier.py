"""Dossiers: which items and which of their sentences are on a topic, over all meetings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from position_papers import CSAM, RESULTS, SCHENGEN, made, over

from index.errors import QuestionRefused
from index.search import LONGEST, Filters
from rag.assistant import Assistant
from rag.dossier import Dossier, dossier
from rag.dossier_subject import Subject

TOPIC = "verordening tegen seksueel kindermisbruik (CSAM-verordening)"
ACCESSION = "toetreding van Bulgarije en Roemenië tot het Schengengebied"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return over(tmp_path_factory.mktemp("dossier"))


def texts(found: Dossier, document: str) -> list[str]:
    return [
        one.text for item in found.items if item.document.id == document for one in item.sentences
    ]


def test_an_item_whose_title_names_the_topic_gives_all_its_sentences(assistant: Assistant) -> None:
    assert texts(dossier(assistant, TOPIC), "2023-12-verslag") == [
        "Nederland onthield zich van stemming.",
        "Duitsland stemde opnieuw tegen.",
    ]


def test_an_item_of_many_subjects_gives_only_the_sentences_on_the_topic(
    assistant: Assistant,
) -> None:
    found = dossier(assistant, TOPIC)
    results = next(item for item in found.items if item.item.title == RESULTS)
    assert [one.place for one in results.sentences] == [1]
    assert results.sure < 1


def test_items_are_in_order_of_date_then_agendas_before_reports(assistant: Assistant) -> None:
    found = dossier(assistant, TOPIC)
    assert [(item.document.id, item.item.title) for item in found.items] == [
        ("2023-03-verslag", RESULTS),
        ("2023-03-verslag", CSAM),
        ("2023-06-agenda", CSAM),
        ("2023-06-verslag", CSAM),
        ("2023-12-verslag", CSAM),
    ]


def test_an_english_topic_finds_the_same_items(assistant: Assistant) -> None:
    dutch = dossier(assistant, TOPIC)
    english = dossier(assistant, "regulation against child sexual abuse (CSAM regulation)")
    assert english.language == "en"
    assert [i.sentences for i in english.items] == [i.sentences for i in dutch.items]


def test_a_topic_of_an_item_s_part_leaves_the_other_parts_out(assistant: Assistant) -> None:
    found = dossier(assistant, ACCESSION)
    assert texts(found, "2023-03-verslag") == [
        "Oostenrijk was tegen toetreding van Bulgarije en Roemenië tot Schengen."
    ]
    assert [item.item.title for item in found.items] == [SCHENGEN]


def test_a_country_alone_is_not_the_topic(tmp_path: Path) -> None:
    paper = made("p", "verslag", ("2024-01-25",), [("1", "Bulgarije", "Bulgarije kreeg geld.")])
    assert dossier(over(tmp_path, paper), ACCESSION).items == ()


def test_an_unknown_topic_has_no_items_and_a_library_without_papers_nothing_near(
    assistant: Assistant, tmp_path: Path
) -> None:
    assert dossier(assistant, "tulpen op Mars").items == ()
    (tmp_path / "none").mkdir()
    paper = made("p", "overig", (), [("1", "X", "Niets.")])
    empty = over(tmp_path / "none", paper)
    empty.library.remove("p")
    assert dossier(empty, "tulpen op Mars") == Dossier("tulpen op Mars", "nl", (), ())


def test_filters_hold(assistant: Assistant) -> None:
    found = dossier(assistant, TOPIC, filters=Filters(since="2023-06", kind="verslag"))
    assert {item.document.id for item in found.items} == {"2023-06-verslag", "2023-12-verslag"}


@pytest.mark.parametrize("topic", ["", "   ", "?!", "x" * (LONGEST + 1)])
def test_no_topic_and_one_too_long_are_refused(assistant: Assistant, topic: str) -> None:
    with pytest.raises(QuestionRefused):
        dossier(assistant, topic)


def test_brackets_are_another_name_for_what_stands_before_them(assistant: Assistant) -> None:
    subject = Subject(assistant.library, TOPIC)
    assert len(subject.facets) == 1
    assert subject.share("Over chatcontrole is gesproken") == 1.0
    assert subject.share("Over corruptie is gesproken") == 0.0


def test_another_kind_of_act_is_another_file(assistant: Assistant) -> None:
    subject = Subject(assistant.library, TOPIC)
    assert subject.another_act("Richtlijn seksueel kindermisbruik")
    assert not subject.another_act("Verordening seksueel kindermisbruik")
    assert not subject.another_act("Seksueel kindermisbruik")


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="abcdeé ()-/,EU", min_size=1, max_size=30))
def test_every_sentence_is_a_slice_in_order_and_none_twice(topic: str) -> None:
    assistant = _shared()
    try:
        found = dossier(assistant, f"verordening {topic}")
    except QuestionRefused:
        return
    places = [(i.day, s.document.id, s.span) for i in found.items for s in i.sentences]
    assert len(set(places)) == len(places)
    assert [day for day, _, _ in places] == sorted(day for day, _, _ in places)
    for item in found.items:
        assert [s.place for s in item.sentences] == sorted(s.place for s in item.sentences)
        assert 0 < item.sure <= 1
        assert all(item.item.span.holds(s.span) for s in item.sentences)


_kept: list[Assistant] = []


def _shared() -> Assistant:
    """One library for all examples of a property; made at the first."""
    if not _kept:
        import tempfile

        _kept.append(over(Path(tempfile.mkdtemp())))
    return _kept[0]
