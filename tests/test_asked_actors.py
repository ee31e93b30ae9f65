"""Whose view a question asks for: sentences as people write them, each with what anybody reads."""

from __future__ import annotations

import pytest

from rag.asked_actors import named_in
from rag.question import understand


@pytest.mark.parametrize(
    ("question", "actors"),
    [
        # nicknames, capitals, adjectives
        ("What did Washington promise on evidence?", "US"),
        ("Wat wilde Madrid met de asielregels?", "ES"),
        ("Berlijn en Parijs over encryptie: wat zeiden ze?", "DE FR"),
        ("did London sign up to it?", "GB"),
        ("How does The Hague see return hubs?", "NL"),
        ("is Kyiv happy with the register of damage?", "UA"),
        ("Wat vindt Londen van de uitwisseling?", "GB"),
        ("What did the Dutch want on CSAM?", "NL"),
        ("wat vond onze minister van detectie?", "NL"),
        ("what was our government's line on CSAM?", "NL"),
        ("What did we say about victims' rights?", "NL"),
        ("wat zeiden wij over slachtoffers?", "NL"),
        ("Wat zei de minister over terugkeerhubs?", "NL"),
        ("wat zei de Deense minister over terugkeerhubs?", "DK"),
        ("het Duits voorstel over detectie", "DE"),
        ("Wat vonden de Belgen van prostitutie?", "BE"),
        ("What did the Belgians put first?", "BE"),
        ("wat bood de V.S. aan?", "US"),
        ("Wat wil het V.K. met e-evidence?", "GB"),
        ("Did the U.S. sign the agreement?", "US"),
        ("was Ankara erbij betrokken, en wat zei Oslo?", "TR NO"),
        ("Wat vinden de Amerikanen van e-evidence?", "US"),
        ("wat zei het Europarlement over EES?", "EP"),
        ("Which EU countries objected to the text?", "member states"),
        ("What does Brussels say about the budget?", "Commission"),
        # those who speak stand after such words
        ("Wat was de inzet van Duitsland bij het pact?", "DE"),
        ("the position of Hungary on relocation", "HU"),
        ("standpunt van Polen over Oekraïense vluchtelingen", "PL"),
        ("concerns raised by Sweden about gangs", "SE"),
        ("bezwaren van Frankrijk en Spanje tegen het voorstel", "FR ES"),
        ("What did ministers hear from Europol on drugs?", "Europol"),
        ("Wat kregen ze te horen van Frontex over de route?", "Frontex"),
        ("volgens Eurojust, hoeveel zaken liepen er?", "Eurojust"),
        ("according to Austria, what blocked accession?", "AT"),
        ("What about France?", "FR"),
        ("Wat zei Oostenrijk over Bulgarije en Roemenië?", "AT"),
        ("Did Hungary back Romania joining Schengen?", "HU"),
        ("Steunde Nederland Bulgarije?", "NL"),
        ("Is the Dutch cabinet OK with Bulgaria joining?", "NL"),
        ("Which countries backed Austria?", "member states"),
        # those that it is about
        ("Who heads the EU's fundamental rights agency?", ""),
        ("Who was the outgoing head of the Fundamental Rights Agency?", ""),
        ("the seat of Europol", ""),
        ("het mandaat van Frontex", ""),
        ("What is in the new Frontex mandate?", ""),
        ("meeting of states neighbouring Russia and Belarus", ""),
        ("buurlanden van Rusland en Belarus bijeen in Vilnius", ""),
        ("What happened in Vilnius?", ""),
        ("After Skopje, when is the next forum?", ""),
        ("money for the ICPA at Eurojust", ""),
        ("Russian aggression against Ukraine: who is held to account?", ""),
        ("opvang van Oekraïense vluchtelingen", ""),
        ("steun aan Moldavië", ""),
        ("helping Moldova with its border", ""),
        ("Should Bulgarian accession be linked to Romania?", ""),
        ("de toetreding van Kroatië", ""),
        ("frozen Russian assets", ""),
        ("het besluit over Bulgarije en Roemenië", ""),
        ("relations with Turkey and Tunisia", ""),
        ("the Hague Convention of 2019, and the Budapest Convention", ""),
        ("vertaling in het Nederlands", ""),
        ("South America and drugs ports", ""),
        ("de minister van Justitie van Moldavië", ""),
        # set side by side, the topic of the one is not the other
        ("compare France with Germany on detection", "FR DE"),
        ("Spain versus Italy on Dublin", "ES IT"),
    ],
)
def test_whose_view_is_asked_for(question: str, actors: str) -> None:
    wanted = [actors] if actors == "member states" else actors.split()
    assert list(understand(question).actors) == wanted


def test_what_papers_say_as_well_stays_what_is_searched_for() -> None:
    assert understand("wat vond onze minister van CSAM?").topic == (
        "wat vond Nederland minister van CSAM?"
    )
    assert understand("Wat zei de minister over CSAM?").topic == "Wat zei de minister over CSAM?"


@pytest.mark.parametrize(
    "text", ["in Vilnius", "te Skopje", "after Skopje", "naar Madrid", "the Vilnius gathering"]
)
def test_a_city_where_something_is_held_is_no_government(text: str) -> None:
    assert named_in(f"het overleg {text} over drugs") == []


def test_a_first_name_is_no_country() -> None:
    assert named_in("Frans Timmermans sprak") == []
    assert [m.actor for m in named_in("een Frans voorstel")] == ["FR"]
