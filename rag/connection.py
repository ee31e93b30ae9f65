"""One request to a server, whose reply can be left at any moment.

Knows: httpx, threads, where on a server chat completions are. Does not know: what is asked, what a
reply means.
The request runs in a thread of its own, in an event loop, because a blocking read cannot be
interrupted: closing the iterator cuts the connection at once, and the server stops working.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Generator, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from urllib.parse import urlsplit

import httpx

from index.errors import ModelRefused

MOST_ERROR_BYTES = 65_536  # of a reply that tells an error

_CONNECT_SECONDS = 10.0
_LOOK_SECONDS = 0.1
_LEFT_SECONDS = 0.05
_MOST_WAITING = 256


@dataclass(frozen=True, slots=True)
class Request:
    """A POST of `body` (JSON) to `url`; `seconds` without a byte is a time-out."""

    url: str
    body: bytes
    headers: Mapping[str, str]
    seconds: float


@dataclass(frozen=True, slots=True)
class Head:
    """How a reply begins."""

    status: int
    media_type: str
    retry_after: str
    location: str


Event = Head | bytes | None
_Events = SimpleQueue["Head | bytes | Future[None]"]


def chat_address(given: str, setting: str, key: str) -> tuple[str, str]:
    """The address of chat completions on the server at `given`, and its host as readers see it.

    setting, key: where the reader gives the address and a key. Raises ModelRefused, which does not
    repeat what was given: it may hold a key.
    """
    try:
        parts = urlsplit(given.strip())
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
        httpx.URL(given.strip())
    except (ValueError, httpx.InvalidURL):
        raise ModelRefused(
            f"{setting}: is no address; give one such as http://127.0.0.1:8000"
        ) from None
    if parts.scheme not in ("http", "https") or not host:
        raise ModelRefused(
            f"{setting}: give an http or https address such as http://127.0.0.1:8000 or …/v1"
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ModelRefused(f"{setting}: only host and path; a key goes into {key}")
    path = parts.path.rstrip("/").removesuffix("/chat/completions")
    path = path if path.endswith("/v1") else f"{path}/v1"
    return f"{parts.scheme}://{parts.netloc}{path}/chat/completions", f"{host}{port}"


def send(request: Request) -> Generator[Event, None, None]:
    """The head of the reply, then its bytes as they come, and None whenever nothing came for 0.1 s.

    Redirects are not followed and proxies of the environment not used: the text goes to `url` and
    nowhere else. Raises httpx.HTTPError. Closing the iterator cuts the connection.
    """
    events: _Events = SimpleQueue()
    left = threading.Event()
    worker = ThreadPoolExecutor(1, thread_name_prefix="raadpleeg-request")
    try:
        exchange = worker.submit(asyncio.run, _watched(request, events, left))
        exchange.add_done_callback(events.put)
        while True:
            event = _next(events)
            if isinstance(event, Future):
                event.result()
                return
            yield event
    finally:
        left.set()
        worker.shutdown(wait=True)


def _next(events: _Events) -> Event | Future[None]:
    """What came next; None when nothing came for a while."""
    try:
        return events.get(timeout=_LOOK_SECONDS)
    except Empty:
        return None


async def _watched(request: Request, events: _Events, left: threading.Event) -> None:
    """The exchange, cancelled within 0.05 s after the reader has left."""
    exchange = asyncio.ensure_future(_exchange(request, events))
    while not exchange.done():
        await asyncio.wait({exchange}, timeout=_LEFT_SECONDS)
        if left.is_set():
            exchange.cancel()
    if not exchange.cancelled():
        exchange.result()


async def _exchange(request: Request, events: _Events) -> None:
    """Sends the request and passes on what comes back, no faster than it is taken."""
    patience = httpx.Timeout(request.seconds, connect=min(request.seconds, _CONNECT_SECONDS))
    # Certificates are loaded where they are needed only: it takes longer than a local request.
    secure = request.url.startswith("https:")
    async with (
        httpx.AsyncClient(
            timeout=patience, follow_redirects=False, trust_env=False, verify=secure
        ) as client,
        client.stream(
            "POST", request.url, content=request.body, headers=dict(request.headers)
        ) as reply,
    ):
        events.put(_head(reply))
        async for chunk in reply.aiter_raw():
            events.put(chunk)
            while events.qsize() > _MOST_WAITING:
                await asyncio.sleep(_LEFT_SECONDS)


def _head(reply: httpx.Response) -> Head:
    """The head of a reply."""
    told = reply.headers
    media_type = told.get("content-type", "").partition(";")[0].strip().lower()
    return Head(
        reply.status_code, media_type, told.get("retry-after", ""), told.get("location", "")
    )


def beginning(chunks: Iterator[bytes]) -> bytes:
    """The first 64 kB of a reply: as much as is looked at of one that tells an error."""
    body = b""
    for chunk in chunks:
        body += chunk
        if len(body) >= MOST_ERROR_BYTES:
            break
    return body[:MOST_ERROR_BYTES]
