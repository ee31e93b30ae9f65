"""`python -m eval judge`: what it prints and writes, its key, and servers that fail."""

from __future__ import annotations

import json
import socket
import threading
import time
from pathlib import Path

import pytest
from chat_server import ChatHandler, Reply, chat_server, fails
from eval_case import write_release
from eval_runs import best
from judge_server import always, as_people_did, content
from typer.testing import CliRunner, Result

from eval import cli
from eval.judge.labels import LABELLED, label_sheets, read_labels
from eval.judge.server import JudgeAddress, JudgeServer
from eval.release import load_release
from eval.score import score_folder
from index.errors import ModelRefused, RaadpleegError
from rag.prompts import Message

KEY = "sk-secret-0123456789"
ASKED = (Message("system", "Grade."), Message("user", "n1"))


@pytest.fixture
def run(tmp_path: Path) -> Path:
    write_release(tmp_path / "small")
    return best(tmp_path / "run")


def judged(run: Path, url: str, *more: str) -> Result:
    release = str(run.parent / "small")
    words = ["judge", str(run), "--release", release, "--judge-url", url]
    return CliRunner().invoke(cli.app, [*words, "--judge-model", "small", *more])


def human() -> dict[str, dict[str, str]]:
    return {each.sheet.user: dict(each.human) for each in label_sheets(read_labels())}


def test_a_judge_that_reads_as_people_do_tells_its_figures(run: Path) -> None:
    with chat_server(as_people_did(human())) as judge:
        first = judged(run, judge.url)
        asked = len(judge.asked)
        second = judged(run, judge.url, "--json")
    assert first.exit_code == second.exit_code == 0
    assert f"{asked} sheets asked" in first.stdout
    assert "kappa 1.000" in first.stdout
    assert "judged vital recall (strict): 1.000" in first.stdout
    told = json.loads(second.stdout)
    assert told["asked"] == 0
    assert len(judge.asked) == asked
    assert [block["doubt"] for block in told["blocks"]] == [None, None]
    kept = json.loads((run / "judge.json").read_text())
    assert [each["id"] for each in kept["grades"]][:3] == ["q1", "q2", "q3"]
    assert kept["grades"][0] == {
        "id": "q1",
        "nuggets": ["full", "full"],
        "statements": ["supported", "supported"],
    }


def test_too_few_labels_give_grades_and_no_score(run: Path, tmp_path: Path) -> None:
    labels = tmp_path / "few.jsonl"
    labels.write_text("\n".join(LABELLED.read_text(encoding="utf-8").splitlines()[:9]))
    with chat_server(always()) as judge:
        said = judged(run, judge.url, "--labels", str(labels))
        told = json.loads(judged(run, judge.url, "--labels", str(labels), "--json").stdout)
    lines = said.stdout.splitlines()
    assert lines[1].startswith("nuggets: 10 grades, no score: agreement with human labels is not")
    assert lines[2].startswith("support: 8 grades, no score: agreement with human labels is not")
    assert "judged" not in said.stdout
    assert all(block["figures"] == [] for block in told["blocks"])
    assert "judged" not in (run / "judge.json").read_text()


def test_a_judge_that_praises_everything_gets_no_score(run: Path) -> None:
    with chat_server(always()) as judge:
        said = judged(run, judge.url)
    assert "too little (kappa 0.00" in said.stdout
    assert "judged" not in said.stdout


def test_limit_judges_the_first_questions_only(run: Path, tmp_path: Path) -> None:
    labels = tmp_path / "none.jsonl"
    labels.write_text("")
    with chat_server(always()) as judge:
        judged(run, judge.url, "--labels", str(labels), "--limit", "1", "--langs", "nl")
        assert len(judge.asked) == 2  # facts and support of q1


def test_other_figures_are_as_before(run: Path) -> None:
    release = load_release(run.parent / "small")
    before = score_folder(release, release, run)
    with chat_server(as_people_did(human(), "none")) as judge:
        assert judged(run, judge.url).exit_code == 0
    assert score_folder(release, release, run) == before


