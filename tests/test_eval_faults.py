"""Every rule for a release, broken once: file, line and reason, and exit status 2."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from eval_case import (
    BEWIJS_GOLD,
    STEUN,
    STEUN_GOLD,
    near_misses,
    nugget,
    question,
    questions,
    twins,
    write_release,
)

from eval.contents import overlap
from eval.manifest import differences, fingerprint, make_manifest, write_manifest
from eval.release import load_release
from eval.release_faults import all_faults
from eval.release_files import read_files
from eval.summary_faults import summary_faults
from index.errors import RaadpleegError

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "real"
PROOF = {"absence": {"searched": ["x"], "found": "y"}, "kind": "wrong_actor"}


def faults(folder: Path) -> list[str]:
    files = read_files(folder)
    return [
        str(fault).removeprefix(f"{folder}/")
        for fault in (*all_faults(files), *summary_faults(files))
    ]


def lines(folder: Path, name: str, *objects: dict) -> None:
    (folder / name).write_text("".join(json.dumps(each) + "\n" for each in objects))


def variant(**other: object) -> dict:
    return {"id": "v1", "variant_of": "q1", "variant": "typo", "question": "vrag q1?"} | other


def test_a_whole_release_has_none(tmp_path: Path) -> None:
    folder = write_release(tmp_path / "klein")
    lines(folder, "variants.jsonl", variant())
    assert faults(folder) == []
    release = load_release(folder)
    assert [(v.id, v.base, v.gold) for v in release.variants] == [
        ("v1", "q1", release.questions[0].gold)
    ]


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        (
            {"questions": [*questions(), question("q 5", "nl", "x", why="w")], "twins": []},
            "questions.jsonl:5: id 'q 5' has white space in it",
        ),
        (
            {"questions": [questions()[0] | {"nuggets": [nugget("steunde")] * 10}],
             "twins": [], "near_misses": []},
            "questions.jsonl:1: question q1: 10 nuggets; at most 7",
        ),
        (
            {"questions": [questions()[0] | {"nuggets": [nugget("steunde"), nugget("nergens")]}],
             "twins": [], "near_misses": []},
            "questions.jsonl:1: question q1: no gold quote holds a key of the vital",
        ),
        (
            {"questions": [*questions()[:3], questions()[3] | PROOF]},
            "near_misses.jsonl:1: question n1: no proof of absence",
        ),
        (
            {"questions": [*questions()[:3], question("q4", "en", "unanswerable")]},
            "questions.jsonl:4: question q4: no why",
        ),
        (
            {"questions": [_q | {"split": "dev"} for _q in questions()],
             "near_misses": [near_misses()[0] | {"split": "test"}]},
            "near_misses.jsonl:1: question n1: not in the split of its pair",
        ),
        (
            {"questions": [questions()[0] | {"split": "dev"}, *questions()[1:]]},
            "questions.jsonl:2: question q2: no split",
        ),
        ({"twins": twins()[1:]}, "questions.jsonl:1: question q1: 0 twins; one is asked"),
        (
            {"twins": [*twins(), twins()[0] | {"id": "t9", "question": "once more?"}]},
            "questions.jsonl:1: question q1: 2 twins; one is asked",
        ),
        (
            {"twins": [*twins()[:3], twins()[3] | {"question": "twin of q1?"}]},
            "twins.jsonl:4: question q4-t: asked before, in ",
        ),
        (
            {"questions": [question("q1", "nl", "x", [("verslag.txt", "Justitie/2/a", STEUN)],
                                    [nugget("steunde")])], "twins": [], "near_misses": []},
            f"questions.jsonl:1: question q1: quote is not in unit Justitie/2/a: {STEUN[:60]}",
        ),
    ],
)  # fmt: skip
def test_each_rule(tmp_path: Path, files: dict, fault: str) -> None:
    told = faults(write_release(tmp_path / "klein", **files))
    assert any(each.startswith(fault) for each in told), told


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"variant_of": "q9"}, "variants.jsonl:1: variant_of q9 is no id of a question or twin"),
        ({"question": "vraag q1?"}, "variants.jsonl:1: variant v1 asks in the words of"),
    ],
)  # fmt: skip
def test_a_variant_of_nothing_is_refused(tmp_path: Path, wrong: dict, message: str) -> None:
    folder = write_release(tmp_path / "klein")
    lines(folder, "variants.jsonl", variant(**wrong))
    with pytest.raises(RaadpleegError, match=message):
        load_release(folder)


def test_a_twin_of_a_near_miss_stays_a_near_miss(tmp_path: Path) -> None:
    twin = {"id": "n1-t", "twin_of": "n1", "lang": "en", "question": "near twin?"}
    release = load_release(write_release(tmp_path / "klein", twins=[*twins(), twin]))
    (near,) = release.near_twins
    assert (near.id, near.lang, near.near_miss_of, near.must_abstain) == ("n1-t", "en", "q1", True)
    assert near not in release.twins and near in release.everything
    assert release.part(1, ("en",)).near_twins == (near,)


def test_splits_are_parts_that_compare(tmp_path: Path) -> None:
    split = {"q1": "smoke", "q2": "dev", "q3": "dev", "q4": "test", "n1": "smoke", "n2": "dev"}
    folder = write_release(
        tmp_path / "klein",
        questions=[q | {"split": split[q["id"]]} for q in questions()],
        near_misses=[q | {"split": split[q["id"]]} for q in near_misses()],
    )
    release = load_release(folder)
    assert release.splits == ("smoke", "dev", "test")
    dev = release.part(None, ("nl", "en"), "dev")
    assert [q.id for q in dev.everything] == ["q2", "q3", "q2-t", "q3-t", "n2"]
    assert dev.whole and not release.part(1, ("nl", "en"), "dev").whole


def test_gold_of_summaries(tmp_path: Path) -> None:
    folder = write_release(tmp_path / "klein")
    told = {"text": "t", "nl": "t", "vital": True, "key": ["drie maanden"], "unit": "Justitie/1"}
    place = {"document": "verslag.txt", "unit": "Justitie/1"}
    item = {"id": "s1", **place, "nuggets": [told], "actors": []}
    lines(folder, "item_summaries.jsonl", item)
    assert faults(folder) == []
    wrong = [
        item | {"nuggets": [told | {"key": ["vier maanden"]}]},
        item | {"id": "s2", "nuggets": [told | {"unit": "Justitie/9"}]},
        item | {"id": "s3", "nuggets": [told | {"vital": False}]},
    ]
    lines(folder, "item_summaries.jsonl", item, *wrong)
    step = {**place, "quote": "nergens te vinden woorden hier", "stance": "support"}
    lines(
        folder,
        "positions.jsonl",
        {"id": "p1", "actor": "NL", "topic": {"nl": "x", "en": "x"}, "steps": [step], "changes": [],
         "silent": []},
    )  # fmt: skip
    name = "item_summaries.jsonl"
    assert faults(folder) == [
        f"{name}:2: id s1 was given before, in {folder}/{name}:1",
        f"{name}:4: no vital nugget",
        "positions.jsonl:1: quote is not in unit Justitie/1 of verslag.txt: "
        "nergens te vinden woorden hier",
        f"{name}:2: key is not in unit Justitie/1 of verslag.txt: vier maanden",
        f"{name}:3: unknown unit Justitie/9 of verslag.txt",
    ]


def test_a_manifest_tells_every_change(tmp_path: Path) -> None:
    folder = write_release(tmp_path / "klein")
    assert list(differences(folder)) == []  # nothing was promised
    write_manifest(folder, make_manifest(folder, "klein", "1"))
    before = fingerprint(folder)
    assert list(differences(folder)) == []
    (folder / "documents" / "agenda.txt").write_text("anders")
    (folder / "twins.jsonl").unlink()
    assert list(differences(folder)) == [
        "file twins.jsonl came or went since the manifest was written; seal a new version",
        "paper agenda.txt has changed since the manifest was written; seal a new version",
    ]
    assert fingerprint(folder) != before


def test_overlap_is_of_the_content_words() -> None:
    asked = load_question()
    # steunde, voorstel against steunde, voorstel, rechten, slachtoffers, nederland
    assert overlap(asked, ["Wie steunde het voorstel?"]) == 2 / 2
    assert overlap(asked, ["Wie steunde het akkoord?"]) == 1 / 2
    assert overlap(asked, ["Wie?"]) == 0.0


def load_question() -> object:
    from pydantic import TypeAdapter

    from eval.gold import Question

    made = question("q", "nl", "fact", [STEUN_GOLD], [nugget("steunde")])
    return TypeAdapter(Question).validate_json(json.dumps(made))


def told(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "eval", *arguments], cwd=ROOT, capture_output=True, text=True
    )


def test_validate_lists_every_fault(tmp_path: Path) -> None:
    wrong = question("q1", "nl", "x", [BEWIJS_GOLD], [nugget("nergens")])
    folder = write_release(tmp_path / "klein", questions=[wrong, wrong], twins=[], near_misses=[])
    done = told("validate", str(folder))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{folder}/questions.jsonl:2: id q1 was given before" in done.stderr
    assert f"{folder}/questions.jsonl:1: question q1: no gold quote holds the key" in done.stderr
    assert "faults to mend" in done.stderr.splitlines()[-1]


def test_validate_and_ls_tell_what_is_there(tmp_path: Path) -> None:
    folder = write_release(tmp_path / "klein")
    done = told("validate", str(folder))
    assert done.returncode == 0 and done.stdout.endswith(f"{folder}: clean\n")
    assert "overlap of Dutch words with gold, median" in done.stdout
    listed = told("ls", str(folder))
    assert listed.returncode == 0 and "specimen" in listed.stdout and "3 + 1" in listed.stdout


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared folder is not beside the repository")
def test_the_real_release_keeps_every_rule() -> None:
    assert faults(REAL) == []


def test_the_benchmark_under_the_entry_point_tells_faults_in_one_line() -> None:
    words = ["app.py", "eval", "score", "--release", "nowhere", "--output", "x"]
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("--release nowhere: no such folder")
    assert len(done.stderr.splitlines()) == 1
