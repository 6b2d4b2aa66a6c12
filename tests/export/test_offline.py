"""The zip: unpacked, its pages work from the file system, and so does the search."""

import zipfile

import pytest
from support import DESKTOP, says

from cheatsheet.export import offline


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("offline")
    offline.write(site, folder / "site.zip")
    with zipfile.ZipFile(folder / "site.zip") as packed:
        assert packed.testzip() is None
        packed.extractall(folder)
    return folder / "pytorch-cheatsheet"


@pytest.fixture
def page(browser):
    """A page of a computer without a network; it notes what goes wrong and what is asked for."""
    context = browser.new_context(viewport=DESKTOP, offline=True)
    page = context.new_page()
    page.problems, page.asked = [], []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text))

    def failed(request):
        # a picture that was still on its way when the page was left is no missing file
        if request.failure != "net::ERR_ABORTED":
            page.problems.append((request.url, request.failure))

    page.on("requestfailed", failed)
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    context.close()


def quiet(page):
    assert not page.problems
    assert all(address.startswith(("file:", "data:")) for address in page.asked)


@says("README", "Unpacked, the zip is the site without a network, with its search.")
@pytest.mark.parametrize("start", ["index.html", "losses/regression.html", "errors/index.html"])
@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("add an axis", "tensors/reshape.html#unsqueeze"),
        ("IndexError: Target 3 is out of bounds.", "errors/losses.html#target_out_of_bounds"),
    ],
)
def test_the_search_answers_from_the_file_system(page, unpacked, start, words, target):
    page.goto((unpacked / start).as_uri())
    page.keyboard.press("/")
    page.wait_for_selector(".find[data-ready]")
    page.locator("input[name=query]").fill(words)
    first = page.locator("[data-search-results] a").first
    assert first.get_attribute("href").endswith(target) or first.evaluate("a => a.href").endswith(
        target
    )
    first.click()
    page.wait_for_url(f"**/{target}")
    assert page.locator(f"[id='{target.partition('#')[2]}']").is_visible()
    quiet(page)


@pytest.mark.parametrize(
    "start", ["index.html", "tensors/index.html", "losses/regression.html", "questions/index.html"]
)
def test_links_lead_to_pages_that_are_in_it(page, unpacked, start):
    page.goto((unpacked / start).as_uri())
    addresses = page.locator("a[href]").evaluate_all("links => links.map((link) => link.href)")
    root = unpacked.as_uri()
    inside = {a.partition("#")[0] for a in addresses if a.startswith("file:")}
    assert len(inside) > 10
    assert all(address.startswith(root) for address in inside)
    for address in inside:
        assert (unpacked / address.removeprefix(f"{root}/")).is_file(), address
    for address in sorted(address for address in inside if address.endswith(".html"))[::9]:
        page.goto(address)
        assert page.locator("h1").count() == 1
    quiet(page)


def test_the_first_load_is_whole(page, unpacked):
    """Styles and pictures come from the folder too."""
    page.goto((unpacked / "transforms" / "crop.html").as_uri())
    page.evaluate("document.querySelectorAll('img').forEach((image) => (image.loading = 'eager'))")
    page.evaluate("Promise.all([...document.images].map((image) => image.decode()))")
    widths = page.locator("img").evaluate_all("images => images.map((image) => image.naturalWidth)")
    assert len(widths) > 5
    assert all(widths)
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") in (
        "sticky",
        "fixed",
    )
    quiet(page)
