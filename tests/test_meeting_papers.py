"""Papers by meeting, and the meeting that a reader names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from summary_papers import library_of, made

from index.errors import LibraryRefused, QuestionRefused
from index.library import Library
from rag.meeting_papers import meeting_named, meetings

TODAY = date(2026, 1, 1)
AGENDA, REPORT = "geannoteerde agenda", "verslag"


def body(name: str) -> dict[str, str]:
    return {"Justitie/1": f"De Raad sprak over {name}."}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(
        tmp_path,
        made("a-juni", body("a-juni"), AGENDA, ("2024-06-13", "2024-06-14")),
        made("v-juni", body("v-juni"), REPORT, ("2024-06-13", "2024-06-14")),
        made("a-okt", body("a-okt"), AGENDA, ("2025-10-13", "2025-10-14")),
        made("v-okt", body("v-okt"), REPORT, ("2025-10-15",)),  # the papers contradict each other
        made("v-okt-2", body("v-okt-2"), REPORT, ("2025-10-27",)),
        made("brief", body("brief"), "brief", ()),
    )


def named(library: Library, text: str) -> tuple[str, ...]:
    found = meeting_named(library, text, "nl", TODAY)
    return tuple(entry.id for entry in found.entries)


def test_papers_go_by_meeting_agendas_first_and_letters_with_none(library: Library) -> None:
    assert [[e.id for e in m.entries] for m in meetings(library)] == [
        ["a-juni", "v-juni"],
        ["a-okt", "v-okt"],
        ["v-okt-2"],
    ]
    june, october, _ = meetings(library)
    assert (june.contradiction, october.contradiction) == (False, True)
    assert october.dates == ("2025-10-13", "2025-10-14", "2025-10-15")
    assert june.name("en") == "JHA Council 13-14 June 2024"


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2024-06",
        "2024-06-14",
        "juni 2024",
        "June 2024",
        "v-juni",
        "JBZ-Raad 13-14 juni 2024",
    ],
)
def test_a_meeting_goes_by_many_names(library: Library, text: str) -> None:
    assert named(library, text) == ("a-juni", "v-juni")


def test_every_name_that_a_refusal_offers_is_taken(library: Library) -> None:
    with pytest.raises(QuestionRefused, match="fits several meetings") as refused:
        named(library, "2025-10")
    offered = str(refused.value).split("name one of: ")[1].split("; ")
    assert offered == ["JBZ-Raad 13-15 oktober 2025", "JBZ-Raad 27 oktober 2025"]
    assert [named(library, one)[0] for one in offered] == ["a-okt", "v-okt-2"]


@pytest.mark.parametrize("text", ["2030-01", "", "de informele Raad in Praag", "Narnia"])
def test_what_is_no_meeting_here_is_refused_with_those_that_are(
    library: Library, text: str
) -> None:
    with pytest.raises(QuestionRefused, match=r"JBZ-Raad 27 oktober 2025; .*13-14 juni 2024"):
        named(library, text)


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    with pytest.raises(LibraryRefused, match="the library is empty; add papers"):
        named(library_of(tmp_path), "2024-06")
