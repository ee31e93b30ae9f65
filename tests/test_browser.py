"""The page as a reader meets it, in Debian's chromium."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import (
    HOSTILE,
    HOSTILE_NAME,
    PAPER,
    Visit,
    contrast,
    hostile_page,
    until,
)

from rag.nouns import Evidence, Language

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from rag.writer import Stop

pytestmark = pytest.mark.browser
CSAM = {
    "nl": "Wat was het standpunt van Nederland over de detectie van CSAM?",
    "en": "what was NL's position on CSAM detection?",
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_csam_question_is_answered_and_its_source_opens(
    browser: Browser, demo: str, language: str
) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open(language)
        assert "SPECIMEN" in page.inner_text("#head")
        assert page.evaluate("document.documentElement.lang") == language
        assert "[1]" in visit.ask(CSAM[language])
        said = page.inner_text("#answer li .quote").strip("“”")
        page.focus("button.cite[data-cite='1']")
        page.keyboard.press("Enter")
        page.wait_for_selector("#source mark")
        marked = " ".join(page.locator("#source mark").all_inner_texts())
        assert marked.split() == said.split()
        above = page.inner_text("#source dl")
        assert "specimen-" in above and "Binnenlandse Zaken" in above and "20" in above
        until(page, "document.activeElement.matches('#source h2')")
        inside = """() => {
            const box = document.querySelector('#source mark').getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight; }"""
        until(page, inside)
        page.click("button.back")
        assert page.evaluate("document.activeElement.dataset.cite") == "1"
        assert visit.outside == [] and visit.trouble == []


def test_the_language_switch_changes_everything_at_once(browser: Browser, demo: str) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("nl")
        visit.ask(CSAM["nl"])
        page.click("button.cite[data-cite='2']")
        page.wait_for_selector("#source mark")
        page.click("#language label:has-text('English')")
        page.wait_for_selector("#head:has-text('sample papers')")
        seen = page.inner_text("body")
        for dutch in (
            "Vragen",
            "Stukken",
            "Uw vraag",
            "Bibliotheek",
            "Bron [",
            "Agendapunt",
            "Taal",
        ):
            assert dutch not in seen, dutch
        for english in (
            "Ask",
            "Papers",
            "Your question",
            "Library",
            "Source [2]",
            "Verbatim quotes",
        ):
            assert english in seen, english
        assert page.evaluate("document.documentElement.lang") == "en"


def test_a_conversation_goes_on_and_begins_anew(browser: Browser, demo: str) -> None:
    with Visit(browser, demo, width=360) as visit:
        page = visit.open("nl")
        assert page.is_disabled("#clear")
        visit.ask("Wat vond Nederland in juni 2023 van de detectie van CSAM?")
        page.fill("#question textarea", "en de Commissie?")
        page.press("#question textarea", "Enter")
        page.wait_for_selector("#answer li.inherited")
        chips = page.locator("#answer .slots li").all_inner_texts()
        assert [" ".join(chip.split()) for chip in chips] == [
            "de Commissie ×",
            "uit vorige vraag detectie van CSAM ×",
            "uit vorige vraag JBZ-Raad juni 2023 ×",
        ]
        page.locator("#answer li.inherited button").nth(1).click()
        page.wait_for_selector("#answer li.redo")
        assert page.locator("#answer li.undo").count() == 2
        page.click("#clear")
        page.wait_for_selector("#answer article", state="detached")
        assert page.input_value("#question textarea") == ""
        visit.ask("en de Commissie?")
        assert page.locator("#answer li.inherited").count() == 0
        assert (visit.outside, visit.trouble) == ([], [])


def test_examples_filters_and_not_found(browser: Browser, demo: str) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("en")
        page.click("#examples button >> nth=1")
        page.wait_for_selector("#answer article")
        assert page.input_value("#question textarea") == CSAM["en"]
        page.click("#filters button")
        page.click("#filter-kind input")
        page.click("[role=option]:has-text('letter')")
        page.press("#question textarea", "Enter")
        until(
            page,
            """() => { const all = [...document.querySelectorAll('#answer h3.group')];
            const heads = all.length ? all : [...document.querySelectorAll('#answer .lead')];
            return heads.length && heads.every(head => head.innerText.includes('letter')); }""",
        )
        page.fill("#question textarea", "What is the capital of the moon?")
        page.press("#question textarea", "Enter")
        page.wait_for_selector("#answer .badge.not_found")
        near = page.inner_text("#answer ul.near li .quote").strip("“”")
        page.focus("#answer ul.near button.cite")
        page.keyboard.press("Enter")
        page.wait_for_selector("#source mark")
        assert " ".join(page.locator("#source mark").all_inner_texts()).split() == near.split()
        page.fill("#question textarea", "")
        page.press("#question textarea", "Enter")
        page.wait_for_selector("#answer [role=alert]:has-text('Ask a question first')")


@pytest.mark.parametrize(
    ("language", "question", "label"),
    [
        ("nl", "Wat vond Nederland in oktober 2024 van EES?", "Niet bedoeld, vraag opnieuw zonder"),
        ("en", "What did NL say on EES in October 2024?", "Not meant, ask again without"),
    ],
)
def test_what_was_understood_is_undone_and_taken_back_without_a_mouse(
    browser: Browser, demo: str, language: str, question: str, label: str
) -> None:
    with Visit(browser, demo, width=360) as visit:
        page = visit.open(language)
        visit.ask(question)
        assert page.locator("#answer li.undo").count() == 2
        time_slot = page.locator("#answer li.undo button").nth(1)
        assert time_slot.get_attribute("aria-label").startswith(label)
        time_slot.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("#answer li.redo:has-text('2024')")
        assert page.locator("#answer li.undo").count() == 1
        assert page.input_value("#question textarea") == question
        until(page, "document.activeElement.matches('#answer button.slot')")
        assert contrast(page, "#answer li.redo s") >= 4.5
        assert contrast(page, "#answer li.undo span") >= 4.5
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.focus("#answer li.redo button")
        page.keyboard.press("Enter")
        page.wait_for_selector("#answer article:not(:has(li.redo)) li.undo >> nth=1")
        page.press("#question textarea", "Enter")  # asking again begins afresh
        page.wait_for_selector("#answer article li.undo >> nth=1")
        assert visit.outside == [] and visit.trouble == []


def test_papers_are_uploaded_listed_and_asked_about(
    browser: Browser, demo: str, tmp_path: Path
) -> None:
    good, bad = tmp_path / "olifanten.txt", tmp_path / "kwaad.pdf"
    good.write_text(PAPER, encoding="utf-8")
    bad.write_bytes(b"MZ\x90\0")
    with Visit(browser, demo) as visit:
        page = visit.open("nl")
        page.click("[role=tab]:has-text('Stukken')")
        assert "specimen-2025-06-verslag.pdf" in page.inner_text("#papers")
        page.set_input_files("input[type=file]", [good, bad])
        page.wait_for_selector("#uploaded .added:has-text('olifanten.txt')")
        assert "geweigerd" in page.inner_text("#uploaded .refused:has-text('kwaad.pdf')")
        page.wait_for_selector("#papers:has-text('olifanten.txt')")
        assert "specimen-" not in page.inner_text("#papers")  # own papers are a library apart
        assert "SPECIMEN" not in page.inner_text("#head")
        page.click("[role=tab]:has-text('Vragen')")
        told = visit.ask("Wat was het standpunt van Nederland over olifanten?")
        assert "olifanten.txt" in told and "mits de kosten vooraf bekend zijn" in told
        assert visit.outside == [] and visit.trouble == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_on_a_small_screen(browser: Browser, demo: str, scheme: str) -> None:
    with Visit(browser, demo, width=360, scheme=scheme) as visit:
        page = visit.open("nl")
        visit.ask(CSAM["nl"])
        page.click("button.cite[data-cite='1']")
        page.wait_for_selector("#source mark")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        until(
            page,
            "document.querySelector('#source mark').getBoundingClientRect().bottom <= innerHeight",
        )
        for selector in (
            "#answer .said",
            "#source .paper p",
            "#answer .place",
            "#head .disclosure",
        ):
            assert contrast(page, selector) >= 4.5, selector
        page.click("[role=tab]:has-text('Stukken')")
        page.wait_for_selector("table.papers")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


class Scribe:
    """Writes hostile text that cites its first evidence, then words until it is stopped."""

    name = f"<b>scribe</b> {HOSTILE}"
    busy = 0

    def write(
        self, question: str, language: Language, evidence: Sequence[Evidence], stop: Stop
    ) -> Iterator[str]:
        yield f"{HOSTILE} "
        yield f"Nederland steunde de versleuteling van berichten [{evidence[0].key}]. "
        until = time.monotonic() + 20
        self.busy += 1
        try:
            while "eindeloos" in question and not stop() and time.monotonic() < until:
                time.sleep(0.02)
                yield "woord "
        finally:
            self.busy -= 1


SCRIBE = Scribe()


@pytest.fixture(scope="module")
def hostile(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page on a library of hostile papers, with a hostile model."""
    with hostile_page(tmp_path_factory.mktemp("hostile"), SCRIBE) as address:
        yield address


