"""What a briefing says of then and of now: conclusions stay, old plans and old stands do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
from position_papers import Item, made, over

from index.nouns import Kind
from index.reading import Reading
from rag.briefing.brief import brief
from rag.briefing.lines import line
from rag.briefing.markdown import markdown
from rag.briefing.word import docx as as_word
from rag.nouns import Language
from rag.overviews import Brief

TOPIC = "walvisregister"
TITLE = "Verordening walvisregister"
OCTOBER, MARCH = ("2023-12-04",), ("2024-06-13",)
TODAY = date(2024, 7, 1)
STATE, STANCE, OTHERS, OPEN = range(4)


def paper(name: str, kind: Kind, dates: tuple[str, ...], body: str, title: str = TITLE) -> Reading:
    items: list[Item] = [("1", title, body)]
    return made(name, kind, dates, items)


def briefed(folder: Path, *papers: Reading, language: Language = "nl") -> Brief:
    assistant = replace(over(folder, *papers), today=lambda: TODAY)
    try:
        return brief(assistant, TOPIC, language)
    finally:
        assistant.library.close()


def texts(found: Brief, part: int) -> list[str]:
    return [one.text for one in found.parts[part].statements]


LONG = " ".join(["met alle gegevens over elke walvis in elke zee"] * 8)
CONCLUSION = "Om die reden kan Nederland met het besluit over het walvisregister instemmen."
MANY = [
    f"Nederland heeft bezwaar tegen artikel {number} van het walvisregister {LONG}."
    for number in ("een", "twee", "drie", "vier", "vijf", "zes", "zeven")
]


def test_the_conclusion_is_never_what_is_cut(tmp_path: Path) -> None:
    found = briefed(tmp_path, paper("a", "verslag", MARCH, " ".join([*MANY, CONCLUSION])))
    shown = texts(found, STANCE)
    assert any(CONCLUSION in text for text in shown)
    assert len(shown) < len(MANY) + 1
    assert f"{len(shown)} van de {len(MANY) + 1} gevonden zinnen" in found.parts[STANCE].line


def test_a_stand_of_then_stands_last_and_without_its_kind(tmp_path: Path) -> None:
    body = (
        "Nederland achtte het walvisregister destijds te duur en had een voorbehoud gemaakt. "
        "Nederland steunt het walvisregister."
    )
    found = briefed(tmp_path, paper("a", "verslag", MARCH, body))
    of_now, of_then = found.parts[STANCE].statements
    assert (of_now.text, of_now.group) == ("Nederland steunt het walvisregister.", "")
    assert "destijds" in of_then.text and of_then.group.startswith("Destijds")
    assert line(of_then, found).lead == "Juni 2024, Nederland"


def test_a_quote_that_leans_brings_its_sentence_along(tmp_path: Path) -> None:
    body = (
        "Malta wil dat vissers niet voor het walvisregister betalen. "
        "Nederland kan een dergelijk voorstel over het walvisregister steunen."
    )
    found = briefed(tmp_path, paper("a", "verslag", MARCH, body))
    assert texts(found, STANCE) == [body]
    (cited,) = found.parts[STANCE].statements[0].citations
    assert cited.quote == body


AGREED = "Na aanneming van de verordening over het walvisregister begint de implementatie ervan."
AWAITS = "Het Voorzitterschap is voornemens een akkoord over het walvisregister te bereiken."
PROMISE = "Nederland zegde toe de Kamer over het walvisregister te informeren."


def test_an_agreement_expected_long_ago_is_not_open(tmp_path: Path) -> None:
    found = briefed(
        tmp_path,
        paper("a", "verslag", OCTOBER, f"{AWAITS} De Raad besprak het walvisregister."),
        paper("b", "geannoteerde agenda", MARCH, AGREED),
    )
    assert not any("voornemens" in text for text in texts(found, OPEN))
    assert not any("voornemens" in text for text in texts(found, OTHERS))


def test_what_the_newest_paper_promises_is_open(tmp_path: Path) -> None:
    found = briefed(tmp_path, paper("a", "verslag", MARCH, f"{PROMISE} {AWAITS}"))
    assert any("zegde toe" in text for text in (*texts(found, OPEN), *texts(found, STATE)))


def test_the_presidency_has_its_country_in_both_languages(tmp_path: Path) -> None:
    body = (
        "Het Voorzitterschap steunde het walvisregister van harte. "
        "Polen steunde het walvisregister. Malta vroeg om geld voor het walvisregister. "
        "Cyprus vroeg om uitstel van het walvisregister."
    )
    report = paper("a", "verslag", OCTOBER, body)
    names: dict[Language, str] = {"nl": "Voorzitterschap (Spanje", "en": "Presidency (Spain"}
    for language, name in names.items():
        found = briefed(tmp_path / language, report, language=language)
        assert name in markdown(found).replace("\\", "")


def test_a_debate_has_no_stands_and_the_briefing_says_what_it_is(tmp_path: Path) -> None:
    debate = made("debat", "overig", (), [("1", TITLE, "Nederland steunt het walvisregister wel.")])
    report = paper("a", "verslag", MARCH, "De Commissie lichtte het walvisregister toe.")
    found = briefed(tmp_path, report, debate)
    assert found.parts[STANCE].statements == ()
    assert "Geen stuk van een Raad" in found.parts[STATE].line


def test_two_acts_have_a_heading_each(tmp_path: Path) -> None:
    items: list[Item] = [
        ("1", TITLE, "Nederland steunt het walvisregister."),
        (
            "2",
            "Richtlijn straffen walvisregister",
            "Nederland is tegen straffen in het walvisregister.",
        ),
    ]
    found = briefed(tmp_path, made("a", "verslag", MARCH, items))
    groups = [one.group for one in found.parts[STANCE].statements]
    assert groups == [TITLE, "Richtlijn straffen walvisregister"]


def test_in_word_no_heading_stands_alone(tmp_path: Path) -> None:
    found = briefed(tmp_path, paper("a", "verslag", MARCH, " ".join([*MANY, CONCLUSION])))
    document = docx.Document(BytesIO(as_word(found)))
    told = next(p for p in document.paragraphs if p.text.startswith("Aangehaald"))
    assert told.paragraph_format.keep_with_next
    assert all(
        p.style.paragraph_format.keep_with_next
        for p in document.paragraphs
        if p.style.name.startswith("Heading")
    )
