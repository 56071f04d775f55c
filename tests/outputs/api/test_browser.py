"""The pages in a real browser, as a reader uses them: a story pasted, a match judged by keys, the word kept."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from nongrata.outputs.story.demo import demo_story
from tests.conftest import missing
from tests.outputs.api.server import Server, serving, token_for

pytestmark = pytest.mark.chromium
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Page = Any  # playwright's page; the package is not there on every machine


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    """A browser without a window."""
    driver = pytest.importorskip("playwright.sync_api")
    with driver.sync_playwright() as play:
        found = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """A server that wants tokens, and an analyst's."""
    home = tmp_path_factory.mktemp("desk")
    token = token_for(home, "Anna Orlova", "analyst")
    with serving(home) as server:
        yield server, token


@pytest.fixture
def page(browser: Any, desk: tuple[Server, str]) -> Iterator[Page]:
    """A page, signed in, that fails the test when anything is asked of another address or the browser complains."""
    server, token = desk
    context = browser.new_context(base_url=server.url, viewport={"width": 1280, "height": 900})
    found = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    found.on("request", lambda request: asked.append(request.url))
    found.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    found.on("pageerror", lambda error: said.append(str(error)))
    found.goto("/sign-in")
    found.fill("#token", token)
    found.click("button.main")
    found.wait_for_url("**/")
    yield found
    assert [url for url in asked if not url.startswith((server.url, "data:"))] == []
    assert [words for words in said if "404" not in words] == []  # a page that is not there is looked at too
    context.close()


def pasted(page: Page, text: str, day: str) -> None:
    """Paste a story and wait for its page."""
    page.goto("/read")
    page.fill("#text", text)
    page.fill("#published", day)
    page.click("button.main")
    page.wait_for_url("**/stories/**", timeout=90_000)


def card_of(page: Page, name: str) -> Any:
    """Give a party's card."""
    return page.locator("section.card", has=page.locator("h4", has_text=name)).first


def test_a_story_is_read_a_match_is_judged_and_stays_rejected(page: Page) -> None:
    text, day = demo_story("kim")
    pasted(page, text, day.isoformat())
    for name in ("Kim Jong Un", "Vladimir Putin", "Yuri Gagarin Aviation Plant", "United Aircraft Corporation"):
        assert card_of(page, name).locator(".reasons li").count() > 0, name
    cards = page.locator("section.card h4").all_inner_texts()

    for _ in range(cards.index("Vladimir Putin") + 1):
        page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.type("a namesake of his")
    page.keyboard.press("Enter")
    page.wait_for_load_state("load")
    page.wait_for_selector("text=What people said", timeout=90_000)
    pasted(page, text, day.isoformat())

    assert card_of(page, "Vladimir Putin").count() == 0
    putin = page.locator(".besides li", has_text="Vladimir Putin").first
    putin.locator("summary").click()
    told = putin.inner_text()
    assert "Anna Orlova" in told
    assert "a namesake of his" in told


def test_the_seed_story_shows_who_is_listed_and_why(page: Page, shared: Path) -> None:
    pasted(page, (shared / "seed" / "story.txt").read_text("utf-8"), "2023-09-15")

    for name in ("Kim Jong Un", "Gagarin", "United Aircraft Corporation"):
        assert card_of(page, name).locator(".reasons li").count() > 0, name
    assert page.locator("svg.map text").count() > 0
    assert page.locator("h2", has_text="How this was answered").count() == 1


def test_a_pasted_list_is_screened(page: Page) -> None:
    page.goto("/screen")
    page.fill("#names", "Ramzan Kadyrov\nAnna Orlova\nUnited Aircraft Corporation")
    page.click("button.main")
    page.wait_for_selector("text=3 rows:", timeout=90_000)

    assert page.locator(".hit .row-title").all_inner_texts() == [
        "Ramzan Kadyrov match",
        "United Aircraft Corporation match",
    ]


def test_keys_lead_about(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("?")
    assert page.locator("dialog#help").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("l")
    page.wait_for_url("**/lists")
    page.keyboard.press("/")
    page.wait_for_url("**/search")
    assert page.evaluate("document.activeElement.id") == "q"


def paths_of(page: Page) -> list[str]:
    """Give the paths of all kinds of pages, of a story that was read."""
    text, day = demo_story("tanker")
    pasted(page, text, day.isoformat())
    story = page.url
    party = page.locator("section.card .across a").first.get_attribute("href")
    page.goto(party)
    listed = page.locator("a[href^='/listed/']").first.get_attribute("href")
    fixed = [
        "/",
        "/read",
        "/search?q=kim",
        "/screen",
        "/watch",
        "/lists",
        "/audit",
        "/docs",
        "/nowhere",
        f"{listed}/preview",
    ]
    return [story, party, listed, *fixed]


def test_axe_finds_nothing_on_any_page_in_light_and_dark_and_nothing_runs_over_the_edge_of_a_phone(
    browser: Any, page: Page
) -> None:
    try:
        axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    except ModuleNotFoundError:
        missing("axe", "axe-core is not installed (axe-playwright-python)")
        raise
    paths, state = paths_of(page), page.context.storage_state()
    found: list[str] = []
    for scheme, width in (("light", 1280), ("dark", 360)):
        context = browser.new_context(
            storage_state=state,
            base_url=page.url,
            color_scheme=scheme,
            viewport={"width": width, "height": 800},
            bypass_csp=True,  # for axe's own script
        )
        looked = context.new_page()
        for path in paths:
            looked.goto(path)
            looked.evaluate(axe)
            told = looked.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
            found += [f"{scheme} {path}: {each['id']} {each['nodes'][0]['html'][:80]}" for each in told["violations"]]
            if looked.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{scheme} {path}: wider than {width}")
        context.close()

    assert found == []
