"""Search at its edges: one passage, papers in English, words nobody knows, a damaged model."""

from __future__ import annotations

from pathlib import Path

import pytest
from shelf import SETTINGS, opened, put, reading

from index.errors import LibraryRefused
from index.expand import unknown_words
from index.glossary import glossary
from index.library import Library
from index.search import search
from index.static import StaticEmbedder, shipped
from rag.assistant import Assistant

ENGLISH = (
    "The Netherlands supported the return hubs under conditions.",
    "The Commission promised a proposal on digital evidence before the summer.",
    "Hungary voted against the regulation on asylum procedures.",
)


def bilingual(folder: Path) -> Library:
    return Library.open(folder, shipped(), SETTINGS, create=True)


def test_a_library_of_one_passage_finds_it(tmp_path: Path) -> None:
    with bilingual(tmp_path) as library:
        put(library, reading("a.txt", "Nederland steunde de terugkeerhubs."))
        for question in ("terugkeerhubs", "return hubs", "kookboek", "trugkeerhub", "???!"):
            hits = search(library, question, 5)
            assert [hit.passage.document for hit in hits] == ["a.txt"], question


def test_an_empty_library_finds_nothing(tmp_path: Path) -> None:
    with bilingual(tmp_path) as library:
        assert search(library, "return hubs", 5) == []


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("return hubs", 0),
        ("terugkeerhubs", 0),
        ("What did the Commission promise on digital evidence?", 1),
        ("digitaal bewijs", 1),
        ("Hongarije stemde tegen", 2),
        ("asielprocedure", 2),
    ],
)
def test_papers_in_english_are_found_from_both_languages(
    tmp_path: Path, question: str, place: int
) -> None:
    with bilingual(tmp_path) as library:
        put(library, reading("a.txt", *ENGLISH))
        starts = [passage.span.start for passage in library.passages("a.txt")]
        assert search(library, question, 1)[0].passage.span.start == starts[place]


def test_words_nobody_knows_are_named_with_near_ones(tmp_path: Path) -> None:
    with bilingual(tmp_path) as library:
        put(library, reading("a.txt", "Nederland steunde de terugkeerhubs bij de buitengrens."))
        with library.searching() as view:
            unknown = unknown_words(view, glossary(), "terugkeerhubs qwxzpf buitengrnzenaar")
        assert unknown == {"qwxzpf": [], "buitengrnzenaar": ["buitengrens"]}
        answer = Assistant(library, SETTINGS).ask("qwxzpf wvvkqq?")
        assert answer.status == "not_found"
        assert "“qwxzpf”" in answer.note


def test_a_library_made_with_another_model_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("a.txt", "aab"))
    with pytest.raises(LibraryRefused, match="reindex"):
        bilingual(tmp_path)


def test_a_text_is_read_alike_by_two_copies_of_the_model() -> None:
    texts = ["terugkeerhubs aan de buitengrens", "return hubs"]
    assert StaticEmbedder().passages(texts).tolist() == shipped().passages(texts).tolist()