@pytest.mark.parametrize(
    "reply",
    [
        as_people_did(human()),
        fails(401, json.dumps({"error": {"message": f"wrong key {KEY}"}})),
        fails(500, f"Bearer {KEY}"),
        content(f'{{"n1": "{KEY}"}}'),
    ],
)
def test_the_key_is_sent_and_shown_nowhere(
    run: Path, reply: Reply, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAADPLEEG_JUDGE_KEY", KEY)
    with chat_server(reply) as judge:
        done = judged(run, judge.url, "--limit", "1")
        assert judge.headers[0]["Authorization"] == f"Bearer {KEY}"
        assert not any(KEY in json.dumps(asked) for asked in judge.asked)
    assert KEY not in done.output + repr(done.exception)
    files = [file for file in run.rglob("*") if file.is_file()]
    assert not any(KEY in file.read_text() for file in files)
    assert KEY not in repr(JudgeAddress("http://127.0.0.1", "m", KEY))


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_a_server_that_is_not_there_is_told_in_one_line(
    run: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    port = closed_port()
    words = ["eval", "judge", str(run), "--release", str(run.parent / "small")]
    words += ["--judge-url", f"http://127.0.0.1:{port}", "--judge-model", "m"]
    monkeypatch.setattr("sys.argv", words)
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2
    (line,) = [each for each in capsys.readouterr().err.splitlines() if each.startswith("judge ")]
    assert line.startswith(f"judge 127.0.0.1:{port}: cannot be reached (")
    assert not (run / "judge.json").exists()


def test_what_was_graded_before_a_fault_is_kept(run: Path) -> None:
    with chat_server(always(), fails(503, "down")) as judge:
        done = judged(run, judge.url)
        assert isinstance(done.exception, ModelRefused)
        assert "fault 503: down" in str(done.exception)
        assert len(judge.asked) == 3  # one grade, one fault, one try more
    kept = [line for line in (run / "judge/grades.jsonl").read_text().splitlines() if line]
    assert len(kept) == 1


def ask(url: str, seconds: float = 5.0, key: str = "") -> str:
    return JudgeServer(JudgeAddress(url, "m", key, seconds)).ask(ASKED, {"type": "object"})


def test_a_passing_fault_is_tried_once_more() -> None:
    with chat_server(fails(500, "oops"), content("fine")) as judge:
        assert ask(judge.url) == "fine"


def test_a_silent_server_is_given_up() -> None:
    hold = threading.Event()

    def wait(_: ChatHandler) -> None:
        hold.wait(20)

    with chat_server(wait) as judge:
        with pytest.raises(ModelRefused, match=r"no reply within 0\.3 seconds"):
            ask(judge.url, 0.3)
        hold.set()


def test_a_server_that_drips_is_given_up() -> None:
    def drip(handler: ChatHandler) -> None:
        handler.begin(200, "application/json")
        for _ in range(400):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    with chat_server(drip) as judge, pytest.raises(ModelRefused, match=r"no reply within 0\.5"):
        ask(judge.url, 0.5)


def test_a_redirect_is_not_followed() -> None:
    with chat_server(content("elsewhere")) as other:
        with (
            chat_server(fails(307, "", Location=other.url)) as judge,
            pytest.raises(ModelRefused, match=r"refused \(307\): it sends us on to"),
        ):
            ask(judge.url, key=KEY)
        assert not other.asked


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("response_format", "json_schema is not supported"),
        ("chat_template_kwargs", "extra field chat_template_kwargs"),
        ("max_tokens", "use max_completion_tokens instead of max_tokens"),
    ],
)
def test_a_field_that_the_server_does_not_know_is_spared(field: str, says: str) -> None:
    with chat_server(fails(400, says), content("fine")) as judge:
        server = JudgeServer(JudgeAddress(judge.url, "m"))
        assert server.ask(ASKED, {}) == "fine"
        assert server.ask(ASKED, {}) == "fine"
        assert [field in asked for asked in judge.asked] == [True, False, False]
        assert all(asked["temperature"] == 0 for asked in judge.asked)


def test_a_reply_that_is_no_chat_completion_is_a_fault_of_the_server() -> None:
    with (
        chat_server(fails(200, "<html>welcome</html>")) as judge,
        pytest.raises(ModelRefused, match="broken JSON"),
    ):
        ask(judge.url)


@pytest.mark.parametrize("path", ["", "/", "/v1", "/v1/", "/v1/chat/completions"])
def test_any_form_of_the_address_will_do(path: str) -> None:
    with chat_server(content("fine")) as judge:
        assert ask(judge.url + path) == "fine"
        assert judge.paths == ["/v1/chat/completions"]


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "http or https"),
        ("ftp://127.0.0.1", "http or https"),
        ("127.0.0.1:8000", "http or https"),
        ("", "http or https"),
        ("http://", "http or https"),
        ("http://user:pass@127.0.0.1", "RAADPLEEG_JUDGE_KEY"),
        ("http://127.0.0.1?key=1", "RAADPLEEG_JUDGE_KEY"),
        ("http://127.0.0.1:port", "no address"),
    ],
)
def test_only_an_http_address_without_a_key_is_taken(url: str, why: str) -> None:
    with pytest.raises(ModelRefused, match=why):
        JudgeServer(JudgeAddress(url, "m"))


def test_a_run_without_answers_is_told(tmp_path: Path) -> None:
    write_release(tmp_path / "small")
    done = judged(tmp_path / "nowhere", "http://127.0.0.1:1")
    assert isinstance(done.exception, RaadpleegError)
    assert "answers.jsonl: cannot be read" in str(done.exception)
