"""What of a question's own words moves hits up: time, kind of paper, development, notes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from shelf import opened, put, reading

from index.entries import Entry
from index.errors import QuestionRefused
from index.library import Library
from index.nouns import Hit
from index.search import Filters, search
from rag.question import understand
from rag.retrieve import IN_TIME, OF_KIND, OF_NAMED_KIND, OF_NOTE, preference, retrieve

ENTRY = Entry(
    *("a.txt", "a.txt", "verslag", None, ("2024-06-13", "2024-06-14"), None, None, None),
    *(None, None, None, None, 1, 1, "2026-01-01", "/a.txt", ()),
)


@pytest.mark.parametrize(
    ("question", "kind", "more"),
    [
        ("asiel", "verslag", 0),
        ("asiel in juni 2024", "verslag", IN_TIME),
        ("asiel in juli 2024", "verslag", 0),
        ("asiel sinds 2023", "verslag", IN_TIME),
        ("wat is besloten over asiel?", "verslag", OF_KIND),
        ("was it adopted in June 2024?", "verslag", IN_TIME + OF_KIND),
        ("was it adopted?", "geannoteerde agenda", 0),
        ("wat was Nederland van plan?", "geannoteerde agenda", OF_KIND),
        ("what does the letter say?", "brief", OF_NAMED_KIND),
        ("volgens de geannoteerde agenda", "geannoteerde agenda", OF_NAMED_KIND),
        ("is volgens de agenda besloten over asiel?", "verslag", 0),  # the agenda is named
    ],
)
def test_preference(question: str, kind: str, more: float) -> None:
    entry = replace(ENTRY, kind=kind)
    assert preference(entry, understand(question)) == pytest.approx(more)


def test_a_letter_counts_by_its_own_date() -> None:
    letter = replace(ENTRY, kind="brief", meeting_dates=(), letter_date="2023-11-14")
    assert preference(letter, understand("asiel in november 2023")) == IN_TIME
    undated = replace(letter, letter_date=None)
    assert preference(undated, understand("asiel in november 2023")) == 0


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = opened(tmp_path)
    put(made, reading("oud.txt", "asiel in Oostenrijk", "grenzen", date="2022-03-03"))
    put(made, reading("nieuw.txt", "asiel in Oostenrijk nu", "asiel", date="2024-06-13"))
    put(made, reading("brief.txt", "voedsel", note="asiel in Oostenrijk is hier", kind="brief"))
    return made


def ids(hits: list[Hit]) -> list[str]:
    return [hit.passage.document for hit in hits]


def test_time_moves_up_and_ranks_count_from_one(library: Library) -> None:
    newest = retrieve(library, understand("asiel Oostenrijk in juni 2024"), 3, Filters())
    oldest = retrieve(library, understand("asiel Oostenrijk in maart 2022"), 3, Filters())
    assert ids(newest)[0] == "nieuw.txt"
    assert ids(oldest)[0] == "oud.txt"
    assert [hit.rank for hit in newest] == [1, 2, 3]
    assert [hit.score for hit in newest] == sorted((h.score for h in newest), reverse=True)


def test_score_is_the_search_score_and_the_preference(library: Library) -> None:
    asked = understand("asiel Oostenrijk in juni 2024")
    plain = {hit.passage.id: hit.score for hit in search(library, asked.topic, 60)}
    for hit in retrieve(library, asked, 10, Filters()):
        more = IN_TIME if hit.passage.document != "oud.txt" else 0
        more += OF_NOTE if hit.passage.note else 0
        assert hit.score == pytest.approx(plain[hit.passage.id] + more)


def test_an_undone_time_no_longer_moves_anything(library: Library) -> None:
    question = "asiel Oostenrijk in maart 2022"
    undone = retrieve(library, understand(question, ignore=["time"]), 3, Filters())
    asked = {hit.passage.id: hit.score for hit in search(library, "asiel Oostenrijk in", 60)}
    assert {h.passage.id: h.score for h in undone if not h.passage.note}.items() <= asked.items()


def test_a_section_that_no_paper_has_is_refused(library: Library) -> None:
    said = "filter section: 'Foo' is in no paper; choose one of Justitie"
    with pytest.raises(QuestionRefused, match=said):
        retrieve(library, understand("asiel"), 3, Filters(section="Foo"))
    assert retrieve(library, understand("asiel"), 3, Filters(section="justitie"))


def test_filters_and_top_hold(library: Library) -> None:
    asked = understand("asiel Oostenrijk")
    assert len(retrieve(library, asked, 2, Filters())) == 2
    assert set(ids(retrieve(library, asked, 9, Filters(meeting="2022")))) == {"oud.txt"}
    assert retrieve(library, asked, 9, Filters(meeting="2021")) == []


def test_a_development_has_every_meeting_first(library: Library) -> None:
    found = retrieve(library, understand("asiel Oostenrijk sinds 2020"), 2, Filters(kind="verslag"))
    assert set(ids(found)) == {"oud.txt", "nieuw.txt"}
