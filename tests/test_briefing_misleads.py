"""Nobody who reads only the briefing is misled: on when, on whose words, on what is not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from briefs import brief_of, cited
from position_papers import Item, made, over

from index.nouns import Kind
from index.reading import Reading
from index.stance import Stance
from rag.briefing.brief import brief
from rag.briefing.due import Due
from rag.briefing.lines import line
from rag.briefing.open_points import _when
from rag.briefing.stance import _shifts, _telling
from rag.nouns import Language, Statement, Voice
from rag.outcomes.nouns import When
from rag.overviews import Brief, Shift, Side, Step
from rag.positions.before import leans

TOPIC = "walvisregister"
TITLE = "Verordening walvisregister"
OCTOBER = ("2031-10-09", "2031-10-10")
MARCH = ("2032-03-04",)
BEFORE, AFTER = date(2031, 10, 1), date(2032, 5, 1)
EXPECTED: list[Item] = [
    ("1", TITLE,
     "De Commissie zal uiterlijk in maart 2032 een uitvoeringsbesluit voorleggen. "
     "Het Voorzitterschap is voornemens om voor 1 december 2031 een akkoord te bereiken. "
     "Bij een proef in mei bedroeg de foutmarge van de sonar acht procent. "
     "Duitsland is tegen een register dat vissers betalen. "
     "Het kabinet steunt het walvisregister."),
]  # fmt: skip
REPORTED: list[Item] = [
    ("1", TITLE,
     "Duitsland stemde tegen het register vanwege de kosten voor vissers. "
     "De Raad bereikte een algemene oriëntatie over het walvisregister. "
     "Nederland steunde de tekst over het register van harte."),
    ("", "1/Raadsconclusies over vuurwerk",
     "De conclusies over vuurwerk zijn als A-punt aangenomen."),
]  # fmt: skip
LATER: list[Item] = [
    ("1", TITLE,
     "De Commissie zegde toe om voor 1 mei 2032 de kosten van het register te berekenen. "
     "Frankrijk vroeg om een uitzondering van het register voor kleine vissersboten. "
     "Spanje vond dat het register ook voor dolfijnen moet gelden. "
     "Nederland vroeg om een register zonder leges."),
]  # fmt: skip


def paper(name: str, kind: Kind, dates: tuple[str, ...], items: list[Item]) -> Reading:
    return made(name, kind, dates, items)


AGENDA = paper("okt-agenda", "geannoteerde agenda", OCTOBER, EXPECTED)
REPORT = paper("okt-verslag", "verslag", OCTOBER, REPORTED)
MARCH_REPORT = paper("mrt-verslag", "verslag", MARCH, LATER)


def briefed(
    folder: Path, *papers: Reading, today: date = BEFORE, language: Language = "nl"
) -> Brief:
    assistant = replace(over(folder, *papers), today=lambda: today)
    try:
        return brief(assistant, TOPIC, language)
    finally:
        assistant.library.close()


def said(found: Brief, part: int) -> list[tuple[str, str]]:
    """Group and text of each statement of a part."""
    return [(one.group, one.text) for one in found.parts[part].statements]


# one agenda alone


def test_the_dated_plans_of_an_agenda_are_open_points_told_beforehand(tmp_path: Path) -> None:
    found = briefed(tmp_path, AGENDA)
    points = dict(said(found, 3))
    above = found.parts[3].line
    assert "Uiterlijk maart 2032" in points or "uiterlijk maart 2032" in above
    assert "Vóór of op 1 december 2031" in points or "vóór of op 1 december 2031" in above
    assert "is verwachting" in above
    leads = [line(one, found).lead for one in found.parts[3].statements]
    assert all(lead.startswith("Oktober 2031, vooraf") for lead in leads)


def test_a_test_in_the_past_is_no_open_point(tmp_path: Path) -> None:
    for papers in ((AGENDA,), (AGENDA, MARCH_REPORT)):
        found = briefed(tmp_path / str(len(papers)), *papers)
        assert not [text for _, text in said(found, 3) if "proef in mei" in text]


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (BEFORE, "Een verslag van deze Raad staat niet in de bibliotheek."),
        (AFTER, "Deze Raad is geweest, maar het verslag staat niet in de bibliotheek."),
    ],
)
def test_that_the_newest_paper_only_looks_ahead_is_said(
    tmp_path: Path, today: date, told: str
) -> None:
    state = briefed(tmp_path, AGENDA, today=today).parts[0]
    assert "Dat is een geannoteerde agenda: die geeft verwachtingen, geen uitkomst." in state.line
    assert told in state.line
    assert {group for group, _ in said(briefed(tmp_path / "b", AGENDA, today=today), 0)} == {
        "Vooraf, verwachting: Geannoteerde agenda JBZ-Raad 9-10 oktober 2031"
    }


def test_a_report_that_is_there_but_silent_is_not_called_missing(tmp_path: Path) -> None:
    other = paper(
        "okt-verslag", "verslag", OCTOBER, [("1", "Dassen", "De Raad sprak over dassen.")]
    )
    told = briefed(tmp_path, AGENDA, other, today=AFTER).parts[0].line
    assert "is dit onderwerp niet onder deze naam gevonden" in told
    assert "staat niet in de bibliotheek" not in told


def test_others_are_not_called_silent_where_a_sentence_names_them(tmp_path: Path) -> None:
    body = "Nederland drong met steun van Duitsland aan op een walvisregister met sonar."
    found = briefed(tmp_path, paper("verslag", "verslag", OCTOBER, [("1", TITLE, body)]))
    assert found.parts[2].statements == ()
    assert "worden in de stukken genoemd" in found.parts[2].line
    alone = "Nederland drong aan op een walvisregister met sonar."
    found = briefed(tmp_path / "b", paper("verslag", "verslag", OCTOBER, [("1", TITLE, alone)]))
    assert found.parts[2].line == "Over andere actoren is op dit onderwerp niets gevonden."


def test_what_others_said_comes_before_what_they_were_expected_to_say(tmp_path: Path) -> None:
    told = [text for _, text in said(briefed(tmp_path, AGENDA, REPORT, MARCH_REPORT), 2)]
    assert "Duitsland stemde tegen het register vanwege de kosten voor vissers." in told
    assert not [text for text in told if "betalen" in text]


# several meetings


def test_an_agenda_gives_way_to_the_report_of_its_meeting(tmp_path: Path) -> None:
    found = briefed(tmp_path, AGENDA, REPORT)
    assert {group for group, _ in said(found, 0)} == {"Verslag JBZ-Raad 9-10 oktober 2031"}
    assert "geannoteerde agenda" not in found.parts[0].line


def test_an_older_decision_is_called_earlier_and_of_the_same_subject(tmp_path: Path) -> None:
    found = briefed(tmp_path, REPORT, MARCH_REPORT)
    groups = [group for group, _ in said(found, 0)]
    assert groups[-1] == "Eerder besluit: Verslag JBZ-Raad 9-10 oktober 2031"
    assert groups[0] == "Verslag JBZ-Raad 4 maart 2032"
    assert [text for group, text in said(found, 0) if group.startswith("Eerder")] == [
        "De Raad bereikte een algemene oriëntatie over het walvisregister."
    ]


def test_an_item_on_the_topic_beats_a_newer_one_that_names_it_in_passing(tmp_path: Path) -> None:
    aside = paper(
        "jun-verslag", "verslag", ("2032-06-10",),
        [("1", "Visserijakkoord met Noorwegen",
          "Noorwegen wil meer kabeljauw. Zweden wil meer haring. Finland wil meer zalm. "
          "Portugal noemde het walvisregister een goed voorbeeld voor de kabeljauw.")],
    )  # fmt: skip
    found = briefed(tmp_path, MARCH_REPORT, aside)
    assert {group for group, _ in said(found, 0)} == {"Verslag JBZ-Raad 4 maart 2032"}
    assert found.parts[0].line == (
        "Laatste stuk over dit onderwerp: Verslag JBZ-Raad 4 maart 2032. "
        "Daarna is het alleen zijdelings genoemd: Verslag JBZ-Raad 10 juni 2032."
    )


def test_what_is_due_keeps_its_date_and_passes_by_that_date(tmp_path: Path) -> None:
    found = briefed(tmp_path, MARCH_REPORT, today=date(2032, 4, 30))
    assert [group for group, _ in said(found, 3)] == ["Vóór of op 1 mei 2032"]
    found = briefed(tmp_path / "b", MARCH_REPORT, today=date(2032, 5, 2))
    assert [group for group, _ in said(found, 3)] == ["Vóór of op 1 mei 2032 (datum is verstreken)"]


def test_what_an_older_agenda_expected_is_behind_us(tmp_path: Path) -> None:
    found = briefed(tmp_path, AGENDA, MARCH_REPORT)
    assert not [text for _, text in said(found, 3) if "uitvoeringsbesluit" in text]


def test_of_a_date_the_newest_paper_tells(tmp_path: Path) -> None:
    june = paper(
        "jun-verslag", "verslag", ("2031-06-12",),
        [("1", TITLE,
          "Malta vroeg om een register in het Engels voor alle kapiteins. "
          "Italië vond dat het register ook voor tonijn moet gelden. "
          "De Commissie zegde toe de kosten van het register in mei 2032 te berekenen. "
          "De Commissie vreesde een leemte in het register na 1 juli 2032.")],
    )  # fmt: skip
    groups = [group for group, _ in said(briefed(tmp_path, june, MARCH_REPORT), 3)]
    assert groups == ["Vóór of op 1 mei 2032"]
    assert [group for group, _ in said(briefed(tmp_path / "b", june), 3)] == ["Mei 2032"]


@pytest.mark.parametrize(
    ("iso", "when", "today", "language", "shown"),
    [
        ("2032-05-01", "on", date(2032, 5, 1), "nl", "1 mei 2032"),
        ("2032-05-01", "by", date(2032, 5, 1), "nl", "vóór of op 1 mei 2032"),
        ("2032-05", "by", date(2032, 5, 31), "nl", "uiterlijk mei 2032"),
        ("2032-05", "in", date(2032, 6, 1), "nl", "mei 2032 (datum is verstreken)"),
        ("2032", "in", date(2032, 6, 1), "nl", "2032"),
        ("2032-05-01", "from", date(2032, 4, 1), "en", "from 1 May 2032"),
        ("2032-05-01", "by", date(2032, 6, 1), "en", "by 1 May 2032 (date has passed)"),
        (None, "in", date(2032, 6, 1), "en", "Without a date"),
    ],
)  # fmt: skip
def test_how_a_date_is_meant_is_said(
    iso: str | None, when: When, today: date, language: Language, shown: str
) -> None:
    statement = Statement("Zo is het.", "NL", (cited("Zo is het."),))
    assert _when(Due(statement, "verslag", iso, when), today, language) == shown


# whose words


def test_under_one_actor_two_voices_are_both_named() -> None:
    both = (Voice("Presidency", "fact"), Voice("Commission", "support"))
    quote = "Het Voorzitterschap en de Commissie prezen het register."
    one = Statement(
        quote, "Presidency; Commission", (replace(cited(quote), voices=both),),
        group="Het Voorzitterschap (België)",
    )  # fmt: skip
    found = brief_of(one)
    assert "het Voorzitterschap (België); de Commissie (steun)" in line(one, found).lead
    alone = replace(one, citations=(replace(cited(quote), voices=both[:1]),))
    assert "oorzitterschap" not in line(alone, found).lead


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("Veel lidstaten sloten zich daarbij aan.", True),
        ("Meerdere landen onderschreven dit.", True),
        ("Ook een ruime meerderheid stelt zich op dat standpunt.", True),
        ("Luxemburg prees dat besluit.", True),
        ("Frankrijk steunde het register voor walvissen.", False),
        ("Frankrijk vond dat het register te duur is.", False),
    ],
)
def test_what_only_the_sentence_before_explains_leans(text: str, leaning: bool) -> None:
    assert leans(text) == leaning


def test_a_stand_that_moves_within_its_kind_does_not_go_from_itself_to_itself() -> None:
    shifts = (
        Shift("a", "b", "support", "opposition", ""),
        Shift("b", "c", "conditional", "conditional", ""),
    )
    months = {"b": "mei 2031", "c": "maart 2032"}
    material = SimpleNamespace(language="nl", month=months.__getitem__)
    told = list(_shifts(material, Side("NL", (), shifts, ())))
    assert told == [
        "mei 2031 van steun naar tegen",
        "maart 2032 anders, maar nog steeds steun onder voorwaarde",
    ]


def test_a_fact_that_does_not_name_the_netherlands_is_none_of_its_position() -> None:
    def told(text: str, kind: Stance) -> bool:
        said = Statement(text, "NL", (cited(text, kind=kind),))
        return _telling(Step(said, "2031-10-09", "JBZ-Raad", "verslag", "Justitie/1", kind, "same"))

    assert not told("Ook wordt gesproken over het register.", "fact")
    assert not told(
        "Met deze brief is het kabinet uw Kamer tegemoetgekomen en geïnformeerd.", "fact"
    )
    assert told("Nederland heeft alle walvissen geteld.", "fact")
    assert told("Ik heb alle walvissen geteld.", "fact")
    assert told("Dat is onaanvaardbaar.", "opposition")
