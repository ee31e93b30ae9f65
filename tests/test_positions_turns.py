"""When a stand has changed: what a paper says itself, assent and refusal, what is told twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from position_papers import CSAM, made, over

from index.nouns import Kind
from index.reading import Reading
from index.stance import Stance
from rag.overviews import Side
from rag.positions.agreeing import accepts, refuses
from rag.positions.follow import positions
from rag.positions.marked import says_changed
from rag.positions.stands import stands
from rag.positions.turns import changes, turns
from rag.positions.verdict import conclusion
from rag.told import told

TOPIC = "verordening tegen seksueel kindermisbruik"
REPORT: Kind = "verslag"
AGENDA: Kind = "geannoteerde agenda"


def paper(name: str, day: str, body: str, kind: Kind = REPORT) -> Reading:
    """A paper of one day with one item on the topic."""
    return made(name, kind, (day,), [("1", CSAM, body)])


def side(folder: Path, *papers: Reading, actor: str = "NL") -> Side:
    (one,) = positions(over(folder, *papers), [actor], TOPIC).sides
    return one


def pairs(told_of: Side) -> list[tuple[str, str]]:
    return [(one.from_document, one.to_document) for one in told_of.shifts]


def marked(text: str, actor: str = "NL") -> bool:
    """Whether some sentence that tells the actor's stand says that it has changed."""
    reading = paper("p", "2023-03-09", text)
    found = stands(told(reading.document, reading.items[0]), actor)
    assert found, f"no stand of {actor} in {text!r}"
    return any(says_changed(one, actor) for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Nederland is niet langer tegen het voorstel.",
        "Nederland heeft geen bezwaar meer tegen het voorstel.",
        "Nederland trok zijn voorbehoud in.",
        "Nederland hief zijn voorbehoud op.",
        "Nederland liet de eis van een rechterlijke toets vallen.",
        "Nederland kan inmiddels met het voorstel instemmen.",
        "Nederland steunt nu alsnog het voorstel.",
        "Nederland heeft zijn standpunt herzien en steunt het voorstel.",
        "Nu de tekst is aangepast door de Commissie, trekt Nederland zijn voorbehoud in.",
    ],
)
def test_a_paper_says_itself_that_a_stand_has_changed(text: str) -> None:
    assert marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nederland steunt het voorstel.",
        "Nederland is niet bereid zijn verzet op te geven.",
        "Nederland steunt, zoals eerder, het voorstel onverkort.",
        "Nederland meldde dat het Nederlandse standpunt niet is veranderd.",
        "Nederland drong er bij hen op aan hun houding te heroverwegen.",
        "Nederland stelde de positie van slachtoffers aan de orde.",
        "Nederland verwelkomde dat Oostenrijk zijn verzet opgaf.",
    ],
)
def test_what_stays_is_asked_or_is_anothers_marks_no_change(text: str) -> None:
    assert not marked(text)


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ("Nederland kan met het voorstel instemmen.", True, False),
        ("Nederland is bereid het compromis te steunen.", True, False),
        ("Nederland toonde zich voorstander.", True, False),
        ("Nederland kan niet instemmen.", False, True),
        ("Nederland lijkt het compromisvoorstel niet te kunnen steunen.", False, True),
        ("De voorstellen kunnen niet worden ondersteund.", False, True),
        ("Nederland stemde tegen.", False, True),
        ("Een verbod voor burgers is niet iets dat wij kunnen steunen.", False, False),  # a part
        ("Nederland vroeg om uitleg.", False, False),
        ("Nederland kon niet komen, maar kan het voorstel steunen.", True, False),
    ],
)
def test_assent_and_refusal_are_heard_in_any_order_of_words(text: str, yes: bool, no: bool) -> None:
    assert (accepts(text), refuses(text)) == (yes, no)


def test_support_that_becomes_a_refusal_of_the_proposal_is_a_turn(tmp_path: Path) -> None:
    told_of = side(
        tmp_path,
        paper("a", "2023-03-09", "Nederland steunde de verordening."),
        paper("b", "2023-06-08", "Nederland lijkt het voorstel niet te kunnen steunen."),
    )
    assert pairs(told_of) == [("a", "b")]
    assert [step.turn for step in told_of.steps] == ["first", "changed"]


def test_what_is_no_longer_asked_of_others_turns_nobody(tmp_path: Path) -> None:
    told_of = side(
        tmp_path,
        paper("a", "2023-03-09", "De Commissie betreurde het gebrek aan voortgang."),
        paper("b", "2023-06-08", "De Commissie drong er bij hen op aan dit te heroverwegen."),
        actor="Commissie",
    )
    assert len(told_of.steps) == 2 and told_of.shifts == ()


