"""The page in a browser: it fetches nothing, does what it offers, and axe-core finds no serious violation."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

Open = Callable[[str], "Chrome"]
WIDTHS = {"desk": 1280, "phone": 390}


@pytest.fixture
def page(browser: Chrome, pages: dict[str, Path]) -> Open:
    """Open a page anew, with empty logs."""

    def opened(name: str) -> Chrome:
        browser.get("about:blank")
        for log in ("browser", "performance"):
            browser.get_log(log)  # type: ignore[no-untyped-call]
        _emulate(browser, "light", 1280)
        browser.get(pages[name].as_uri())
        return browser

    return opened


def _emulate(browser: Chrome, scheme: str, width: int) -> None:
    feature = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": feature})
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def _requests(browser: Chrome) -> list[str]:
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]  # type: ignore[no-untyped-call]
    sent = [event for event in events if event["method"] == "Network.requestWillBeSent"]
    return [event["params"]["request"]["url"] for event in sent]


def _axe() -> str:
    found = importlib.util.find_spec("axe_core_python")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def _choose(browser: Chrome, name: str, value: str) -> None:
    script = """const item = document.querySelector('#tools').elements[arguments[0]];
    item.value = arguments[1]; document.querySelector('#tools').dispatchEvent(new Event('change'))"""
    browser.execute_script(script, name, value)


def _run(browser: Chrome, script: str, *values: object) -> Any:
    return browser.execute_script(script, *values)


@pytest.mark.parametrize("name", ["full", "large", "hostile"])
def test_a_page_loads_alone_and_without_complaint(page: Open, pages: dict[str, Path], name: str) -> None:
    browser = page(name)
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]
    assert _requests(browser) == [pages[name].as_uri()]
    assert _run(browser, "return performance.getEntriesByType('resource').length") == 0
    assert _run(browser, "return document.documentElement.classList.contains('js')")


def test_nothing_may_be_fetched_even_if_something_tried(page: Open) -> None:
    browser = page("full")
    script = """const done = arguments[0], image = new Image();
    document.addEventListener('securitypolicyviolation', found => done([found.effectiveDirective, found.blockedURI]));
    image.src = 'https://example.org/x.png';"""
    found = browser.execute_async_script(script)
    assert found == ["img-src", "https://example.org/x.png"]


def test_another_reading_changes_what_bites(page: Open) -> None:
    browser = page("full")
    told = "return Array.from(document.querySelectorAll('.bite'), item => item.textContent)"
    plain = _run(browser, told)
    _choose(browser, "reading", "narrow")
    narrow = _run(browser, told)
    assert "on the plain reading: bites" in plain
    assert narrow[plain.index("on the plain reading: bites")] == "on the narrow reading: does not bite"
    assert _run(browser, "return document.querySelectorAll('td.r-narrow.on').length") > 0
    assert _run(browser, "return document.querySelectorAll('td.r-plain.on').length") == 0
    assert "on the narrow reading" in _run(browser, "return document.querySelector('#tally').textContent")


def test_another_reading_marks_other_routes(page: Open) -> None:
    browser = page("full")
    marked = "return document.querySelectorAll('#drawing-1 .e.hot').length"
    found = {}
    for reading in ("narrow", "plain", "broad"):
        _choose(browser, "reading", reading)
        found[reading] = _run(browser, marked)
    assert found["narrow"] < found["plain"] < found["broad"]


def test_filters_leave_the_findings_that_answer_to_them(page: Open) -> None:
    browser = page("full")
    shown = (
        "return Array.from(document.querySelectorAll('details.card:not([hidden])'), c => c.dataset.position)"
    )
    assert len(set(_run(browser, shown))) > 1
    _choose(browser, "position", "arguable")
    assert set(_run(browser, shown)) == {"arguable"}
    assert _run(browser, "return document.querySelectorAll('#lights li:not([hidden])').length") == 2
    assert _run(browser, "return document.querySelector('#g-clear').hidden")
    _choose(browser, "family", "access:abuse")
    assert _run(browser, shown) == []
    assert _run(browser, "return document.querySelector('#none').hidden") is False


def test_a_finding_lights_its_route(page: Open) -> None:
    browser = page("full")
    button = browser.find_element("css selector", ".card button[data-light]")
    _run(browser, "arguments[0].click()", button)
    lit = "return Array.from(document.querySelectorAll('#drawing-1 .n.lit .t1'), item => item.textContent)"
    assert set(_run(browser, lit)) == {"gpt-4.1", "reason", "dolmino", "anneal", "olmo"}
    assert _run(browser, "return document.querySelectorAll('#drawing-1 .e.lit').length") == 4
    assert button.get_attribute("aria-pressed") == "true"
    assert _run(browser, "return document.activeElement.id") == "drawing-1"
    _run(browser, "document.querySelector('.zoom [data-light]').click()")
    assert _run(browser, lit) == []


def test_the_drawing_grows_and_shrinks(page: Open) -> None:
    browser = page("full")
    width = "return Number(document.querySelector('#drawing-1 svg').getAttribute('width'))"
    before = _run(browser, width)
    _run(browser, "document.querySelector('[data-zoom=in]').click()")
    assert _run(browser, width) > before
    _run(browser, "document.querySelector('[data-zoom=full]').click()")
    assert _run(browser, width) == _run(
        browser, "return document.querySelector('#drawing-1 svg').viewBox.baseVal.width"
    )


def test_a_large_lineage_is_folded_and_unfolds(page: Open) -> None:
    browser = page("large")
    nodes = "return document.querySelectorAll(arguments[0] + ' .n[data-n]').length"
    assert _run(browser, nodes, "#drawing-1") < 100
    assert _run(browser, nodes, "#drawing-2") > 250
    assert _run(browser, "return document.querySelector('#everything').open") is False
    folded = "document.querySelector('#drawing-1 .n-summary').dispatchEvent(new MouseEvent('click'))"
    _run(browser, folded)
    assert _run(browser, "return document.querySelector('#everything').open") is True


def test_a_link_to_a_finding_opens_it(page: Open) -> None:
    browser = page("full")
    _choose(browser, "position", "arguable")
    _run(browser, "location.hash = '#f5'")
    assert browser.execute_async_script("setTimeout(arguments[0], 50)") is None
    assert _run(browser, "const c = document.querySelector('#f5'); return c.open && !c.hidden")


def test_the_keyboard_goes_through_the_page_in_its_order(page: Open) -> None:
    from selenium.webdriver import ActionChains, Keys

    browser = page("full")
    seen = []
    here = """const a = document.activeElement;
    return a.id || a.name || a.getAttribute('href') || a.dataset.zoom || a.tagName"""
    for _ in range(90):
        ActionChains(browser).send_keys(Keys.TAB).perform()
        seen.append(_run(browser, here))
    order = [
        "#main",
        "theme",
        "#verdict",
        "#findings",
        "reading",
        "family",
        "position",
        "lights",
        "in",
        "drawing-1",
    ]
    places = [seen.index(item) for item in order]
    assert places == sorted(places)


def test_the_theme_button_turns_the_page_dark(page: Open) -> None:
    browser = page("full")
    paper = "return getComputedStyle(document.body).backgroundColor"
    assert _run(browser, paper) == "rgb(255, 255, 255)"
    _run(browser, "document.querySelector('#theme').click()")
    assert _run(browser, paper) == "rgb(21, 24, 29)"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["full", "hostile"])
def test_no_page_is_wider_than_its_window(page: Open, name: str, width: str) -> None:
    browser = page(name)
    _emulate(browser, "light", WIDTHS[width])
    _run(browser, "document.querySelectorAll('details').forEach(item => { item.open = true; })")
    assert _run(browser, "return document.documentElement.scrollWidth") <= WIDTHS[width]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_serious_violation(page: Open, scheme: str, width: str) -> None:
    browser = page("full")
    _emulate(browser, scheme, WIDTHS[width])
    _run(browser, "document.querySelectorAll('details').forEach(item => { item.open = true; })")
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": _axe()})
    script = """const done = arguments[0];
    axe.run(document, {resultTypes: ['violations']}).then(found => done(found.violations.map(
      item => [item.impact, item.id, item.nodes.slice(0, 4).map(node => node.html.slice(0, 200))])))"""
    found = browser.execute_async_script(script)
    assert [item for item in found if item[0] in ("serious", "critical")] == []
    assert found == []
