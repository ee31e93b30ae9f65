"""A writer that asks an OpenAI-compatible server: vLLM, llama.cpp, Ollama, transformers serve.

Knows: the chat completions request, when to try again, what to tell the reader. Does not know:
sockets and threads (`rag.connection`), the form of a reply (`rag.event_stream`), prompts.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing

import httpx

from index.errors import ModelRefused
from index.settings import Settings
from rag.connection import Event, Head, Request, beginning, chat_address, send
from rag.event_stream import BrokenOffError, ReplyError, error_message, read_events, read_whole
from rag.nouns import Evidence, Language
from rag.patience import Patience, StoppedError
from rag.prompts import Message, messages
from rag.thinking import without_thinking
from rag.writer import Stop

PAUSE_SECONDS = 0.5
_LONGEST_PAUSE = 5.0
_THINKING = "chat_template_kwargs"
_OK, _BAD_REQUEST, _UNPROCESSABLE, _TOO_MANY, _SERVER_ERROR = 200, 400, 422, 429, 500
_NO_ACCESS = (401, 403)
_REDIRECTS = range(300, 400)


class _PassingError(Exception):
    """A fault that may have passed at a second try, after `pause` seconds."""

    def __init__(self, why: str, pause: float | None = None) -> None:
        super().__init__(why)
        self.pause = PAUSE_SECONDS if pause is None else pause


class _ThinkingFieldError(Exception):
    """The server does not know the field that switches thinking off."""


class ServerWriter:
    """Writes with `settings.model` on the server at `settings.server_url`."""

    def __init__(self, settings: Settings) -> None:
        """Checks the settings and asks the server nothing; raises ModelRefused."""
        if not settings.model:
            raise ModelRefused("setting model is empty: name the model that the server is to use")
        self._settings = settings
        self._url, self._host = chat_address(
            settings.server_url, "setting server_url", "server_key"
        )
        self._headers = {
            "Content-Type": "application/json",
            "Accept": "text/event-stream, application/json",
            "Accept-Encoding": "identity",
        }
        if settings.server_key:
            if not settings.server_key.isascii() or not settings.server_key.isprintable():
                raise ModelRefused("setting server_key: a key is plain printable text")
            self._headers["Authorization"] = f"Bearer {settings.server_key}"
        self._knows_thinking = True

    @property
    def name(self) -> str:
        """The model, as the server calls it."""
        return self._settings.model

    def write(
        self, question: str, language: Language, evidence: Sequence[Evidence], stop: Stop
    ) -> Iterator[str]:
        """The draft in pieces, see `rag.writer.Writer`.

        A server that cannot be reached, breaks off before its first word, or is overloaded is
        asked once more. Raises ModelRefused with what the server says; after some pieces too.
        """
        asked = messages(question, language, evidence)
        patience = Patience(stop, self._settings.server_timeout)
        try:
            yield from self._write(asked, patience)
        except StoppedError:
            return
        except (_PassingError, TimeoutError, ReplyError) as error:
            raise ModelRefused(f"server {self._host}: {error}") from error

    def _write(self, asked: Sequence[Message], patience: Patience) -> Iterator[str]:
        """One try, and a second one when the first failed before a word came."""
        spoken, tries_left = False, 2
        while True:
            tries_left -= 1
            try:
                with closing(self._try(asked, patience)) as pieces:
                    for piece in without_thinking(pieces):
                        spoken = True
                        yield piece
                return
            except _ThinkingFieldError:
                self._knows_thinking = False
                tries_left += 1
            except _PassingError as error:
                if spoken or not tries_left:
                    raise
                patience.pause(error.pause)

    def _try(self, asked: Sequence[Message], patience: Patience) -> Generator[str, None, None]:
        """The pieces of one reply."""
        request = Request(
            self._url, self._body(asked), self._headers, self._settings.server_timeout
        )
        try:
            with closing(send(request)) as events:
                watched = _watched(events, patience)
                head = next(event for event in watched if isinstance(event, Head))
                chunks = (event for event in watched if isinstance(event, bytes))
                if head.status != _OK:
                    self._refuse(head, beginning(chunks))
                if head.media_type == "application/json":
                    yield read_whole(chunks)
                    return
                for piece in read_events(chunks):
                    patience.renew()
                    if piece:
                        yield piece
        except httpx.ReadTimeout as error:
            raise TimeoutError(f"no reply within {request.seconds:g} seconds") from error
        except httpx.HTTPError as error:
            raise _PassingError(
                f"the connection failed ({error or type(error).__name__})"
            ) from error
        except BrokenOffError as error:
            raise _PassingError(str(error)) from error

    def _body(self, asked: Sequence[Message]) -> bytes:
        """The request: the most probable words, streamed, without thinking aloud."""
        body: dict[str, object] = {
            "model": self._settings.model,
            "messages": [{"role": turn.role, "content": turn.content} for turn in asked],
            "max_tokens": self._settings.max_new_tokens,
            "temperature": 0,
            "stream": True,
        }
        if self._knows_thinking:
            body[_THINKING] = {"enable_thinking": False}
        return json.dumps(body).encode()

    def _refuse(self, head: Head, body: bytes) -> None:
        """Raises what an error reply means."""
        unknown = head.status in (_BAD_REQUEST, _UNPROCESSABLE) and _THINKING.encode() in body
        if unknown and self._knows_thinking:
            raise _ThinkingFieldError
        says = error_message(body) or "without a word"
        if head.status >= _SERVER_ERROR or head.status == _TOO_MANY:
            wait = float(head.retry_after) if head.retry_after.isdecimal() else PAUSE_SECONDS
            raise _PassingError(f"fault {head.status}: {says}", min(wait, _LONGEST_PAUSE))
        if head.status in _REDIRECTS:
            says = f"it sends us on to {head.location[:100]}; set server_url to the right address"
        elif head.status in _NO_ACCESS:
            says += "; see to the setting server_key"
        raise ReplyError(f"refused ({head.status}): {says}")


def _watched(events: Iterator[Event], patience: Patience) -> Iterator[Event]:
    """The events, with a look at the patience at each."""
    for event in events:
        patience.check()
        yield event
