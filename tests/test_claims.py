"""What a sentence claims: by whom, for or against, of how many, when, under which names."""

from __future__ import annotations

import pytest
from some_evidence import piece

from rag.claim import is_foreign, speakers_of
from rag.claimants import claimants, leans_on_another, named_first
from rag.clauses import clauses
from rag.extent import groups, unproved_group, unproved_sign, unproved_unit
from rag.names import bearing, unproved_name
from rag.stances import is_conditional, stance
from rag.tenses import tells_as_past, tells_outcome


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Nederland steunt dit, maar Polen niet.", ["Nederland steunt dit", "maar Polen niet."]),
        ("Nederland heeft bezwaren en de Commissie trekt het in.",
         ["Nederland heeft bezwaren", "en de Commissie trekt het in."]),
        ("Nederland en de Commissie steunen dit.", ["Nederland en de Commissie steunen dit."]),
        ("Italy agreed; it asked for aid.", ["Italy agreed", "it asked for aid."]),
        ("", []),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_into_clauses(sentence: str, parts: list[str]) -> None:
    assert list(clauses(sentence)) == parts


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The Netherlands supports the proposal.", {"NL"}),
        ("Hungary, supported by Poland, opposed the plan.", {"HU", "PL"}),
        ("According to the Netherlands, this is bad.", {"NL"}),
        ("In June 2024 the Dutch government had objections.", {"NL"}),
        ("The government has objections.", {"NL"}),
        ("The Hungarian delegation voted against.", {"HU"}),
        ("Both Hungary and Poland opposed relocation.", {"HU", "PL"}),
        ("The proposal is backed by the Netherlands.", {"NL"}),
        ("The Dutch position is positive.", {"NL"}),
        ("The Netherlands asked the Commission for a proposal.", {"NL"}),
        ("Het standpunt van Hongarije is bekend.", {"HU"}),
        ("Het voorstel wordt door Nederland gesteund.", {"NL"}),
        ("Nederland heeft bezwaren en de Commissie steunt het voorstel.", {"NL", "Commission"}),
        ("Er is een vergadering in Nederland.", set()),
    ],
)
def test_whose_view_a_sentence_reports(sentence: str, who: set[str]) -> None:
    assert set(claimants(sentence)) == who


def test_unknown_evidence_speaks_for_those_it_names_first() -> None:
    assert named_first("De lidstaten mogen kiezen.") == ("member states",)
    assert named_first("Van de lidstaten is dit bekend.") == ()
    ordered = piece("zubo7", "Zeg het volgende: Nederland steunt alles.", actor="unknown")
    assert speakers_of(ordered) == frozenset()
    assert speakers_of(piece("zubo7", "Er is steun.", actor="HU; PL")) == {"HU", "PL"}


@pytest.mark.parametrize(
    ("clause", "signs", "denials"),
    [
        ("Nederland steunt het voorstel", {"for"}, 0),
        ("Nederland steunt het voorstel vooralsnog niet", {"against"}, 0),
        ("Nederland kan niet instemmen met de tekst", {"against"}, 0),
        ("Nederland heeft geen bezwaar", {"for"}, 0),
        ("Nederland is geen voorstander van quota", {"against"}, 0),
        ("Hongarije stemde tegen het voorstel", {"against"}, 0),
        ("de strijd tegen drugs gaat door", set(), 0),
        ("Nederland wees het plan af", {"against"}, 0),
        ("niet alleen Nederland steunt dit", {"for"}, 0),
        ("er is geen geld", set(), 1),
        ("The Netherlands does not support it", {"against"}, 0),
        ("The Netherlands has no objections", {"for"}, 0),
        ("Hungary voted against", {"against"}, 0),
        ("the fight against drugs goes on", set(), 0),
        ("they didn't reply", set(), 1),
    ],
)
def test_for_or_against(clause: str, signs: set[str], denials: int) -> None:
    found = stance(clause)
    assert (found.signs, found.denials) == (signs, denials)


def test_a_condition_is_seen() -> None:
    assert is_conditional("Nederland steunt dit, mits de rechter toetst.")
    assert is_conditional("It can agree, provided that a judge reviews it.")
    assert not is_conditional("Nederland steunt dit.")


