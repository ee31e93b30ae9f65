"""The forms a server's reply may take, and those that are refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import event_stream
from rag.event_stream import BrokenOffError, ReplyError, error_message, read_events, read_whole


def event(text: str | None, finish: str | None = None) -> bytes:
    choice = {"delta": {} if text is None else {"content": text}, "finish_reason": finish}
    return b"data: " + json.dumps({"choices": [choice]}, ensure_ascii=False).encode() + b"\n\n"


DONE = b"data: [DONE]\n\n"
LINE_SEPARATOR = "\u2028"


@pytest.mark.parametrize(
    ("stream", "text"),
    [
        (event("Ne") + event("derland") + DONE, "Nederland"),
        (event("Ja", "stop"), "Ja"),
        ((event("Ja") + DONE).replace(b"\n", b"\r\n"), "Ja"),
        (b": still here\n\nevent: message\nid: 3\n" + event("Ja") + DONE, "Ja"),
        (event("Ja").replace(b"data: ", b"data:") + DONE, "Ja"),
        (b'data: {"choices":\ndata: [{"delta": {"content": "Ja"}}]}\n\n' + DONE, "Ja"),
        (event(f"één{LINE_SEPARATOR}\x85twee") + DONE, f"één{LINE_SEPARATOR}\x85twee"),
        (event(None) + b'data: {"choices": []}\n\n' + event("Ja") + DONE, "Ja"),
        (event("Ja") + DONE + event("na het einde"), "Ja"),
        (event("Ja") + b"data: [DONE]", "Ja"),
        (DONE, ""),
    ],
)
def test_a_stream_is_read(stream: bytes, text: str) -> None:
    assert "".join(read_events([stream])) == text


@given(st.lists(st.integers(0, 200), max_size=8))
def test_it_does_not_matter_where_the_bytes_are_cut(cuts: list[int]) -> None:
    stream = event("Eén – “twee”") + event("€ 3") + DONE
    places = sorted(min(cut, len(stream)) for cut in cuts)
    chunks = [stream[a:b] for a, b in zip([0, *places], [*places, len(stream)], strict=True)]
    assert "".join(read_events(chunks)) == "Eén – “twee”€ 3"


@pytest.mark.parametrize("stream", [b"", event("Ja"), event("Ja") + b'data: {"choi'])
def test_a_stream_without_an_end_is_told(stream: bytes) -> None:
    with pytest.raises(ReplyError, match=r"broke off|broken JSON"):
        list(read_events([stream]))


def test_what_came_before_the_break_is_passed_on() -> None:
    pieces = read_events([event("Ja")])
    assert next(pieces) == "Ja"
    with pytest.raises(BrokenOffError):
        next(pieces)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "broken JSON"),
        (b"[1]", "not the JSON of a chat completion"),
        (b"{}", "not the JSON of a chat completion"),
        (b'{"choices": 3}', "not the JSON of a chat completion"),
        (b'{"error": {"message": "out of\\n memory"}}', "the server says: out of memory"),
    ],
)
def test_an_event_that_is_no_completion_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReplyError, match=message):
        list(read_events([b"data: " + data + b"\n\n"]))
    with pytest.raises(ReplyError, match=message):
        read_whole([data])


def test_a_whole_reply_is_read() -> None:
    assert read_whole([b'{"choices": [{"message": {"con', b'tent": "Ja"}}]}']) == "Ja"


def test_an_endless_reply_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "MOST_BYTES", 100)
    with pytest.raises(ReplyError, match="too long"):
        list(read_events(b"x" * 30 for _ in range(10**9)))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"error": {"message": "No model", "code": 4}}', "No model"),
        (b'{"error": "No model"}', "No model"),
        (b'{"detail": "No\\u0007 model"}', "No model"),
        (b'{"detail": [{"loc": "model"}]}', '[{"loc": "model"}]'),
        (b"<h1>Bad\ngateway</h1>", "<h1>Bad gateway</h1>"),
        (b"\xff" + b"x" * 999, "\ufffd" + "x" * 199),
        (b"", ""),
    ],
)
def test_an_error_is_told_on_one_short_line(body: bytes, message: str) -> None:
    assert error_message(body) == message
