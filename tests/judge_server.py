"""A scripted judge: replies of the chat server in tests that grade what they were asked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from chat_server import ChatHandler, Reply

_KEYS = re.compile(r"exactly these keys: ([^.]+)\.")
Grader = Callable[[str, str], str]  # entry and request to grade


def entries(request: str) -> list[str]:
    """The entries that a request asks grades for."""
    return _KEYS.findall(request)[-1].split(", ")


def content(text: str, status: int = 200) -> Reply:
    """A chat completion whose whole message is `text`."""

    def reply(handler: ChatHandler) -> None:
        told = {"choices": [{"message": {"content": text}, "finish_reason": "stop"}]}
        handler.begin(status, "application/json")
        handler.wfile.write(json.dumps(told).encode())

    return reply


def grades(grader: Grader) -> Reply:
    """A reply that grades every entry asked for with `grader`."""

    def reply(handler: ChatHandler) -> None:
        request = handler.script.asked[-1]["messages"][1]["content"]
        told = {entry: grader(entry, request) for entry in entries(request)}
        content(json.dumps(told))(handler)

    return reply


def always(nugget: str = "full", support: str = "supported") -> Reply:
    """A reply with the same grade for all entries."""
    return grades(lambda entry, _: nugget if entry.startswith("n") else support)


def as_people_did(human: Mapping[str, Mapping[str, str]], otherwise: str = "full") -> Reply:
    """A reply that grades known requests as in `human`, and others with the best grade."""

    def grader(entry: str, request: str) -> str:
        if request in human:
            return human[request][entry]
        return otherwise if entry.startswith("n") else "supported"

    return grades(grader)
