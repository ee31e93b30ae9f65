"""Short questions that lean on the one before, and full ones that do not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.period import Period
from rag.question import LONGEST_QUESTION, Understood, understand

TODAY = date(2026, 11, 22)
DUTCH = "Wat was het standpunt van Nederland over de detectie van CSAM in juni 2024?"
ENGLISH = "what was NL's position on CSAM detection in June 2024?"
OVER_TIME = "How did the views on EES develop since 2022?"
BELGIAN = "the Netherlands*|CSAM detection*|Belgian presidency (January-June 2024)"
SIDES = "compare NL and the Commission on e-evidence"


def after(*questions: str, ignore: tuple[str, ...] = ()) -> Understood:
    """What is understood of the last of a conversation; `ignore` is undone of that one."""
    before = None
    for question in questions[:-1]:
        before = understand(question, today=TODAY, before=before)
    return understand(questions[-1], (), ignore, TODAY, before)


def told(asked: Understood) -> list[str]:
    """The labels of its slots, those taken over with a star."""
    return [f"{slot.label}*" if slot.inherited else slot.label for slot in asked.slots]


@pytest.mark.parametrize(
    ("questions", "slots"),
    [
        ((DUTCH, "en de Commissie?"), "de Commissie|detectie van CSAM*|juni 2024*"),
        ((DUTCH, "en in 2022?"), "Nederland*|detectie van CSAM*|2022"),
        ((DUTCH, "waarom?"), "Nederland*|detectie van CSAM*|juni 2024*"),
        (
            (DUTCH, "Wat vonden de andere lidstaten daarvan?"),
            "lidstaten|detectie van CSAM*|juni 2024*",
        ),
        (
            (DUTCH, "en volgens het verslag?"),
            "Nederland*|detectie van CSAM*|juni 2024*|verslag",
        ),
        (
            (DUTCH, "Hoe verschilt dat van Duitsland?"),
            "Nederland*|Duitsland|detectie van CSAM*|juni 2024*|vergelijking",
        ),
        ((DUTCH, "en de Commissie?", "en in 2022?", "en Polen?"), "Polen|detectie van CSAM*|2022*"),
        ((ENGLISH, "and the Commission?"), "the Commission|CSAM detection*|June 2024*"),
        ((ENGLISH, "2022?"), "the Netherlands*|CSAM detection*|2022"),
        ((ENGLISH, "why?"), "the Netherlands*|CSAM detection*|June 2024*"),
        (
            (ENGLISH, "Did Hungary agree with the Commission?"),
            "Hungary|CSAM detection*|June 2024*",
        ),
        ((OVER_TIME, "and Hungary?"), "Hungary|EES*|since 2022*|development over time*"),
        ((OVER_TIME, "and in 2023?"), "EES*|2023"),
        (
            (SIDES, "and in 2022?"),
            "the Netherlands*|the Commission*|e-evidence*|2022|comparison*",
        ),
        ((SIDES, "and Hungary?"), "Hungary|e-evidence*"),
        ((ENGLISH, "What about France?"), "France|CSAM detection*|June 2024*"),
        ((ENGLISH, "who opposed it?"), "CSAM detection*|June 2024*"),
        ((DUTCH, "Wie steunde dit?"), "detectie van CSAM*|juni 2024*"),
        ((DUTCH, "en sindsdien?"), "Nederland*|detectie van CSAM*|na juni 2024*"),
        ((ENGLISH, "what happened next?"), "the Netherlands*|CSAM detection*|after June 2024*"),
        ((DUTCH, "wat kwam ervan terecht?"), "Nederland*|detectie van CSAM*|vanaf juni 2024*"),
        ((ENGLISH, "and under the Belgian presidency?"), BELGIAN),
    ],
)
def test_slots_that_a_question_does_not_fill_come_from_before(
    questions: tuple[str, ...], slots: str
) -> None:
    assert "|".join(told(after(*questions))) == slots


@pytest.mark.parametrize(
    "question",
    [
        "En over EES?",
        "en asiel?",
        "Wat is er gezegd over Oekraïne?",
        "What did NL say about Frontex?",
        "Steunde Nederland de herziening van het Eurodac-stelsel?",
    ],
)
def test_a_new_topic_takes_nothing_over(question: str) -> None:
    assert after(DUTCH, question) == understand(question, today=TODAY)


def test_what_is_searched_for_and_what_a_model_is_asked() -> None:
    asked = after(ENGLISH, "and the Commission?", "why was it delayed?")
    assert asked.topic == "de Commissie CSAM detection delayed"
    assert asked.whole == f"{ENGLISH} and the Commission? why was it delayed?"
    assert after(DUTCH, "2022?").language == "nl"
    assert after(ENGLISH, "in December 2023?").language == "en"
    assert after(DUTCH, "en sindsdien?").periods == (Period("na juni 2024", "2024-07", "9999-12"),)
    assert after("What was said about Ukraine?", "and Poland?").topic == "Polen Oekraïne"


@pytest.mark.parametrize("question", ["and what came of it?", "what was the outcome?"])
def test_what_came_of_it_stands_in_reports(question: str) -> None:
    asked = after("what does NL want on EES according to the annotated agenda?", question)
    assert (asked.kinds, asked.hints) == ((), ("verslag",))
    assert after("wat wil NL met EES volgens de agenda?", "wat kwam ervan?").kinds == ()


def test_what_was_taken_over_can_be_undone() -> None:
    questions = (DUTCH, "en de Commissie?")
    assert told(after(*questions, ignore=("time",))) == ["de Commissie", "detectie van CSAM*"]
    without = after(*questions, ignore=("topic", "2024-06"))
    assert told(without) == ["de Commissie"]
    assert (without.whole, without.said_before) == ("en de Commissie?", "")
    assert [slot.name for slot in without.ignored] == ["topic", "time"]


def test_what_a_reader_undid_is_not_taken_over() -> None:
    before = understand(DUTCH, (), ("NL",), TODAY)
    then = understand("en volgens het verslag?", (), (), TODAY, before)
    assert told(then) == ["detectie van CSAM*", "juni 2024*", "verslag"]


def test_a_long_conversation_is_not_told_without_end() -> None:
    before = understand(f"asiel {'x' * (LONGEST_QUESTION - 6)}")
    for _ in range(5):
        before = understand("en de Commissie?", before=before)
    assert len(before.whole) <= LONGEST_QUESTION + 40


ASKING = """en de het van wat vond Nederland Commissie waarom in 2022 juni 2024 dat daarvan and the
what about it did Hungary agree verslag volgens since vergelijk ? outcome over""".split()
# no agency: "it, Frontex and asylum" may ask what Frontex says of it
TOPICS = "asiel EES Eurodac e-evidence mensenhandel drugshandel Schengengebied".split()
WORDS = st.lists(st.sampled_from(ASKING), max_size=10)


@given(WORDS, st.lists(st.sampled_from(TOPICS), min_size=2, max_size=3, unique=True), WORDS)
def test_a_full_question_is_never_changed_by_what_stood_before(
    asking: list[str], topics: list[str], before: list[str]
) -> None:
    question = " ".join([*asking, *topics])
    earlier = understand(" ".join([*before, "CSAM"]), today=TODAY)
    alone = understand(question, today=TODAY)
    assert understand(question, (), (), TODAY, earlier) == alone
    assert not any(slot.inherited for slot in alone.slots)


@given(WORDS.filter(bool))
def test_whatever_was_asked_its_slots_can_all_be_undone(words: list[str]) -> None:
    question = " ".join([*words, "wat"])
    before = understand(DUTCH, today=TODAY)
    asked = understand(question, (), (), TODAY, before)
    values = [slot.value for slot in asked.slots]
    assert len(set(values)) == len(values)
    while asked.slots:
        undone = (*(slot.value for slot in asked.ignored), asked.slots[0].value)
        asked = understand(question, (), undone, TODAY, before)
