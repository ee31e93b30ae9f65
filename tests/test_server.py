"""The server writer: what it asks, and the answers it understands."""

from __future__ import annotations

import pytest
from asking import QUESTION, draft, writer
from chat_server import ChatHandler, chat_server, fails, says
from some_evidence import ALL

from index.errors import ModelRefused
from index.settings import Settings
from rag import server
from rag.prompts import messages
from rag.verify import verify
from rag.writer import never, open_writer


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PAUSE_SECONDS", 0.05)


def test_a_draft_comes_in_pieces_and_the_request_is_as_agreed() -> None:
    with chat_server(says("Nederland ", "heeft ", "bezwaren [[zubo7]].")) as script:
        made = writer(script.url, server_key="geheim", max_new_tokens=77)
        pieces = list(made.write(QUESTION, "nl", ALL, never))
    assert pieces == ["Nederland ", "heeft ", "bezwaren [[zubo7]]."]
    assert made.name == "tiny"
    assert script.asked == [
        {
            "model": "tiny",
            "messages": [
                {"role": turn.role, "content": turn.content}
                for turn in messages(QUESTION, "nl", ALL)
            ],
            "max_tokens": 77,
            "temperature": 0,
            "stream": True,
            "chat_template_kwargs": {"enable_thinking": False},
        }
    ]
    assert script.headers[0]["Authorization"] == "Bearer geheim"
    assert [s.text for s in verify("".join(pieces), ALL, "nl").statements] == [
        "Nederland heeft bezwaren."
    ]


@pytest.mark.parametrize("end", ["", "/", "/v1", "/v1/", "/v1/chat/completions"])
def test_the_address_may_end_in_many_ways(end: str) -> None:
    with chat_server(says("Ja")) as script:
        assert draft(script.url + end) == "Ja"
    assert script.paths == ["/v1/chat/completions"]


def test_a_path_before_v1_is_kept() -> None:
    with chat_server(says("Ja")) as script:
        draft(script.url + "/llm")
    assert script.paths == ["/llm/v1/chat/completions"]


def test_no_key_is_sent_when_none_is_set() -> None:
    with chat_server(says("Ja")) as script:
        draft(script.url)
    assert "Authorization" not in script.headers[0]


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with chat_server(says("Ja")) as script:
        assert draft(script.url) == "Ja"


def test_a_server_that_does_not_know_the_thinking_field_is_asked_without() -> None:
    refusal = fails(422, '{"detail": [{"loc": ["body", "chat_template_kwargs"]}]}')
    with chat_server(refusal, fails(503), says("Ja")) as script:
        made = writer(script.url)
        assert "".join(made.write(QUESTION, "nl", ALL, never)) == "Ja"
        assert "".join(made.write(QUESTION, "nl", ALL, never)) == "Ja"
    assert ["chat_template_kwargs" in asked for asked in script.asked] == [True] + [False] * 3


def test_thoughts_are_left_out() -> None:
    with chat_server(says("<thi", "nk>Even zien", "</think>", "Ja")) as script:
        assert draft(script.url) == "Ja"


def test_a_server_that_does_not_stream_is_understood() -> None:
    def whole(handler: ChatHandler) -> None:
        handler.begin(media_type="application/json; charset=utf-8")
        handler.wfile.write(b'{"choices": [{"message": {"content": "Ja"}}]}')

    with chat_server(whole) as script:
        assert draft(script.url) == "Ja"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"server_url": ""}, "setting server_url: give an http or https address such as"),
        ({"server_url": "127.0.0.1:8000"}, "setting server_url"),
        ({"server_url": "file:///etc/passwd"}, "setting server_url"),
        ({"server_url": "http://a:b@c/"}, "a key goes into server_key"),
        ({"server_url": "http://c/?key=x"}, "a key goes into server_key"),
        ({"server_url": "http://c:99999999/"}, "is no address"),
        ({"server_url": "http://a:b@c:99999999/"}, "is no address"),
        ({"server_url": "http://c", "model": ""}, "setting model is empty"),
        ({"server_url": "http://c", "server_key": "a\nb"}, "setting server_key"),
        ({"server_url": "http://c", "server_key": "é"}, "setting server_key"),
    ],
)
def test_wrong_settings_are_named(settings: dict[str, str], message: str) -> None:
    with pytest.raises(ModelRefused, match=message) as refused:
        open_writer(Settings(**{"writer": "server", "model": "tiny", **settings}))
    assert "a:b" not in str(refused.value)
