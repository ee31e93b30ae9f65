"""What is understood of a question: language, actors, development, topic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QuestionRefused
from rag.asked_language import language_of
from rag.question import LONGEST_QUESTION, TAG, understand


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("what was NL's position on CSAM detection?", "en"),
        ("Wat vond Nederland van draagmoederschap?", "nl"),
        ("wat vindt NL van het EPPO?", "nl"),
        ("csam detectie", "nl"),
        ("CSAM detection", "en"),
        ("surrogacy", "en"),
        ("draagmoederschap", "nl"),
        ("june 2024", "en"),
        ("oktober 2022", "nl"),
        ("EES", "nl"),  # says neither; the papers are Dutch
        ("Did Hungary agree?", "en"),
        ("Stemde Hongarije in?", "nl"),
    ],
)
def test_dutch_and_english(question: str, language: str) -> None:
    asked = understand(question)
    assert (asked.language, asked.third_language) == (language, False)


@pytest.mark.parametrize(
    "question",
    [
        "Quelle était la position de la Belgique sur l'asile ?",
        "Was war die Position der Niederlande zur Vorratsdatenspeicherung?",
        "¿Cuál fue la posición de los Países Bajos sobre el asilo?",
    ],
)
def test_a_third_language_is_answered_in_english(question: str) -> None:
    asked = understand(question)
    assert (asked.language, asked.third_language) == ("en", True)


@pytest.mark.parametrize(
    ("question", "actors"),
    [
        ("what was NL's position on CSAM?", ("NL",)),
        ("wat vond nederland?", ("NL",)),
        ("what does the Hague want?", ("NL",)),
        ("standpunt den haag over EES", ("NL",)),
        ("What does Brussels want with e-evidence?", ("Commission",)),
        ("Wat vonden Frankrijk en Spanje?", ("FR", "ES")),
        ("wat vindt Duitsland van de toetreding van Bulgarije?", ("DE",)),
        ("Wat zei Oostenrijk over Bulgarije en Roemenië?", ("AT",)),
        ("a decision on Bulgaria, Romania and Croatia", ()),  # they are what it is about
        ("de toetreding van Bulgarije tot Schengen", ()),
        ("the view of the member states and the Netherlands", ("NL",)),
        ("Welke lidstaten steunden Nederland?", ("NL",)),
        ("Which member states opposed?", ("member states",)),
        ("Wat besloot de Raad?", ()),
        ("Who spoke for the EP?", ("EP",)),
        ("what did the Hungarian presidency propose?", ("Presidency",)),
        ("wat zei de Commissie onder Belgisch voorzitterschap?", ("Commission",)),
        ("what was decided under the Belgian presidency?", ()),
        ("CSAM detection", ()),
    ],
)
def test_actors(question: str, actors: tuple[str, ...]) -> None:
    assert understand(question).actors == actors


@pytest.mark.parametrize(
    ("question", "develops"),
    [
        ("Hoe ontwikkelde het standpunt zich?", True),
        ("How has the position changed over time?", True),
        ("standpunt sinds 2022", True),
        ("Wat was het standpunt in 2022?", False),
        ("exchange of information", False),
    ],
)
def test_development(question: str, develops: bool) -> None:
    assert understand(question).develops is develops


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What did the Hague say about Schengen?", "What did Nederland say about Schengen?"),
        ("okt 2022 terrorisme", "terrorisme"),
        ("asiel tussen 2022 en juni 2024", "asiel tussen"),
        ("wat is op 13 en 14 juni 2024 besloten?", "wat is op besloten?"),
        ("asiel onder Belgisch voorzitterschap", "asiel onder"),
        ("juni 2024", "juni 2024"),  # there is nothing else
        ("zaken over te dragen", "zaken overdragen"),
        ("zaken die op te lossen zijn", "zaken die oplossen zijn"),
        ("Germany on EPPO", "Duitsland on het Europees Openbaar Ministerie"),
    ],
)
def test_topic(question: str, topic: str) -> None:
    assert understand(question).topic == topic


def test_summary_and_time() -> None:
    asked = understand("Wat vonden Nederland en de Commissie in juni 2024?")
    assert asked.summary() == "Nederland · de Commissie · juni 2024"
    assert asked.at_time("2024-06-13")
    assert not asked.at_time("2024-07-01")
    assert understand("What did NL say?").summary() == "the Netherlands"
    assert understand("asiel").at_time("1999-01-01")


def test_white_space_and_nul_do_not_count() -> None:
    assert understand("  asiel\x00\n en\tmigratie ").text == "asiel en migratie"


def test_broken_letters_of_a_terminal_do_no_harm() -> None:
    assert understand("asiel \udcff").text == "asiel ?"


@pytest.mark.parametrize("question", ["", "  \n", "?!", "\x00", "…", "<A>"])
def test_empty_questions_are_refused(question: str) -> None:
    with pytest.raises(QuestionRefused, match="it is empty; ask something"):
        understand(question)


def test_length() -> None:
    understand("a" * LONGEST_QUESTION)
    with pytest.raises(QuestionRefused, match="2001 characters are too many; ask in at most 2000"):
        understand("a" * (LONGEST_QUESTION + 1))


def holds_words(text: str) -> bool:
    return any(letter.isalnum() for letter in TAG.sub(" ", text))


@given(st.text(max_size=60).filter(holds_words))
def test_any_question_is_understood(question: str) -> None:
    asked = understand(question)
    assert asked.topic
    assert asked.language in ("nl", "en")
    assert understand(asked.text) == asked


@pytest.mark.parametrize(
    ("topic", "language"),
    [
        ("CSAM-verordening", "nl"),
        ("drugshandel", "nl"),
        ("terugkeerhubs", "nl"),
        ("toetreding van Bulgarije", "nl"),
        ("return hubs", "en"),
        ("hate speech", "en"),
        ("Ukraine", "en"),
        ("European Public Prosecutor", "en"),
    ],
)
def test_a_bare_topic_is_in_the_language_of_its_words(topic: str, language: str) -> None:
    """It has none of the small words that tell the language of a sentence."""
    assert language_of(topic) == (language, False)
