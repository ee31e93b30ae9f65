"""Asks a server writer one question over evidence made by hand."""

from __future__ import annotations

import threading

from some_evidence import ALL

from index.settings import Settings
from rag.server import ServerWriter
from rag.writer import never, open_writer

QUESTION = "Wat vindt Nederland?"


def writer(url: str, **settings) -> ServerWriter:
    """A writer on the server at `url`, which may be silent for five seconds."""
    named = {"model": "tiny", "server_timeout": 5.0} | settings
    made = open_writer(Settings(writer="server", server_url=url, **named))
    assert isinstance(made, ServerWriter)
    return made


def draft(url: str, **settings) -> str:
    """The whole draft."""
    return "".join(writer(url, **settings).write(QUESTION, "nl", ALL, never))


def request_threads() -> list[str]:
    """The threads of requests that still run."""
    return [t.name for t in threading.enumerate() if t.name.startswith("raadpleeg-request")]
