"""Words of a question in words of the library: weights by hand, mistakes, compounds, English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from shelf import opened, put, reading

from index import expand as expand_module
from index import words as words_module
from index.analyse import Analyser
from index.embed import Vectors
from index.expand import MISSPELT, PART, expand, respelt
from index.glossary import Glossary, glossary, load_glossary
from index.lexical import post
from index.library import Library
from index.search import search
from index.words import Words, part_of, to_bytes, words_of

MEANING = {"grens": (1.0, 0.0), "border": (0.8, 0.6), "visum": (0.0, 1.0)}


class TwoWays:
    """A model of two numbers: the words above have a meaning, all others have none."""

    name, dimension = "two ways", 2

    def passages(self, texts: Sequence[str]) -> Vectors:
        rows = [MEANING.get(text, (0.0, 0.0)) for text in texts]
        return np.array(rows, np.float32).reshape(-1, 2)

    def knows(self, word: str) -> bool:
        return word in MEANING


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    for module in (expand_module, words_module):
        monkeypatch.setattr(module, "shipped", TwoWays)
    library = opened(tmp_path / "library")
    put(library, reading("a.txt", "grens grens", "de grens", "kindermisbruik"))
    put(library, reading("b.txt", "visum", "materiaal bulgarije"))
    yield library
    library.close()


@pytest.fixture(scope="module")
def none(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    path = tmp_path_factory.mktemp("words") / "none.tsv"
    path.write_text("", encoding="utf-8")
    return load_glossary(path)


def groups(library: Library, words: Glossary, question: str) -> list[dict[str, float]]:
    with library.searching() as view:
        return [dict(group) for word in expand(view, words, question) for group in word.groups]


def test_a_word_no_passage_holds_gets_its_neighbours_by_cosine(
    small: Library, none: Glossary
) -> None:
    """border: cosine 0.8 to grens, 0.6 to visum, both from 0.45; third powers."""
    (group,) = groups(small, none, "border")
    assert group == {
        "border": 1.0,
        "gren": pytest.approx(0.8**3),
        "visum": pytest.approx(0.6**3),
    }


def test_a_word_that_is_held_counts_more_than_what_is_like_it(
    small: Library, none: Glossary
) -> None:
    put(small, reading("c.txt", "border"))
    (group,) = groups(small, none, "border")
    assert group["border"] == 1.0
    assert group["gren"] == pytest.approx(0.8**3 * 2 / 3)  # 2 passages against 1
    assert group["visum"] == pytest.approx(0.6**3 * 1 / 2)


def test_a_word_like_none_stands_alone(small: Library, none: Glossary) -> None:
    assert groups(small, none, "visum") == [{"visum": 1.0}]
    assert groups(small, none, "xyz") == [{"xyz": 1.0}]


def test_a_misspelt_word_is_taken_for_the_nearest_known(small: Library, none: Glossary) -> None:
    with small.searching() as view:
        (word,) = expand(view, none, "Bulgarye")
        assert (word.meant, word.held, word.found) == (("bulgarije",), 0, True)
        (group,) = word.groups
        assert group["bulgarij"] == pytest.approx(MISSPELT**2)
        assert respelt("in Bulgarye?", [word]) == "in bulgarije?"
        (other,) = expand(view, none, "qqqqqq")
        assert (other.meant, other.found) == ((), False)


@pytest.mark.parametrize("word", ["VISMU", "vism1", "gr", "border"])
def test_acronyms_numbers_short_and_known_words_are_not_mended(
    small: Library, none: Glossary, word: str
) -> None:
    with small.searching() as view:
        assert [one.meant for one in expand(view, none, word)] == [()]


def test_a_compound_nobody_wrote_falls_into_words_that_are_held(
    small: Library, none: Glossary
) -> None:
    first, *parts = groups(small, none, "kindermisbruikmateriaal")
    assert first["kindermisbruikmateriaal"] == 1.0
    assert parts == [{"kindermisbruik": PART}, {"materiaal": PART}]
    assert groups(small, none, "grensvisum")[1:] == [{"gren": PART}, {"visum": PART}]
    assert groups(small, none, "grensonbekend")[1:] == []


def test_the_shipped_model_and_glossary_find_dutch_for_english(tmp_path: Path) -> None:
    """None of these questions shares a word with the passage it finds."""
    with opened(tmp_path / "library") as library:
        put(
            library,
            reading(
                "a.txt",
                "De verordening over terugkeer van vreemdelingen werd besproken.",
                "De ministers spraken over de bestrijding van drugshandel in zeehavens.",
                "Het Europees Openbaar Ministerie vervolgt fraude met subsidies.",
                "Bulgarije wil toetreden tot de ruimte zonder binnengrenzen.",
            ),
        )
        starts = [passage.span.start for passage in library.passages("a.txt")]
        for question, place in {
            "expulsion of foreigners": 0,
            "regulatoin on retrun": 0,
            "narcotics smuggling through ports": 1,
            "EPPO": 2,
            "prosecuting fraud": 2,
            "bulgarye": 3,
        }.items():
            with library.searching() as view:
                words = expand(view, glossary(), question)
                assert any(word.found for word in words) or question == "EPPO", question
            (best, *_) = search(library, question, 1)
            assert best.passage.span.start == starts[place], question


def test_words_come_back_from_their_bytes() -> None:
    postings = post(["de grens en het visum", "12 grenzen en een visum"], Analyser())
    made = part_of(postings)
    assert [postings.forms[column] for column in made.columns] == ["grens", "grenzen", "visum"]
    back = part_of(postings, to_bytes(made))
    np.testing.assert_array_equal(back.vectors, made.vectors)
    with pytest.raises(ValueError, match="3 words do not fit 1 vectors"):
        part_of(postings, to_bytes(made)[: 2 * made.vectors.shape[1]])


def words(texts: Sequence[str], cut: int, live: Sequence[bool]) -> Words:
    """The words of texts spread over two segments."""
    parts = [post(some, Analyser()) for some in (texts[:cut], texts[cut:])]
    return words_of([(part, part_of(part)) for part in parts], np.array(live, np.bool_))


def test_words_do_not_depend_on_segments_and_forget_dead_rows() -> None:
    texts = ["asiel grens visum", "grens visum", "visum asiel", "kind"]
    one = words(texts, 0, [True] * 4)
    assert one.forms == ("asiel", "grens", "kind", "visum")
    for cut in (1, 2, 4):
        other = words(texts, cut, [True] * 4)
        assert (other.forms, other.terms) == (one.forms, one.terms)
        np.testing.assert_array_equal(other.vectors, one.vectors)
    assert words(texts, 2, [True, True, True, False]).forms == ("asiel", "grens", "visum")


def test_only_the_most_frequent_words_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_module, "MOST", 2)
    held = words(["asiel grens visum", "grens visum", "visum asiel"], 1, [True] * 3)
    assert held.forms == ("asiel", "visum")  # 2, 2 and 3 passages: of equals the first


def test_the_nearest_form_of_a_term_counts() -> None:
    vectors = np.array([[0.6, 0.8], [0.8, 0.6]], np.float32)
    held = Words(("raad", "raden"), ("rad", "rad"), vectors)
    assert held.like(np.array([[1.0, 0.0]], np.float32), 5, 0.45) == [{"rad": pytest.approx(0.8)}]
    assert held.like(np.array([[-1.0, 0.0]], np.float32), 5, 0.45) == [{}]
