"""Changes of the agenda, agreements of others, and plans that are none, on invented sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_outcomes_sorting import said

from index.nouns import AgendaItem, Span
from rag.outcomes.doers import doer
from rag.outcomes.quoted import quoted
from rag.outcomes.results import as_decided
from rag.outcomes.sorting import sorted_as
from rag.told import told

DECISIONS = [
    ("Na de overstroming is hierover een punt toegevoegd.", "added"),
    ("Het Voorzitterschap besloot de overstroming alsnog te agenderen.", "added"),
    ("Het punt over dijken is vervallen en een punt over sluizen toegevoegd.", "postponed"),
    (
        "De bespreking van de dijken is van Migratie naar het onderdeel Justitie verplaatst.",
        "moved",
    ),
    ("De start van het register is verplaatst naar mei 2032.", "postponed"),
    (
        "De Raad bevestigde het akkoord dat met het Parlement is bereikt.",
        "political_agreement",
    ),
]
NOTHING = [
    "Waar in de Raadspositie tien dagen stond, is een compromis van zes dagen bereikt.",
    "In de triloog is een compromis over de bewaartermijn vastgesteld.",
    "Europol bedankte Letland voor de oefening van 4 juli in Riga.",
    "De Commissie waarschuwde voor een tekort na 4 maart 2033.",
    "Het is niet duidelijk of de onderhandelingen in oktober zullen worden hervat.",
]


@pytest.mark.parametrize(("text", "what"), DECISIONS)
def test_decisions(text: str, what: str) -> None:
    (one,) = said(text)
    assert sorted_as(one) == ("decision", what)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_outcome(text: str) -> None:
    (one,) = said(text)
    assert sorted_as(one) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("De verordening over dijken wordt op 4 oktober 2031 van toepassing.", "unknown"),
        ("De regeling voor sluizen treedt op 4 oktober 2031 in werking.", "unknown"),
        ("De bespreking van dijken is van Migratie naar Justitie verplaatst.", "Presidency"),
        ("De lunch is vervallen.", "Presidency"),
    ],
)
def test_what_a_letter_tells_of_nobody_is_not_the_netherlands(text: str, who: str) -> None:
    (one,) = said(text, section="Brief")
    what = sorted_as(one)
    assert what is not None
    assert doer(one, what, ()) == who


@pytest.mark.parametrize("bullet", ["• ", "▪ ", "- ", "– ", "•", ""])
def test_a_quote_begins_after_its_bullet_and_stays_a_slice(bullet: str) -> None:
    line = "De Raad besprak de dijken."
    (one,) = said(bullet + line)
    (cited,) = quoted(one).citations
    assert quoted(one).text == cited.quote == line
    assert one.document.text[cited.start : cited.end] == line


LIST = "De grondslag voor het dijkregister wordt met zes jaar verlengd."


def item(number: str, title: str, opens: int, closes: int) -> AgendaItem:
    """An item of the section Justitie."""
    return AgendaItem(f"Justitie/{title}", "Justitie", number, title, None, Span(opens, closes))


@pytest.mark.parametrize(
    ("title", "under", "what"),
    [
        (
            "Verlenging dijkregister",
            "De Raad nam de algemene oriëntatie over zes jaar aan.",
            "general_approach",
        ),
        ("Verlenging dijkregister", "Malta steunde dit.", "debate"),
        ("Bijen", "De Raad nam de algemene oriëntatie aan.", "debate"),
    ],
)
def test_a_result_in_the_present_is_what_was_decided_under_its_item(
    title: str, under: str, what: str
) -> None:
    body = f"{LIST}\n{under}"
    listed = item("", "Belangrijkste resultaten", 0, len(LIST))
    below = item("1", title, len(LIST) + 1, len(body))
    (one,) = said(LIST)
    (line,) = told(replace(one.document, text=body), listed)
    first = sorted_as(line)
    assert first == ("decision", "debate")
    assert as_decided(line, first, (listed, below)) == ("decision", what)
