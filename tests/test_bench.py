"""The papers that speed is measured on, and the report of it: checked by hand on a few."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from eval import bench_scale
from eval.bench_chart import apart, draw
from eval.bench_library import build, encode, memory, use
from eval.bench_recall import nearest, recall
from eval.bench_scale import Grown, Spread, spread, table
from eval.bench_sizes import lines
from eval.bench_texts import PER_PAPER, Press, press
from eval.bench_words import chances, vocabulary
from index.reading import prove
from index.settings import load_settings
from rag.open import open_library

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def printed() -> Press:
    return press()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("bench") / "library"
    assert build(folder, 250).passages == 250
    yield folder


def grown(passages: int, times: float) -> Grown:
    one = Spread(times, times / 2, times * 2)
    return Grown(
        passages, times, times, one, one, one, one, one, one, 100.0, 200.0, 300.0, 50.0, None
    )


def test_readings_are_true_and_of_the_number_asked_for(printed: Press) -> None:
    readings = list(printed.readings(2 * PER_PAPER + 3))
    for reading in readings:
        prove(reading)
    assert [len(reading.passages) for reading in readings] == [PER_PAPER, PER_PAPER, 3]


def test_a_larger_library_begins_with_the_smaller_one(printed: Press) -> None:
    small, large = printed.readings(PER_PAPER), press().readings(5 * PER_PAPER)
    assert next(small) == next(large)
    assert press(1).reading(0, 5) != printed.reading(0, 5)


def test_passages_are_as_long_as_the_product_cuts_them(printed: Press) -> None:
    texts = [text for reading in printed.readings(500) for text in reading.embedded]
    assert 100 < np.mean([len(text.split()) for text in texts]) < 130


def test_words_repeat_as_in_natural_text(printed: Press) -> None:
    texts = [reading.document.text for reading in printed.readings(1200)]
    words = " ".join(texts).lower().replace(".", " ").split()[:100_000]
    assert 9_000 < len(set(words)) < 14_000
    assert len(set(words[:10_000])) < 3_500


def test_vocabulary_has_no_word_twice_and_chances_fall() -> None:
    words = vocabulary(0)
    assert len(words) == len(set(words)) == 400_000
    rising = chances(1000)
    assert rising[-1] == pytest.approx(1)
    assert (np.diff(np.diff(rising)) < 0).all()


def test_questions_differ_and_take_turns_between_languages(printed: Press) -> None:
    questions = printed.questions(20)
    assert len(set(questions)) == 20
    assert all(q.startswith("Wat") for q in questions[::2])
    assert all(q.startswith("What") for q in questions[1::2])


def test_every_measure_of_a_small_library(shelf: Path) -> None:
    used = use(shelf)
    assert len(used.searching) == len(used.working) == 100
    assert used.opening > 0
    assert 0 < used.resident_mib <= used.peak_mib
    assert memory("VmRSS") > 10
    assert min(asdict(encode(20)).values()) > 0


def test_exact_search_recalls_everything(shelf: Path) -> None:
    found = recall(shelf)
    assert (found.at_best, found.at_depth) == (1.0, 1.0)


def test_nearest_agrees_with_all_products_sorted(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eval.bench_recall._BLOCK", 33)
    with open_library(load_settings(), shelf) as library, library.searching() as view:
        questions = library.embedder.questions(["opvang van vluchtelingen", "data retention"])
        every = library.stored(np.arange(len(view.rows)))
        wanted = np.argsort(-(questions @ every.T), axis=1, kind="stable")[:, :12]
        assert nearest(library, questions, 12).tolist() == wanted.tolist()


def test_spread_and_table() -> None:
    assert spread([3.0, 1.0, 2.0]) == Spread(2.0, 1.0, 3.0)
    header, rule, first = table([asdict(grown(1000, 0.5))]).splitlines()
    assert header.count("|") == rule.count("|") == first.count("|")
    assert first.startswith("| 1,000 | 0.5 s | 0.5 s | 0.50 s | 0.50 s | 500 ms |")
    assert first.endswith("| 50 MiB | exact |")


def test_lines_give_the_spread() -> None:
    told = dict(lines(grown(1000, 0.5)))
    assert told["search, p95"].split() == ["500", "ms", "(250", "to", "1000)"]


def test_plot_names_each_line_and_marks_each_point() -> None:
    drawn = draw([asdict(grown(10**power, 10.0 ** (power - 3))) for power in (3, 4, 5)])
    root = ElementTree.fromstring(drawn)
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert {"build", "open", "search p95", "on disk", "passages", "1 s"} <= set(words)
    assert len(list(root.iter(f"{SVG}circle"))) == 3 * len(list(root.iter(f"{SVG}path")))
    heights = [float(circle.get("cy", 0)) for circle in root.iter(f"{SVG}circle")]
    assert all(60 <= height <= 410 for height in heights)


def test_ten_times_is_as_far_wherever_it_stands() -> None:
    drawn = draw([asdict(grown(10**power, 10.0 ** (power - 3))) for power in (3, 4, 5)])
    across = [
        float(circle.get("cx", 0))
        for circle in list(ElementTree.fromstring(drawn).iter(f"{SVG}circle"))[:3]
    ]
    assert across[1] - across[0] == pytest.approx(across[2] - across[1], abs=0.2)


def test_labels_are_kept_apart_in_their_order() -> None:
    assert apart([100.0, 101.0, 300.0], 15) == [86.0, 101.0, 300.0]


def test_sizes_measured_before_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    figures, plot = tmp_path / "growth.json", tmp_path / "growth.svg"
    monkeypatch.setattr(bench_scale, "grow", lambda passages, folder: _made(passages, folder))
    for sizes in (["2000"], ["1000"]):
        asked = ["bench", "--sizes", *sizes, "--figures", str(figures), "--plot", str(plot)]
        monkeypatch.setattr("sys.argv", asked)
        bench_scale.main()
    assert [one["passages"] for one in json.loads(figures.read_text())] == [1000, 2000]
    assert plot.read_text().startswith("<svg")


def _made(passages: int, folder: Path) -> Grown:
    folder.mkdir()
    return grown(passages, passages / 1000)
