"""Reads the reply of an OpenAI-compatible server: server-sent events, or one JSON object.

Knows: the two forms, what a complete reply is. Does not know: connections, prompts, retries.
Bytes are cut at line feeds only, since text in JSON may hold other line separators.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

MOST_BYTES = 16_000_000


class ReplyError(ValueError):
    """A reply that is broken, incomplete, or an error told in the stream."""


class BrokenOffError(ReplyError):
    """A reply that ended before its end."""


def read_events(chunks: Iterable[bytes]) -> Iterator[str]:
    """The text of each event as it comes; "" for an event that shows life only.

    Raises ReplyError for broken JSON, an error event and more than 16 MB; BrokenOffError when the
    stream ends without `[DONE]` and without a reason to finish.
    """
    finished = False
    for event in _events(chunks):
        if event == "[DONE]":
            return
        text, ended = _piece(_object(event), "delta")
        finished = finished or ended
        yield text
    if not finished:
        raise BrokenOffError("the reply broke off before its end")


def read_whole(chunks: Iterable[bytes]) -> str:
    """The text of a reply that is one JSON object; raises ReplyError as `read_events` does."""
    body = b"".join(_counted(chunks))
    text, _ = _piece(_object(body.decode("utf-8", "replace")), "message")
    return text


def error_message(body: bytes) -> str:
    """What the server says about an error, on one line of at most 200 characters."""
    text = body.decode("utf-8", "replace")
    try:
        told = json.loads(text)
    except ValueError:
        told = text
    for name in ("error", "message", "detail"):
        if isinstance(told, dict) and told.get(name):
            told = told[name]
    plain = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)
    return " ".join("".join(c if c.isprintable() else " " for c in plain).split())[:200]


def _events(chunks: Iterable[bytes]) -> Iterator[str]:
    """The data of each event; comments and other fields are left out."""
    fields: list[str] = []
    for line in _lines(chunks):
        if line.startswith("data:"):
            fields.append(line[5:].removeprefix(" "))
        elif not line and fields:
            yield "\n".join(fields)
            fields = []
    if fields:
        yield "\n".join(fields)


def _lines(chunks: Iterable[bytes]) -> Iterator[str]:
    """The lines of a stream, without their ends, however its bytes are cut."""
    held = b""
    for chunk in _counted(chunks):
        *whole, held = (held + chunk).split(b"\n")
        yield from (line.removesuffix(b"\r").decode("utf-8", "replace") for line in whole)
    if held:
        yield held.removesuffix(b"\r").decode("utf-8", "replace")


def _counted(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks; raises ReplyError when together they are more than a draft can be."""
    seen = 0
    for chunk in chunks:
        seen += len(chunk)
        if seen > MOST_BYTES:
            raise ReplyError("the reply is too long for a draft")
        yield chunk


def _object(text: str) -> dict[str, object]:
    """The JSON object in `text`."""
    try:
        told = json.loads(text)
    except ValueError:
        raise ReplyError("the reply holds broken JSON") from None
    if not isinstance(told, dict):
        raise ReplyError("the reply is not the JSON of a chat completion")
    return told


def _piece(told: dict[str, object], field: str) -> tuple[str, bool]:
    """The text of the first choice's `field`, and whether the choice says that it is complete."""
    if told.get("error"):
        raise ReplyError(f"the server says: {error_message(json.dumps(told).encode())}")
    choices = told.get("choices")
    if choices is None or not isinstance(choices, list):
        raise ReplyError("the reply is not the JSON of a chat completion")
    if not choices or not isinstance(choices[0], dict):
        return "", False
    holder = choices[0].get(field)
    content = holder.get("content") if isinstance(holder, dict) else None
    return content if isinstance(content, str) else "", bool(choices[0].get("finish_reason"))
