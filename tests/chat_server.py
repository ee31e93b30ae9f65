"""A small chat server whose every reply a test scripts: what it sends, how slowly, how it fails."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = Callable[["ChatHandler"], None]


@dataclass
class ChatServer:
    """Where it listens, what it was asked, and the replies still to be given (the last repeats)."""

    url: str
    replies: list[Reply]
    asked: list[dict] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    cut: threading.Event = field(default_factory=threading.Event)


class ChatHandler(BaseHTTPRequestHandler):
    """Notes the request and gives the next reply."""

    server: ThreadingHTTPServer
    script: ChatServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.script.asked.append(json.loads(body))
        self.script.headers.append(dict(self.headers))
        self.script.paths.append(self.path)
        replies = self.script.replies
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        try:
            reply(self)
        except OSError:
            self.script.cut.set()

    def begin(self, status: int = 200, media_type: str = "text/event-stream", **more: str) -> None:
        """The head of a reply that ends when the connection closes."""
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.flush()

    def say(self, *texts: str) -> None:
        """One event for each text."""
        for text in texts:
            told = {"choices": [{"delta": {"content": text}, "finish_reason": None}]}
            self.wfile.write(f"data: {json.dumps(told)}\n\n".encode())
            self.wfile.flush()

    def end(self) -> None:
        """The end of a stream."""
        self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


def says(*texts: str) -> Reply:
    """A reply that says `texts` and ends well."""

    def reply(handler: ChatHandler) -> None:
        handler.begin()
        handler.say(*texts)
        handler.end()

    return reply


def fails(status: int, body: str = "", **headers: str) -> Reply:
    """A reply of another status."""

    def reply(handler: ChatHandler) -> None:
        handler.begin(status, "application/json", **headers)
        handler.wfile.write(body.encode())

    return reply


@contextmanager
def chat_server(*replies: Reply) -> Iterator[ChatServer]:
    """A running server that gives `replies` in turn."""
    script = ChatServer("", list(replies))
    handler = type("Handler", (ChatHandler,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    script.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
