"""The page without a browser: what a room gives, what its server refuses, its commands."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import PAPER, free_port, room_with, settings_in
from starlette.testclient import TestClient

from index.errors import QuestionRefused, RaadpleegError
from index.search import Filters
from rag.page.guard import MOST_BYTES, is_loopback, written
from rag.page.http import listen
from rag.page.room import Room, Turn
from rag.page.show_answer import numbered
from rag.page.show_list import papers_html

ROOT = Path(__file__).parents[1]


# the room


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    made = room_with(tmp_path_factory.mktemp("room"), olifanten=PAPER)
    yield made
    made.close()


def test_a_question_is_answered_and_its_source_opens(room: Room) -> None:
    question = "Wat was het standpunt van Nederland over olifanten?"
    steps = list(room.ask(question, "own", Filters(), "nl", "s"))
    assert "doorzocht" in steps[0][0] and steps[0][1] is None
    shown = steps[-1][1]
    assert shown is not None and shown.answer.status == "answered"
    citation = numbered(shown.answer)[0]
    opened = room.source(shown, 1, "nl")
    marked = "".join(part.split("</mark>")[0] for part in opened.split("<mark>")[1:])
    assert "".join(marked.split()) == "".join(citation.quote.split())
    assert "Kies een nummer" in room.source(shown, 99, "nl")
    assert "Choose a number" in room.source(None, 1, "en")


def test_what_is_no_question_is_told_in_the_language_of_the_page(room: Room) -> None:
    with pytest.raises(QuestionRefused, match="Stel eerst een vraag"):
        list(room.ask(" \n", "own", Filters(), "nl", "s"))
    with pytest.raises(QuestionRefused, match="1000000 characters; at most 2000"):
        list(room.ask("x" * 1_000_000, "own", Filters(), "en", "s"))


def test_nul_and_lone_surrogates_do_not_break_a_question(room: Room) -> None:
    *_, (shown, _) = room.ask("olifanten\0 \ud800 Nederland?", "own", Filters(), "nl", "s")
    assert shown.encode()


def test_what_was_understood_is_left_out_and_taken_back(room: Room) -> None:
    question = "Wat vond Nederland in juni 2024 van olifanten?"
    *_, (_, whole) = room.ask(question, "own", Filters(), "nl", "s")
    assert whole is not None
    assert [slot.value for slot in whole.answer.slots] == ["NL", "2024-06"]
    assert whole.ignoring(undo=1) == ("2024-06",)
    *_, (shown, less) = room.ask(question, "own", Filters(), "nl", "s", Turn(("2024-06",)))
    assert less is not None and less.answer.question == question
    assert less.answer.understood == "Nederland"
    assert "vraag opnieuw met: tijd JBZ-Raad juni 2024" in shown
    assert (less.ignoring(undo=0), less.ignoring(redo=0)) == (("2024-06", "NL"), ())
    for bad in (-1, 7, "0", None):
        assert whole.ignoring(undo=bad, redo=bad) is None


def test_a_conversation_goes_on_from_what_is_shown(room: Room) -> None:
    *_, (_, first) = room.ask("Wat vond Nederland van olifanten?", "own", Filters(), "nl", "s")
    assert first is not None and first.before is None
    turn = Turn(before=first.understood)
    *_, (shown, then) = room.ask("en de Commissie?", "own", Filters(), "nl", "s", turn)
    assert then is not None and then.before == first.understood
    assert then.answer.understood == "de Commissie · olifanten"
    assert "uit vorige vraag" in shown and "De Commissie: aankondiging" in shown


def test_filters_are_named_as_people_read_them(room: Room) -> None:
    kinds, meetings, documents = room.choices("own", "en")
    assert kinds == [("all kinds", ""), ("report", "verslag")]
    assert meetings == [("all meetings", ""), ("13-14 June 2024 (2024-06-13)", "2024-06-13")]
    assert documents == [("all papers", ""), ("olifanten.txt", "olifanten.txt")]
    assert "olifanten.txt" in papers_html(room.entries("own"), "nl")


# the server


@pytest.fixture(scope="module")
def client(room: Room, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    from app import shut_up_gradio, web

    shut_up_gradio(tmp_path_factory.mktemp("uploads"))
    return TestClient(web(room, "127.0.0.1"), base_url="http://127.0.0.1:7860")


def test_the_page_is_shut_and_names_no_other_site(client: TestClient) -> None:
    reply = client.get("/")
    assert reply.status_code == 200
    policy = reply.headers["content-security-policy"]
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy
    assert "script-src 'self' 'nonce-" in policy and "unsafe-inline' 'unsafe-eval" not in policy
    assert reply.headers["x-frame-options"] == "DENY"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["referrer-policy"] == "no-referrer"
    assert 'lang="nl"' in reply.text
    for tag in ("<link", "<script", "<meta", "<img"):
        for piece in reply.text.split(tag)[1:]:
            assert "http" not in piece.split(">")[0], piece[:200]


def test_each_page_has_its_own_nonce(client: TestClient) -> None:
    first, second = (client.get("/").headers["content-security-policy"] for _ in range(2))
    assert first != second


@pytest.mark.parametrize("host", ["evil.invalid", "127.0.0.1.evil.invalid", "", "10.0.0.1:7860"])
def test_other_names_are_not_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:7860", "127.0.0.1", "[::1]:7860"])
def test_names_of_this_machine_are(client: TestClient, host: str) -> None:
    assert client.get("/raadpleeg.css", headers={"host": host}).status_code == 200


def test_requests_from_other_sites_and_huge_ones_are_refused(client: TestClient) -> None:
    path = "/gradio_api/queue/join"
    assert client.post(path, json={}, headers={"origin": "http://evil.invalid"}).status_code == 403
    huge = "x" * (MOST_BYTES + 1)
    assert client.post(path, content=huge).status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=../../../../etc/passwd",
        "/gradio_api/file=" + str(ROOT / "pyproject.toml"),
        "/gradio_api/file=http://169.254.169.254/latest/meta-data",
        "/gradio_api/proxy=http://127.0.0.1:1/x",
        "/monitoring",
        "/docs",
        "/openapi.json",
    ],
)
def test_no_route_gives_files_or_fetches(client: TestClient, path: str) -> None:
    reply = client.get(path, follow_redirects=False)
    assert 400 <= reply.status_code < 500 and "root:" not in reply.text


def test_a_password_is_asked_for_before_anything_is_shown(tmp_path: Path) -> None:
    from app import shut_up_gradio, web

    shut_up_gradio(tmp_path)
    settings = settings_in(tmp_path, password="geheim")
    room = Room(settings)
    with_login = TestClient(web(room, "0.0.0.0"), base_url="https://raadpleeg.intern")
    assert with_login.get("/config").status_code == 401
    assert with_login.post("/gradio_api/queue/join", json={}).status_code == 401
    wrong = {"username": "raadpleeg", "password": "fout"}
    assert with_login.post("/login", data=wrong).status_code == 400
    right = {"username": "raadpleeg", "password": "geheim"}
    assert with_login.post("/login", data=right).status_code == 200
    assert with_login.get("/config").status_code == 200
    room.close()


def test_scripts_in_a_page_are_named_only_by_the_server() -> None:
    page = b'<html lang="en"><head><meta property="og:url" content="x"></head><script>1</script>'
    assert written(page, "n") == (
        b'<html lang="nl"><head><link rel="stylesheet" href="/raadpleeg.css">'
        b'<script nonce="n" src="/raadpleeg.js" defer></script></head><script nonce="n">1</script>'
    )


# where it listens


def test_loopback() -> None:
    assert all(is_loopback(host) for host in ("127.0.0.1", "localhost", "::1", "127.9.9.9"))
    assert not any(is_loopback(host) for host in ("0.0.0.0", "::", "192.168.1.2", "ministerie.nl"))


def test_it_does_not_listen_to_others_without_a_password() -> None:
    with pytest.raises(RaadpleegError, match="RAADPLEEG_PASSWORD"):
        listen("0.0.0.0", 0, "")
    listen("0.0.0.0", 0, "geheim").close()


def test_a_busy_port_is_one_line_and_exit_2(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-c", "import app; app.main()", "serve", "--port", str(port)]
        done = subprocess.run(
            [*command, "--library", str(tmp_path)], capture_output=True, text=True, cwd=ROOT
        )
    assert done.returncode == 2 and done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert f"port {port}" in line and f"--port {port + 1}" in line


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(RaadpleegError, match="is no address"):
        listen("geen.adres.invalid", free_port(), "geheim")


def test_the_benchmark_is_reached_and_loaded_only_then() -> None:
    code = "import sys, app; print('eval.cli' in sys.modules, 'gradio' in sys.modules)\n"
    code += "sys.argv = ['raadpleeg', 'eval', '--help']; app.main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.startswith("False False") and done.returncode == 0
    assert "raadpleeg eval" in done.stdout and "structure" in done.stdout


def test_it_says_where_it_answers_and_ends_when_told(tmp_path: Path) -> None:
    code = "import tempfile; tempfile.tempdir = sys.argv[-1]; sys.argv.pop(); app.main()"
    command = [sys.executable, "-c", f"import app, sys; {code}", "serve", "--port", "0"]
    command += ["--library", str(tmp_path / "library"), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as serving:
        assert serving.stdout is not None
        told = serving.stdout.readline()
        assert told.startswith("Raadpleeg: http://127.0.0.1:")
        with urllib.request.urlopen(told.split()[1], timeout=10) as reply:
            assert reply.status == 200
        assert [path.name[:10] for path in tmp_path.iterdir()].count("raadpleeg-") == 1
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(10) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["library"]
