"""The page's server: its address, its start and end.

Knows: sockets, uvicorn. Does not know: Gradio, papers.
"""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from index.errors import RaadpleegError
from rag.page.guard import is_loopback

GRACE = 3  # seconds that requests under way get at the end


def listen(host: str, port: int, password: str) -> socket.socket:
    """A socket that listens on host and port (0: any free one).

    Raises RaadpleegError: the port is taken, the host is not of this machine, or others could
    reach it while no password is set.
    """
    if not is_loopback(host) and not password:
        raise RaadpleegError(
            f"--host {host}: others could reach the page; set RAADPLEEG_PASSWORD first, "
            "or leave out --host"
        )
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise RaadpleegError(f"--host {host}: is no address ({error.strerror})") from None
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise RaadpleegError(
            f"port {port}: cannot be used on {host} ({error.strerror}); stop the program that has "
            f"it, or choose another with --port {port + 1 if port < 65535 else port - 1}"
        ) from None
    return listening


def address_of(host: str, listening: socket.socket) -> str:
    """The address to type into a browser on this machine."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 - read, not bound
    shown = f"[{name}]" if ":" in name and not name.startswith("[") else name
    return f"http://{shown}:{listening.getsockname()[1]}"


class Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, app: ASGIApp, ready: Callable[[], None]) -> None:
        """`ready` is called once, when the first request would be answered."""
        super().__init__(
            uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=GRACE,
            )
        )
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start listening."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    def serve_on(self, listening: socket.socket) -> None:
        """Answer until told to end. A polite end (SIGTERM) leaves by SystemExit, so that what was
        opened around this is closed; uvicorn itself hands the signal on once it has finished."""
        before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        try:
            self.run(sockets=[listening])
        finally:
            signal.signal(signal.SIGTERM, before)
