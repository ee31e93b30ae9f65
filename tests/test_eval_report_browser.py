"""The report as a reader meets it, in Debian's chromium: keys, filters, colours, paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import eval_runs as runs
import pytest
from browser import Visit, until
from test_eval_report import hostile, various

from eval.report.write import write_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
# The contrast of every text that is seen, to the nearest ground painted behind it, as WCAG counts
# it; what does not reach 4.5.
PALE = """() => {
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => {
        const [r, g, b] = colour.slice(0, 3).map((c) => c / 255)
            .map((s) => s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const ground = (at) => {
        for (let up = at; up; up = up.parentElement) {
            const painted = numbers(getComputedStyle(up).backgroundColor);
            if (painted[3] !== 0) return painted; }
        return [255, 255, 255]; };
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        const at = text.parentElement;
        if (!text.data.trim() || !at.checkVisibility() || at.closest("script, noscript")) continue;
        const style = getComputedStyle(at);
        const ink = numbers(at.closest("svg") ? style.fill : style.color);
        const [high, low] = [light(ink), light(ground(at))].sort((a, b) => b - a);
        const contrast = (high + 0.05) / (low + 0.05);
        if (contrast < 4.5) found.push(`${contrast} ${at.outerHTML.slice(0, 60)}`);
    }
    return found; }"""
# What a reader who does not see it would miss: names, headings in order, ids once.
UNTOLD = """() => {
    const found = [];
    const all = (selector) => [...document.querySelectorAll(selector)];
    const tell = (what, at) => found.push(`${what}: ${at.outerHTML.slice(0, 60)}`);
    const attribute = (at, name) => at.getAttribute(`aria-${name}`);
    const named = (at) => at.labels?.length || attribute(at, "label") || at.textContent.trim()
        || document.getElementById(attribute(at, "labelledby"));
    for (const at of all("button, select, input, a, section, nav, [role]:not([role=status])"))
        if (!named(at)) tell("no name", at);
    all("h1, h2, h3, h4").reduce((level, at) => {
        const own = Number(at.tagName[1]);
        if (own > level + 1) tell("a level is left out", at);
        return own; }, 0);
    const ids = all("[id]").map((each) => each.id);
    if (new Set(ids).size < ids.length) found.push("an id twice");
    for (const at of all("svg"))
        if (!attribute(at, "label") && attribute(at, "hidden") !== "true") tell("no words", at);
    for (const at of all("th")) if (!at.scope) tell("no scope", at);
    for (const at of all(".wide"))
        if (at.scrollWidth > at.clientWidth && at.tabIndex < 0) tell("no way to scroll it", at);
    if (!document.documentElement.lang || !document.title) found.push("no language or title");
    return found; }"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report of a run with every fault, against one that is right everywhere."""
    folder = tmp_path_factory.mktemp("report")
    release = runs.release(folder)
    output = folder / "report.html"
    run = various(folder / "a")
    runs.silent(run / "silent")
    write_report(release, release, run, runs.best(folder / "b"), output)
    return output.as_uri()


def opened(visit: Visit, question: str = "") -> Page:
    visit.page.goto(visit.address + (f"#q={question}" if question else ""))
    visit.page.wait_for_selector("#count:not(:empty)")
    return visit.page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_is_seen_and_everything_has_a_name(
    browser: Browser, report: str, scheme: str
) -> None:
    with Visit(browser, report, scheme=scheme) as visit:
        page = opened(visit, "q1")
        page.evaluate(
            "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
        )
        assert page.evaluate(PALE) == []
        assert page.evaluate(UNTOLD) == []
        assert visit.outside == [] and visit.trouble == []


def test_the_button_changes_the_colours_and_keeps_them(browser: Browser, report: str) -> None:
    with Visit(browser, report) as visit:
        page = opened(visit)
        ground = "getComputedStyle(document.body).backgroundColor"
        light = page.evaluate(ground)
        page.focus("#theme")
        page.keyboard.press("Enter")
        dark = page.evaluate(ground)
        assert dark != light and page.inner_text("#theme") == "Light colours"
        assert page.evaluate(PALE) == []
        # Chromium hands what a page keeps to another process: a reload at once may not meet it.
        for _ in range(100):
            page.reload()
            if page.evaluate(ground) == dark:
                break
            page.wait_for_timeout(100)
        assert page.evaluate(ground) == dark
        page.click("#theme")
        assert page.evaluate(ground) == light


def test_questions_are_gone_through_by_keyboard(browser: Browser, report: str) -> None:
    with Visit(browser, report) as visit:
        page = opened(visit)
        first = page.get_attribute("#list li", "data-id")
        assert page.get_attribute("#list li", "data-change") == "broken"
        page.keyboard.press("j")
        page.wait_for_selector("#detail h4")
        assert page.url.endswith(f"#q={first}")
        until(page, "document.activeElement.matches('#detail h3')")
        page.keyboard.press("j")
        until(page, "document.getElementById('where').textContent === 'question 2'")
        page.keyboard.press("k")
        until(page, "document.getElementById('where').textContent === 'question 1'")
        assert page.is_disabled("#previous") and not page.is_disabled("#next")
        page.keyboard.press("/")
        page.keyboard.type("q2-t")  # and no j or k of it moves on
        assert page.inner_text("#count") == "1 of 10 questions listed"
        page.uncheck("#keys")
        page.focus("#next")
        page.keyboard.press("j")
        assert page.url.endswith(f"#q={first}")
        page.keyboard.press("Enter")
        until(page, "location.hash === '#q=q2-t'")


def test_questions_are_sifted(browser: Browser, report: str) -> None:
    with Visit(browser, report) as visit:
        page = opened(visit)
        page.select_option("select[name=fault]", "hallucination")
        assert page.inner_text("#count") == "2 of 10 questions listed"
        page.select_option("select[name=lang]", "nl")
        shown = page.locator("#list li:visible")
        assert [each.get_attribute("data-id") for each in shown.all()] == ["q2-t"]
        page.select_option("select[name=lang]", "")
        page.select_option("select[name=fault]", "")
        page.select_option("select[name=change]", "unchanged")
        assert page.inner_text("#count") == "3 of 10 questions listed"


def test_a_question_shows_gold_passages_and_both_answers(browser: Browser, report: str) -> None:
    with Visit(browser, report) as visit:
        page = opened(visit, "q1")
        said = page.inner_text("#detail")
        assert "Answer, this run" in said and "Answer, baseline" in said
        assert page.locator("#detail .badge:has-text('only here')").count() == 1
        assert "Nederland steunde het voorstel" in page.locator("#detail mark").first.inner_text()
        facts = page.locator("#detail tbody tr").all_inner_texts()
        assert "✓ yes" in facts[0] and "✗ no" in facts[1]
        assert page.locator("ol.passages > li").count() == 3
        assert "✓ vital fact" in page.locator("ol.passages > li").first.inner_text()
        page.click("#detail a:has-text('q1-t')")
        until(page, "document.querySelector('#detail h3').textContent === 'twin of q1?'")


def test_it_fits_a_narrow_window_and_paper(browser: Browser, report: str) -> None:
    with Visit(browser, report, width=360, scheme="dark") as visit:
        page = opened(visit, "q1")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        top = page.evaluate("document.querySelector('#detail h3').getBoundingClientRect().top")
        assert 0 <= top < 400
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 36, 48)"
        assert not page.is_visible("#list") and not page.is_visible("nav")
        assert page.is_visible("#detail h3") and page.is_visible("#headlines table")


def test_hostile_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    release, run = hostile(tmp_path)
    output = tmp_path / "report.html"
    write_report(release, release, run, run, output)
    with Visit(browser, output.as_uri()) as visit:
        page = opened(visit, "q1")
        assert "onerror" in page.inner_text("#detail")
        assert page.locator("img").count() == 0
        assert page.evaluate("window.hit") is None and visit.outside == []
        # and were markup to get in, it would not run
        page.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit=1\">')"
        )
        page.wait_for_timeout(200)
        assert page.evaluate("window.hit") is None


def test_without_the_script_the_figures_are_there(browser: Browser, report: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report)
    assert page.is_visible("#headlines table") and page.is_visible("#list li")
    assert page.is_visible("text=Single questions need the script of this file.")
    context.close()