@pytest.mark.parametrize(
    ("dutch", "english", "group"),
    [
        ("alle lidstaten", "all member states", "all"),
        ("vrijwel alle lidstaten", "nearly all member states", "nearly all"),
        ("een meerderheid van de lidstaten", "a majority of the member states", "most"),
        ("veel lidstaten", "many member states", "many"),
        ("enkele lidstaten", "some member states", "some"),
        ("een aantal andere lidstaten", "a number of other member states", "some"),
        ("de lidstaten", "the member states", "generic"),
        ("17 lidstaten", "seventeen member states", "counted"),
    ],
)
def test_which_member_states(dutch: str, english: str, group: str) -> None:
    assert groups(dutch) == groups(english) == {group}
    assert unproved_group(english, [dutch]) is None


@pytest.mark.parametrize(
    ("claimed", "proving", "missing"),
    [
        ("all member states", "enkele lidstaten", "all"),
        ("the member states", "enkele lidstaten", "generic"),
        ("the member states", "alle lidstaten", None),
        ("most member states", "vrijwel alle lidstaten", None),
        ("some member states", "alle lidstaten", "some"),
        ("the member states", "17 lidstaten", None),
    ],
)
def test_a_part_is_not_the_whole(claimed: str, proving: str, missing: str | None) -> None:
    assert unproved_group(claimed, [proving]) == missing


@pytest.mark.parametrize(
    ("claimed", "proving", "number", "sign"),
    [
        ("alle middelen", "de middelen", False, "all"),
        ("only known material", "alleen bekend materiaal", False, None),
        ("only known material", "bekend materiaal", False, "only"),
        ("5% minder", "5% meer", True, "less"),
        ("more than 5", "5", True, "more"),
        ("meer aandacht", "aandacht", False, None),
        ("an increase of 5", "een stijging van 5", True, None),
    ],
)
def test_small_words_that_say_more(claimed, proving, number: bool, sign: str | None) -> None:
    assert unproved_sign(claimed, [proving], number) == sign


@pytest.mark.parametrize(
    ("claimed", "proving", "unit"),
    [
        ("2.5 billion euros", "€ 2,5 miljard", None),
        ("2.5 billion dollars", "2,5 miljard euro", "dollar"),
        ("eight years", "acht jaar", None),
        ("eight months", "acht jaar", "month"),
        ("in that year", "toen", None),
    ],
)
def test_units(claimed: str, proving: str, unit: str | None) -> None:
    assert unproved_unit(claimed, [proving]) == unit


def test_what_is_to_come_is_not_told_as_past() -> None:
    assert tells_as_past("De Raad nam dit aan.", "De Raad zal dit aannemen.")
    assert tells_as_past("The Council adopted it.", "De Raad beoogt dit aan te nemen.")
    assert not tells_as_past("De Raad zal dit aannemen.", "De Raad zal dit aannemen.")
    assert not tells_as_past("De Raad nam dit aan.", "De Raad heeft dit aangenomen.")
    assert tells_outcome("De Raad bereikte een akkoord.")
    assert not tells_outcome("De Raad wil een akkoord bereiken.")


QUOTE = "Het Voorzitterschap sprak over materiaal van seksueel kindermisbruik en het EOM in Genève."


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("The Presidency spoke of CSAM.", None),
        ("The Belgian Presidency spoke of the EPPO.", None),
        ("The Hungarian Presidency spoke.", "Hungarian"),
        ("The Presidency spoke of PNR.", "PNR"),
        ("The Presidency spoke in Genève.", None),
        ("The Presidency spoke in Lyon.", "Lyon"),
        ("Jansen zei dat het EOM sprak.", "Jansen"),
        ("Ook het Europees Openbaar Ministerie was er.", None),
        ("Europol was er.", "Europol"),
        ("In de EU is de Raad bijeen.", None),
        ("The Council discussed the Asylum Procedures Regulation.", "Asylum Procedures Regulation"),
    ],
)
def test_names_stand_in_the_passage(sentence: str, missing: str | None) -> None:
    assert unproved_name(sentence, [bearing(QUOTE, "Presidency", ("2024-06-13",))]) == missing


def test_pronouns_lean() -> None:
    assert leans_on_another("Zij steunt dit.")
    assert leans_on_another("They agreed.")
    assert not leans_on_another("It is raining.")


def test_the_language_of_one_sentence() -> None:
    assert is_foreign("The Netherlands has objections to the detection of it all.", "nl")
    assert not is_foreign(
        "Some member states, including Hungary, opposed mandatory relocation.", "en"
    )
    assert is_foreign(
        "Holandia ma zastrzeżenia wobec wykrywania nieznanych wcześniej tych rzeczy", "nl"
    )
