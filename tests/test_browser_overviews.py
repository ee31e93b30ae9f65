"""The tabs Meeting, Positions and Briefing as a reader meets them, in Debian's chromium."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import (
    HOSTILE,
    Visit,
    contrast,
    hostile_page,
    until,
)

from rag.nouns import Evidence, Language

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from rag.writer import Stop

pytestmark = pytest.mark.browser
TABS = {
    "nl": ("Vergadering", "Standpunten", "Briefing"),
    "en": ("Meeting", "Positions", "Briefing"),
}


def opens_at_the_quote(page: Page, name: str, number: int = 0) -> None:
    """The citation opens its paper at the quote by Enter, and the way back leads to it."""
    button = page.locator(f"#{name}-told button.cite >> visible=true").nth(number)
    cite = button.get_attribute("data-cite")
    quote = button.evaluate("b => b.closest('.said, td').querySelector('.quote').innerText")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#{name}-source button.back[data-back='{cite}']")
    marked = " ".join(page.locator(f"#{name}-source mark").all_inner_texts())
    assert marked.split() == quote.strip("“”").split()
    until(page, f"document.activeElement.matches('#{name}-source h2')")
    page.click(f"#{name}-source button.back")
    assert page.evaluate("document.activeElement.dataset.cite") == cite


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_meeting_is_summarised_compared_and_taken_along(
    browser: Browser, demo: str, language: Language
) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open(language)
        visit.tab(TABS[language][0])
        chosen = page.input_value("#which-meeting input")
        assert "2026" in chosen  # the newest first
        told = visit.make("meeting")
        assert chosen in told and "Justitie 5" in told
        opens_at_the_quote(page, "meeting")
        page.locator("#meeting-told button.jump").nth(1).focus()
        page.keyboard.press("Enter")
        until(page, "document.activeElement.parentElement.matches('details.fold[open]')")
        until(page, "document.activeElement.getBoundingClientRect().top < innerHeight / 2")
        page.locator("#meeting-told ol.compared summary").nth(1).click()
        first = page.locator("#meeting-told ol.compared details[open] dl")
        assert first.locator("dt").count() == 4  # meant, said, outcome, next step
        page.locator("#meeting-told details.fold > summary").nth(2).click()
        page.wait_for_selector("#meeting-told table.register >> visible=true")
        with page.expect_download() as download:
            page.click("#take-csv")
        name = download.value.suggested_filename
        assert name.startswith("register") and name.endswith(".csv") and chosen in name
        written = Path(download.value.path()).read_bytes().decode("utf-8-sig")
        rows = page.locator("#meeting-told table.register tbody tr").count()
        assert written.count("\r\n") == rows + 1 and written.startswith('"sort"')
        assert (visit.outside, visit.trouble) == ([], [])


def test_another_meeting_begins_anew(browser: Browser, demo: str) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("nl")
        visit.tab("Vergadering")
        visit.make("meeting")
        opens_at_the_quote(page, "meeting")
        page.click("#which-meeting input")
        page.click("[role=option]:has-text('8-9 juni 2023')")
        page.click("#meeting-go")
        page.wait_for_selector("#meeting-told h2:has-text('8-9 juni 2023')")
        assert "Kies een nummer" in page.inner_text("#meeting-source")


def test_what_stands_on_a_tab_is_made_again_in_another_language(
    browser: Browser, demo: str
) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("nl")
        visit.tab("Standpunten")
        assert "op volgorde van vergadering" in visit.make("positions", topic="CSAM")
        visit.tab("Vergadering")
        assert "JBZ-Raad" in visit.make("meeting")
        page.click("#language label:has-text('English')")
        page.wait_for_selector("#meeting-told h2:has-text('JHA Council')")
        told = page.inner_text("#meeting-told")
        assert "Positions of the Netherlands" in told and "Standpunten" not in told
        visit.tab("Positions")
        page.wait_for_selector("#positions-told article p[lang=en].told")
        assert "op volgorde van vergadering" not in page.inner_text("#positions-told")
        page.wait_for_selector("#timeline .scatterlayer .points path")
        assert (visit.outside, visit.trouble) == ([], [])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_positions_are_drawn_and_listed_and_set_side_by_side(
    browser: Browser, demo: str, language: Language
) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open(language)
        visit.tab(TABS[language][1])
        page.fill("#positions-topic :is(input, textarea)", "CSAM")
        page.press("#positions-topic :is(input, textarea)", "Enter")
        page.wait_for_selector("#positions-told table.of-1")
        page.wait_for_selector("#timeline .scatterlayer .points path")
        assert page.get_attribute("#timeline .js-plotly-plot", "role") == "img"
        assert "CSAM" in (page.get_attribute("#timeline .js-plotly-plot", "aria-label") or "")
        times = page.locator("#positions-told time")
        days = [times.nth(n).get_attribute("datetime") for n in range(times.count())]
        assert days == sorted(days) and len(days) > 4
        opens_at_the_quote(page, "positions", 3)
        page.fill("#actor-other input", "Commis")
        page.keyboard.press("Enter")
        page.click("#positions-go")
        page.wait_for_selector("#positions-told table.of-2")
        until(page, "document.querySelectorAll('#timeline .subplot').length == 2")
        assert (visit.outside, visit.trouble) == ([], [])


def test_an_unknown_topic_or_actor_is_told_and_near_ones_offered(
    browser: Browser, demo: str
) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("en")
        visit.tab("Positions")
        page.click("#positions-go")
        page.wait_for_selector("#positions-told [role=alert]:has-text('Fill in a topic first')")
        told = visit.make("positions", topic="landbouw")
        assert "Not found" in told
        assert page.locator("#timeline .js-plotly-plot").count() == 0
        offered = page.locator("#positions-told button.topic").first
        topic = offered.inner_text()
        offered.click()
        page.wait_for_selector(f"#positions-told h2:has-text({topic!r})")
        assert page.input_value("#positions-topic :is(input, textarea)") == topic
        page.fill("#actor-one input", "Atlantis")
        page.press("#actor-one input", "Enter")
        page.click("#positions-go")
        page.wait_for_selector("#positions-told [role=alert]:has-text('Atlantis')")
        assert (visit.outside, visit.trouble) == ([], [])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_briefing_is_read_and_taken_along(
    browser: Browser, demo: str, language: Language
) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open(language)
        visit.tab("Briefing")
        told = visit.make("briefing", topic="CSAM", since="2023")
        assert "CSAM" in told and "2022" not in page.inner_text("#briefing-told ul.sources")
        opens_at_the_quote(page, "briefing", 1)
        shown = page.locator("#briefing-told .said").count()
        with page.expect_download() as download:
            page.click("#take-docx")
        assert download.value.suggested_filename == "briefing CSAM.docx"
        with zipfile.ZipFile(download.value.path()) as packed:
            notes = packed.read("word/footnotes.xml").decode()
        assert notes.count('w:type="') + shown == notes.count("<w:footnote ")
        with page.expect_download() as download:
            page.click("#take-markdown")
        assert download.value.suggested_filename == "briefing CSAM.md"
        assert f"[^{shown}]:" in Path(download.value.path()).read_text("utf-8")
        assert (visit.outside, visit.trouble) == ([], [])


def test_a_time_that_is_none_is_told(browser: Browser, demo: str) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("nl")
        visit.tab("Briefing")
        page.fill("#briefing-topic :is(input, textarea)", "CSAM")
        page.fill("#briefing-since :is(input, textarea)", "gisteren")
        page.click("#briefing-go")
        page.wait_for_selector("#briefing-told [role=alert]:has-text('“gisteren”: dat is geen')")
        assert page.is_disabled("#take-docx") and visit.trouble == []


def test_arrow_keys_go_from_tab_to_tab(browser: Browser, demo: str) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("nl")
        page.wait_for_selector("[role=tablist] [role=tab] >> visible=true")
        chosen = "document.querySelector('[role=tablist] [role=tab][aria-selected=true]')"
        page.locator("[role=tab]:has-text('Vergadering') >> visible=true").click()
        for key, name in (
            ("ArrowRight", "Standpunten"),
            ("ArrowLeft", "Vergadering"),
            ("End", "Stukken"),
            ("ArrowRight", "Vragen"),
            ("ArrowLeft", "Stukken"),
            ("Home", "Vragen"),
        ):
            page.keyboard.press(key)
            until(page, f"{chosen} === document.activeElement")
            assert page.evaluate("document.activeElement.innerText.trim()").startswith(name)
            until(page, "document.querySelectorAll('[role=tablist] [tabindex=\"0\"]').length === 1")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('role')") != "tab"
        assert visit.trouble == []


WORDS_BROKEN = """(selector) => [...document.querySelectorAll(selector)].filter((cell) => {
  const range = document.createRange();
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode()); )
    for (const word of text.data.matchAll(/[\\w]{3,16}/g)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) return true;
    }
  return false;
}).map((cell) => cell.innerText)"""


@pytest.mark.parametrize("width", [1280, 360])
def test_no_word_of_a_meeting_is_broken(browser: Browser, demo: str, width: int) -> None:
    with Visit(browser, demo, width=width) as visit:
        page = visit.open("nl")
        visit.tab("Vergadering")
        visit.make("meeting")
        for fold in page.locator("#meeting-told summary >> visible=true").all()[1:]:
            fold.click()
        for cells in ("table.register tbody :is(th, td)", "ol.compared dd .quote"):
            assert page.locator(f"#meeting-told {cells}").count() > 3
            assert page.evaluate(WORDS_BROKEN, f"#meeting-told {cells}") == []
        assert page.evaluate(f"document.documentElement.scrollWidth <= {width}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_they_are_readable_on_a_small_screen(browser: Browser, demo: str, scheme: str) -> None:
    with Visit(browser, demo, width=360, scheme=scheme) as visit:
        page = visit.open("nl")
        fits = "document.documentElement.scrollWidth <= 360"
        for name, word, fields in (
            ("meeting", "Vergadering", {}),
            ("positions", "Standpunten", {"topic": "CSAM"}),
            ("briefing", "Briefing", {"topic": "CSAM"}),
        ):
            visit.tab(word)
            visit.make(name, **fields)
            assert page.evaluate(fits), name
            for within in (".said", ".badge", ".told"):
                assert contrast(page, f"#{name}-told {within}") >= 4.5, (name, within)
            opens_at_the_quote(page, name)
            assert page.evaluate(fits), name
        for selector in ("#positions-told .stance", "#positions-told .title"):
            assert contrast(page, selector) >= 4.5, selector
        assert contrast(page, "#briefing-since [class*=info]") >= 4.5
        visit.tab("Standpunten")
        letters = "getComputedStyle(document.querySelector('#timeline .ytick text')).fill"
        ink = "getComputedStyle(document.querySelector('#positions-told .quote')).color"
        assert page.evaluate(letters) == page.evaluate(ink)
        visit.tab("Vergadering")
        for fold in page.locator("#meeting-told summary >> visible=true").all()[1:]:
            fold.click()
        for selector in (".compared .line", ".compared .count", ".compared .move", "h4"):
            assert contrast(page, f"#meeting-told {selector}") >= 4.5, selector
        assert page.evaluate(fits)


class Slow:
    """Writes words for some seconds, or until it is stopped."""

    name = "slow"
    stopped = 0

    def write(
        self, question: str, language: Language, evidence: Sequence[Evidence], stop: Stop
    ) -> Iterator[str]:
        last = time.monotonic() + 6
        while time.monotonic() < last:
            time.sleep(0.02)
            yield "woord "
            if stop():
                self.stopped += 1
                break


SLOW = Slow()


@pytest.fixture(scope="module")
def hostile(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page on a library of hostile papers, with a slow model."""
    with hostile_page(tmp_path_factory.mktemp("hostile"), SLOW) as address:
        yield address