def test_hostile_text_is_shown_as_text(browser: Browser, hostile: str) -> None:
    with Visit(browser, hostile) as visit:
        page = visit.open("nl")
        visit.ask("Wat was het standpunt van Nederland over versleuteling?")
        page.click("button.cite[data-cite='1']")
        page.wait_for_selector("#source mark")
        assert "<script>window.hit=1</script>" in page.inner_text("#source")
        assert "<img src=x onerror=window.hit=1>" in page.inner_text("#source dl")
        page.click("#filters button")
        page.click("#filter-document input")
        page.wait_for_selector("[role=option]:has-text('<img src=x')")
        page.keyboard.press("Escape")
        page.click("[role=tab]:has-text('Stukken')")
        assert HOSTILE_NAME in page.inner_text("#papers")
        page.wait_for_timeout(300)
        assert page.evaluate("window.hit") is None
        assert page.locator("#answer img, #source img, #papers img, #head img").count() == 0
        assert visit.outside == [] and visit.trouble == []


def test_even_markup_that_got_through_would_not_run(browser: Browser, hostile: str) -> None:
    with Visit(browser, hostile) as visit, socket.socket() as elsewhere:
        elsewhere.bind(("127.0.0.1", 0))
        elsewhere.listen()
        elsewhere.settimeout(0.5)
        page = visit.open("nl")
        markup = HOSTILE.replace("evil.invalid", f"127.0.0.1:{elsewhere.getsockname()[1]}")
        page.evaluate(f"document.querySelector('#answer').innerHTML = {markup!r}")
        page.evaluate(
            """() => { const s = document.createElement('script'); s.textContent = 'window.hit=1';
            document.body.append(s); }"""
        )
        with pytest.raises(TimeoutError):
            elsewhere.accept()  # the image is never asked for
        assert page.evaluate("window.hit") is None
        assert any("Content Security Policy" in told for told in visit.trouble)


