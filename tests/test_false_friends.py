"""What looks like an item, a heading or a section and is none, or the other way round."""

from __future__ import annotations

import pytest
from outlines import item, outlined, paths

BODY = "De ministers bespraken het voorstel en de voorzitter vatte de bespreking kort samen."
MORE = "Nederland vroeg om een langere termijn en kreeg daarin bijval van enkele lidstaten."
REPORT = "Verslag van de Raad Justitie en Binnenlandse Zaken, 6 en 7 maart 2031\n\n"
AGENDA = "Geannoteerde agenda van de Raad Justitie en Binnenlandse Zaken, 6 en 7 maart 2031\n\n"
CONTENTS = ["1. Bewijs", "2. Boetes", "II. Binnenlandse Zaken", "1. Visa"]


def test_numbered_discussion_questions_are_no_items() -> None:
    asked = "1. Hoe beoordeelt u de voorgestelde termijn?\n2. Welke landen sluiten zich aan?"
    text = (
        f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{BODY}\n\n{asked}\n\n{MORE}\n\n2. Boetes\n\n{BODY}\n"
    )
    assert paths(text) == ["Justitie/1", "Justitie/2"]
    assert "Welke landen" in item(text, "Justitie/1")[2]
    assert item(text, "Justitie/2")[0] == "Boetes"


def test_a_question_that_fills_two_lines_is_no_item() -> None:
    asked = (
        "1. Hoe kan de samenwerking met landen buiten de Unie worden verbeterd?\n"
        "2. Welke rol ziet de Raad voor de agentschappen en in het bijzonder\n"
        "Europol bij de ondersteuning van nationale onderzoeken naar smokkel?"
    )
    text = f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{BODY}\n\n{asked}\n\n2. Boetes\n\n{BODY}\n"
    assert paths(text) == ["Justitie/1", "Justitie/2"]
    assert item(text, "Justitie/1")[2].endswith("onderzoeken naar smokkel?")


def test_an_enumeration_of_titles_is_no_item() -> None:
    listed = "Drie voorstellen:\n\n1. Voorstel bewijs;\n2. Voorstel boetes;\n3. Voorstel visa."
    text = f"{REPORT}I. Justitie\n\n1. Pakket\n\n{BODY}\n\n{listed}\n\n2. Rechters\n\n{BODY}\n"
    assert paths(text) == ["Justitie/1", "Justitie/2"]
    assert item(text, "Justitie/2")[0] == "Rechters"


def test_a_list_of_titles_after_a_colon_is_no_agenda() -> None:
    listed = "Er zijn drie pijlers:\n1. Versterking van grenzen\n2. Solidariteit\n3. Terugkeer"
    text = f"{REPORT}I. Justitie\n\nInleiding\n\n{BODY}\n{listed}\n\n1. Bewijs\n\n{BODY}\n"
    assert paths(text) == ["Justitie/Inleiding", "Justitie/1"]
    assert item(text, "Justitie/1")[0] == "Bewijs"


def test_a_number_with_a_part_is_no_item() -> None:
    text = f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{BODY}\n\n2.1 Vervolg daarvan\n\n{MORE}\n\n"
    text += f"2. 2e ronde over boetes\n\n{BODY}\n"
    assert item(text, "Justitie/2")[0] == "2e ronde over boetes"


def test_an_inline_enumeration_stays_in_its_sentence() -> None:
    inline = "Er waren twee wensen: 1) een kortere termijn voor rechters en 2) een lager\nbedrag."
    text = f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{inline}\n\n2. Boetes\n\n{BODY}\n"
    assert item(text, "Justitie/1")[2] == inline.replace("\n", " ")


def test_an_inline_enumeration_that_wraps_before_its_number() -> None:
    inline = (
        "De Commissie noemde twee wensen die al langer leven bij de landen, namelijk\n"
        "2) een lager bedrag voor kleine ondernemingen en een hogere vergoeding."
    )
    text = f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{BODY}\n{inline}\n\n2. Boetes\n\n{BODY}\n"
    assert paths(text) == ["Justitie/1", "Justitie/2"]
    assert item(text, "Justitie/2")[0] == "Boetes"


