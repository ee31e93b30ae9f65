"""Every command and option: what goes to stdout, what to stderr, and the exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from commands import Ran, paper, run, specimen
from shelf import SETTINGS

from index import specimen as specimens
from index.library import Library
from rag.open import open_library

HELD = [
    "specimen-2023-06-geannoteerde-agenda",
    "specimen-2023-06-verslag",
    "specimen-2023-11-brief",
]
SPECIMEN = "SPECIMEN papers: written for this project, not real parliamentary papers"
CSAM = "what was NL's position on CSAM detection?"
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three specimen papers: agenda and report of one meeting, and a letter."""
    folder = tmp_path_factory.mktemp("held")
    papers = [specimen(folder, name) for name in HELD]
    added = run("add", *papers, "--library", folder / "library", "--json")
    assert (added.status, added.json["failed"]) == (0, [])
    return folder / "library"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings or the library of the folder it is run from."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("RAADPLEEG_")]:
        monkeypatch.delenv(name)


def hits(*words: str | Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run("search", *words, "--top", "50", "--json").json["hits"]
    return found


def papers_of(*words: str | Path) -> set[str]:
    return {hit["document"] for hit in hits(*words)}


# add, remove, documents, outline, reindex


def test_add_tells_what_became_of_each_file(tmp_path: Path) -> None:
    one, two = paper(tmp_path, "a.txt"), paper(tmp_path, "b.txt", day=9)
    first = run("add", one, "--json")
    assert first == Ran(0, first.out, "")
    assert first.json == {
        **{"added": ["a.txt"], "unchanged": [], "replaced": [], "duplicates": [], "failed": []},
        "warnings": [],
    }
    paper(tmp_path, "b.txt", "Er is meer.", day=9)
    paper(tmp_path, "copy.txt")
    second = run("add", one, two, tmp_path / "copy.txt")
    assert second.out.splitlines() == [
        *("added      b.txt", "unchanged  a.txt", "duplicate  copy.txt holds the same as a.txt")
    ]
    assert (tmp_path / ".raadpleeg" / "library" / "library.sqlite").is_file()


def test_add_keeps_the_good_and_names_the_bad(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("")
    ran = run("add", tmp_path / "none", tmp_path / "bad.txt", paper(tmp_path, "a.txt"), "--json")
    assert (ran.status, ran.json["added"]) == (2, ["a.txt"])
    assert ran.json["failed"] == [
        {"file": str(tmp_path / "none"), "error": "is not there; check the name"},
        {"file": str(tmp_path / "bad.txt"), "error": "the file is empty; give one with text in it"},
    ]
    assert ran.said == [f"{row['file']}: {row['error']}" for row in ran.json["failed"]]


def test_documents(shelf: Path) -> None:
    ran = run("documents", "--library", shelf, "--json")
    assert [d["document"] for d in ran.json["documents"]] == [f"{name}.txt" for name in HELD]
    agenda = ran.json["documents"][0]
    assert (agenda["kind"], agenda["place"]) == ("geannoteerde agenda", "Luxemburg")
    assert agenda["meeting_dates"] == ["2023-06-08", "2023-06-09"]
    assert agenda["passages"] > agenda["items"] > 5
    lines = run("documents", "--library", shelf).out.splitlines()
    assert lines[2].startswith("specimen-2023-11-brief.txt  brief  2023-11-14  ")


def test_an_empty_library_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("")
    run("add", "bad.txt")
    ran = run("documents", "--json")
    assert (ran.status, ran.json) == (1, {"documents": []})
    assert ran.said == ["the library is empty; add papers with `raadpleeg add FILE…`"]
    assert run("ask", "asiel", "--json").json["note"].startswith("De bibliotheek is leeg")


@pytest.mark.parametrize(
    "command", [("documents",), ("ask", "x"), ("search", "x"), ("remove", "x")]
)
def test_no_library_yet(tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = run(*command, "--library", tmp_path / "none")
    said = f"{tmp_path / 'none'}: there is no library yet; make one with `raadpleeg add`"
    assert (ran.status, ran.out, ran.said) == (2, "", [said])


def test_remove_all_or_none(tmp_path: Path) -> None:
    run("add", *(paper(tmp_path, f"verslag-{n}.txt", day=n) for n in (7, 8, 9)))
    ran = run("remove", "verslag-7.txt", "verslag-88.txt")
    assert (ran.status, ran.out) == (2, "")
    (said,) = ran.said
    assert said.startswith(
        "verslag-88.txt: the library holds no such document; did you mean verslag"
    )
    assert len(run("documents").out.splitlines()) == 3
    gone = run("remove", "verslag-7.txt", "verslag-9.txt", "verslag-7.txt", "--json")
    assert (gone.status, gone.json) == (0, {"removed": ["verslag-7.txt", "verslag-9.txt"]})
    assert run("documents").out.startswith("verslag-8.txt  ")
    assert papers_of("grensbewaking") == {"verslag-8.txt"}
    assert run("remove", "verslag-8.txt").out == "removed  verslag-8.txt\n"


def test_outline_needs_no_library(tmp_path: Path) -> None:
    file = specimen(tmp_path, HELD[1])
    ran = run("outline", file, "--json")
    assert ran.json["document"]["file"] == file.name
    assert ran.json["document"]["meeting_dates"] == ["2023-06-08", "2023-06-09"]
    assert "Binnenlandse Zaken/3" in [item["path"] for item in ran.json["items"]]
    assert not (tmp_path / ".raadpleeg").exists()
    people = run("outline", file).out
    assert people.startswith(f"{file.name}: verslag\n  title ")
    for wrong, why in [("none.txt", "is not a file; name one paper"), (".", "is not a file")]:
        refused = run("outline", wrong)
        assert refused.status == 2
        assert refused.said[0].startswith(f"{wrong}: {why}")


def test_reindex(tmp_path: Path) -> None:
    run("add", paper(tmp_path))
    assert run("reindex", "--json").json == {"passages": 0}  # the model is the same
    with open_library(SETTINGS, Path(".raadpleeg/library")) as library, library.writing() as store:
        store.sql.execute("UPDATE vectors SET model = 'old'")
        store.remember("model", "old")
    refused = run("ask", "asiel")
    assert refused.status == 2
    assert "made with embedder old, the settings say" in refused.said[0]
    assert "run `raadpleeg reindex`" in refused.said[0]
    assert run("reindex").out == "2 passages embedded anew\n"
    assert run("ask", "Wat wilde Hongarije met grensbewaking?").status == 0


# search and ask


def test_search_json(shelf: Path) -> None:
    ran = run("search", "detectie van kindermisbruik", "--top", "3", "--library", shelf, "--json")
    assert ran.status == 0
    assert list(ran.json) == ["question", "hits", "understood", "slots", "ignored"]
    assert len(ran.json["hits"]) == 3
    for hit in ran.json["hits"]:
        assert set(hit) >= {
            *("document", "item", "title", "meeting_dates", "page", "start", "end", "score", "text")
        }
    scores = [hit["score"] for hit in ran.json["hits"]]
    assert scores == sorted(scores, reverse=True)


def test_ask_json_in_english(shelf: Path) -> None:
    ran = run("ask", CSAM, "--library", shelf, "--json")
    found = ran.json
    assert ran.status == 0
    assert ran.said == [SPECIMEN]
    assert (found["question"], found["language"], found["status"]) == (CSAM, "en", "answered")
    assert (found["writer"], found["ai_generated"], found["dropped"]) == ("extractive", False, 0)
    assert found["understood"] == "the Netherlands"
    assert found["note"].startswith("Verbatim quotes (in Dutch)")
    items = {(c["document"], c["item"]) for s in found["statements"] for c in s["citations"]}
    assert ("specimen-2023-06-verslag.txt", "Binnenlandse Zaken/3") in items
    assert any(s["actor"] == "NL" for s in found["statements"])


def test_a_short_question_is_asked_after_others(shelf: Path) -> None:
    after = ("--after", "Wat vond Nederland van detectie?", "--after", "en in juni 2023?")
    asked = ("ask", "en de Commissie?", "--library", shelf, *after)
    slots = run(*asked, "--json").json["slots"]
    assert [(slot["value"], slot["inherited"]) for slot in slots] == [
        ("Commission", False),
        ("detectie", True),
        ("2023-06", True),
    ]
    assert run(*asked).out.splitlines()[:2] == [
        "[de Commissie]",
        "[uit de vorige vraag: detectie · JBZ-Raad juni 2023]",
    ]
    assert run(*asked, "--after", " ").status == 2


def test_what_was_understood_can_be_undone(shelf: Path) -> None:
    question = "Wat vond Nederland in juni 2023 volgens het verslag van detectie?"
    asked = ("ask", question, "--library", shelf)
    values = [slot["value"] for slot in run(*asked, "--json").json["slots"]]
    assert values == ["NL", "2023-06", "verslag"]
    undone = run(*asked, "--ignore", "actor", "--ignore", "2023-06", "--json").json
    assert (undone["question"], undone["understood"]) == (question, "verslag")
    assert [slot["value"] for slot in undone["ignored"]] == ["NL", "2023-06"]
    lines = run(*asked, "--ignore", "time").out.splitlines()
    assert lines[:2] == ["[Nederland · verslag]", "[- JBZ-Raad juni 2023]"]
    refused = run("search", question, "--library", shelf, "--ignore", "DE")
    assert refused.status == 2 and refused.said[-1] == (
        "ignore: 'DE' was not understood of this question; write actor, meeting, time, section, "
        "kind, development, comparison, topic, or one of what was understood here: NL, 2023-06, "
        "verslag"
    )


def test_a_section_that_no_paper_has(shelf: Path) -> None:
    ran = run("ask", "asiel", "--section", "Foo", "--library", shelf)
    assert ran.status == 2 and "'Foo' is in no paper; choose one of " in ran.said[-1]
    assert "Binnenlandse Zaken" in ran.said[-1]


def test_the_version() -> None:
    from importlib.metadata import version

    assert run("--version") == Ran(0, f"raadpleeg {version('raadpleeg')}\n", "")


def test_ask_in_dutch_for_people(shelf: Path) -> None:
    ran = run("ask", "Wat vond Nederland van detectie van kindermisbruik?", "--library", shelf)
    lines = ran.out.splitlines()
    assert (ran.status, lines[0]) == (0, "[Nederland]")
    assert lines[-1] == "Letterlijke citaten, gekozen zonder taalmodel."
    assert any(line.startswith("[1] specimen-2023-") for line in lines)


def test_not_found_is_status_one(shelf: Path) -> None:
    ran = run("ask", "qqqxq zzyzx wwvwv", "--library", shelf, "--json")
    assert (ran.status, ran.json["status"], ran.json["statements"]) == (1, "not_found", [])
    assert "3 stukken, van 8 juni 2023 tot 14 november 2023" in ran.json["note"]
    nothing = run("search", "asiel", "--meeting", "1999", "--library", shelf)
    assert (nothing.status, nothing.out) == (1, "nothing found\n")


def test_filters(shelf: Path) -> None:
    agenda, report, letter = (f"{name}.txt" for name in HELD)
    asked = ("kindermisbruik", "--library", shelf)
    assert papers_of(*asked) == {agenda, report, letter}
    assert papers_of(*asked, "--meeting", "2023-06") == {agenda, report}
    assert papers_of(*asked, "--meeting", "2023-06-09") == {agenda, report}
    assert papers_of(*asked, "--kind", "verslag") == {report}
    assert papers_of(*asked, "--kind", "geannoteerde agenda") == {agenda}
    assert papers_of(*asked, "--since", "2023-07") == {letter}
    assert papers_of(*asked, "--until", "2023-06-09") == {agenda, report}
    assert papers_of(*asked, "--document", letter) == {letter}
    sections = {h["item"].split("/")[0] for h in hits(*asked, "--section", "binnenlandse zaken")}
    assert sections == {"Binnenlandse Zaken"}
    assert papers_of(*asked, "--kind", "verslag", "--since", "2023-07") == set()


def test_the_actor_filter_of_ask(shelf: Path) -> None:
    for name in ("de Commissie", "brussels", "Commission"):
        ran = run("ask", "kindermisbruik", "--actor", name, "--library", shelf, "--json")
        assert ran.status == 0
        assert all("Commission" in s["actor"].split("; ") for s in ran.json["statements"])


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--meeting", "juni", "filter meeting: 'juni' is no year, month or day; write 2024"),
        ("--since", "2023-13", "filter since: '2023-13' is no year, month or day"),
        ("--until", "", "filter until: '' is no year, month or day"),
        ("--kind", "krant", "filter kind: 'krant' is none of verslag, geannoteerde agenda"),
        ("--actor", "Atlantis", "filter actor: 'Atlantis' is none that is known; write NL,"),
        ("--document", "x.txt", "x.txt: the library holds no such document; "),
    ],
)
@pytest.mark.parametrize("command", ["ask", "search"])
def test_filters_that_are_none(
    shelf: Path, command: str, option: str, value: str, said: str
) -> None:
    ran = run(command, "asiel", option, value, "--library", shelf)
    assert (ran.status, ran.out) == (2, "")
    assert ran.said[-1].startswith(said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "question: it is empty; ask something"),
        (("  ",), "question: it is empty; ask something"),
        (("x" * 2001,), "question: 2001 characters are too many; ask in at most 2000"),
        (("x", "--file", "q.jsonl"), "give a question or --file, not both"),
        (("x", "--output", "o.jsonl"), "--output goes with --file; leave it out"),
        (
            ("--file", "none.jsonl"),
            "none.jsonl: cannot be read (No such file or directory); name",
        ),
    ],
)
def test_questions_that_are_none(shelf: Path, words: tuple[str, ...], said: str) -> None:
    for command in ("ask", "search"):
        ran = run(command, *words, "--library", shelf, "--json")
        assert (ran.status, ran.out) == (2, "")
        assert ran.said[-1].startswith(said)


