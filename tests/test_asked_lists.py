"""Questions that ask for a list of a whole meeting, and the sentences such a list is made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from summary_papers import made, over

from index.search import NO_FILTERS, Filters
from rag.assistant import Assistant
from rag.outcomes.asked import NOT_TAKEN, TAKEN, TOLD, Listing, listing
from rag.outcomes.asked_told import lines
from rag.question import understand
from rag.quoting import listed

ENOUGH = 150
REPORT = {
    "Brief/Aanhef": "Hierbij bieden wij u het verslag aan van de JBZ-Raad. De minister van "
    "Justitie en Veiligheid heeft deelgenomen aan de Raad.",
    "Justitie/Belangrijkste resultaten": "De Raad nam de algemene oriëntatie over de richtlijn "
    "corruptiebestrijding aan. Over het verdrag werd geen overeenstemming bereikt.",
    "Justitie/1": "De Raad nam de algemene oriëntatie over straffen met ruime meerderheid aan. "
    "Nederland riep op tot lagere straffen voor kleine zaken.",
    "Justitie/2": "Dit punt is van de agenda gehaald. De eerstvolgende Raad is op 10 oktober 2024.",
    "Justitie/3": "De Commissie zegde toe uiterlijk op 1 oktober 2024 een voorstel te doen.",
    "Binnenlandse Zaken/4": "Tijdens de besloten werklunch is gesproken over de dreiging van "
    "terreur.",
    "Binnenlandse Zaken/5": "De Raad keurde de raadsconclusies over drugshandel goed. Het kabinet "
    "zal uw Kamer voor de zomer over de uitvoering informeren.",
}
AGENDA = {
    "Justitie/1": "Het Voorzitterschap wil een algemene oriëntatie bereiken. Naar verwachting "
    "wordt de algemene oriëntatie aangenomen.",
    "Justitie/2": "De Commissie zal een toelichting geven op het systeem.",
}
MARCH = ("2025-03-06", "2025-03-07")


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return over(
        tmp_path,
        made("verslag.txt", REPORT),
        made("agenda.txt", AGENDA, "geannoteerde agenda", MARCH),
    )


def asks(question: str) -> Listing | None:
    return listing(understand(question))


def told(assistant: Assistant, question: str, budget: int = ENOUGH) -> list[str]:
    """The places of the sentences that an answer to a list quotes."""
    found = listed(assistant.library, assistant.understand(question), NO_FILTERS, budget)
    assert found is not None
    return [f"{one.item.path}: {one.text}" for one in found]


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("Wat heeft de Raad in juni 2024 besloten?", "decision"),
        ("Which texts were signed off on the home affairs day in June 2024?", "decision"),
        ("What came out of the June 2024 Council?", "decision"),
        ("Wat zijn de vervolgstappen na de Raad van juni 2024?", "next_step"),
        ("What was promised to parliament in June 2024?", "promise"),
        ("Wie zat er namens het kabinet bij de Raad van juni 2024?", "attendance"),
        ("Wie nam er deel aan de Raad van juni 2024?", "attendance"),
        ("What was on the justice agenda in June 2024?", "items"),
        ("Wat is er achter gesloten deuren besproken?", "items"),
        ("Waar ging de Raad van juni 2024 over?", "items"),
        ("Vat de JBZ-Raad van juni 2024 samen", "summary"),
        ("What did the Commission say in June 2024?", "said"),
        ("Wanneer is de volgende Raad?", "next_meeting"),
    ],
)
def test_a_question_after_a_list_names_no_subject(question: str, what: str) -> None:
    found = asks(question)
    assert found is not None
    assert found.what == what


@pytest.mark.parametrize(
    "question",
    [
        "What was decided on CSAM in June 2024?",
        "Wat heeft de Raad besloten over de drugshandel?",
        "Vat het punt over corruptie samen",
        "Wat vond Nederland van de richtlijn?",
        "Which countries took part in the Vilnius meeting?",
        "What was promised to Ukraine in June 2024?",
        "Hoe ontwikkelde het standpunt van Nederland zich?",
        "How many items were adopted?",
    ],
)
def test_a_question_about_a_subject_asks_for_no_list(question: str) -> None:
    assert asks(question) is None


@pytest.mark.parametrize(
    ("question", "outcomes"),
    [
        ("Wat is er vastgesteld?", TAKEN),
        ("Wat is er besloten?", TAKEN | NOT_TAKEN),
        ("Wat waren de resultaten?", TAKEN | NOT_TAKEN | TOLD),
        ("Welke algemene oriëntaties zijn er bereikt?", {"general_approach"}),
        ("Welke punten zijn van de agenda gehaald?", {"postponed", "moved"}),
        ("Op welke punten is geen besluit genomen?", {"no_agreement", "postponed"}),
    ],
)
def test_the_word_of_a_question_says_which_decisions(question: str, outcomes: set[str]) -> None:
    found = asks(question)
    assert found is not None
    assert found.outcomes == outcomes


def test_part_and_kind_of_item_are_understood() -> None:
    found = asks("Wat is er op de home-dag achter gesloten deuren besproken?")
    assert found == Listing("items", sections=("Binnenlandse Zaken",), narrow="closed")
    found = asks("Which items on the justice agenda are to be adopted?")
    assert found is not None
    assert found.sections == ("Justitie",)
    assert found.planned


def test_decisions_come_with_the_reports_own_results_first(assistant: Assistant) -> None:
    assert told(assistant, "Wat is er in juni 2024 aangenomen?") == [
        "Justitie/Belangrijkste resultaten: De Raad nam de algemene oriëntatie over de richtlijn "
        "corruptiebestrijding aan.",
        "Justitie/1: De Raad nam de algemene oriëntatie over straffen met ruime meerderheid aan.",
        "Binnenlandse Zaken/5: De Raad keurde de raadsconclusies over drugshandel goed.",
    ]


def test_a_budget_keeps_what_comes_first(assistant: Assistant) -> None:
    question = "Wat is er in juni 2024 aangenomen?"
    assert told(assistant, question, 12) == told(assistant, question)[:1]


def test_only_the_part_of_the_meeting_asked_for(assistant: Assistant) -> None:
    found = told(assistant, "Wat is er op de home-dag van juni 2024 aangenomen?")
    assert found == [
        "Binnenlandse Zaken/5: De Raad keurde de raadsconclusies over drugshandel goed."
    ]


def test_what_was_not_decided(assistant: Assistant) -> None:
    found = told(assistant, "Op welke punten is in juni 2024 geen besluit genomen?")
    assert [one.partition(":")[0] for one in found] == [
        "Justitie/Belangrijkste resultaten",
        "Justitie/2",
    ]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Wie vertegenwoordigde Nederland in juni 2024?", "Brief/Aanhef"),
        ("What was discussed behind closed doors in June 2024?", "Binnenlandse Zaken/4"),
        ("What did the Commission promise in June 2024?", "Justitie/3"),
        ("Wat is er in juni 2024 aan de Kamer toegezegd?", "Binnenlandse Zaken/5"),
        ("Wanneer is de volgende Raad na juni 2024?", "Justitie/2"),
    ],
)
def test_other_lists_hold_what_they_are_of(assistant: Assistant, question: str, place: str) -> None:
    assert [one.partition(":")[0] for one in told(assistant, question)] == [place]


def test_what_one_actor_said_is_one_line_an_item(assistant: Assistant) -> None:
    found = told(assistant, "Wat zei Nederland in juni 2024?")
    assert found[0] == "Justitie/1: Nederland riep op tot lagere straffen voor kleine zaken."


def test_an_agenda_alone_gives_what_is_expected(assistant: Assistant) -> None:
    found = told(assistant, "Wat heeft de Raad in maart 2025 besloten?")
    assert found[0] == "Justitie/1: Naar verwachting wordt de algemene oriëntatie aangenomen."
    assert not any(one.startswith("Justitie/2") for one in found)
    answer = assistant.ask("Wat heeft de Raad in maart 2025 besloten?")
    assert "geannoteerde agenda geeft de inzet vooraf" in answer.note


def test_papers_that_do_not_tell_give_no_answer(assistant: Assistant) -> None:
    assert told(assistant, "Wie vertegenwoordigde Nederland in maart 2025?") == []
    answer = assistant.ask("Wie vertegenwoordigde Nederland in maart 2025?")
    assert answer.status == "not_found"
    assert answer.confidence == 0.0


def test_an_answer_cites_every_line_of_a_list(assistant: Assistant) -> None:
    answer = assistant.ask("What was decided in June 2024?")
    assert answer.status == "answered"
    for statement in answer.statements:
        (citation,) = statement.citations
        text = assistant.library.document(citation.document).text
        assert citation.quote == text[citation.start : citation.end] == statement.text


def test_no_list_of_a_meeting_that_the_library_does_not_have(assistant: Assistant) -> None:
    asked = assistant.understand("Wat is er in juni 1999 besloten?")
    assert listed(assistant.library, asked, NO_FILTERS, ENOUGH) is None


def test_without_a_time_the_latest_meeting_that_has_such_lines(assistant: Assistant) -> None:
    found = told(assistant, "Wat is er toegezegd?")
    assert {one.partition(":")[0] for one in found} == {"Justitie/3", "Binnenlandse Zaken/5"}


def test_the_readers_filters_hold_for_lists_too(assistant: Assistant) -> None:
    asked = assistant.understand("Wat is er in juni 2024 aangenomen?")
    wanted = listing(asked)
    assert wanted is not None
    some = lines(assistant.library, asked, wanted, Filters(section="justitie"), ENOUGH)
    assert some is not None
    assert {one.item.section for one in some} == {"Justitie"}
    assert lines(assistant.library, asked, wanted, Filters(kind="brief"), ENOUGH) is None
    heard = lines(assistant.library, asked, wanted, Filters(actor="EP"), ENOUGH)
    assert heard == []
