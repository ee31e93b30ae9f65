"""Positions over time: whose sentences, in which order, how they turn, which papers are silent."""

from __future__ import annotations

import pytest
from position_papers import over

from index.errors import QuestionRefused
from index.search import Filters
from index.stance import Stance
from rag.assistant import Assistant
from rag.overviews import Side
from rag.positions.as_json import positions_json, positions_lines
from rag.positions.follow import positions
from rag.positions.kinds import kind_of
from rag.positions.papers import main_kind

TOPIC = "verordening tegen seksueel kindermisbruik"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return over(tmp_path_factory.mktemp("positions"))


def side(assistant: Assistant, actor: str, topic: str = TOPIC) -> Side:
    (one,) = positions(assistant, [actor], topic).sides
    return one


def test_the_steps_are_what_the_actor_said_in_order_of_date(assistant: Assistant) -> None:
    told = side(assistant, "Nederland")
    assert [(s.date, s.document, s.kind) for s in told.steps] == [
        ("2023-03-09", "2023-03-verslag", "reservation"),
        ("2023-03-09", "2023-03-verslag", "reservation"),
        ("2023-06-08", "2023-06-agenda", "conditional"),
        ("2023-12-04", "2023-12-verslag", "abstention"),
    ]


def test_one_named_within_a_group_is_told_of_and_the_others_are_not(assistant: Assistant) -> None:
    assert "waaronder Nederland" in side(assistant, "NL").steps[0].statement.text
    assert all("waaronder" not in s.statement.text for s in side(assistant, "FI").steps)


def test_every_step_quotes_its_paper(assistant: Assistant) -> None:
    for step in side(assistant, "NL").steps:
        (citation,) = step.statement.citations
        text = assistant.library.document(step.document).text
        assert step.statement.text == citation.quote == text[citation.start : citation.end]
        assert citation.item == step.item


def test_turns_and_shifts_are_against_the_paper_before(assistant: Assistant) -> None:
    told = side(assistant, "NL")
    assert [s.turn for s in told.steps] == ["first", "first", "changed", "changed"]
    assert [
        (s.from_document, s.to_document, s.from_kind, s.to_kind) for s in told.shifts
    ] == [
        ("2023-03-verslag", "2023-06-agenda", "reservation", "conditional"),
        ("2023-06-agenda", "2023-12-verslag", "conditional", "abstention"),
    ]  # fmt: skip
    assert told.shifts[0].text == "Nederland: van voorbehoud naar steun onder voorwaarde."


def test_a_position_that_stays_does_not_shift(assistant: Assistant) -> None:
    told = side(assistant, "Duitsland")
    assert [(s.kind, s.turn) for s in told.steps] == [
        ("opposition", "first"),
        ("opposition", "same"),
    ]
    assert told.shifts == ()


def test_a_paper_that_discusses_it_without_the_actor_is_named(assistant: Assistant) -> None:
    # "Nederland nam het woord niet" is silence, not a stand; the agenda has but one sentence
    (gap,) = side(assistant, "NL").gaps
    assert (gap.document, gap.actor) == ("2023-06-verslag", "NL")
    assert gap.meeting == "JBZ-Raad 8-9 juni 2023 (verslag)"


def test_two_sides_are_told_each_by_itself(assistant: Assistant) -> None:
    both = positions(assistant, ["NL", "Finland"], TOPIC, "en")
    assert [s.actor for s in both.sides] == ["NL", "FI"]
    assert both.sides[0].steps[0].meeting == "JHA Council 9-10 March 2023 (report)"
    assert positions(assistant, ["NL", "Nederland"], TOPIC).sides[0].actor == "NL"


@pytest.mark.parametrize(
    ("actors", "topic", "filters", "named"),
    [
        (["Hongarye"], TOPIC, Filters(), "Hongarije"),
        (["unknown"], TOPIC, Filters(), "unknown"),
        ([], TOPIC, Filters(), "none is named"),
        (["NL", "DE", "FR"], TOPIC, Filters(), "at most 2"),
        (["NL"], "", Filters(), "empty"),
        (["NL"], TOPIC, Filters(since="2024", until="2023"), "after"),
        (["NL"], TOPIC, Filters(since="2023-07", until="2023-06"), "after"),
        (["NL"], TOPIC, Filters(kind="krant"), "krant"),
    ],
)
def test_what_cannot_be_followed_is_refused_in_one_line(
    assistant: Assistant, actors: list[str], topic: str, filters: Filters, named: str
) -> None:
    with pytest.raises(QuestionRefused, match=named) as refused:
        positions(assistant, actors, topic, filters=filters)
    assert "\n" not in str(refused.value)


