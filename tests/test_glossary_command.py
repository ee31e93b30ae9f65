"""`raadpleeg glossary`: what is said of a reader's own terms, and what is recognised in a text."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run
from hypothesis import given, settings
from hypothesis import strategies as st

from index.glossary import FILE, glossary, load_glossary
from index.glossary_check import Remark, check_glossary

ROOT = Path(__file__).parents[1]
LONG = "een dienst met een naam die echt veel te lang is"  # eleven words


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings of the folder it is run from."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("RAADPLEEG_")]:
        monkeypatch.delenv(name)


def own(*lines: str) -> Path:
    path = Path("own.tsv")
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def remarks(*lines: str) -> list[Remark]:
    return list(check_glossary(own(*lines)).remarks)


# check


def test_two_columns_are_enough_and_nothing_is_to_be_said_of_them() -> None:
    ran = run("glossary", "check", own("# ours", "nokkenrotonde\tcamshaft roundabout"))
    assert (ran.status, ran.out, ran.err) == (0, "own.tsv: terms read: 1\n", "")


def test_the_example_of_the_readme_is_right() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"## Words of your own\n.*?```\n(.*?)```", readme, re.DOTALL)
    checked = check_glossary(own(*example.splitlines()))
    assert (checked.terms, checked.broken, checked.remarks) == (2, (), ())


def test_each_broken_line_is_named_with_its_remedy() -> None:
    lines = ("goede zaak\tfine thing", "een twee", "", "\tonly English", "a\tb\tc\td\te\tf", "x\t-")
    ran = run("glossary", "check", own(*lines), "--json")
    assert ran.status == 1
    assert (ran.json["file"], ran.json["terms"]) == ("own.tsv", 1)
    assert [(one["line"], one["why"]) for one in ran.json["broken"]] == [
        (2, "has 1 cells between tabs, 2 to 5 are needed"),
        (4, "needs a Dutch and an English term"),
        (5, "has 6 cells between tabs, 2 to 5 are needed"),
        (6, "needs a Dutch and an English term"),
    ]
    assert [one["remedy"] for one in ran.json["broken"]] == [
        "put a tab, not blanks, between the Dutch and the English term",
        "write the Dutch term before the first tab and the English one after it",
        "put all other names in one cell, with ; between them",
        "write the Dutch term before the first tab and the English one after it",
    ]
    shown = run("glossary", "check", "own.tsv")
    assert shown.status == 1
    assert shown.out.splitlines()[:2] == [
        "own.tsv: terms read: 1, lines left out: 4",
        "line 2: has 1 cells between tabs, 2 to 5 are needed; "
        "put a tab, not blanks, between the Dutch and the English term",
    ]


def test_a_term_of_ours_is_replaced_and_its_names_are_said() -> None:
    (one,) = remarks("Terugkeerhub\treturn hub\tterugkeercentrum\treturn centre")
    assert (one.line, one.kind, one.name) == (1, "replaces", "Terugkeerhub")
    said, _, lost = one.says.partition("; repeat here what should stay of ")
    assert said == "takes the place of our 'Terugkeerhub'"
    assert "deportation hub" in lost.split("; ")
    # a plural of what stays is still recognised
    assert not {"return hub", "return hubs", "return centres"} & set(lost.split("; "))


def test_words_that_stand_for_another_term_as_well() -> None:
    told = remarks(
        "nokkenrotonde\tcamshaft\tnokkenplein", "stotterplein\tstutter square\tnokkenplein"
    )
    assert [(one.line, one.kind, one.says) for one in told] == [
        (1, "ambiguous", "'nokkenplein' also stands for 'stotterplein' (line 2); each counts 1/2"),
        (2, "ambiguous", "'nokkenplein' also stands for 'nokkenrotonde' (line 1); each counts 1/2"),
    ]
    (ours,) = [one for one in remarks("nokkenrotonde\treturn hub") if one.kind == "ambiguous"]
    assert ours.says == "'return hub' also stands for 'terugkeerhub' (ours); each counts 1/2"


def test_a_person_is_shown_the_first_of_many_remarks() -> None:
    same = [f"nokken{letter}\tstutter" for letter in "abcdefghijklmnopqrstuvwxyz" * 2]
    lines = run("glossary", "check", own(*same)).out.splitlines()
    assert len(lines) == 1 + 40 + 1
    # each Dutch name is there twice, and the English one is that of all: 104 remarks
    assert lines[-1] == "ambiguous: 64 more; --json gives all"
    assert lines[2] == (
        "line 1: 'stutter' also stands for 'nokkenb' (line 2), 'nokkenc' (line 3), "
        "'nokkend' (line 4) and 48 more; each counts 1/52"
    )


def test_a_dutch_name_that_is_an_english_one_of_another_term() -> None:
    told = remarks("fluxarrest\tflux verdict\tnokken", "spoor\tnokken")
    assert [one.says for one in told if one.name == "nokken" and one.line == 1] == [
        "'nokken' is taken for 'spoor' (line 2), and not for this term; add another name"
    ]


def test_acronyms_in_lower_case() -> None:
    told = remarks(
        "nokkenrotonde\tcamshaft\t\teppo",  # known in capitals to the shipped glossary
        "Nationale Nokken en Kettingen\tchains\tnnk; nnek; NNEK",
        "vier\tfour\tkwik",  # neither
    )
    assert [(one.line, one.name) for one in told if one.kind == "lower case"] == [
        *((1, "eppo"), (2, "nnk"), (2, "nnek"))
    ]
    assert told[0].says.endswith("; write EPPO if that is meant")


def test_names_that_are_never_recognised() -> None:
    told = remarks(f"nokkenrotonde\tcamshaft\t{LONG}; is voor")
    assert [(one.kind, one.says) for one in told] == [
        (
            "never recognised",
            f"'{LONG}' is never recognised: it has 11 words, 8 at most are looked at; "
            "add a shorter name",
        ),
        (
            "never recognised",
            "'is voor' is never recognised: its words say too little; add another name",
        ),
    ]


def test_the_setting_names_the_file_and_without_it_the_shipped_one_is_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shipped = run("glossary", "check", "--json")
    assert (shipped.status, shipped.json["broken"]) == (0, [])
    assert (shipped.json["file"], shipped.json["terms"]) == (str(FILE), len(glossary().concepts))
    assert not [one for one in shipped.json["remarks"] if one["kind"] == "replaces"]
    monkeypatch.setenv("RAADPLEEG_GLOSSARY", str(own("kapot")))
    assert run("glossary", "check", "--json").json["file"] == "own.tsv"
    assert run("glossary", "check").status == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "none.tsv",
            "none.tsv: cannot be read as a glossary (No such file or directory); name another file",
        ),
        (".", ".: cannot be read as a glossary (Is a directory); name another file"),
        ("bytes.tsv", "bytes.tsv: is not UTF-8 text; save it as UTF-8"),
    ],
)
def test_files_that_cannot_be_read(name: str, said: str) -> None:
    Path("bytes.tsv").write_bytes(b"\xff\xfe\x00a")
    ran = run("glossary", "check", name)
    assert (ran.status, ran.out, ran.said) == (2, "", [said])


words = st.text(st.sampled_from("aeNK;\t \nxé-'#"), max_size=60)


@settings(max_examples=15, deadline=None)  # the shipped glossary is read each time
@given(words)
def test_any_file_is_looked_at(text: str) -> None:
    path = Path("any.tsv")
    path.write_text(text, encoding="utf-8")
    held, checked = load_glossary(path), check_glossary(path)
    assert checked.terms == len(held.concepts)
    assert len(checked.broken) == len(held.problems)
    for one, problem in zip(checked.broken, held.problems, strict=True):
        assert problem == f"any.tsv, line {one.line}: {one.why}; left out"
    lines = {concept.line for concept in held.concepts}
    assert {remark.line for remark in checked.remarks} <= lines


# find


def test_what_is_recognised_and_what_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "RAADPLEEG_GLOSSARY", str(own("nokkenrotonde\tcamshaft roundabout\tnokkenplein\tcamshaft"))
    )
    ran = run("glossary", "find", "is the camshaft roundabout like any camshaft?")
    assert (ran.status, ran.err) == (0, "")
    # its own name is sure, another counts 0.8; of Dutch names the first counts 0.9, others 0.7
    assert ran.out.splitlines() == [
        "camshaft roundabout: nokkenrotonde 0.9, nokkenplein 0.7",
        "camshaft: nokkenrotonde 0.72, nokkenplein 0.56",
    ]
    found = run("glossary", "find", "camshaft", "--json").json
    assert found == {
        "text": "camshaft",
        "found": [
            {
                "words": "camshaft",
                "dutch": [
                    {"name": "nokkenrotonde", "weight": 0.72},
                    {"name": "nokkenplein", "weight": 0.56},
                ],
                "english": ["camshaft roundabout", "camshaft"],
                "kind": "",
                "sure": 0.8,
                "terms": {"nokkenrotond": 0.72, "nokkenplein": 0.56},
            }
        ],
    }


def test_the_shipped_terms_are_found_beside_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAADPLEEG_GLOSSARY", str(own("kapot", "spoorboekje\troadmap to nowhere")))
    ran = run("glossary", "find", "EPPO on the roadmap to nowhere")
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["EPPO", "roadmap to nowhere"]
    assert ran.said == [
        "own.tsv, line 1: has 1 cells between tabs, 2 to 5 are needed; left out",
    ]


def test_nothing_recognised_is_status_one() -> None:
    ran = run("glossary", "find", "of the")
    assert (ran.status, ran.out) == (1, "nothing recognised\n")
    assert run("glossary", "find", "", "--json").json == {"text": "", "found": []}


def test_a_setting_that_names_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAADPLEEG_GLOSSARY", "none.tsv")
    ran = run("glossary", "find", "EPPO")
    assert ran.status == 2 and ran.said[0].endswith("mend the setting glossary")


# help


def test_the_commands_explain_themselves() -> None:
    assert "RAADPLEEG_GLOSSARY" in run("glossary", "--help").out
    for command in ("check", "find"):
        assert "--json" in run("glossary", command, "--help").out


def test_it_starts_light() -> None:
    code = (
        "import sys\nfrom rag.cli import app\nfrom typer.testing import CliRunner\n"
        "CliRunner().invoke(app, ['glossary', 'find', 'EPPO'])\nimport json\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not {"torch", "faiss", "numpy", "gradio"} & set(json.loads(done.stdout))