@pytest.mark.parametrize("words", [("--top", "0"), ("--top", "x"), ("--nonsense",)])
def test_options_that_are_none(shelf: Path, words: tuple[str, ...]) -> None:
    ran = run("search", "asiel", *words, "--library", shelf)
    assert (ran.status, ran.out) == (2, "")


# many questions


def test_a_batch_to_a_file(shelf: Path, tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    asked = [
        '{"id": "a", "question": "detectie\u2028kindermisbruik", "more": 1}',
        "",
        "kapot",
        '{"id": 7, "question": ""}',
        '["geen", "object"]',
        '{"id": null, "question": 3}',
        '{"question": "What did the Commission promise on migration?"}',
    ]
    questions.write_text("\ufeff" + "\n".join(asked), encoding="utf-8")
    ran = run("ask", "--file", "q.jsonl", "--output", "o.jsonl", "--library", shelf)
    assert (ran.status, ran.out) == (2, "")
    assert [line for line in ran.said if "line" in line] == [
        'q.jsonl, line 3: no JSON object with a "question"; write {"id": …, "question": …}',
        "q.jsonl, line 4: question: it is empty; ask something, for example "
        "'what was NL's position on CSAM?'",
        'q.jsonl, line 5: no JSON object with a "question"; write {"id": …, "question": …}',
        'q.jsonl, line 6: no JSON object with a "question"; write {"id": …, "question": …}',
    ]
    written = [
        json.loads(line) for line in (tmp_path / "o.jsonl").read_text("utf-8").split("\n")[:-1]
    ]
    assert [row["id"] for row in written] == ["a", None, 7, None, None, None]
    assert [row.get("status") for row in written] == ["answered", *[None] * 4, "answered"]
    assert list(written[2].items())[:2] == [("id", 7), ("question", "")]
    assert written[2]["error"].startswith("question: it is empty; ask something, for example ")
    question = "What did the Commission promise on migration?"
    alone = run("ask", question, "--library", shelf, "--json").json
    assert {**written[5], "id": 0, "seconds": 0} == {"id": 0, **alone, "seconds": 0}


def test_a_batch_to_stdout(shelf: Path, tmp_path: Path) -> None:
    rows = [{"id": n, "question": question} for n, question in enumerate(("asiel", "grenzen"))]
    Path("q.jsonl").write_text("\n".join(map(json.dumps, rows)))
    ran = run("search", "--file", "q.jsonl", "--top", "2", "--library", shelf)
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.status, ran.said) == (0, [SPECIMEN])
    assert [(row["id"], row["question"], len(row["hits"])) for row in found] == [
        *((0, "asiel", 2), (1, "grenzen", 2))
    ]


