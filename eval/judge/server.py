"""Asks a judge on an OpenAI-compatible server, one whole reply at a time.

Knows: the chat completions request, what to try again, what to tell the reader, how the key is
kept out of everything. Does not know: sheets, grades.
Redirects are not followed and proxies not used (`rag.connection`): text goes to the one host named.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

import httpx

from index.errors import ModelRefused
from rag.connection import Event, Head, Request, beginning, chat_address, send
from rag.event_stream import ReplyError, error_message, read_whole
from rag.prompts import Message
from rag.thinking import without_thinking

KEY_VARIABLE = "RAADPLEEG_JUDGE_KEY"
PAUSE_SECONDS = 0.5
MOST_TOKENS = 2048
_OK, _TOO_MANY, _SERVER_ERROR = 200, 429, 500
_FORM_REFUSED = (400, 422)
_NO_ACCESS = (401, 403)
_REDIRECTS = range(300, 400)
# Fields that not every server knows, and the words by which one tells that it does not.
_SPARED: Mapping[str, tuple[bytes, ...]] = {
    "response_format": (b"response_format", b"json_schema", b"guided"),
    "chat_template_kwargs": (b"chat_template_kwargs",),
    "max_tokens": (b"max_tokens",),
}


class _PassingError(Exception):
    """A fault that may have passed at a second try."""


class _FieldError(Exception):
    """The server does not know the field that the error names."""


@dataclass(frozen=True, slots=True)
class JudgeAddress:
    """Where the judge is, which model it is to use, and how many seconds a reply may take.

    `key` is sent as it is and shown nowhere; empty where the server asks for none.
    """

    url: str
    model: str
    key: str = ""
    seconds: float = 120.0

    def __repr__(self) -> str:
        return f"JudgeAddress({self.url!r}, {self.model!r})"


class JudgeServer:
    """A judge that answers."""

    def __init__(self, address: JudgeAddress) -> None:
        """Checks the address and asks nothing; raises ModelRefused."""
        self._url, self._host = chat_address(address.url, "--judge-url", KEY_VARIABLE)
        if not address.model.strip():
            raise ModelRefused("--judge-model: name the model that the server is to use")
        if address.key and not (address.key.isascii() and address.key.isprintable()):
            raise ModelRefused(f"{KEY_VARIABLE}: a key is plain printable text")
        self._address = address
        self._headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
        }
        if address.key:
            self._headers["Authorization"] = f"Bearer {address.key}"
        self._spared: set[str] = set()

    def ask(self, asked: Sequence[Message], schema: Mapping[str, object]) -> str:
        """The words of the reply, without what the model thought aloud.

        A server that cannot be reached, takes too long or is overloaded is asked once more.
        Raises ModelRefused with what is wrong, in one line.
        """
        tries_left = 2
        while True:
            tries_left -= 1
            try:
                return "".join(without_thinking([self._try(self._body(asked, schema))]))
            except _FieldError as error:
                self._spared.add(str(error))
                tries_left += 1
            except (_PassingError, ReplyError) as error:
                if not tries_left:
                    says = str(error).replace(self._address.key or "\0", "…")
                    raise ModelRefused(f"judge {self._host}: {says}") from None
                time.sleep(PAUSE_SECONDS)

    def _body(self, asked: Sequence[Message], schema: Mapping[str, object]) -> bytes:
        """The request: the most probable words, in one piece, of the form of `schema`."""
        form = {"name": "grades", "strict": True, "schema": schema}
        body: dict[str, object] = {
            "model": self._address.model,
            "messages": [{"role": turn.role, "content": turn.content} for turn in asked],
            "temperature": 0,
            "stream": False,
            "max_tokens": MOST_TOKENS,
            "chat_template_kwargs": {"enable_thinking": False},
            "response_format": {"type": "json_schema", "json_schema": form},
        }
        return json.dumps({n: v for n, v in body.items() if n not in self._spared}).encode()

    def _try(self, body: bytes) -> str:
        """The text of one reply."""
        seconds = self._address.seconds
        try:
            with closing(send(Request(self._url, body, self._headers, seconds))) as events:
                watched = _within(events, seconds)
                head = next(event for event in watched if isinstance(event, Head))
                chunks = (event for event in watched if isinstance(event, bytes))
                if head.status != _OK:
                    self._refuse(head, beginning(chunks))
                return read_whole(chunks)
        except (httpx.TimeoutException, TimeoutError):
            raise _PassingError(
                f"no reply within {seconds:g} seconds; give it longer with --judge-seconds"
            ) from None
        except httpx.HTTPError as error:
            why = error or type(error).__name__
            raise _PassingError(
                f"cannot be reached ({why}); start the server or see to --judge-url"
            ) from None

    def _refuse(self, head: Head, body: bytes) -> None:
        """Raises what an error reply means."""
        if head.status in _FORM_REFUSED:
            for field, words in _SPARED.items():
                if field not in self._spared and any(word in body for word in words):
                    raise _FieldError(field)
        says = error_message(body) or "without a word"
        if head.status >= _SERVER_ERROR or head.status == _TOO_MANY:
            raise _PassingError(f"fault {head.status}: {says}")
        if head.status in _REDIRECTS:
            says = f"it sends us on to {head.location[:100]}; give the right --judge-url"
        elif head.status in _NO_ACCESS:
            says += f"; set {KEY_VARIABLE}"
        says = says.replace(self._address.key or "\0", "…")
        raise ModelRefused(f"judge {self._host}: refused ({head.status}): {says}")


def _within(events: Iterator[Event], seconds: float) -> Iterator[Event]:
    """The events; TimeoutError when they take longer than `seconds` in all, however they drip."""
    end = time.monotonic() + seconds
    for event in events:
        if time.monotonic() > end:
            raise TimeoutError
        yield event
