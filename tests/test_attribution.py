"""Who speaks or acts in a sentence; unknown where it does not fit."""

from __future__ import annotations

import pytest

from index.attribution import LONGEST_SENTENCE, actor_value, speakers


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Nederland stemde in met het voorstel.", ["NL"]),
        ("Het kabinet zal het voorstel steunen.", ["NL"]),
        ("Tijdens de lunch sprak het Voorzitterschap zijn zorg uit.", ["Presidency"]),
        ("De Raad nam de conclusies aan.", ["Council"]),
        ("De Nederlandse minister pleitte voor uitstel.", ["NL"]),
        ("De Oekraïense minister van Justitie dankte de lidstaten.", ["UA"]),
        ("Nederland, Frankrijk en Spanje pleitten voor uitstel.", ["NL", "FR", "ES"]),
        ("Nederland en de Commissie stemden in.", ["NL", "Commission"]),
        ("Volgens de Commissie is Nederland te laat.", ["Commission"]),
        ("Namens Nederland sprak de minister.", ["NL"]),
        ("Ook de meeste lidstaten zagen dat zo.", ["member states"]),
    ],
)
def test_the_subject_of_a_main_clause(sentence: str, who: list[str]) -> None:
    assert list(speakers(sentence)) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Aan de lidstaten vroeg de Commissie om meer geld.", ["Commission"]),
        ("In de Raad werd over opvang gesproken.", []),
        ("Het Nederlandse standpunt werd gedeeld.", []),
        ("De Commissie gaf aan dat Nederland te laat is.", ["Commission"]),
        ("Het Voorzitterschap sloot af, met dank aan de Commissie.", ["Presidency"]),
        ("Als enige lidstaat stemde Hongarije tegen.", ["HU"]),
        ("De kosten lopen op.", []),
    ],
)
def test_a_name_that_is_not_the_subject(sentence: str, who: list[str]) -> None:
    assert list(speakers(sentence)) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Na een ronde wees de voorzitter op de kosten.", ["Presidency"]),
        ("Tijdens de gezamenlijke bijeenkomst riep Frankrijk op tot spoed.", ["FR"]),
        ("Met groot verzet van Hongarije hield Nederland rekening.", ["NL"]),
        ("Over verdere eisen van Hongarije zweeg Nederland.", ["NL"]),
        ("In een brede tafelronde ondersteunden de lidstaten dit doel.", ["member states"]),
        ("Om dit voort te zetten heeft het Voorzitterschap conclusies opgesteld.", ["Presidency"]),
        ("De lidstaten gaven aan de risico's te volgen.", ["member states"]),
        ("De hoofdaanklager van het EOM, Jan Berk, reflecteerde op de zaken.", ["EPPO"]),
        ("Nederland wilde meer, maar er was geen meerderheid voor dit standpunt.", ["NL"]),
        ("Op initiatief van Frankrijk sprak het Voorzitterschap hierover.", ["Presidency", "FR"]),
        (
            "Nederland gaf aan dat het, met het oog op het debat, het initiatief van de Commissie"
            " steunt.",
            ["NL"],
        ),
        ("Samen met enkele lidstaten vroeg Nederland om spoed.", ["NL", "member states"]),
    ],
)
def test_a_verb_after_a_noun_that_looks_like_an_adjective(sentence: str, who: list[str]) -> None:
    assert list(speakers(sentence)) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Veel lidstaten, waaronder Nederland, steunden dit.", ["NL", "member states"]),
        ("Enkele lidstaten waaronder Nederland en België zwegen.", ["NL", "BE", "member states"]),
        (
            "Veel lidstaten, waaronder Nederland, vroegen de Commissie om meer geld.",
            ["NL", "member states"],
        ),
        ("Een meerderheid van de lidstaten steunde dit.", ["member states"]),
        ("Een groot deel van de lidstaten zweeg.", ["member states"]),
        ("Een aantal landen zweeg.", ["member states"]),
    ],
)
def test_groups_with_and_without_names(sentence: str, who: list[str]) -> None:
    assert list(speakers(sentence)) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Malta vroeg om uitstel; Cyprus en Kroatië steunden dat.", ["MT", "CY", "HR"]),
        ("Malta stemde tegen de eerste, Cyprus tegen de tweede tekst.", ["MT", "CY"]),
        ("Letland drong, met steun van Malta en Cyprus, aan op haast.", ["LV", "MT", "CY"]),
        (
            "Acht lidstaten, onder aanvoering van Malta, vroegen om uitstel.",
            ["MT", "member states"],
        ),
        ("Tien lidstaten, met Malta erbij elf, vroegen om uitstel.", ["MT", "member states"]),
        ("Malta, dat hier als lidstaat sprak, en Cyprus steunden dit.", ["MT", "CY"]),
        ("Malta en Cyprus, die geen landgrens delen, zwegen.", ["MT", "CY"]),
        ("De Maltese minister van Justitie en Binnenlandse Zaken was tegen.", ["MT"]),
        ("De minister van Justitie van Oekraïne dankte de lidstaten.", ["UA"]),
        ("De directeur van eu-LISA zegde een rapport toe.", ["eu-LISA"]),
        ("De hoofdaanklager vroeg om geld.", ["EPPO"]),
        ("De staatssecretaris zette uiteen waarom haast nodig is.", ["NL"]),
        ("De hoge vertegenwoordiger gaf een toelichting.", ["EEAS"]),
        ("De ondergetekenden namen deel.", ["NL"]),
        ("Een ruime meerderheid was voor de tekst.", ["member states"]),
        ("Geen van de lidstaten sprak zich uit.", ["member states"]),
        ("Zo'n register acht Letland niet nodig.", ["LV"]),
        ("Over de kosten liet een kleine minderheid weten bezorgd te zijn.", ["member states"]),
        ("De kosten lopen op, waarschuwde Letland.", ["LV"]),
        ("De kosten lopen op, aldus de Letse minister.", ["LV"]),
        ("Wat Letland betreft, is een register genoeg.", ["LV"]),
        ("Voor Letland is van belang dat de termijn kort blijft.", ["LV"]),
        ("Naar het oordeel van het kabinet is de termijn te kort.", ["NL"]),
        ("De inzet van Letland is ongewijzigd.", ["LV"]),
        ("Het voorstel werd door veel lidstaten gesteund.", ["member states"]),
        ("Het belang daarvan werd breed gedeeld.", ["member states"]),
        ("De conclusies zijn als hamerstuk aangenomen.", ["Council"]),
        ("Na afloop van de lunch begroette Letland het voorstel.", ["LV"]),
        ("Het aankomend Ierse voorzitterschap zal zijn plannen delen.", ["Presidency"]),
        ("De verwachting is dat de lidstaten kennis nemen van het rapport.", ["member states"]),
        ("Uw Kamer wordt daarover in juni geïnformeerd.", ["NL"]),
        ("Uw Kamer heeft bij motie verzocht om een overzicht.", ["Tweede Kamer"]),
        ("Letland steunde dit, terwijl Malta tegen stemde.", ["LV", "MT"]),
        ("In 2031 steunden Letland en Malta dit.", ["LV", "MT"]),
        ("Van aanbeveling 3 nam Letland afstand.", ["LV"]),
    ],
)
def test_clauses_of_the_genre(sentence: str, who: list[str]) -> None:
    assert sorted(speakers(sentence)) == sorted(who)


