"""The site in a real browser: copy, accessibility, weight."""

import ast
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import DESKTOP, DRAW_ALL, ENTRIES, NARROW, PHONE, entries_of, entry_named, says
from weights import loaded, weight

from cheatsheet import catalog
from cheatsheet.check.sandbox import is_met


@pytest.fixture
def context(browser):
    context = browser.new_context(viewport=DESKTOP)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def entry_pages(site, pages):
    return [name for name in pages if 'class="snippet"' in (site / name).read_text()]


def _printed(code: str) -> tuple[list[str], str]:
    """Run pasted code in a new interpreter: the lines that it prints, and what goes wrong."""
    done = subprocess.run([sys.executable, "-"], input=code, capture_output=True, text=True)
    return [line.rstrip() for line in done.stdout.splitlines()], done.stderr


def _needs(code: str) -> list[str]:
    first = code.partition("\n")[0]
    return re.findall(r"[\w.>=-]+", first.partition("# needs:")[2])


#: In the page: press every copy button; return what each shows, and what it puts on the clipboard.
PRESS = """
async () => {
  const pairs = []
  for (const snippet of document.querySelectorAll(".snippet")) {
    await navigator.clipboard.writeText("nothing was copied")
    snippet.querySelector("button.md-clipboard, .md-code__button").click()
    let pasted
    do pasted = await navigator.clipboard.readText()
    while (pasted == "nothing was copied")
    pairs.push([snippet.querySelector("pre code").textContent, pasted])
  }
  return pairs
}
"""