def test_the_report_of_a_meeting_does_not_tell_the_turn_of_its_agenda_again(tmp_path: Path) -> None:
    told_of = side(
        tmp_path,
        paper("a", "2023-03-09", "Nederland maakte een voorbehoud bij de verordening."),
        paper("b", "2023-06-08", "Nederland is niet langer tegen de verordening.", AGENDA),
        paper("c", "2023-06-08", "Nederland was niet langer tegen de verordening."),
        paper("d", "2023-12-04", "Nederland is niet langer voor de verordening."),
    )
    assert pairs(told_of) == [("a", "b"), ("c", "d")]
    assert [step.turn for step in told_of.steps] == ["first", "changed", "same", "changed"]


SENTENCES = [
    "Nederland steunde de verordening.",
    "Nederland kan niet met de verordening instemmen.",
    "Nederland vroeg om uitleg over de verordening.",
    "Nederland onthield zich van stemming over de verordening.",
    "Nederland trok zijn voorbehoud bij de verordening in.",
]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
def test_a_shift_goes_from_the_paper_before_and_marks_its_steps(bodies: list[str]) -> None:
    said = []
    for at, body in enumerate(bodies):
        reading = paper(f"p{at}", f"2023-0{at + 1}-09", body)
        said += stands(told(reading.document, reading.items[0]), "NL")
    found = changes(said, "NL")
    order = [one.told.document.id for one in said]
    for change in found:
        place = order.index(change.paper.document)
        assert place > 0 and change.before == order[place - 1]
    changed = {change.paper.document for change in found}
    marks = dict(zip(order, turns(said, found, "NL"), strict=True))
    assert {name for name, turn in marks.items() if turn == "changed"} == changed
    assert marks[order[0]] == "first"


@pytest.mark.parametrize("body", SENTENCES[:4])
def test_the_same_words_again_are_no_change(body: str) -> None:
    said = []
    for at in range(3):
        reading = paper(f"p{at}", f"2023-0{at + 1}-09", body)
        said += stands(told(reading.document, reading.items[0]), "NL")
    assert len(said) == 3 and changes(said, "NL") == []


def test_that_a_stand_stays_is_said_only_where_the_kinds_agree(tmp_path: Path) -> None:
    told_of = side(
        tmp_path,
        paper("a", "2023-03-09", "Nederland steunde de verordening."),
        paper(
            "b",
            "2023-06-08",
            "Nederland steunt de verordening. Nederland heeft bezwaar tegen het register.",
        ),
        paper("c", "2023-10-05", "Nederland zal de verordening toelichten."),
        paper("d", "2023-12-04", "Nederland steunt de hele verordening."),
        paper("e", "2024-03-04", "Nederland steunt de verordening ten volle."),
    )
    by_paper = {step.document: step.turn for step in told_of.steps}
    assert by_paper == {"a": "first", "b": "unclear", "c": "unclear", "d": "unclear", "e": "same"}


def test_an_announcement_alone_is_no_first_stand(tmp_path: Path) -> None:
    told_of = side(
        tmp_path,
        paper("a", "2023-03-09", "Nederland zal de verordening toelichten."),
        paper("b", "2023-06-08", "Nederland steunt de verordening."),
    )
    assert [step.turn for step in told_of.steps] == ["unclear", "first"]


def test_a_change_leads_to_what_the_paper_concludes(tmp_path: Path) -> None:
    told_of = side(
        tmp_path,
        paper("a", "2023-03-09", "Nederland steunde de verordening."),
        paper(
            "b",
            "2023-06-08",
            "Nederland steunt een register. Nederland verwelkomt het centrum. "
            "Dat betekent dat Nederland de verordening niet kan steunen.",
        ),
    )
    assert [(one.from_kind, one.to_kind) for one in told_of.shifts] == [("support", "opposition")]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        (
            [
                ("Nederland heeft bezwaren tegen het register.", "reservation"),
                ("Het kabinet concludeert dat het kan instemmen met het besluit.", "support"),
                ("Het kabinet hecht aan toezicht.", "call"),
            ],
            1,
        ),
        ([("Nederland steunt een register.", "support")], None),
        (
            [
                ("Nederland kan de verordening steunen.", "support"),
                ("Om die reden kan Nederland met het akkoord instemmen.", "support"),
                ("Nederland kan het compromis niet steunen.", "opposition"),
            ],
            1,
        ),
        ([], None),
    ],
)  # fmt: skip
def test_the_conclusion_of_a_paper(said: list[tuple[str, Stance]], place: int | None) -> None:
    assert conclusion(said) == place
