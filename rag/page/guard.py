"""What every request to the page passes: who may ask, how much, and what a browser may do with it.

Knows: HTTP, browsers' rules. Does not know: Gradio, papers. Against a page elsewhere that has its
name point at this machine, only names of this machine are answered; against text of a paper that
turns out to be markup after all, only scripts that the server names run, and nothing is loaded
from elsewhere.
"""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
UPLOAD = "/gradio_api/upload"  # has a limit of its own
MOST_BYTES = 256 * 1024  # of any other request; the longest question takes 12 kB
WRONG_PASSWORDS = 5  # after these each further try has to wait
WAIT = 2.0  # seconds
SHUT = {
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
# Gradio's own components are templates that it compiles in the browser: hence 'unsafe-eval'.
# Without the nonce no inline script and no on… attribute runs.
POLICY = (
    "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-src 'none'; frame-ancestors 'none'"
)
_ELSEWHERE = re.compile(rb'\s*<meta\s+(?:property|name)="(?:og|twitter):[^>]*>')
_OURS = b'<link rel="stylesheet" href="/raadpleeg.css"><script src="/raadpleeg.js" defer></script>'


def is_loopback(host: str) -> bool:
    """True when only this machine can reach a server that listens on `host`."""
    try:
        return host in LOOPBACK or ip_address(host).is_loopback
    except ValueError:
        return False


def names_for(host: str) -> frozenset[str] | None:
    """The names by which a server on `host` may be asked; None for any.

    A server for all addresses cannot know its names; there the password is what keeps others out.
    """
    return None if host in ("0.0.0.0", "::") else LOOPBACK | {host.casefold()}  # noqa: S104 - compared only


class Guard:
    """ASGI middleware: refuses what is not for us, shuts what is sent."""

    def __init__(self, app: ASGIApp, names: Iterable[str] | None) -> None:
        """`names`: the hosts that are answered; None for any."""
        self._app = app
        self._names = None if names is None else frozenset(names)
        self._wrong = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], scope["path"], headers)
        nonce = secrets.token_urlsafe(16)
        shut = _Shut(send, nonce)
        if refusal is not None:
            await refusal(scope, receive, shut.send)
            return
        login = scope["method"] == "POST" and scope["path"].startswith("/login")
        if login and self._wrong >= WRONG_PASSWORDS:
            await asyncio.sleep(WAIT)
        await self._app(_plain(scope), _limited(receive, scope["path"]), shut.send)
        if login:
            self._wrong = 0 if shut.status < 400 else self._wrong + 1

    def _refusal(self, method: str, path: str, headers: Headers) -> PlainTextResponse | None:
        """Why the request is not answered; None when it is."""
        host = urlsplit(f"//{headers.get('host', '')}")
        if self._names is not None and (host.hostname or "") not in self._names:
            return PlainTextResponse("This server does not answer to that name.", 421)
        origin = headers.get("origin")
        if method not in ("GET", "HEAD") and origin and urlsplit(origin).netloc != host.netloc:
            return PlainTextResponse("Requests from another site are not answered.", 403)
        length = headers.get("content-length", "0")
        if not path.startswith(UPLOAD) and (not length.isdigit() or int(length) > MOST_BYTES):
            return PlainTextResponse(f"A request has at most {MOST_BYTES} bytes.", 413)
        return None


def _plain(scope: Scope) -> Scope:
    """The request without a wish for compression where the answer may be a page we write into."""
    if scope["path"].startswith(("/assets", "/static", "/gradio_api")):
        return scope
    kept = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": kept}


def _limited(receive: Receive, path: str) -> Receive:
    """`receive`, cut off when a body without a stated length runs past the limit."""
    got = 0

    async def limited() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        return {"type": "http.disconnect"} if got > MOST_BYTES else message

    return receive if path.startswith(UPLOAD) else limited


class _Shut:
    """Sends a response with our headers; a page with its scripts named and ours in it."""

    def __init__(self, send: Send, nonce: str) -> None:
        self._send, self._nonce = send, nonce
        self._start: Message | None = None
        self._page = b""
        self.status = 0

    async def send(self, message: Message) -> None:
        """One part of the response."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in SHUT.items():
                headers[name] = value
            headers["content-security-policy"] = POLICY.format(nonce=self._nonce)
            if headers.get("content-type", "").startswith("text/html"):
                headers["cache-control"] = "no-store"
                self._start = message
                return
        elif self._start is not None:
            await self._send_page(message)
            return
        await self._send(message)

    async def _send_page(self, message: Message) -> None:
        self._page += message.get("body", b"")
        if message.get("more_body") or self._start is None:
            return
        page = written(self._page, self._nonce)
        MutableHeaders(scope=self._start)["content-length"] = str(len(page))
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": page})


def written(page: bytes, nonce: str) -> bytes:
    """A page with its scripts named, ours added, in Dutch to begin with, pointing nowhere else."""
    page = _ELSEWHERE.sub(b"", page)
    page = page.replace(b'lang="en"', b'lang="nl"', 1).replace(b"</head>", _OURS + b"</head>", 1)
    return page.replace(b"<script", b'<script nonce="' + nonce.encode() + b'"')