@says(
    "home",
    "The copy button leaves the output lines out.",
)
def test_copy_buttons_give_the_code_that_was_checked(context, served, entry_pages, step):
    """Press the buttons: the clipboard holds the entry's statements. Run some and compare."""
    copied: list[tuple[str, str]] = []
    page = context.new_page()
    chosen = entry_pages[step // 3 :: step]  # other pages than axe takes
    for name in chosen:
        page.goto(served + name)
        copied += page.evaluate(PRESS)
    assert not [code for _, code in copied if "#>" in code]
    entries = entries_of(*(name.removesuffix(".html") for name in chosen))
    assert sorted(code.strip() for _, code in copied) == sorted(e.pasted.strip() for e in entries)
    for entry in ENTRIES:
        statements = ast.Module(entry.tree.body[1:], [])  # without the docstring
        assert ast.dump(ast.parse(entry.pasted)) == ast.dump(statements), entry.name
    # The claims run the statements of all; a new interpreter takes seconds to import torch.
    work = [
        (shown, code)
        for shown, code in copied[:: len(copied) // 6]
        if all(map(is_met, _needs(code)))
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda pair: _printed(pair[1]), work))
    for (shown, code), (lines, error) in zip(work, results, strict=True):
        documented = re.findall(r"^ *#> ?(.*)$", shown, re.MULTILINE)
        assert (sorted(lines), error) == (sorted(documented), ""), code
    assert len(work) > 4
    print(f"{len(copied)} buttons pressed, {len(work)} pastes run")


@pytest.mark.parametrize(
    ("number", "scheme", "size"),
    [
        (0, "light", DESKTOP),
        (1, "dark", DESKTOP),
        (2, "light", NARROW),
        (3, "dark", NARROW),
    ],
    ids=["light", "dark", "light-narrow", "dark-narrow"],
)
def test_axe_finds_nothing(browser, served, pages, violations, step, number, scheme, size):
    """Each of the four looks at pages of its own."""
    chosen = pages[number * step // 4 :: step]
    found = []
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    for name in chosen:
        page.goto(served + name)
        found += [(name, *violation) for violation in violations(page)]
    context.close()
    assert not found, "\n".join(map(str, found[:12])) + f"\n{len(found)} in all"


def test_a_first_load_is_light_and_asks_no_other_host(browser, site, served, pages):
    """Bytes over the wire, compressed as any web server does, before pictures.

    They are counted from what each page names; of some pages the browser says the same.
    """
    sizes = {name: weight(site, loaded(site, name)) for name in pages}
    heaviest = max(sizes, key=sizes.get)
    print(f"heaviest first load: {heaviest} {sizes[heaviest] / 1000:.1f} KB")
    outside, errors = [], []
    for name in {heaviest, *pages[::12], "index.html", "api/torch.nn.html"}:
        context = browser.new_context(viewport=DESKTOP)  # nothing is cached in it
        page = context.new_page()
        urls: list[str] = []
        page.on("request", lambda request, urls=urls: urls.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(served + name, wait_until="networkidle")
        context.close()
        outside += [url for url in urls if not url.startswith((served, "data:", "blob:"))]
        own = {re.split("[?#]", url.removeprefix(served))[0] for url in urls}
        own = {path for path in own if path.endswith((".html", ".css", ".js"))}
        assert own == loaded(site, name)
    assert not outside
    assert not errors
    assert sizes[heaviest] < 100_000, (heaviest, sizes[heaviest])


def test_no_page_is_wider_than_a_phone(context, served, pages):
    page = context.new_page()
    wide = []
    for name in pages:
        page.goto(served + name)
        for size in (PHONE, NARROW):
            page.set_viewport_size(size)
            if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
                wide.append((name, size["width"]))
    assert not wide


def test_a_card_copies_its_line(context, served):
    page = context.new_page()
    page.goto(served + "tensors/index.html")
    lines = page.locator(".card__line")
    expected = [entry.call.text for entry in ENTRIES if entry.name.startswith("tensors/")]
    for number, press in ((0, lambda line: line.click()), (40, lambda line: line.press("Enter"))):
        press(lines.nth(number))
        lines.nth(number).locator("xpath=self::*[@data-copied]").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == expected[number]


def test_keys_go_from_entry_to_entry_and_copy(context, served):
    page = context.new_page()
    page.goto(served + "losses/regression.html")
    names = [entry.name.split("/")[-1] for entry in ENTRIES if "losses/regression" in entry.name]
    visited = []
    for key in "jjjk":
        page.keyboard.press(key)
        visited.append(page.evaluate("document.activeElement.id"))
    assert visited == [names[0], names[1], names[2], names[1]]
    page.wait_for_function("document.querySelectorAll('.md-code__button, .md-clipboard').length")
    page.keyboard.press("c")
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.length > 0)")
    entry = entry_named(f"losses/regression/{names[1]}")
    assert page.evaluate("navigator.clipboard.readText()") == entry.pasted.rstrip("\n")
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.locator(".find__input").input_value() == "jk"


def test_on_a_phone_the_call_stands_on_the_first_screen_of_its_entry(browser, served, entry_pages):
    """The code begins there; in all but long recipes so does the line that one comes for."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    begins, calls = {}, {}
    for name in entry_pages:
        page.goto(served + name)
        page.add_style_tag(content=DRAW_ALL)
        for entry, code, call in page.evaluate(
            """[...document.querySelectorAll(".entry")].map((entry) => {
              const top = entry.querySelector("h2").getBoundingClientRect().top
              const code = entry.querySelector(".snippet").getBoundingClientRect().top - top
              const call = entry.querySelector(".hll").getBoundingClientRect().bottom - top
              return [entry.querySelector("h2").id, code, call]
            })"""
        ):
            begins[name, entry], calls[name, entry] = code, call
    context.close()
    assert len(begins) == len(ENTRIES)
    assert max(begins.values()) < PHONE["height"] / 2, max(begins.items(), key=lambda row: row[1])
    below = sorted(place for place, call in calls.items() if call > PHONE["height"])
    print(f"{len(calls) - len(below)} of {len(calls)} calls on the first screen; not: {below}")
    assert len(below) < 0.1 * len(calls)


#: In the page: wait until the layout rests; return what lies over the heading that was linked to.
OVER_THE_HEADING = """
async (id) => {
  const heading = document.getElementById(id)
  for (let rest = 0, top = NaN; rest < 30; await new Promise(requestAnimationFrame)) {
    const now = heading.getBoundingClientRect().top
    rest = now == top ? rest + 1 : 0
    top = now
  }
  const text = document.createRange()
  text.selectNodeContents(heading)
  const points = [...text.getClientRects()].flatMap(({left, right, top, bottom}) =>
    [0.02, 0.5, 0.98].map((share) => [left + share * (right - left), (top + bottom) / 2]))
  return points.map((point) => document.elementFromPoint(...point))
    .filter((element) => !heading.contains(element))
    .map((element) => element ? element.outerHTML.slice(0, 80) : "outside of the window")
}
"""


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_covers_the_heading_that_a_link_leads_to(browser, served, entry_pages, size, step):
    context = browser.new_context(viewport=size)
    for name in entry_pages[::step]:
        place = name.removesuffix(".html")
        entry = entries_of(place)[-1].path.stem
        page = context.new_page()
        page.goto(f"{served}{name}#{entry}")
        assert page.evaluate(OVER_THE_HEADING, entry) == [], (name, entry)
        page.close()
    context.close()


def test_a_sheet_prints_on_one_or_two_pages(browser, served):
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    for topic in catalog.topics():
        page.goto(f"{served}{topic.name}/index.html")
        page.add_style_tag(content=".entry { display: none }")  # they come on pages of their own
        printed = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
        assert 1 <= len(printed) <= 2, (topic.name, len(printed))
    context.close()


def test_without_javascript_all_is_there_to_read(browser, served):
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "losses/regression.html")
    text = page.locator("article").text_content()
    for entry in ENTRIES:
        if entry.name.startswith("losses/regression/"):
            assert entry.heading in text
            assert entry.outputs[0].text.strip() in text
            assert entry.call.text in text
    page.goto(served + "tensors/index.html")
    assert page.locator(".card").count() == sum(e.name.startswith("tensors/") for e in ENTRIES)
    page.locator(".find__input").fill("squeeze")
    page.locator(".find__input").press("Enter")
    assert "questions/index.html" in page.url
    context.close()


def test_the_scheme_button_goes_round(context, served):
    page = context.new_page()
    page.goto(served + "index.html")
    schemes = []
    for _ in range(3):
        page.locator("form[data-md-component=palette] label:not([hidden])").click()
        schemes.append(page.evaluate("document.body.getAttribute('data-md-color-scheme')"))
    assert {"default", "slate"} <= set(schemes)
