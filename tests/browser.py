"""A page that answers in this process, and a browser to look at it with; shared by tests."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.settings import Settings
from rag.open import add_paths, open_assistant
from rag.page.room import Room

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from rag.writer import Writer

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
]
STEP = 20_000  # milliseconds that one step may take on a busy machine

PAPER = """Verslag van de JBZ-Raad, 13 en 14 juni 2024

Binnenlandse Zaken

1. Bescherming van olifanten

De Commissie zegde toe in het najaar een voorstel over olifanten te doen. Nederland steunde de
bescherming van olifanten, mits de kosten vooraf bekend zijn. Frankrijk vroeg om uitstel.

2. Schengen

De Raad sprak over de toestand van het Schengengebied. Nederland vroeg aandacht voor de grenzen.
"""
HOSTILE = (
    '<script>window.hit=1</script> <img src="http://evil.invalid/a.png" onerror="window.hit=1"> '
    "![x](http://evil.invalid/b.png) [klik](javascript:window.hit=1) ${window.hit=1} {{7*7}}"
)
HOSTILE_NAME = "<img src=x onerror=window.hit=1>.txt"
HOSTILE_PAPER = f"""Verslag van de JBZ-Raad, 13 en 14 juni 2024

Binnenlandse Zaken

1. Versleuteling <img src=x onerror=window.hit=1>

Nederland steunde de versleuteling van berichten {HOSTILE} zonder voorbehoud.
"""


def settings_in(folder: Path, **given: object) -> Settings:
    return Settings(library=folder / "library", demo=folder / "demo", lock_timeout=1.0, **given)


def room_with(folder: Path, **papers: str) -> Room:
    """A room over a library of its own that holds text papers, by name without suffix."""
    settings = settings_in(folder)
    own = open_assistant(settings, settings.library, create=True)
    shelf = folder / "given"
    shelf.mkdir()
    paths = []
    for name, text in papers.items():
        paths.append(shelf / (name if "." in name else f"{name}.txt"))
        paths[-1].write_text(text, encoding="utf-8")
    report = add_paths(own.library, paths, settings)
    assert not report.failed, report.failed
    return Room(settings, own)


@contextmanager
def serving(room: Room, uploads: Path) -> Iterator[str]:
    """The address of a server of the page, in a thread of its own."""
    from app import shut_up_gradio, web
    from rag.page.http import Server, address_of, listen

    shut_up_gradio(uploads)
    listening = listen("127.0.0.1", 0, "")
    answering = threading.Event()
    server = Server(web(room, "127.0.0.1"), answering.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    assert answering.wait(30)
    try:
        yield address_of("127.0.0.1", listening)
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@contextmanager
def hostile_page(folder: Path, writer: Writer) -> Iterator[str]:
    """The address of a page on a library of hostile papers, over which this model writes."""
    plain = room_with(folder, **{HOSTILE_NAME: HOSTILE_PAPER})
    room = Room(plain.settings, replace(plain.assistant("own"), writer=writer))
    with serving(room, folder / "uploads") as address:
        yield address
    room.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's chromium; skips the test where there is none, unless it is required."""
    if not CHROMIUM.exists():
        if os.environ.get("RAADPLEEG_TEST_BROWSER") == "required":
            pytest.fail(f"{CHROMIUM} is not there and RAADPLEEG_TEST_BROWSER=required")
        pytest.skip(f"{CHROMIUM} is not there; apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


class Read(HTMLParser):
    """The tags, attributes and text that a browser would see."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(shown)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


class Visit:
    """One reader's look at the page; remembers what it asked of others, dialogs and errors."""

    def __init__(self, browser: Browser, address: str, width: int = 1280, scheme: str = "light"):
        size = {"width": width, "height": 800}
        self.context = browser.new_context(viewport=size, color_scheme=scheme, locale="en-GB")
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(STEP)
        self.outside: list[str] = []
        self.trouble: list[str] = []
        self.address = address
        self.page.on("request", self._asked)
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("console", self._said)

    def _asked(self, request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.outside.append(request.url)

    def _dialog(self, dialog) -> None:
        self.trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _said(self, message) -> None:
        if message.type == "error":
            self.trouble.append(message.text)

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def open(self, language: str = "nl") -> Page:
        self.page.goto(f"{self.address}/?lang={language}")
        self.page.wait_for_selector("#head h1")
        return self.page

    def tab(self, name: str) -> None:
        """Go to a tab by its name in the language of the page."""
        self.page.click(f"[role=tab]:has-text('{name}')")

    def make(self, name: str, **fields: str) -> str:
        """Fill in fields by the end of their id, press the button of a tab; what it then shows."""
        for field, text in fields.items():
            self.page.fill(f"#{name}-{field} :is(input, textarea)", text)
        self.page.click(f"#{name}-go")
        self.page.wait_for_selector(f"#{name}-told article")
        return self.page.inner_text(f"#{name}-told")

    def ask(self, question: str) -> str:
        """Ask with Enter; the text of the answer."""
        self.page.fill("#question textarea", question)
        self.page.press("#question textarea", "Enter")
        self.page.wait_for_selector("#answer article")
        return self.page.inner_text("#answer")


def contrast(page: Page, selector: str) -> float:
    """Of text to the nearest ground painted behind it, as WCAG counts it."""
    ink, ground = page.evaluate(
        """(selector) => {
        const at = document.querySelector(selector);
        const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
        let up = at, ground;
        do { ground = numbers(getComputedStyle(up).backgroundColor); up = up.parentElement; }
        while (up && ground[3] === 0);
        return [numbers(getComputedStyle(at).color), ground]; }""",
        selector,
    )

    def light(colour: Sequence[float]) -> float:
        shares = [c / 255 for c in colour[:3]]
        linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(ink), light(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def until(page: Page, expression: str) -> None:
    """Wait until a script's expression is true in the page.

    `page.wait_for_function` would evaluate it again inside the page, which the page's own security
    policy forbids; asked from here it may be.
    """
    last = time.monotonic() + STEP / 1000
    while not page.evaluate(expression):
        assert time.monotonic() < last, f"not true in time: {expression}"
        page.wait_for_timeout(20)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
