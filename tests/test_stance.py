"""What kind of statement a sentence reports, for each who speaks in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution import speakers
from index.stance import FILE, STANCES, stance
from index.statements import stances


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Letland steunde het voorstel.", "support"),
        ("Letland kan instemmen met de tekst.", "support"),
        ("Letland kon die datum steunen.", "support"),
        ("Letland had geen bezwaar.", "support"),
        ("Letland verwelkomde het plan en vroeg om geld.", "support"),
        ("Letland kan instemmen, mits de termijn korter wordt.", "conditional"),
        ("Letland steunt de tekst op voorwaarde dat de termijn korter wordt.", "conditional"),
        ("Letland handhaafde een studievoorbehoud.", "reservation"),
        ("Letland was terughoudend over een register.", "reservation"),
        ("Letland sprak zijn zorgen uit.", "reservation"),
        ("De Commissie waarschuwde dat de tijd dringt.", "reservation"),
        ("Letland kan niet instemmen met de tekst.", "opposition"),
        ("Letland stemde tegen.", "opposition"),
        ("Letland is geen voorstander van een register.", "opposition"),
        ("Letland deelde mee dat het de afspraken niet zal uitvoeren.", "opposition"),
        ("Letland wilde geen uitzondering.", "opposition"),
        ("Letland onthield zich van stemming.", "abstention"),
        ("Letland vroeg wanneer de Commissie met een voorstel komt.", "question"),
        ("Het Voorzitterschap legde de volgende vragen voor:", "question"),
        ("Letland vroeg om een uitzondering.", "call"),
        ("Letland riep de Commissie op haast te maken.", "call"),
        ("Letland gaf aan dat de termijn korter moet.", "call"),
        ("De Commissie zegde een verslag toe.", "announcement"),
        ("De Commissie zal een voorstel doen.", "announcement"),
        ("De Commissie deelde mee dat het verslag af is.", "fact"),
        ("Het Voorzitterschap concludeerde dat alle lidstaten konden instemmen.", "fact"),
        ("Letland steunt geen verplichte verdeling.", "opposition"),
        ("Dit betekent dat Letland geen plicht tot melden steunt.", "opposition"),
        ("Letland zei niet in te kunnen stemmen met een kortere termijn.", "opposition"),
        ("Letland zei in te kunnen stemmen met een kortere termijn.", "support"),
        ("Letland stemde niet in met de tekst.", "opposition"),
        ("Van aanbeveling 3 nam Letland afstand.", "opposition"),
        ("Letland distantieerde zich van de verklaring.", "opposition"),
        ("Letland is geen groot voorstander van een register.", "opposition"),
        ("Letland is geen tegenstander van een register.", "support"),
        ("Letland is het niet eens met de tekst.", "opposition"),
        ("Letland sprak zich daartegen uit.", "opposition"),
        ("Geen van de lidstaten sprak zich daartegen uit.", "support"),
        ("Letland gaf geen steun aan het voorstel.", "opposition"),
        ("Letland kreeg geen steun voor het voorstel.", "fact"),
        ("Letland verzette zich niet tegen het voorstel.", "support"),
        ("Letland had geen zorgen over het voorstel.", "support"),
        ("Letland is minder positief over het voorstel.", "reservation"),
        ("Letland plaatste kanttekeningen bij de tekst.", "reservation"),
        ("Letland achtte de waarborgen onvoldoende.", "reservation"),
        ("Letland meldde de Commissie aantallen veroordelingen.", "fact"),
        ("De Letse ministers spraken over de blokkerende minderheid.", "fact"),
        ("Letland kan instemmen zolang de termijn kort blijft.", "conditional"),
        ("Letland vindt de waarborgen onvoldoende zolang toezicht ontbreekt.", "reservation"),
        ("Letland kan niet instemmen zolang toezicht ontbreekt.", "opposition"),
        (
            "Letland stelde dat het stelsel onvoldoende werkt zolang toezicht ontbreekt.",
            "reservation",
        ),
        ("De Commissie zegde Letland een verslag toe.", "announcement"),
        ("De Commissie bracht het verslag uit waar Letland om had gevraagd.", "fact"),
        ("Het Voorzitterschap wil haast maken en stelt een termijn voor.", "call"),
        ("Voor Letland belangrijke punten zijn in de tekst opgenomen.", "support"),
        ("Volgens Letland kunnen zulke plannen niet worden ondersteund.", "opposition"),
        ("Letland stelde dat de plannen niet kunnen worden gesteund.", "opposition"),
        ("Daar staat tegenover dat ze volgens Letland niet kunnen worden gesteund.", "opposition"),
        ("Volgens Letland kan de tekst niet gesteund worden.", "opposition"),
        ("Letland vindt dat de tekst niet aanvaard kan worden.", "opposition"),
        ("Volgens Letland kan de tekst worden gesteund.", "support"),
        ("Letland sprak zich, na lang voorbehoud, voor de verlenging uit.", "support"),
        ("Ondanks eerdere bezwaren stemde Letland in met de tekst.", "support"),
        ("Na jaren van terughoudendheid riep Letland op tot haast.", "call"),
        ("Letland handhaafde na de toelichting zijn voorbehoud.", "reservation"),
        ("Letland zag zijn bezwaar weggenomen.", "support"),
        ("Letland was voor en stelde als harde voorwaarde dat er geld komt.", "conditional"),
        ("Letland zei de tekst in dat geval te zullen steunen.", "conditional"),
        ("Letland zag zijn bezwaar niet weggenomen.", "reservation"),
        ("Letland zei zijn bezwaar verholpen te zien en de tekst te zullen steunen.", "support"),
        ("Letland trok zijn parlementair voorbehoud in.", "support"),
        ("Letland trok zijn voorbehoud niet in.", "reservation"),
        ("Letland had twee maanden voorgesteld en stemde voor.", "support"),
        ("De Raad verlengde de maatregel met zes maanden.", "fact"),
        ("Letland en Malta maanden tot spoed.", "call"),
        ("Letland kon melden dat het niet langer om uitstel vraagt.", "fact"),
        ("Letland meldde dat het om uitstel vraagt.", "call"),
        ("De conclusies nodigen Letland en Malta uit drie maanden te wachten.", "call"),
        ("Letland zal niet meer doen dan het plan verwelkomen en vragen stellen.", "support"),
        ("Letland vindt dat vroeg.", "reservation"),
        ("Letland vindt dat vroeg", "reservation"),
        ("Letland vindt juli vroeg, omdat de proef eerst af moet zijn.", "reservation"),
        (
            "Letland zegt of het kan; Letland vindt dat vroeg, omdat er iets moet volgen.",
            "reservation",
        ),
        ("Letland vindt dat tests vroeg moeten beginnen.", "call"),
    ],
)
def test_verbs_negation_and_conditions(sentence: str, kind: str) -> None:
    who = speakers(sentence)
    assert stance(sentence, who[0]) == kind


def test_the_present_of_an_agenda_is_a_plan() -> None:
    sentence = "De Commissie licht haar voorstel toe."
    assert stance(sentence, "Commission", planned=True) == "announcement"
    assert stance(sentence, "Commission") == "fact"
    assert stance("De Commissie lichtte haar voorstel toe.", "Commission", planned=True) == "fact"


def test_each_is_judged_by_the_clause_of_its_own() -> None:
    sentence = "Nederland steunde de tekst; Letland en Malta waren tegen."
    assert stances(sentence, speakers(sentence)) == ("support", "opposition", "opposition")
    gap = "Letland stemde tegen de eerste, Malta tegen de tweede tekst."
    assert stances(gap, speakers(gap)) == ("opposition", "opposition")
    together = "Letland en Malta vroegen om uitstel."
    assert stances(together, speakers(together)) == ("call", "call")
    assert stances("De kosten lopen op.", ()) == ()


def test_the_phrases_are_patterns_each_with_a_kind() -> None:
    kinds = {*STANCES, "reserved", "neutral", "proviso", "lifted", "past"}
    for row in FILE.read_text(encoding="utf-8").splitlines()[1:]:
        kind, pattern = row.split("\t")
        assert kind in kinds
        assert not re.compile(pattern).search("")


@given(st.text(max_size=300), st.sampled_from(["NL", "Commission", "member states", "EP"]))
def test_any_text_has_some_stance(text: str, actor: str) -> None:
    assert stance(text, actor) in STANCES
    assert stance(text, actor, planned=True) in STANCES


WORDS = "Nederland Letland lidstaten en , ; : steunde vroeg niet dat de van door zij die te".split()


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_who_speaks_is_named_or_spoke_before(sentence: str) -> None:
    before = ("Commission",)
    who = speakers(sentence, before)
    assert set(who) <= {"NL", "LV", "member states", *before}
    assert len(stances(sentence, who)) == len(who)
