"""Numbers, dates and percentages by value, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.values import Value, claims, meeting_proofs, proofs, read_number


def told(text: str, language="nl") -> set[str]:
    return {f"{value.kind} {value.text}" for value in claims(text, language)}


@pytest.mark.parametrize(
    ("dutch", "english", "values"),
    [
        ("2,5 miljard euro", "2.5 billion euros", {"number 2500000000"}),
        ("€ 1.250.000", "€1,250,000", {"number 1250000"}),
        ("2.500 agenten", "2,500 officers", {"number 2500"}),
        ("vijfentwintig lidstaten", "twenty-five member states", {"number 25"}),
        ("tweeëntwintig lidstaten", "22 member states", {"number 22"}),
        ("een miljoen dollar", "1 million dollars", {"number 1000000"}),
        ("tweehonderd zaken", "two hundred cases", {"number 200"}),
        ("12,5%", "12.5 per cent", {"percent 12.5"}),
        ("vijf procent", "five percent", {"percent 5"}),
        ("5 tot 10 procent", "5-10%", {"percent 5", "percent 10"}),
        ("2 à 3 miljard", "2 to 3 billion", {"number 2000000000", "number 3000000000"}),
        ("12 en 13 juni 2024", "12 and 13 June 2024", {"date 2024-06-12", "date 2024-06-13"}),
        ("12-13 juni", "June 12–13", {"date --06-12", "date --06-13"}),
        ("op 3 maart 2023", "on March 3rd, 2023", {"date 2023-03-03"}),
        ("03-03-2023", "2023-03-03", {"date 2023-03-03"}),
        ("30 november en 1 december 2023", "30 November and 1 December 2023",
         {"date 2023-11-30", "date 2023-12-01"}),
        ("in mei 2023", "in May 2023", {"date 2023-05"}),
        ("in juni", "in June", {"date --06"}),
        ("agendapunt 5", "agenda item 5", {"item 5"}),
        ("de derde lezing", "the third reading", {"number 3"}),
        ("artikel 273g van Richtlijn 2012/29/EU", "Article 273g of Directive 2012/29/EU",
         {"name 273g", "number 2012", "number 29"}),
        ("30 000 plaatsen", "30,000 places", {"number 30000"}),
    ],
)  # fmt: skip
def test_both_languages_tell_the_same_values(dutch: str, english: str, values: set[str]) -> None:
    assert told(dutch) == values
    assert told(english, "en") == values


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ten aanzien van de derde landen acht het kabinet dit van belang.", "nl"),
        ("De Tweede Kamer is ten eerste één van beide.", "nl"),
        ("The Council may march on; one of both third-country nationals.", "en"),
        ("May the Council act?", "en"),
    ],
)
def test_words_with_another_meaning_claim_nothing(text: str, language) -> None:
    assert told(text, language) == set()


@pytest.mark.parametrize(
    ("digits", "dutch", "english"),
    [
        ("2.500", "2500", "2.5"),
        ("2,500", "2.5", "2500"),
        ("2.500,75", "2500.75", "2.500,75"),
        ("0.125", "0.125", "0.125"),
        ("32 317", "32317", "32317"),
        ("1.2.3", "1.2.3", "1.2.3"),
        ("007", "7", "7"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(digits: str, dutch: str, english: str) -> None:
    assert (read_number(digits, "nl"), read_number(digits, "en")) == (dutch, english)


def test_a_date_proves_what_follows_from_it_and_no_count() -> None:
    assert {f"{v.kind} {v.text}" for v in proofs("13 juni 2024", "nl")} == {
        "date 2024-06-13", "date 2024-06", "date --06-13", "date --06", "number 2024",
    }  # fmt: skip
    assert Value("number", "1") in proofs("Eén lidstaat", "nl")


def test_an_item_number_is_no_count() -> None:
    assert Value("number", "5") not in proofs("agendapunt 5", "nl")


def test_addresses_are_claims_too() -> None:
    assert told("Zie https://voorbeeld.nl/a?b=1.") == {"address https://voorbeeld.nl/a?b=1"}


@given(st.text(), st.sampled_from(["nl", "en"]))
def test_every_text_proves_what_it_claims(text: str, language) -> None:
    assert claims(text, language) <= proofs(text, language)


@given(st.integers(0, 10**12))
def test_a_whole_number_reads_the_same_with_and_without_thousands_marks(number: int) -> None:
    english = f"{number:,}"
    assert read_number(english, "en") == str(number)
    assert read_number(english.replace(",", "."), "nl") == str(number)


@pytest.mark.parametrize(
    ("said", "proved"),
    [
        ("", {"2024-06-13", "2024-06", "--06-13", "--06", "2024"}),
        ("in 2024", {"2024-06-13", "2024-06", "--06-13", "--06", "2024"}),
        ("in 2023", {"2024-06-13", "2024-06", "--06-13", "--06"}),
        ("op 11 juni", {"2024-06", "--06", "2024"}),
        ("op 13 juni", {"2024-06-13", "2024-06", "--06-13", "--06", "2024"}),
        ("in juni 2023", {"--06-13", "--06"}),
        ("op 11 mei 2024", {"2024-06-13", "2024-06", "--06-13", "--06", "2024"}),
    ],
)
def test_a_meeting_proves_its_date_unless_the_text_names_another(said: str, proved) -> None:
    found = meeting_proofs("2024-06-13", proofs(said, "nl"))
    assert {value.text for value in found} == proved
