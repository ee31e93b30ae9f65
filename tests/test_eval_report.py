"""The report: which fault a question has, the numbers of its pictures, and what its file holds."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import eval_case as case
import eval_runs as runs
import pytest
from browser import HOSTILE, Read
from hypothesis import given
from hypothesis import strategies as st

from eval.cli_judging import report
from eval.gold import Release
from eval.report.changes import alike, change
from eval.report.details import details
from eval.report.faults import FAULTS, SUPPORTS, support
from eval.report.gathered import gather
from eval.report.looked import OUTCOMES, Looked, look_at
from eval.report.numbers import (
    SEVERAL,
    actor_table,
    fault_counts,
    gold_items,
    heat,
    percentile,
    recall_curve,
    vital_facts,
)
from eval.report.page import page
from eval.report.risk import risk_part
from eval.report.seen import SeenCitation, SeenStatement
from eval.report.source import AROUND, around
from eval.report.svg import Chart, Line, Span, apart, intervals_svg, lines_svg, ticks
from eval.report.write import write_report
from index.errors import FileRefused


def seen(release: Release, folder: Path) -> dict[str, Looked]:
    return dict(look_at(release, release, folder).questions)


def various(folder: Path) -> Path:
    """A run with every fault: see `test_every_fault_by_hand`."""
    told = {
        "q1": case.answer(case.STEUN_GOLD),
        "q1-t": case.answer(case.STEUN_GOLD, case.TERMIJN_GOLD),
        "q2": dict(case.ABSTAINED),
        "q2-t": case.answer(case.BEWIJS_GOLD, text="The regulation starts on 19 August 2026."),
        "q3": case.answer(case.STEUN_GOLD),
        "q4": case.answer(case.STEUN_GOLD),
        "n1": dict(case.ABSTAINED),
    }
    for id_, each in told.items():
        each["seconds"] = 0.5 if id_ == "q1" else 0.25
    run = runs.write_run(folder, told)
    lines = (run / "retrieval.jsonl").read_text().splitlines()
    none = [
        json.dumps({"id": "q3", "hits": []}) if '"id": "q3"' in line else line for line in lines
    ]
    (run / "retrieval.jsonl").write_text("\n".join(none) + "\n")
    return run


def test_risk_is_told_where_every_answer_says_how_sure_it_is(tmp_path: Path) -> None:
    release = runs.release(tmp_path)
    sure = {id_: runs.right(id_) | {"confidence": 0.9} for id_ in runs.ids()}
    sure["q3"] = case.answer(case.STEUN_GOLD) | {"confidence": 0.5}  # wrong, and the least sure
    told = risk_part(gather(release, release, runs.write_run(tmp_path / "a", sure), None))
    # six questions and near misses without their twins: the five sure ones are right, then 1 of 6
    risks = re.findall(r"<td[^>]*>([^<]*)</td>", told)
    area = 1 / 6 * 1 / 6
    assert risks[-5:] == ["0.000", "0.000", "0.000", f"{1 / 6:.3f}", f"{area:.3f}"]
    assert 'id="risk"' in page(gather(release, release, tmp_path / "a", None))
    del sure["q1"]["confidence"]  # one that does not say: no curve
    silent = gather(release, release, runs.write_run(tmp_path / "b", sure), None)
    assert risk_part(silent) == "" and 'id="risk"' not in page(silent)


def test_every_fault_by_hand(tmp_path: Path) -> None:
    found = seen(runs.release(tmp_path), various(tmp_path / "a"))
    said = {id_: (looked.outcome, looked.fault) for id_, looked in found.items()}
    assert said == {
        "q1": ("partly right", "selection miss"),  # the other fact is the second passage
        "q1-t": ("right", None),
        "q2": ("silent", "false abstain"),  # the fact is the first passage
        "q2-t": ("right", "hallucination"),  # cites the fact, but states another day
        "q3": ("wrong", "retrieval miss"),  # nothing was found
        "q3-t": ("silent", "missing answer"),
        "q4": ("wrong", "hallucination"),
        "q4-t": ("silent", "missing answer"),
        "n1": ("right", None),
        "n2": ("silent", "missing answer"),
    }
    assert found["q1"].told == (True, False) and found["q1"].ranks == (1, 2)
    assert found["q1"].items == (1,) and found["q3"].items == (None, None)
    assert {outcome for outcome, _ in said.values()} < set(OUTCOMES)
    assert {fault for _, fault in said.values()} - {None} <= set(FAULTS)


def test_faults_are_counted(tmp_path: Path) -> None:
    release = runs.release(tmp_path)
    counts, asked = fault_counts(look_at(release, release, various(tmp_path / "a")))
    assert asked == 10
    assert counts == {
        "retrieval miss": 1,
        "selection miss": 1,
        "hallucination": 2,
        "false abstain": 1,
        "missing answer": 3,
    }


def cited(quote: str, dates: tuple[str, ...] = ()) -> SeenCitation:
    return SeenCitation("a.txt", "1", 0, len(quote), quote, None, dates)


@pytest.mark.parametrize(
    ("text", "quotes", "proved", "expected"),
    [
        ("Nederland steunde dit.", ["Zo. Nederland  steunde dit."], [True], "verbatim"),
        ("The aid is 2.5 billion.", ["De steun is 2,5 miljard."], [True], "own words"),
        ("The aid is 25 billion.", ["De steun is 2,5 miljard."], [True], "number not in source"),
        ("Nederland steunde dit.", ["Nederland steunde dit."], [False], "not proved"),
        ("Nederland steunde dit.", [], [], "no source"),
    ],
)
def test_what_bears_a_sentence(
    text: str, quotes: list[str], proved: list[bool], expected: str
) -> None:
    statement = SeenStatement(text, tuple(cited(quote) for quote in quotes))
    assert support(statement, proved) == expected
    assert expected in SUPPORTS


def test_the_day_of_the_meeting_bears_a_date() -> None:
    text = "On 13 June 2024 the Netherlands agreed."
    days = ("2024-06-13", "2024-06-14")
    assert (
        support(SeenStatement(text, (cited("Nederland stemde in.", days),)), [True]) == "own words"
    )
    bare = SeenStatement(text, (cited("Nederland stemde in."),))
    assert support(bare, [True]) == "number not in source"


def test_recall_by_depth_by_hand(tmp_path: Path) -> None:
    release = runs.release(tmp_path)
    run = look_at(release, release, various(tmp_path / "a"))
    items = recall_curve(run, gold_items)
    # q1 and q2 have their items first; of q3's two items its twin finds one, itself none
    assert [each.n for each in items] == [3] * 20
    assert items[0].value == pytest.approx((1 + 1 + (0 + 0.5) / 2) / 3)
    facts = recall_curve(run, vital_facts)
    # the second fact of q1 stands in the second passage
    assert facts[0].value == pytest.approx((0.5 + 1 + (0 + 1) / 2) / 3)
    assert facts[1].value == pytest.approx((1 + 1 + (0 + 1) / 2) / 3)
    values = [each.value for each in facts]
    assert values == sorted(values)
    silent = look_at(release, release, runs.write_run(tmp_path / "b", {}, found=False))
    assert recall_curve(silent, gold_items) == ()


def test_slices_by_hand(tmp_path: Path) -> None:
    release = runs.release(tmp_path)
    rows = dict(heat(look_at(release, release, various(tmp_path / "a"))))
    assert next(iter(rows)) == "all" and "type position" in rows and "language nl" in rows
    position = rows["type position"][1]  # attributed vital recall
    # q1 0.5, its twin 1, q3 and its twin 0
    assert (position.part, position.n, position.value) == (1.5, 4, 1.5 / 4)
    silence = rows["all"][4]  # abstained although answerable: q2 and what is missing of q3
    assert (silence.part, silence.n, silence.good) == (2, 6, 1 - 2 / 6)
    assert rows["type unanswerable"][1].value is None


def test_actors_asked_and_cited(tmp_path: Path) -> None:
    asked = [
        {**each, "actor": actor}
        for each, actor in zip(
            case.questions(), ("Nederland", "Europese Commissie; Raad", None, None), strict=True
        )
    ]
    release = runs.release(tmp_path, questions=asked)
    told = {id_: runs.right(id_) for id_ in ("q1", "q2", "q3")}
    told["q1"]["statements"][0]["actor"] = "NL; member states"
    told["q1"]["statements"][1]["actor"] = "Commission"
    told["q2"]["statements"][0]["actor"] = "unknown"
    run = look_at(release, release, runs.write_run(tmp_path / "a", told))
    columns, rows = actor_table(run)
    assert columns == ("Commission", "NL", "unknown")
    assert rows == {"NL": {"NL": 1, "Commission": 1}, SEVERAL: {"unknown": 1}}
    plain = look_at(release, release, runs.best(tmp_path / "b"))
    assert actor_table(plain) == ((), {})


def test_percentiles_are_times_that_were_measured() -> None:
    assert percentile([3.0, 1.0, 2.0, 4.0], 0.5) == 2.0
    assert percentile([3.0, 1.0, 2.0, 4.0], 0.95) == 4.0
    assert percentile([7.0], 0.01) == 7.0 and percentile([], 0.5) is None


def test_a_quote_is_found_in_its_paper() -> None:
    text = f"{'x ' * 400}Zij steunde het voor-\nstel over hubs.12\nDaarna niet.{' y' * 400}"
    before, quote, behind = (
        around(text, "steunde het voor-stel over hubs. Daarna niet.") or ("",) * 3
    )
    assert quote == "steunde het voor-\nstel over hubs.12\nDaarna niet."
    assert before.endswith("x Zij ") and before.startswith("… x") and behind.endswith(" …")
    assert len(before) <= AROUND + 2 and len(behind) <= AROUND + 2
    assert around("kort", "kort") == ("", "kort", "")
    assert around("iets anders", "kort") is None and around("kort", " ") is None


def test_what_became_of_a_question(tmp_path: Path) -> None:
    release = runs.release(tmp_path)
    now = seen(release, various(tmp_path / "a"))
    was = seen(release, runs.best(tmp_path / "b"))
    assert change(now["q1"], was["q1"]) == "broken" and change(was["q1"], now["q1"]) == "fixed"
    assert change(now["n1"], was["n1"]) == "unchanged" and change(now["n1"], None) == ""
    more = replace(now["q1"].judged.answer, vital=0.75)
    better = replace(now["q1"], judged=replace(now["q1"].judged, answer=more))
    assert change(better, now["q1"]) == "better" and change(now["q1"], better) == "worse"
    later = replace(now["q1"], answer=replace(now["q1"].answer, seconds=9.0))
    assert alike(now["q1"], later) and not alike(now["q1"], was["q1"])


@given(st.floats(0.001, 1e6), st.integers(2, 10))
def test_ticks_are_round_and_cover(highest: float, most: int) -> None:
    marks = ticks(highest, most)
    assert marks[0] == 0 and marks[-1] >= highest * (1 - 1e-9) and 2 <= len(marks) <= most + 2
    assert marks[-2] < highest
    assert f"{marks[1]:.0e}"[0] in "125"


def test_ticks_by_hand() -> None:
    assert ticks(1.0) == (0, 0.2, 0.4, 0.6, 0.8, 1.0)
    assert ticks(20, 4) == (0, 5, 10, 15, 20) and ticks(0) == (0, 1)


@given(st.lists(st.floats(0, 300), max_size=8))
def test_names_at_the_ends_are_apart(places: list[float]) -> None:
    moved = sorted(apart(places, 16))
    assert all(b - a >= 16 - 1e-9 for a, b in pairwise(moved))


def test_a_picture_of_lines() -> None:
    lines = (
        Line("deze & die", ((0, 0), (10, 1)), band=((0, 0, 0.1), (10, 0.9, 1))),
        Line("trap", ((0, 0), (5, 0.5)), steps=True),
        Line("leeg", ()),
    )
    drawn = lines_svg(Chart("Titel", "Wat <dit> is.", "x", "y", lines))
    root = ElementTree.fromstring(drawn)
    assert root.get("role") == "img" and root.get("aria-label") == "Titel. Wat <dit> is."
    paths = [path.get("d") for path in root.iter("path") if "line" in path.get("class", "")]
    # from the corner (52, 268) to the end of both axes (450, 16), and half of each
    assert paths[0] == "M52.0 268.0L450.0 16.0"
    assert paths[1] == "M52.0 268.0H251.0V142.0"
    words = [text.text for text in root.iter("text")]
    assert "deze & die" in words and "leeg" not in words
    assert lines_svg(Chart("Titel", "", "x", "y", (Line("leeg", ()),))) == ""


def test_a_picture_of_intervals() -> None:
    drawn = intervals_svg("T", "t", [Span("a", 0.1, -0.1, 0.2), Span("b", -0.05, None, None)])
    root = ElementTree.fromstring(drawn)
    dots = [float(dot.get("cx", 0)) for dot in root.iter("circle")]
    middle = (250 + 14 + 600) / 2
    assert dots == [middle + 168 / 2, middle - 168 / 4]  # the axis ends at 0.2
    assert len([p for p in root.iter("path") if p.get("class") == "span"]) == 3
    assert intervals_svg("T", "t", []) == ""


def test_the_page_holds_all_parts(tmp_path: Path) -> None:
    release = runs.release(tmp_path)
    run = various(tmp_path / "a")
    runs.silent(run / "silent")
    told = gather(release, release, run, runs.best(tmp_path / "b"))
    shown = page(told)
    parts = re.findall(r'<section id="(\w+)"', shown)
    assert parts == ["headlines", "difference", "search", "slices", "faults", "time", "questions"]
    read = Read(shown)
    assert "Against the baseline b" in read.text and "silent" in read.text
    assert "this run: 3 questions have no answer and count as failed." in read.text
    # the broken ones come first, the unchanged last
    order = re.findall(r'<li data-id="([\w-]+)".*?data-change="(\w+)"', shown)
    assert [change for _, change in order] == sorted((c for _, c in order), key=_rank)
    assert len(order) == 10
    alone = page(gather(release, release, runs.silent(tmp_path / "c"), None))
    assert 'id="difference"' not in alone and 'data-change=""' in alone


def _rank(name: str) -> int:
    return ["broken", "fixed", "worse", "better", "unchanged"].index(name)


def test_nothing_is_loaded_from_elsewhere(tmp_path: Path) -> None:
    release = runs.release(tmp_path)
    read = Read(page(gather(release, release, runs.best(tmp_path / "a"), None)))
    assert not {"link", "img", "iframe", "object", "base"} & set(read.tags)
    assert read.tags.count("script") == 2 and read.tags.count("style") == 1
    assert not [name for name, _ in read.attributes if name.startswith("on") or name == "src"]
    links = [value for name, value in read.attributes if name == "href"]
    assert links and all(link and link.startswith("#") for link in links)


def hostile(folder: Path) -> tuple[Release, Path]:
    """A release and a run whose every text is an attack."""
    asked = [{**each, "question": f"{HOSTILE} </script>"} for each in case.questions()]
    asked[0] |= {"actor": HOSTILE, "type": "<b>type"}
    release = runs.release(folder, questions=asked)
    told = {id_: runs.right(id_) for id_ in runs.ids()}
    told["q1"] = case.answer(("verslag.txt", HOSTILE, HOSTILE), text=f"</script>{HOSTILE}")
    told["q1"] |= {"lead": HOSTILE, "note": HOSTILE}
    told["q1"]["statements"][0]["actor"] = HOSTILE
    run = runs.write_run(folder / "run", told)
    found = case.hit("<img src=x onerror=window.hit=1>.txt", HOSTILE, HOSTILE)
    line = json.dumps({"id": "q1", "hits": [{**found, "title": HOSTILE}]})
    lines = (run / "retrieval.jsonl").read_text().splitlines()
    (run / "retrieval.jsonl").write_text("\n".join([line, *lines[1:]]) + "\n")
    return release, run


def test_text_of_papers_stays_text(tmp_path: Path) -> None:
    release, run = hostile(tmp_path)
    shown = page(gather(release, release, run, run))
    read = Read(shown)
    assert read.tags.count("script") == 2 and "img" not in read.tags and "b" not in read.tags
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert HOSTILE in read.text
    told = re.search(r'<script type="application/json" id="told">(.*?)</script>', shown, re.S)
    assert told is not None and "<" not in told[1]
    assert json.loads(told[1])["questions"][0]["now"]["lead"] == HOSTILE


def test_shared_texts_are_kept_once(tmp_path: Path) -> None:
    release = runs.release(tmp_path)
    run = look_at(release, release, runs.best(tmp_path / "a"))
    told = details(release, run, run)
    assert len(told["passages"]) == 5  # four gold passages and the other one, for ten questions
    assert len(told["gold"]) == 6  # a twin shares the gold of its original
    assert {question["was"] for question in told["questions"]} == {"same"}
    first = told["questions"][0]
    assert [mark for _, mark in first["now"]["hits"]] == ["vital fact"] * 2 + ["other item"]
    assert first["now"]["sentences"][0]["cited"][0]["gold"] is True


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    release = runs.release(tmp_path)
    run, before = various(tmp_path / "a"), runs.best(tmp_path / "b")
    for name in ("one", "two"):
        write_report(release, release, run, before, tmp_path / name / "report.html")
    for file in ("report.html", "summary.md"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_the_command_writes_and_sums_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runs.release(tmp_path)
    name, run = str(tmp_path / "small"), various(tmp_path / "a")
    report(run, name)
    said = capsys.readouterr().out
    assert said.endswith(f"{run / 'report.html'}\n") and (run / "report.html").exists()
    assert (run / "summary.md").read_text(encoding="utf-8") in said
    assert "- hallucination: 2 of 10" in said and "## Wrong: 2" in said
    assert "p50 0.250 s, p95 0.500 s" in said
    output = tmp_path / "out" / "diff.html"
    report(run, name, baseline=runs.best(tmp_path / "b"), output=output, limit=2)
    said = capsys.readouterr().out
    assert output.exists() and (tmp_path / "out" / "summary.md").exists()
    assert "not comparable" in said and "## Broken: " in said and "## Fixed: 0" in said


def test_a_report_that_cannot_be_written(tmp_path: Path) -> None:
    release = runs.release(tmp_path)
    (tmp_path / "taken").write_text("")
    with pytest.raises(FileRefused, match="cannot be written"):
        write_report(
            release, release, runs.best(tmp_path / "a"), None, tmp_path / "taken" / "report.html"
        )


def test_dark_looks_are_the_same_twice() -> None:
    """The system's wish and the button give the same colours."""
    style = (Path(page.__code__.co_filename).parent / "report.css").read_text(encoding="utf-8")
    dark = re.findall(r"\{ color-scheme: dark; (.*?)\}", style)
    assert len(dark) == 2 and dark[0] == dark[1]
