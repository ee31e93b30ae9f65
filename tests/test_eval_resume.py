"""A run that was stopped goes on where it was, and never with answers that another system made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from eval_case import ABSTAINED, STEUN_GOLD, answer, hit, outline, structure, write_release
from typer.testing import CliRunner

from eval import cli, identity
from eval.gold import Release
from eval.identity import begin
from eval.json_lines import append_lines, put_in_order, whole_lines
from eval.release import load_release
from eval.run import silently, write_answers
from index.errors import RaadpleegError
from index.settings import load_settings


class Tired:
    """Answers so many questions and then fails, as a machine that is switched off."""

    def __init__(self, answers: int = 1000) -> None:
        self.left = answers
        self.asked: list[str] = []

    def outline(self, file: Path) -> tuple[Mapping[str, object], str]:
        return outline(structure()[file.name]), ""

    def search(self, question: str, top: int) -> list[Mapping[str, object]]:
        return [hit(*STEUN_GOLD)]

    def ask(self, question: str) -> Mapping[str, object]:
        if self.left == 0:
            raise KeyboardInterrupt
        self.left -= 1
        self.asked.append(question)
        return answer(STEUN_GOLD) if "q1" in question else ABSTAINED


@pytest.fixture
def release(tmp_path: Path) -> Release:
    return load_release(write_release(tmp_path / "klein"))


def test_a_run_in_two_goes_leaves_the_file_of_one(release: Release, tmp_path: Path) -> None:
    once, twice = tmp_path / "once", tmp_path / "twice"
    once.mkdir()
    twice.mkdir()
    write_answers(Tired(), release, once, silently)
    with pytest.raises(KeyboardInterrupt):
        write_answers(Tired(4), release, twice, silently)
    with (twice / "answers.jsonl").open("a") as file:
        file.write('{"id": "q3", "question": "vra')  # the machine stopped within a line
    second = Tired()
    write_answers(second, release, twice, silently)
    assert len(second.asked) == 10 - 4
    assert (twice / "answers.jsonl").read_bytes() == (once / "answers.jsonl").read_bytes()


def test_a_question_in_other_words_is_asked_anew(release: Release, tmp_path: Path) -> None:
    lines = [{"id": "q1", "question": "een andere vraag?", **ABSTAINED}]
    append_lines(tmp_path / "answers.jsonl", lines)
    system = Tired()
    write_answers(system, release, tmp_path, silently)
    assert "vraag q1?" in system.asked
    assert whole_lines(tmp_path / "answers.jsonl")["q1"]["status"] == "answered"


def test_lines_are_kept_whole_and_put_in_order(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    append_lines(file, [{"id": "b"}, {"id": "a"}])
    append_lines(file, [{"id": "b", "n": 2}])
    assert whole_lines(file) == {"b": {"id": "b", "n": 2}, "a": {"id": "a"}}
    put_in_order(file, ["a", "c"])
    assert file.read_text() == '{"id": "a"}\n{"id": "b", "n": 2}\n'
    assert whole_lines(tmp_path / "none.jsonl") == {}


MADE = {"release": "1", "system": "product", "settings": "{}", "code": "x"}


def test_old_answers_are_kept_only_from_the_same_system(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    assert begin(folder, MADE) is None and folder.is_dir()
    (folder / "answers.jsonl").write_text("{}\n")
    assert begin(folder, MADE) == f"{folder}: goes on with what was answered before"
    assert (folder / "answers.jsonl").exists()
    told = begin(folder, {**MADE, "code": "y", "settings": "{1}"})
    assert told == f"{folder}: asked anew, because of another code, settings"
    assert not (folder / "answers.jsonl").exists()


def test_answers_of_somebody_else_are_never_touched(tmp_path: Path) -> None:
    (tmp_path / "answers.jsonl").write_text("{}\n")
    with pytest.raises(RaadpleegError, match=r"answers\.jsonl that no run made"):
        begin(tmp_path, MADE)
    assert (tmp_path / "answers.jsonl").read_text() == "{}\n"


def test_what_answers_hang_on(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = release.documents.parent
    settings = load_settings()
    first = identity.identity(folder, "product", settings)
    assert first == identity.identity(folder, "product", settings)
    elsewhere = settings.model_copy(update={"library": Path("/x"), "password": "secret"})
    assert identity.identity(folder, "product", elsewhere) == first
    assert "secret" not in json.dumps(identity.identity(folder, "product", elsewhere))
    longer = settings.model_copy(update={"answer_words": 99})
    assert identity.identity(folder, "product", longer)["settings"] != first["settings"]
    (folder / "documents" / "agenda.txt").write_text("anders")
    assert identity.identity(folder, "product", settings)["release"] != first["release"]


def test_the_command_goes_on(
    release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    systems = [Tired(3), Tired()]
    waiting = iter(systems)

    @contextmanager
    def opened(release: Release, library: Path) -> Iterator[Tired]:
        yield next(waiting)

    monkeypatch.setitem(
        __import__("sys").modules, "eval.product", SimpleNamespace(open_product=opened)
    )
    name, out = str(release.documents.parent), tmp_path / "out"
    arguments = ["run", "--release", name, "--output", str(out), "--json"]
    CliRunner().invoke(cli.app, arguments)
    assert len(systems[0].asked) == 3
    done = CliRunner().invoke(cli.app, arguments, catch_exceptions=False)
    assert done.exit_code == 0 and len(systems[1].asked) == 7
    assert "goes on with what was answered before" in done.stderr