def test_a_batch_never_writes_over_its_questions(shelf: Path, tmp_path: Path) -> None:
    Path("q.jsonl").write_text('{"id": 1, "question": "asiel"}')
    ran = run("ask", "--file", "q.jsonl", "--output", tmp_path / "q.jsonl", "--library", shelf)
    assert (ran.status, ran.said[-1]) == (
        2,
        f"{tmp_path / 'q.jsonl'}: holds the questions; name another file for answers",
    )
    assert Path("q.jsonl").read_text() == '{"id": 1, "question": "asiel"}'
    nowhere = run("ask", "--file", "q.jsonl", "--output", "no/o.jsonl", "--library", shelf)
    assert nowhere.said[-1].startswith("no/o.jsonl: cannot be written (No such file or directory)")
    Path("cp1252.jsonl").write_bytes(b'{"question": "caf\xe9"}')
    ran = run("ask", "--file", "cp1252.jsonl", "--library", shelf)
    assert ran.said[-1] == "cp1252.jsonl: is not UTF-8 text; save it as such"


# the demonstration library


def test_demo_says_specimen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = [path for path in specimens.papers() if path.stem in HELD[:2]]
    monkeypatch.setattr(specimens, "papers", lambda: some)
    for _ in range(2):
        ran = run("ask", CSAM, "--demo", "--json")
        assert ran.status == 0
        assert ran.said == [SPECIMEN]
        pages = [c["page"] for s in ran.json["statements"] for c in s["citations"]]
        assert all(page >= 1 for page in pages)
    assert len(run("documents", "--demo").out.splitlines()) == 2
    assert run("reindex", "--demo", "--json").json == {"passages": 0}
    assert not (tmp_path / ".raadpleeg" / "library").exists()
    assert (tmp_path / ".raadpleeg" / "demo" / "library").is_dir()


