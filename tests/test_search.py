"""Search: scores by hand, filters before ranking, the same hits whatever came in first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shelf import opened, put, reading

from index import dense
from index import search as search_module
from index.errors import LibraryRefused, QuestionRefused
from index.library import Library
from index.search import LIKENESS_WEIGHT, NO_FILTERS, Filters, search

PAPERS = [
    reading("a.txt", "aab", "abc", date="2024-06-13"),
    reading("b.txt", "aab", "bbc", date="2023-03-09", kind="geannoteerde agenda"),
    reading("c.txt", "ccc", "aab cc", date="2024-06-14", section="Binnenlandse Zaken"),
    reading("d.txt", "raad asiel", date="2022-01-05", kind="brief"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = opened(tmp_path_factory.mktemp("library"))
    for paper in PAPERS:
        put(library, paper)
    return library


def ids(library: Library, question: str, filters: Filters = NO_FILTERS, top: int = 9) -> list[str]:
    hits = search(library, question, top, filters)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    return [hit.passage.id for hit in hits]


def test_ids_and_scores_by_hand(library: Library) -> None:
    """By words: aab twice, equal, so by id; then with cc. By vectors, against (2, 1, 0): 1, 0.745.

    Seven passages, of which three hold "aab"; 9 words, so 9 / 7 a passage.
    """
    hits = search(library, "aab", 3)
    assert [hit.passage.id for hit in hits] == ["a.txt#0-3", "b.txt#0-3", "c.txt#4-10"]

    def words(length: int) -> float:  # the share of the one word's weight, so idf falls out
        return 1 / (1 + 1.5 * (0.25 + 0.75 * length / (9 / 7)))

    cosine = 2 * 2 / (5 * 9) ** 0.5 + 1 * 1 / (5 * 9) ** 0.5  # (2, 1, 0) and (2, 1, 2)
    expected = [words(1) + LIKENESS_WEIGHT, words(1) + LIKENESS_WEIGHT]
    expected.append(words(2) + LIKENESS_WEIGHT * cosine)
    assert [hit.score for hit in hits] == pytest.approx(expected)


def test_preferred_documents_are_among_the_hits_with_the_score_they_have(library: Library) -> None:
    plain = {hit.passage.id: hit.score for hit in search(library, "aab", 9)}
    hits = search(library, "aab", 1, prefer=lambda entry: entry.id == "c.txt")
    assert [hit.passage.id for hit in hits] == ["a.txt#0-3", "c.txt#4-10"]
    assert [hit.score for hit in hits] == [plain[hit.passage.id] for hit in hits]
    allowed = search(library, "aab", 1, Filters(document="a.txt"), lambda entry: True)
    assert {hit.passage.document for hit in allowed} == {"a.txt"}


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        (Filters(meeting="2024"), "ac"),
        (Filters(meeting="2024-06"), "ac"),
        (Filters(meeting="2024-06-13"), "a"),
        (Filters(meeting="2022"), ""),  # a letter has no meeting
        (Filters(kind="geannoteerde agenda"), "b"),
        (Filters(since="2023"), "abc"),
        (Filters(since="2024-06-14"), "c"),
        (Filters(until="2023"), "bd"),
        (Filters(until="2023-02"), "d"),
        (Filters(since="2023", until="2023-12"), "b"),
        (Filters(document="d.txt"), "d"),
        (Filters(section="binnenlandse zaken"), "c"),
        (Filters(section="Justitie", meeting="2024"), "a"),
        (Filters(kind="overig"), ""),
    ],
)
def test_filters(library: Library, filters: Filters, documents: str) -> None:
    assert {name[0] for name in ids(library, "aab raad", filters)} == set(documents)


def test_filters_work_before_ranking(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_module, "DEPTH", 1)
    assert ids(library, "aab", Filters(kind="brief"), top=1) == ["d.txt#0-10"]


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(meeting="juni"), "filter meeting: 'juni' is no year, month or day"),
        (Filters(since="2024-13"), "filter since"),
        (Filters(until="2024-6"), "filter until"),
        (Filters(kind="notulen"), "filter kind: 'notulen' is none of verslag, "),
    ],
)
def test_what_is_no_filter_is_refused(library: Library, filters: Filters, said: str) -> None:
    with pytest.raises(QuestionRefused, match=said):
        search(library, "aab", 3, filters)


def test_an_unknown_document_is_refused(library: Library) -> None:
    with pytest.raises(LibraryRefused, match=r"did you mean"):
        search(library, "aab", 3, Filters(document="e.txt"))


@pytest.mark.parametrize(
    ("question", "top", "said"),
    [
        ("  \n", 3, "is empty"),
        ("x" * 2001, 3, "2001 characters, at most 2000"),
        ("a", 0, "1 or more"),
    ],
)
def test_what_is_no_question_is_refused(
    library: Library, question: str, top: int, said: str
) -> None:
    with pytest.raises(QuestionRefused, match=said):
        search(library, question, top)


def test_questions_of_stop_words_or_unknown_words_still_search(library: Library) -> None:
    assert len(ids(library, "wat is dat")) == 7
    assert len(ids(library, "xyzzy")) == 7
    assert len(ids(library, "?!")) == 7


def test_an_empty_library_has_no_hits(tmp_path: Path) -> None:
    with opened(tmp_path) as empty:
        assert search(empty, "aab", 3) == []


def test_top_cuts_the_same_list(library: Library) -> None:
    every = ids(library, "aab raad")
    assert [ids(library, "aab raad", top=n) for n in range(1, 8)] == [
        every[:n] for n in range(1, 8)
    ]


def test_a_hit_is_a_slice_of_its_document(library: Library) -> None:
    for hit in search(library, "aab raad", 9):
        text = library.document(hit.passage.document).text
        assert hit.passage.span.of(text) in {"aab", "abc", "bbc", "ccc", "aab cc", "raad asiel"}


@settings(max_examples=20, deadline=None)
@given(st.permutations(PAPERS), st.integers(0, 4))
def test_order_of_adding_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, library: Library, papers: list, cut: int
) -> None:
    with opened(tmp_path_factory.mktemp("shuffled")) as shuffled:
        with shuffled.writing():
            for paper in papers[:cut]:
                put(shuffled, paper)
        for paper in papers[cut:]:
            put(shuffled, paper)
        for question in ("aab", "raad bbc", "wat"):
            assert search(shuffled, question, 9) == search(library, question, 9)


def test_many_equal_passages_are_told_apart_by_id(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        same = reading("z.txt", *["aab"] * 300)
        put(library, same)
        assert ids(library, "aab", top=5) == sorted(p.id for p in same.passages)[:5]


def test_codes_are_rescored_exactly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [
        reading(f"{n}.txt", "a" * (n % 7 + 1) + "b" * (n % 5) + "c" * (n % 11)) for n in range(200)
    ]
    found = []
    for limit in (dense.EXACT_UP_TO, 100):
        monkeypatch.setattr(dense.densify, "__defaults__", (limit,))
        with opened(tmp_path / str(limit)) as library:
            with library.writing():
                for paper in papers:
                    put(library, replace(paper))
            with library.searching() as snapshot:
                assert snapshot.segments[0].dense.exact == (limit > 200)
            found.append(search(library, "aabccc", 10))
    assert found[0] == found[1]
