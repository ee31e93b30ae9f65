"""What a question is about, and how much of it a text holds; by small libraries."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import tiny_library
from shelf import opened, put, reading

from index.library import Library
from rag.question import understand
from rag.topic import ABSENT, COMPOUND, LEAST, Topic

# ten passages: fiets in one, walvis in two, zeppelin in four, regen in six
PASSAGES = ["fiets walvis zeppelin", "walvis zeppelin", "zeppelin", "zeppelin", *["regen"] * 6]
FIETS, WALVIS, ZEPPELIN = math.log(1 + 10 / 2), math.log(1 + 10 / 3), math.log(1 + 10 / 5)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = opened(tmp_path_factory.mktemp("weather"))
    put(made, reading("a.txt", *PASSAGES))
    return made


def topic(library: Library, question: str) -> Topic:
    return Topic(library, understand(question))


def test_rare_words_weigh_by_the_library(library: Library) -> None:
    asked = topic(library, "de fiets en de zeppelin")
    assert asked.share({"fiet"}) == pytest.approx(FIETS / (FIETS + ZEPPELIN))
    assert asked.share({"zeppelin"}) == pytest.approx(ZEPPELIN / (FIETS + ZEPPELIN))
    assert asked.share({"fiet", "zeppelin", "walvis"}) == pytest.approx(1)
    assert asked.share({"walvis"}) == asked.share(()) == 0


def test_a_word_of_every_paper_counts_little_and_weighs_the_least(library: Library) -> None:
    common = math.log(1 + 10 / 7)  # 0.89: less than the least that a word weighs
    assert common < LEAST
    share = topic(library, "walvis in de regen").share({"reg"})
    assert share == pytest.approx(common / (WALVIS + LEAST))


def test_a_word_that_no_passage_holds_is_missed(library: Library) -> None:
    asked = topic(library, "walvis bij de krakatau")
    assert asked.share({"walvis", "krakatau"}) == pytest.approx(WALVIS / (WALVIS + ABSENT))


def test_a_part_of_a_compound_counts_less(library: Library) -> None:
    asked = topic(library, "walvis")
    assert asked.share({"walvis"}) == pytest.approx(1)
    assert asked.share({"walvisjacht"}) == pytest.approx(COMPOUND)
    assert asked.share({"blauwewalvis"}) == pytest.approx(COMPOUND)
    assert topic(library, "fietsen").share({"fietspad"}) == 0  # "fiet": too short a part


def test_who_is_asked_about_is_no_topic(library: Library) -> None:
    whose = topic(library, "Wat vond Nederland van de zeppelin?")
    assert [set(group) for group, _ in whose.groups] == [{"zeppelin"}]
    assert whose.share({"nederland"}) == 0


def test_a_topic_of_filling_words_falls_back_on_them(tmp_path: Path) -> None:
    library = tiny_library(tmp_path)
    assert topic(library, "standpunt Nederland").share({"nederland"}) > 0
    assert topic(library, "standpunt Nederland lunch").share({"nederland"}) == 0


def test_the_best_word_of_a_concept_counts_once(tmp_path: Path) -> None:
    library = tiny_library(tmp_path)
    asked = topic(library, "Wat vond Nederland van detectie van berichten?")
    # three of the four passages hold detectie and bericht; each weighs LEAST
    one = asked.share({"detectie"})
    assert one == pytest.approx(math.log(1 + 4 / 4) / (2 * LEAST))
    assert asked.share({"detectie", "verplicht"}) == pytest.approx(one)  # "detectieverplichting"


WORDS = st.frozensets(
    st.sampled_from(["fiet", "walvis", "zeppelin", "reg", "zeppelinpost", "lunch"])
)


@given(WORDS, WORDS)
def test_a_share_rises_with_the_words_there(
    library: Library, there: frozenset[str], more: frozenset[str]
) -> None:
    asked = topic(library, "fietsen, walvis en zeppelin in de regen bij Frontex")
    assert 0 <= asked.share(there) <= asked.share(there | more) <= 1
    assert asked.share(sorted(there)) == asked.share(sorted(there, reverse=True))


def test_a_lesser_word_hides_no_better_part(tmp_path: Path) -> None:
    made = opened(tmp_path)
    put(made, reading("a.txt", "terugkeerhubs", "derde landen", "derde landen", "regen", "regen"))
    asked = topic(made, "terugkeerhubs")
    group, _ = asked.groups[0]
    assert 0 < group["land"] < COMPOUND * group["terugkeerhub"]
    part = asked.share({"terugkeerhubbeleid"})
    assert asked.share({"terugkeerhubbeleid", "land"}) == part > asked.share({"land"})


@pytest.mark.parametrize("question", ["Wat is er over de walvis?", "Kan de walvis dat?"])
def test_a_small_word_is_no_topic(library: Library, question: str) -> None:
    assert [set(group) for group, _ in topic(library, question).groups] == [{"walvis"}]