def test_a_meeting_that_a_model_writes_can_be_stopped(browser: Browser, hostile: str) -> None:
    with Visit(browser, hostile) as visit:
        page = visit.open("nl")
        visit.tab("Vergadering")
        assert page.is_disabled("#meeting-stop")
        page.click("#meeting-go")
        page.wait_for_selector("#meeting-told .status")
        page.wait_for_selector("#meeting-stop:not([disabled])")
        page.click("#meeting-stop")
        page.wait_for_selector("#meeting-told article")
        assert SLOW.stopped == 1
        until(page, "document.querySelector('#meeting-stop').disabled")
        assert page.is_enabled("#meeting-go") and visit.trouble == []


def test_hostile_text_stays_text_on_every_tab(browser: Browser, hostile: str) -> None:
    with Visit(browser, hostile) as visit:
        page = visit.open("nl")
        for name, word in (("positions", "Standpunten"), ("briefing", "Briefing")):
            visit.tab(word)
            page.fill(f"#{name}-topic :is(input, textarea)", f"versleuteling {HOSTILE[:60]}")
            page.click(f"#{name}-go")
            page.wait_for_selector(f"#{name}-told :is(article, .notice)")
            assert "<script>" in page.inner_text(f"#{name}-told")
            assert page.locator(f"#{name}-told :is(img, script)").count() == 0
        page.wait_for_timeout(300)
        assert page.evaluate("window.hit") is None
        assert (visit.outside, visit.trouble) == ([], [])