@pytest.mark.parametrize(
    "sentence",
    [
        "Op 4 en 5 maart vergadert de JBZ-Raad in Luxemburg.",
        "Te Luxemburg vergaderden de ministers van Justitie.",
        "De volgende formele Raad is op 8 juni in Luxemburg.",
        "De ministers bespraken de gevolgen van het arrest.",
        "Op vier luchthavens, waaronder Riga, viel het systeem uit.",
        "Elke lidstaat is gehouden tot een bijdrage.",
        "De lidstaten moeten de richtlijn binnen twee jaar omzetten.",
        "De richtlijn verplicht lidstaten tot een meldpunt.",
        "Nabestaanden vroegen de minister om een gesprek.",
        "De taakverdeling tussen de Unie en de lidstaten is onduidelijk.",
        "Het overleg gaat verder onder Iers voorzitterschap.",
        "Het door de Commissie gedane voorstel ligt stil.",
        "Letland wordt in september geëvalueerd.",
        "De Commissie kan een procedure starten.",
        "Een akkoord met derde landen ontbreekt.",
        "De Raad van State kwam met een advies.",
    ],
)
def test_what_is_described_has_no_speaker(sentence: str) -> None:
    assert speakers(sentence) == ()


def test_the_number_of_a_pronoun_fits_those_before() -> None:
    assert speakers("Zij vroegen om uitstel.", before=("MT", "CY")) == ("MT", "CY")
    assert speakers("Zij vroegen om uitstel.", before=("NL",)) == ()
    assert speakers("Beide landen wezen op de kosten.", before=("MT", "CY")) == ("MT", "CY")
    assert speakers("Beide landen wezen op de kosten.", before=("MT",)) == ()
    assert speakers("Over het geld zei zij niets te weten.", before=("EPPO",)) == ("EPPO",)
    assert speakers("Daarbij werd aandacht gevraagd voor geld.", before=("LV",)) == ("LV",)
    assert speakers("De directeur riep op tot haast.", before=("Europol",)) == ("Europol",)


def test_a_majority_is_not_the_netherlands() -> None:
    assert "NL" not in speakers("Een meerderheid was het niet eens met Nederland.")


def test_pronouns_take_the_speakers_of_the_sentence_before() -> None:
    assert speakers("Zij wees op de kosten.", before=("Commission",)) == ("Commission",)
    assert speakers("Zij wees op de kosten.") == ()


def test_we_in_a_letter_is_the_government() -> None:
    assert speakers("Hierbij informeren wij uw Kamer.", first_person="NL") == ("NL",)
    assert speakers("Hierbij informeren wij uw Kamer.") == ()
    assert speakers("De Commissie zweeg.", first_person="NL") == ("Commission",)


def test_what_is_too_long_to_be_a_sentence_says_nothing() -> None:
    assert speakers("Nederland, " * LONGEST_SENTENCE) == ()


def test_one_value_for_several() -> None:
    assert actor_value(("NL", "DE")) == "NL; DE"
    assert actor_value(()) == "unknown"
