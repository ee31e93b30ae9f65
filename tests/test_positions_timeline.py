"""The chart of positions: marks, levels, what a hover says, what is fetched."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from position_papers import over

from index.stance import STANCES
from rag.assistant import Assistant
from rag.overviews import Positions
from rag.positions.follow import positions
from rag.positions.timeline import LEVELS, MARKS, timeline

TOPIC = "verordening tegen seksueel kindermisbruik"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return over(tmp_path_factory.mktemp("timeline"))


@pytest.fixture
def both(assistant: Assistant) -> Positions:
    return positions(assistant, ["NL", "DE"], TOPIC)


def test_every_stance_has_a_level_and_a_look_of_its_own() -> None:
    assert set(LEVELS) == set(STANCES)
    assert LEVELS[0] == "opposition" and LEVELS[-1] == "support"
    assert len(set(MARKS.values())) == len(MARKS)
    assert len({shape for shape, _ in MARKS.values()}) == len(MARKS)


def test_each_step_is_one_mark_on_its_day_near_its_level(both: Positions) -> None:
    traces = timeline(both).data
    marks = sorted((day, round(level)) for t in traces for day, level in zip(t.x, t.y, strict=True))
    steps = sorted((s.date, LEVELS.index(s.kind)) for side in both.sides for s in side.steps)
    assert marks == steps
    assert len({(t.yaxis, d, y) for t in traces for d, y in zip(t.x, t.y, strict=True)}) == len(
        steps
    )


def test_a_kind_is_in_the_legend_once(both: Positions) -> None:
    shown = [trace.name for trace in timeline(both).data if trace.showlegend]
    assert len(shown) == len(set(shown)) == 4  # reservation, conditional, abstention, opposed


def test_each_shift_is_an_arrow(both: Positions) -> None:
    arrows = [note for note in timeline(both).layout.annotations if note.showarrow]
    assert [(a.ax, a.x) for a in arrows] == [
        ("2023-03-09", "2023-06-08"),
        ("2023-06-08", "2023-12-04"),
    ]


def test_what_a_paper_holds_is_escaped(both: Positions) -> None:
    (first, *rest) = both.sides[0].steps
    evil = "<script>alert(1)</script> & <b>"
    told = replace(first.statement, text=evil)
    side = replace(both.sides[0], steps=(replace(first, statement=told), *rest))
    figure = timeline(replace(both, sides=(side,), topic=evil))
    assert "<script" not in figure.layout.title.text
    hovers = " ".join(text for trace in figure.data for text in trace.hovertext)
    assert "<script" not in hovers and "&lt;script&gt;" in hovers


def test_nothing_comes_from_outside_and_grounds_are_clear(both: Positions) -> None:
    figure = timeline(both)
    assert not re.search(r"https?://|//cdn", figure.to_json())
    assert figure.layout.paper_bgcolor == figure.layout.plot_bgcolor == "rgba(0,0,0,0)"


def test_both_languages_and_an_empty_chart(assistant: Assistant) -> None:
    english = timeline(positions(assistant, ["NL"], TOPIC, "en"))
    assert "reservation" in english.layout.yaxis.ticktext
    assert "voorbehoud" in timeline(positions(assistant, ["NL"], TOPIC)).layout.yaxis.ticktext
    assert not timeline(positions(assistant, ["Malta"], TOPIC)).data
