"""What a question asks for beyond its subject, and which sentences give it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.premise_details import DETAILS, details, gives, is_state


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Welke lidstaten waren tegen het voorstel?", ("states",)),
        ("Which two other countries backed the plan?", ("states",)),
        ("Welke zorgen bespraken de landen aan de grens?", ()),
        ("What did the Dutch government push for?", ()),
        ("Which state secretary took part?", ()),
        ("Hoeveel lidstaten stemden voor?", ("state_count",)),
        ("By how many votes was it adopted?", ("state_count",)),
        ("Hoe heet de nieuwe directeur?", ("person",)),
        ("Who was appointed as coordinator?", ("person",)),
        ("Wie was tegen?", ()),
        ("Hoeveel geld zegde Nederland toe?", ("money",)),
        ("How many million euros were pledged?", ("money",)),
        ("Met hoeveel procent daalde het aantal?", ("share",)),
        ("Which share had a job?", ("share",)),
        ("Hoe lang duurt de controle?", ("span",)),
        ("How many days may it take?", ("span",)),
        ("Wanneer begint het systeem?", ("day",)),
        ("What is it, and when does it start?", ("day",)),
        ("Who was against when ministers decided?", ()),
        ("By what date must it be done? Who updated it?", ("day",)),
        ("Welk artikel verbiedt dit al?", ("article",)),
        ("Hoeveel zaken lopen er?", ("number",)),
        ("Welke lidstaten willen dat, en wanneer?", ("states", "day")),
        ("Wat vond Nederland?", ()),
    ],
)
def test_what_questions_ask_for(question: str, asked: tuple[str, ...]) -> None:
    assert details(question) == asked


@pytest.mark.parametrize(
    ("detail", "gives_it", "does_not"),
    [
        ("states", "Zweden en Malta waren tegen.", "Enkele lidstaten waren tegen."),
        ("states", "Ook Zweden was tegen.", "Ook Nederland en Polen waren tegen."),
        ("state_count", "Twaalf lidstaten stemden voor.", "Een meerderheid stemde voor."),
        ("state_count", "Er waren 24 stemmen.", "Op 24 april is gestemd."),
        ("person", "Tot directeur is Jan van der Molen benoemd.", "De directeur is benoemd."),
        ("person", "De heer Henk Bakker leidt dit.", "Dit leidt de Europese Commissie."),
        ("person", "De directeur van het fonds, Anna Visser, was er.", "Dit zei Piet Klaassen."),
        ("person", "De Hoofdaanklager van het EOM, Anna Visser, was er.", "Anna Visser was er."),
        ("person", "Dit zei ook Ylva Brozek.", "Dit staat in het Verdrag van Rome."),
        ("money", "Hiervoor is 3 miljoen euro beschikbaar.", "Er werken 3 mensen aan."),
        ("share", "De toestroom daalde met 23%.", "De toestroom daalde met 23 personen."),
        ("share", "De helft had werk.", "Velen hadden werk."),
        ("span", "Dit duurt maximaal zeven dagen.", "Dit duurt te lang."),
        ("day", "Het begint in het najaar.", "Het begint binnenkort."),
        ("day", "Het moet klaar zijn aan het eind van het jaar.", "Het eind is in zicht."),
        ("day", "Het begint binnen twee weken.", "Het duurt twee weken."),
        ("day", "Het begint op 4 mei 2025.", "Het begint als alles klaar is."),
        ("article", "Dit valt onder artikel 273 van de wet.", "Dit valt onder de wet."),
        ("number", "Er lopen 40 zaken.", "Er lopen veel zaken."),
        ("number", "De helft van de zaken loopt nog.", "Artikel 5 gaat over zaken."),
    ],
)
def test_sentences_that_give_a_detail(detail: str, gives_it: str, does_not: str) -> None:
    question = "Wat zeiden Polen en Piet Klaassen?"  # gives no more than these
    assert gives(detail, gives_it, question)
    assert not gives(detail, does_not, question)


def test_states_are_countries_of_the_list() -> None:
    assert is_state("SE")
    for actor in ("EP", "Commission", "member states", "XX", ""):
        assert not is_state(actor)


@given(st.text(max_size=80))
def test_any_question_and_sentence_can_be_read(text: str) -> None:
    asked = details(text)
    assert list(asked) == sorted(asked, key=DETAILS.index)
    for detail in DETAILS:
        assert gives(detail, text, text) in (True, False)
    assert not gives("states", text, text)  # a question gives no state that it does not name
