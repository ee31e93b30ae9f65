"""Where the focus goes on the page, and what a screen reader hears of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser import Visit, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
CSAM = "Wat was het standpunt van Nederland over de detectie van CSAM?"
HEAD = "document.activeElement.matches('#answer article h2')"
SEEN = """(selector) => {
    const box = document.querySelector(selector).getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight; }"""


@pytest.mark.parametrize("width", [1280, 380])
def test_a_question_is_followed_to_its_answer_and_back(
    browser: Browser, demo: str, width: int
) -> None:
    with Visit(browser, demo, width=width) as visit:
        page = visit.open("nl")
        visit.ask(CSAM)
        until(page, HEAD)
        until(page, f"({SEEN})('#answer .badges')")
        for _ in range(12):
            page.keyboard.press("Tab")
            number = page.evaluate("document.activeElement.dataset.cite ?? ''")
            if number:
                break
        assert number == "1"
        page.keyboard.press("Enter")
        page.wait_for_selector("#source mark")
        until(page, "document.activeElement.matches('#source h2')")
        until(page, f"({SEEN})('#source h2') && ({SEEN})('#source mark')")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.dataset.cite") == "1"
        assert (visit.outside, visit.trouble) == ([], [])


def test_one_place_says_that_the_answer_is_there_and_no_more(browser: Browser, demo: str) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("en")
        visit.ask("what was NL's position on CSAM detection?")
        until(page, "document.querySelector('#told-live')?.textContent === 'Ready: Answer'")
        live = ":is([aria-live], [role=status], [role=log], [role=alert])"
        assert page.locator(f"{live}:has(article), {live} article").count() == 0
        assert page.get_attribute("#told-live", "role") == "status"


def test_who_types_on_is_left_alone(browser: Browser, demo: str) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("nl")
        page.fill("#question textarea", CSAM)
        page.press("#question textarea", "Enter")
        page.keyboard.type(" en")
        page.wait_for_selector("#answer article")
        page.wait_for_timeout(300)
        assert page.evaluate("document.activeElement.matches('#question textarea')")


def test_the_focus_stays_on_the_language_that_was_chosen(browser: Browser, demo: str) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("nl")
        visit.tab("Vergadering")
        visit.make("meeting")
        until(page, "document.activeElement.matches('#meeting-told h2')")
        page.focus("#language input[value=en]")
        page.keyboard.press("Space")
        page.wait_for_selector("#meeting-told article :text('item')")
        page.wait_for_timeout(300)
        assert page.evaluate("document.activeElement.closest('#language') !== null")


@pytest.mark.parametrize("stops", [1, 2, 3])
def test_a_list_of_choices_closes_behind_who_leaves_it(
    browser: Browser, demo: str, stops: int
) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("nl")
        visit.tab("Vergadering")
        page.focus("#which-meeting input")
        page.wait_for_selector("[role=listbox]")
        for _ in range(stops):
            page.keyboard.press("Tab")
        page.wait_for_selector("[role=listbox]", state="detached")
