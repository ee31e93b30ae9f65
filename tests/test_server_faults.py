"""The server writer against a server that fails in every way, and a reader who leaves."""

from __future__ import annotations

import socket
import time

import pytest
from asking import QUESTION, draft, request_threads, writer
from chat_server import ChatHandler, Reply, chat_server, fails, says
from some_evidence import ALL

from index.errors import ModelRefused
from rag import server
from rag.writer import never


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PAUSE_SECONDS", 0.05)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_fault_is_tried_once_more(status: int) -> None:
    with chat_server(fails(status), says("Ja")) as script:
        assert draft(script.url) == "Ja"
    assert len(script.asked) == 2


@pytest.mark.parametrize("status", [429, 500])
def test_a_lasting_fault_is_told_after_two_tries(status: int) -> None:
    full = fails(status, '{"error": {"message": "vol"}}', Retry_After="0")
    told = rf"^server 127.0.0.1:\d+: fault {status}: vol$"
    with chat_server(full) as script, pytest.raises(ModelRefused, match=told):
        draft(script.url)
    assert len(script.asked) == 2


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (fails(400, '{"error": {"message": "maximum context length is 9"}}'),
         r"refused \(400\): maximum context length is 9"),
        (fails(401, '{"error": "no key"}'),
         r"refused \(401\): no key; see to the setting server_key"),
        (fails(404, "<p>nothing here</p>"), r"refused \(404\): <p>nothing here</p>"),
        (fails(418), r"refused \(418\): without a word"),
    ],
)  # fmt: skip
def test_a_refusal_is_told_at_once_in_the_words_of_the_server(reply: Reply, message: str) -> None:
    with chat_server(reply) as script, pytest.raises(ModelRefused, match=message):
        draft(script.url)
    assert len(script.asked) == 1


def test_a_redirect_is_not_followed() -> None:
    with chat_server(says("Gestolen")) as thief:
        elsewhere = fails(307, Location=thief.url)
        told = r"refused \(307\): it sends us on to http"
        with chat_server(elsewhere) as script, pytest.raises(ModelRefused, match=told):
            draft(script.url, server_key="geheim")
    assert thief.asked == []


def breaks_off(handler: ChatHandler) -> None:
    handler.begin()
    handler.say("Nederland ", "steunt ")


def breaks_the_chunks(handler: ChatHandler) -> None:
    handler.begin(Transfer_Encoding="chunked")
    handler.wfile.write(b"5\r\ndata:\r\n")


def breaks_json(handler: ChatHandler) -> None:
    handler.begin()
    handler.say("Nederland ")
    handler.wfile.write(b'data: {"choices": [{"del\n\n')


def tells_an_error(handler: ChatHandler) -> None:
    handler.begin()
    handler.wfile.write(b'data: {"error": {"message": "out of memory"}}\n\n')


@pytest.mark.parametrize(
    ("reply", "message", "tries"),
    [
        (breaks_off, "the reply broke off before its end", 1),
        (breaks_json, "the reply holds broken JSON", 1),
        (tells_an_error, "the server says: out of memory", 1),
        (breaks_the_chunks, r"the connection failed \(", 2),
        (lambda handler: handler.begin(), "the reply broke off before its end", 2),
        (lambda handler: None, r"the connection failed \(", 2),
    ],
)
def test_a_broken_reply_is_told(reply: Reply, message: str, tries: int) -> None:
    """Tried again only while no word has come."""
    with chat_server(reply) as script, pytest.raises(ModelRefused, match=message):
        draft(script.url)
    assert len(script.asked) == tries


def test_a_reply_that_broke_off_at_once_is_tried_again() -> None:
    with chat_server(lambda handler: handler.begin(), says("Ja")) as script:
        assert draft(script.url) == "Ja"


def test_a_server_that_is_down_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(ModelRefused, match=rf"^server {address}: the connection failed"):
            draft(f"http://{address}")


def silent(handler: ChatHandler) -> None:
    handler.script.cut.wait(5)


def silent_after_a_word(handler: ChatHandler) -> None:
    handler.begin()
    handler.say("Nederland ")
    handler.script.cut.wait(5)


def drips(handler: ChatHandler) -> None:
    handler.begin()
    while True:
        handler.wfile.write(b": still here\n\n")
        time.sleep(0.05)


@pytest.mark.parametrize("reply", [silent, silent_after_a_word, drips])
def test_a_silent_server_is_given_up(reply: Reply) -> None:
    with chat_server(reply) as script:
        started = time.monotonic()
        with pytest.raises(ModelRefused, match=r"no reply within 0.4 seconds"):
            draft(script.url, server_timeout=0.4)
        script.cut.set()
    assert time.monotonic() - started < 3
    assert len(script.asked) == 1
    assert request_threads() == []


def talks_on(handler: ChatHandler) -> None:
    handler.begin()
    while True:
        handler.say("nog ")
        time.sleep(0.01)


def test_leaving_cuts_the_connection() -> None:
    with chat_server(talks_on) as script:
        pieces = writer(script.url).write(QUESTION, "nl", ALL, never)
        assert next(pieces) == "nog "
        pieces.close()
        assert request_threads() == []
        assert script.cut.wait(1)


def test_stopping_cuts_the_connection_and_is_no_fault() -> None:
    seen: list[str] = []
    with chat_server(talks_on) as script:
        for text in writer(script.url).write(QUESTION, "nl", ALL, lambda: len(seen) > 3):
            seen.append(text)
        assert script.cut.wait(1)
    assert 3 < len(seen) < 50


def test_stopping_works_while_the_server_is_silent() -> None:
    started = time.monotonic()
    with chat_server(silent) as script:
        stop = time.monotonic() + 0.3
        pieces = writer(script.url).write(QUESTION, "nl", ALL, lambda: time.monotonic() > stop)
        assert list(pieces) == []
        script.cut.set()
    assert time.monotonic() - started < 2