def test_a_month_may_lie_within_the_year_it_goes_up_to(assistant: Assistant) -> None:
    found = positions(assistant, ["NL"], TOPIC, filters=Filters(since="2023-06", until="2023"))
    assert {s.document for s in found.sides[0].steps} == {"2023-06-agenda", "2023-12-verslag"}


def test_an_unknown_topic_and_an_actor_unheard_are_said(assistant: Assistant) -> None:
    nothing = positions(assistant, ["NL"], "tulpen op Mars")
    assert nothing.sides[0].steps == () and "zeggen niets" in nothing.note
    unheard = positions(assistant, ["Malta"], TOPIC)
    assert unheard.sides[0].steps == () and "Malta" in unheard.note
    assert len(unheard.sides[0].gaps) == 3  # the agenda has one sentence only


def test_json_has_all_fields_in_order_of_date(assistant: Assistant) -> None:
    made = positions_json(positions(assistant, ["NL", "DE"], TOPIC))
    assert list(made) == [
        "topic", "language", "actors", "statements", "changes", "gaps", "near", "note", "seconds",
    ]  # fmt: skip
    dates = [statement["date"] for statement in made["statements"]]
    assert dates == sorted(dates)
    assert {s["side"] for s in made["statements"]} == {"NL", "DE"}
    assert set(made["changes"][0]) == {
        "actor", "from_document", "to_document", "from_kind", "to_kind", "text",
    }  # fmt: skip


def test_lines_tell_the_meeting_the_kind_and_the_place(assistant: Assistant) -> None:
    lines = "\n".join(positions_lines(positions(assistant, ["DE"], TOPIC, "en")))
    assert "JHA Council 4 December 2023 (report) - unchanged" in lines
    assert "[opposed] “Duitsland stemde opnieuw tegen.” (Justitie/1, p. 1)" in lines


@pytest.mark.parametrize(
    ("text", "first", "kind"),
    [
        ("Nederland verwelkomde dit, maar zei dat het moet kunnen.", "support", "conditional"),
        ("Nederland voegde iets toe en handhaafde een studievoorbehoud.", "fact", "reservation"),
        ("Polen gaf te kennen dat het nooit verplicht mag worden.", "fact", "opposition"),
        ("Malta sloot een besluit niet uit.", "support", "conditional"),
        ("Malta sloot een besluit uit.", "fact", "opposition"),
        ("Frankrijk brak een lans voor het plan.", "fact", "support"),
        ("Frankrijk kon daar niet mee instemmen.", "opposition", "opposition"),
        ("Nederland liet weten nog niet te kunnen instemmen.", "fact", "reservation"),
        ("Het Voorzitterschap concludeerde dat allen steunen.", "support", "fact"),
        ("De Commissie zegde een verslag toe.", "fact", "announcement"),
        ("Nederland meldde dat de zuilen er staan.", "fact", "fact"),
        ("Nederland onthield zich, maar steunt het doel.", "abstention", "abstention"),
        (
            "Nederland vond dat niet nodig: de richtlijn volstaat, mits.",
            "conditional",
            "opposition",
        ),
        ("Nederland trok zijn steun in.", "support", "opposition"),
        ("Een verplichting is voor het kabinet geen optie.", "support", "opposition"),
        ("Nederland sprak zich uit voor verlenging.", "fact", "support"),
        ("Malta kon zich vinden in A, maar maakte een voorbehoud bij B.", "support", "reservation"),
        ("De steun van Malta hangt af van de waarborgen.", "support", "conditional"),
        ("Het kabinet beraadt zich nog.", "fact", "reservation"),
    ],
)
def test_a_whole_sentence_tells_more_than_its_first_clause(
    text: str, first: Stance, kind: Stance
) -> None:
    assert kind_of(text, first) == kind


def test_the_kind_of_a_paper_is_the_commonest_that_leans() -> None:
    assert main_kind(["support", "call", "support", "reservation"]) == "support"
    assert main_kind(["support", "reservation", "conditional"]) == "conditional"
    assert main_kind(["support", "abstention"]) == "abstention"
    assert main_kind(["call", "fact", "question"]) is None