def test_the_draft_streams_and_stop_ends_it(browser: Browser, hostile: str) -> None:
    with Visit(browser, hostile) as visit:
        page = visit.open("nl")
        page.fill("#question textarea", "eindeloos: wat vond Nederland van versleuteling?")
        page.press("#question textarea", "Enter")
        page.wait_for_selector("#answer .draft:has-text('woord woord')")
        assert "<script>" in page.inner_text("#answer .draft")
        assert page.locator("[aria-live] .draft, [role=status] .draft").count() == 0
        started = time.monotonic()
        page.click("#stop")
        page.wait_for_selector("#answer article")
        assert time.monotonic() - started < 5
        assert page.evaluate("window.hit") is None and visit.outside == []


def test_a_reader_who_leaves_stops_the_model(browser: Browser, hostile: str) -> None:
    with Visit(browser, hostile) as visit:
        page = visit.open("nl")
        page.fill("#question textarea", "eindeloos: wat vond Nederland van versleuteling?")
        page.press("#question textarea", "Enter")
        page.wait_for_selector("#answer .draft:has-text('woord woord')")
        assert SCRIBE.busy == 1
    left = time.monotonic()
    while SCRIBE.busy and time.monotonic() - left < 15:
        time.sleep(0.05)
    assert time.monotonic() - left < 10 and SCRIBE.busy == 0


def test_it_can_be_used_without_a_mouse(browser: Browser, demo: str) -> None:
    with Visit(browser, demo) as visit:
        page = visit.open("nl")
        visit.ask(CSAM["nl"])
        reached = []
        for _ in range(40):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.dataset.cite ?? ''"))
            if reached[-1] == "2":
                break
        assert "1" in reached and "2" in reached
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        assert page.evaluate(outline) == "solid"
        page.keyboard.press("Enter")
        page.wait_for_selector("#source h2:has-text('[2]')")