# settings, streams, signals


def test_settings_from_environment_and_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAADPLEEG_LIBRARY", str(tmp_path / "mine"))
    run("add", paper(tmp_path, day=9))
    assert (tmp_path / "mine" / "library.sqlite").is_file()
    Path("raadpleeg.toml").write_text("top = 1\n")
    assert len(run("search", "Nederland", "--json").json["hits"]) == 1
    Path("raadpleeg.toml").write_text("topp = 1\n")
    ran = run("search", "Nederland")
    assert (ran.status, ran.said) == (2, ["setting topp: Extra inputs are not permitted"])


def program(*words: str | Path, **named: Any) -> subprocess.Popen[bytes]:
    """The command line as a process of its own, run in the present folder."""
    code = "from rag.cli import app; app()"
    words = tuple(str(word) for word in words)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", code, *words], env=environment, **named)


def test_streams_of_a_real_process(shelf: Path, tmp_path: Path) -> None:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    out, err = program("ask", CSAM, "--library", shelf, "--json", **pipes).communicate()
    assert json.loads(out)["status"] == "answered"
    assert out.count(b"\n") == 1
    assert err.decode().splitlines() == [f"raadpleeg: {SPECIMEN}"]
    unread, write = os.pipe()
    os.close(unread)
    broken = program("search", "asiel", "--library", shelf, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert b"Traceback" not in broken.communicate()[1]
    assert broken.returncode == 0


def test_interrupted_adding_leaves_the_library_whole(tmp_path: Path) -> None:
    for number in range(400):
        paper(tmp_path / "papers", f"{number:03}.txt", f"Stuk {number}.", day=1 + number % 28)
    adding = program("add", "papers", stderr=subprocess.PIPE)
    until = time.monotonic() + 30
    record = Path(".raadpleeg/library/library.sqlite-wal")
    while not (record.exists() and record.stat().st_size > 200_000) and time.monotonic() < until:
        time.sleep(0.01)
    adding.send_signal(signal.SIGINT)
    assert adding.communicate()[1] == b"raadpleeg: stopped; what was done before is kept\n"
    assert adding.returncode == 130
    with Library.open(Path(".raadpleeg/library"), _embedder(), SETTINGS) as library:
        done = [entry.id for entry in library.documents()]
        assert 0 < len(done) < 400
        assert done == [f"{number:03}.txt" for number in range(len(done))]
        assert all(len(library.passages(name)) == 2 for name in done[-3:])
    one = Path("papers") / f"{len(done):03}.txt"
    again = run("add", "papers/000.txt", one, "--json").json
    assert (again["unchanged"], again["added"]) == (["000.txt"], [one.name])


def _embedder() -> Any:
    from index.embed import open_embedder

    return open_embedder(SETTINGS)


def test_threads_wait_without_spinning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_WAIT_POLICY", raising=False)
    run("documents")
    assert os.environ["OMP_WAIT_POLICY"] == "PASSIVE"
    monkeypatch.setenv("OMP_WAIT_POLICY", "ACTIVE")
    run("documents")
    assert os.environ["OMP_WAIT_POLICY"] == "ACTIVE"


@pytest.mark.parametrize(
    "command", ["add", "remove", "documents", "outline", "search", "ask", "reindex"]
)
def test_every_command_explains_itself(command: str) -> None:
    ran = run(command, "--help")
    assert ran.status == 0
    assert "--json" in ran.out
