"""The tabs with overviews without a browser: what is where, what opens, what is taken along."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import overviews_by_hand as by_hand
import pytest
from browser import HOSTILE, HOSTILE_NAME, HOSTILE_PAPER, PAPER, Read, room_with
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QuestionRefused
from index.search import LONGEST, Filters
from rag.nouns import Citation, Language
from rag.overviews import Brief, Making, Part
from rag.page.briefing import BriefingTab
from rag.page.meeting import MeetingTab
from rag.page.positions import FIRST, PositionsTab, choices
from rag.page.room import Room
from rag.page.sheets import BriefSheet, MeetingSheet, PositionsSheet, Sheet
from rag.page.show import Proofs, citations_of
from rag.page.show_register import day_name
from rag.page.tab import Tab
from rag.page.typed import beginning, readable
from rag.page.working import Doing, Stops, working


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    made = room_with(tmp_path_factory.mktemp("room"), olifanten=PAPER)
    yield made
    made.close()


@pytest.fixture(scope="module")
def meeting(room: Room) -> MeetingSheet:
    library = room.assistant("own").library
    return MeetingSheet(
        "own",
        by_hand.MEETING,
        by_hand.summary(library),
        by_hand.comparison(library),
        by_hand.outcomes(library),
    )


def seen(room: Room, sheet: Sheet, language: Language = "nl") -> Read:
    return Read(room.sheet(sheet, language))


def numbers(shown: Read) -> list[int]:
    return [int(value or 0) for name, value in shown.attributes if name == "data-cite"]


# a meeting


def test_a_meeting_has_three_parts_of_which_the_first_is_unfolded(
    room: Room, meeting: MeetingSheet
) -> None:
    shown = seen(room, meeting)
    assert shown.attributes.count(("class", "fold")) == 3
    assert [name for name, _ in shown.attributes].count("open") == 1
    for text in (
        "JBZ-Raad 13-14 juni 2024",
        "Samenvatting 31 woorden",
        "Standpunten van Nederland",
        "Nederland: steun onder voorwaarde “Nederland steunde",
        "Dit punt is vervallen.",
        "Agenda tegenover verslag 3 agendapunten · 1 toegevoegd · 1 vervallen",
        "Besluiten en toezeggingen 3 regels",
        "0,12 s",
    ):
        assert text in shown.text, text


def test_every_number_opens_the_source_that_it_stands_for(
    room: Room, meeting: MeetingSheet
) -> None:
    shown = numbers(seen(room, meeting))
    assert set(shown) == set(range(1, len(meeting.citations) + 1))
    assert len(set(meeting.citations)) == len(meeting.citations) == 4
    for number, citation in enumerate(meeting.citations, start=1):
        opened = room.source(meeting, number, "nl")
        marked = "".join(part.split("</mark>")[0] for part in opened.split("<mark>")[1:])
        assert "".join(marked.split()) == "".join(citation.quote.split())
    assert "Kies een nummer" in room.source(meeting, 5, "nl")


def test_a_comparison_says_where_a_paper_is_silent(room: Room, meeting: MeetingSheet) -> None:
    shown = room.sheet(meeting, "en")
    kept, added, dropped = shown.split('<ol class="compared">')[1].split("<li class=")[1:4]
    text = Read(kept).text
    assert "agenda: BZ › 1 · report: Binnenlandse Zaken › 1" in text
    assert "intended 0 · said 1 · outcome 1" in text
    assert "Intended (agenda)nothing reported" in text
    assert "Stil over de inzet." in Read(kept.split("</summary>")[0]).text  # before it is unfolded
    assert "Intended (agenda)–" in Read(added).text  # it is not on the agenda at all
    assert "Outcomenothing reported" in Read(added).text
    assert "dropped" in Read(dropped).text and "Outcome–" in Read(dropped).text


def test_with_one_paper_alone_nothing_is_called_added(room: Room, meeting: MeetingSheet) -> None:
    alone = replace(meeting.comparison, agendas=(), note="Alleen het verslag.")
    text = seen(room, replace(meeting, comparison=alone)).text
    assert "Agenda tegenover verslag 3 agendapunten" in text and "Alleen het verslag." in text
    assert "toegevoegd" not in text and "vervallen" not in text.replace("is vervallen.", "")


def test_the_register_names_who_and_by_when(room: Room, meeting: MeetingSheet) -> None:
    text = seen(room, meeting).text
    decisions, steps = text.split("Besluiten", 3)[3].split("Vervolgstappen")
    assert "alleen besproken" in decisions
    steps, promises = steps.split("Toezeggingen")
    assert "Europese Commissie" in steps or "de Commissie" in steps
    assert "oktober 2024" in steps and "2024" in promises and "oktober" not in promises


@pytest.mark.parametrize(
    ("iso", "nl", "en"),
    [
        ("2024-06-13", "13 juni 2024", "13 June 2024"),
        ("2024-10", "oktober 2024", "October 2024"),
        ("2024", "2024", "2024"),
        (None, "–", "–"),
    ],
)
def test_days_as_people_write_them(iso: str | None, nl: str, en: str) -> None:
    assert (day_name(iso, "nl"), day_name(iso, "en")) == (nl, en)


# positions


def test_positions_of_one_actor_with_changes_and_silence(room: Room) -> None:
    sheet = PositionsSheet("own", by_hand.positions(room.assistant("own").library))
    shown = seen(room, sheet)
    assert "Nederland over “olifanten”" in shown.text
    assert "gewijzigdsteun onder voorwaarde“Nederland steunde" in shown.text
    assert shown.text.count("gewijzigd") == 1 and "Van voorbehoud tot steun." in shown.text
    assert "JBZ-Raad 1 maart 2023: niets." in shown.text
    assert ("datetime", "2024-06-13") in shown.attributes
    assert numbers(shown) == [1, 2]


def test_two_actors_stand_side_by_side_and_silence_is_told(room: Room) -> None:
    library = room.assistant("own").library
    sheet = PositionsSheet("own", by_hand.positions(library, "NL", "Commission", "HU"))
    shown = seen(room, sheet, "en")
    assert shown.tags.count("td") == 3 and shown.tags.count("tr") == 3
    assert "The Netherlands and the Commission and Hungary on" in shown.text
    assert "nothing reported" in shown.text  # Hungary
    assert numbers(shown) == [1, 2, 3]


def test_an_unknown_topic_offers_near_ones(room: Room) -> None:
    library = room.assistant("own").library
    sheet = PositionsSheet("own", by_hand.positions(library, "HU", topic="<vliegen>"))
    shown = seen(room, sheet)
    assert "Niet gevonden" in shown.text and "geen standpunt" in shown.text
    assert ("class", "topic") in shown.attributes and "Schengen <b>" in shown.text
    assert "table" not in shown.tags and "<vliegen>" in shown.text


def test_actors_are_offered_by_name_those_most_asked_about_first() -> None:
    offered = choices("en")
    assert [value for _, value in offered[: len(FIRST)]] == list(FIRST)
    names = [name.casefold() for name, _ in offered[len(FIRST) :]]
    assert names == sorted(names) and "unknown" not in [value for _, value in offered]


def test_what_is_asked_of_positions_is_read_before_anything_is_done(room: Room) -> None:
    asked = PositionsTab.__new__(PositionsTab)
    with pytest.raises(QuestionRefused, match="Choose an actor first"):
        asked.make(room, "own", "en", [None, "", "visa"])
    with pytest.raises(QuestionRefused, match="Vul eerst een onderwerp in"):
        asked.make(room, "own", "nl", ["NL", "NL", " "])
    with pytest.raises(QuestionRefused, match="Vul eerst een onderwerp in"):
        asked.make(room, "own", "nl", ["NL", "", "🐘 <b>"])
    with pytest.raises(QuestionRefused, match="“Atlantis” is geen bekende actor"):
        asked.make(room, "own", "nl", ["NL", "Atlantis", "visa"])
    with pytest.raises(QuestionRefused, match=r"no actor that is known.*Did you mean: .*Germany"):
        asked.make(room, "own", "en", ["Germanny", "", "visa"])


def test_what_was_made_is_asked_again_in_another_language_only(
    room: Room, meeting: MeetingSheet
) -> None:
    told = by_hand.positions(room.assistant("own").library, "NL", topic="olifanten")
    of_one, of_meeting = PositionsTab.__new__(PositionsTab), MeetingTab.__new__(MeetingTab)
    assert of_one.again(PositionsSheet("own", told), "nl") is None
    asked = of_one.again(PositionsSheet("own", told), "en")
    assert asked == ["NL", "", "olifanten"]
    assert of_meeting.again(meeting, "nl") is None
    asked = of_meeting.again(meeting, "en")
    made = of_meeting.make(room, "own", "en", asked or [])(lambda: False, lambda *_: None)
    assert (made.summary.language, made.outcomes.language) == ("en", "en")
    assert BriefingTab.__new__(BriefingTab).again(None, "en") is None


def test_a_tab_that_makes_nothing_is_none() -> None:
    assert Tab.__abstractmethods__ == {"make"}


@pytest.mark.parametrize(
    ("typed", "since"),
    [
        (None, None),
        ("  ", None),
        ("2024", "2024"),
        ("2024-06", "2024-06"),
        ("sinds 2024-06-13", "2024-06-13"),
        ("juni 2024", "2024-06"),
        ("June 2024", "2024-06"),
        ("vanaf najaar 2023", "2023-09"),
        ("13 juni 2024", "2024-06-13"),
        ("13-6-2024", "2024-06-13"),
        ("vorig jaar", "2025-01"),
    ],
)
def test_a_beginning_is_read_as_people_write_it(typed: str | None, since: str | None) -> None:
    assert beginning(typed, "nl", date(2026, 3, 1)) == since


@pytest.mark.parametrize(
    "typed", ["gisteren", "tot 2024", "2022 tot 2024", "CSAM 2024", "31-2-2024", "2024-13", "🐘"]
)
def test_what_is_no_beginning_is_told_in_the_language_of_the_page(typed: str) -> None:
    with pytest.raises(QuestionRefused, match="geen jaar, maand of dag") as told:
        beginning(typed, "nl", date(2026, 3, 1))
    assert f"“{typed}”" in str(told.value)
    with pytest.raises(QuestionRefused, match="no year, month or day"):
        beginning(typed, "en", date(2026, 3, 1))


# a briefing


def test_a_briefing_shows_footnotes_sources_and_who_wrote(room: Room) -> None:
    made = by_hand.brief(room.assistant("own").library)
    shown = seen(room, BriefSheet("own", made))
    for text in (
        "Stand van zaken",
        "Geen open punten",
        "Verslag · 13-14 juni 2024 · 32 317, nr. 1",
    ):
        assert text in shown.text
    assert numbers(shown) == [1, 2] and "Letterlijke citaten" in shown.text


def test_a_briefing_keeps_its_own_language_on_a_page_in_another(room: Room) -> None:
    made = by_hand.brief(room.assistant("own").library)
    dutch = BriefSheet("own", made)
    assert room.sheet(dutch, "en") == room.sheet(dutch, "nl")
    written = replace(made, made=Making("model", ai_generated=True), language="en")
    english = seen(room, BriefSheet("own", written), "nl")
    assert "Written by AI" in english.text and "Sources" in english.text
    assert ("lang", "en") in english.attributes and "Bronnen" not in english.text


def test_an_empty_briefing_is_not_offered_to_take_along(room: Room, tmp_path: Path) -> None:
    tab = BriefingTab.__new__(BriefingTab)
    tab.docx, tab.markdown = "docx", "markdown"
    tab.extras = {"docx": tab.nothing, "markdown": tab.nothing}
    made = by_hand.brief(room.assistant("own").library)
    empty = BriefSheet("own", replace(made, parts=(), sources=()))
    for update in tab.around(empty, tmp_path).values():
        assert (update["value"], update["interactive"]) == (None, False)
    assert list(tmp_path.iterdir()) == []
    for update in tab.around(BriefSheet("own", made), tmp_path).values():
        assert Path(update["value"]).exists() and update["interactive"]


# text stays text


def test_hostile_papers_and_titles_stay_text(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    room = room_with(folder, **{HOSTILE_NAME: HOSTILE_PAPER})
    library = room.assistant("own").library
    (name,) = [entry.id for entry in library.documents()]
    said = tuple(by_hand.statements(library, name))
    part = Part(HOSTILE, tuple(replace(s, group=HOSTILE) for s in said), name, HOSTILE, HOSTILE)
    made = Making(HOSTILE)
    summary = by_hand.Summary("meeting", HOSTILE, "nl", (), (name,), (part, part), HOSTILE, made)
    place = by_hand.ItemPlace(name, HOSTILE, HOSTILE)
    item = by_hand.Compared("kept", HOSTILE, place, place, said, said, (), HOSTILE)
    compared = by_hand.Comparison(HOSTILE, "nl", (), (name,), (name,), (item,), HOSTILE, 0.0)
    record = by_hand.Record(
        "promise", "promise", said[0], HOSTILE, None, HOSTILE, (), name, HOSTILE
    )
    outcomes = by_hand.Outcomes("nl", (record,), HOSTILE, 0.0)
    step = by_hand.Step(said[0], "2024-06-13", HOSTILE, name, HOSTILE, "fact", "first")
    gap = by_hand.Gap(HOSTILE, HOSTILE, HOSTILE)
    side = by_hand.Side(HOSTILE, (step,), (), (gap,))
    positions = by_hand.Positions(HOSTILE, "nl", (side,), (HOSTILE,), HOSTILE, 0.0)
    source = by_hand.Source(name, HOSTILE, (), HOSTILE)
    brief = Brief(HOSTILE, "nl", HOSTILE, (part,), (source,), HOSTILE, made)
    for sheet in (
        MeetingSheet("own", HOSTILE, summary, compared, outcomes),
        PositionsSheet("own", positions),
        BriefSheet("own", brief),
    ):
        shown = seen(room, sheet)
        assert not {"script", "img", "a", "iframe", "b"} & set(shown.tags)
        names = [name for name, _ in shown.attributes]
        assert not [name for name in names if name.startswith("on") or name == "href"]
        assert "window.hit=1" in shown.text
    room.close()


@given(st.lists(st.integers(0, 9), max_size=12))
def test_numbers_are_given_once_and_in_order(places: list[int]) -> None:
    cited = [Citation("d", "i", None, (), None, None, n, n + 1, "x") for n in places]
    said = [by_hand.Statement("x", "NL", (c,)) for c in cited]
    proofs = Proofs(citations_of(said), {}, "nl")
    given_out = [proofs.number(c) for c in cited]
    assert given_out == [list(dict.fromkeys(places)).index(n) + 1 for n in places]


# nothing found on the ask tab


def test_what_comes_near_can_be_opened_where_there_is_no_answer(room: Room) -> None:
    question = "Wat is de hoofdstad van de maan?"
    *_, (html, shown) = room.ask(question, "own", Filters(), "en", "s")
    assert shown is not None and shown.answer.status == "not_found"
    near = shown.answer.near
    assert 0 < len(near) <= 3 and len({(c.document, c.item) for c in near}) == len(near)
    read = Read(html)
    assert "Agenda items that come near" in read.text
    assert numbers(read) == list(range(1, len(near) + 1))
    for number, citation in enumerate(near, start=1):
        item = room.assistant("own").library.item(citation.document, citation.item)
        assert item.span.start == citation.start  # its first sentence
        assert "<mark>" in room.source(shown, number, "nl")


# work that takes a while


def test_steps_are_told_as_they_are_done_then_what_was_made() -> None:
    def work(tell) -> str:
        for number in (1, 2):
            tell(number, 2, f"punt {number}")
        return "klaar"

    assert list(working(work)) == [Doing(1, 2, "punt 1"), Doing(2, 2, "punt 2"), "klaar"]


def test_work_that_fails_tells_what_it_did_and_then_why() -> None:
    def work(tell) -> str:
        tell(1, 2, "punt")
        raise QuestionRefused("niet zo")

    steps = working(work)
    assert next(steps) == Doing(1, 2, "punt")
    with pytest.raises(QuestionRefused, match="niet zo"):
        next(steps)


def test_stopping_ends_only_what_is_meant() -> None:
    stops = Stops()
    mine, meant, theirs = ("a", "ask"), ("a", "meeting"), ("b", "ask")
    with (
        stops.under_way(*mine) as asked,
        stops.under_way(*meant) as meeting,
        stops.under_way(*theirs) as other,
    ):
        stops.stop("a", "meeting")
        assert (asked.is_set(), meeting.is_set(), other.is_set()) == (False, True, False)
        stops.stop("a")
        assert asked.is_set() and not other.is_set()
        stops.stop()
        assert other.is_set()
    with stops.under_way("a", "ask") as first:
        with stops.under_way("a", "ask") as second:
            stops.stop("a")
            assert second.is_set() and not first.is_set()
        assert not first.is_set()
    assert first.is_set()


def test_an_overview_tells_its_steps_and_can_be_stopped(room: Room) -> None:
    sheet = PositionsSheet("own", by_hand.positions(room.assistant("own").library))
    begun = threading.Event()

    def make(stop, tell) -> PositionsSheet:
        tell(3, 30, "<Schengen>")
        begun.set()
        while not stop():
            threading.Event().wait(0.01)
        return sheet

    steps = room.overview(make, "positions", "nl", "s")
    assert "De stukken worden gelezen" in next(steps)[0]
    assert Read(next(steps)[0]).text == "Bezig met agendapunt 3 van 30: <Schengen>"
    assert begun.wait(5)
    room.stop("s", "ask")
    room.stop("s", "positions")
    assert list(steps) == [(room.sheet(sheet, "nl"), sheet)]


def test_what_is_typed_is_made_fit_to_be_asked() -> None:
    assert readable(" a\0\ud800 ", "nl", "empty_topic") == "a\ufffd?"
    for typed in (None, "", " \n"):
        with pytest.raises(QuestionRefused, match="Fill in a topic first"):
            readable(typed, "en", "empty_topic")
    with pytest.raises(QuestionRefused, match=f"{LONGEST + 1} tekens"):
        readable("x" * (LONGEST + 1), "nl", "empty_topic")