def test_years_and_amounts_at_line_starts_are_text() -> None:
    wrapped = (
        "De Commissie wil dat alle lidstaten de nieuwe regels uiterlijk op 1 juli\n"
        "2032. Daarvoor is in totaal een bedrag van ruim vierhonderd miljoen, dus\n"
        "40.000 euro voor elke ambtenaar, uitgetrokken op de begroting voor het jaar\n"
        "2033."
    )
    text = f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{wrapped}\n\n2. Boetes\n\n{BODY}\n"
    assert paths(text) == ["Justitie/1", "Justitie/2"]
    assert item(text, "Justitie/1")[2] == wrapped.replace("\n", " ")


def test_an_enumeration_with_letters_that_do_not_count_is_text() -> None:
    text = f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{BODY}\n\nb) Later meer\n\n2. Boetes\n\n{MORE}\n"
    assert paths(text) == ["Justitie/1", "Justitie/2"]


@pytest.mark.parametrize("bullet", ["\ufffd", "\uf0b7", "•", "-", "–"])
def test_bullets_belong_to_the_body_and_their_sign_opens_no_quote(bullet: str) -> None:
    text = f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{bullet} Eerste afspraak over termijnen.\n"
    text += f"{bullet} Tweede afspraak over kosten.\n\n2. Boetes\n\n{MORE}\n"
    body = item(text, "Justitie/1")[2]
    assert body.startswith("Eerste afspraak")
    assert body.endswith("Tweede afspraak over kosten.")


@pytest.mark.parametrize(
    "title", ["e-Evidence", "eu-LISA", "’Grip op misbruik’", "“Nieuwe” regels", "2e ronde"]
)
def test_titles_may_begin_small_or_quoted(title: str) -> None:
    text = f"{REPORT}I. Justitie\n\n1. {title}\n\n{BODY}\n\n2. Boetes\n\n{MORE}\n"
    assert item(text, "Justitie/1")[0] == title


def test_combining_accents_and_hard_hyphens_in_titles() -> None:
    text = f"{REPORT}I. Justitie\n\n1. Coo\u0308rdinatie in de JBZ\u2011Raad\n\n{BODY}\n"
    assert item(text, "Justitie/1")[0] == "Coördinatie in de JBZ\u2011Raad"


@pytest.mark.parametrize("end", ["", " 3", " ......... 3", "   4"])
def test_a_table_of_contents_is_no_outline(end: str) -> None:
    listed = "\n".join(f"{line}{end}" for line in ["I. Justitie", *CONTENTS])
    text = (
        f"{REPORT}Inhoudsopgave\n\n{listed}\n\nI. Justitie\n\n1. Bewijs\n\n{BODY}\n\n2. Boetes\n\n"
    )
    text += f"{MORE}\n\nII. Binnenlandse Zaken\n\n1. Visa\n\n{BODY}\n"
    assert [pair for pair in outlined(text) if pair[1]] == [
        ("Justitie/1", BODY),
        ("Justitie/2", MORE),
        ("Binnenlandse Zaken/1", BODY),
    ]
    assert paths(text) == ["Justitie/1", "Justitie/2", "Binnenlandse Zaken/1"]


def test_a_slash_in_a_title_is_no_path() -> None:
    text = f"{AGENDA}I. Justitie\n\nConclusies asiel/migratie\n= Goedkeuring\n{BODY}\n"
    assert paths(text) == ["Justitie/Conclusies asiel\u2215migratie"]


def test_equal_paths_are_told_apart_with_what_is_under_them() -> None:
    twice = f"1. Bewijs\n\n{BODY}\n\nOordeel van het kabinet\n\n{MORE}\n\n"
    text = f"{REPORT}I. Justitie\n\n{twice}II. Justitie\n\n{twice}"
    assert paths(text) == [
        *("Justitie/1", "Justitie/1/Oordeel van het kabinet"),
        *("Justitie/1 (2)", "Justitie/1 (2)/Oordeel van het kabinet"),
    ]
