"""Fixtures that several test files ask for by name; what they need is imported when asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium; the test is skipped where there is none."""
    from browser import chromium

    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page on the demonstration library, as `make run` opens it."""
    from browser import serving, settings_in

    from rag.open import demo_library, open_assistant
    from rag.page.room import Room

    folder = tmp_path_factory.mktemp("demo")
    settings = settings_in(folder)
    room = Room(settings, demo=open_assistant(settings, demo_library(settings)))
    with serving(room, folder / "uploads") as address:
        yield address
    room.close()
