"""The search box in a real browser: what it answers, how fast, to any input, from anywhere."""

import gzip
import re
from statistics import median

import pytest
from pasted import FRAMES, varied
from queries import BLIND, KNOWN, report
from support import DESKTOP, ENTRIES, PHONE, ROOT, says
from test_words import TRACEBACK

from cheatsheet.find import index
from cheatsheet.find.rank import Ranking
from cheatsheet.find.words import readings, tokens
from cheatsheet.messages import messages_of

FOREIGN = (ROOT / "tests" / "find" / "foreign.txt").read_text(encoding="utf-8").splitlines()

LINKS = "[data-search-results] a"


@pytest.fixture(scope="module")
def desktop(browser):
    context = browser.new_context(viewport=DESKTOP)
    yield context
    context.close()


def opened(context, address):
    """Open a page, and its search by the key."""
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text))
    page.goto(address)
    page.keyboard.press("/")
    page.wait_for_selector(".find[data-ready]")
    return page


@pytest.fixture(scope="module")
def page(desktop, served):
    return opened(desktop, served + "index.html")


#: In the page: put each text into the box as a paste does; return the links and the milliseconds
#: until they are drawn.
ASK = """
async (texts) => {
  const input = document.querySelector("input[name=query]")
  const answers = []
  for (const text of texts) {
    input.value = text
    const start = performance.now()
    input.dispatchEvent(new Event("input", { bubbles: true }))
    const links = [...document.querySelectorAll("[data-search-results] a")].map((a) => a.href)
    answers.push([links, performance.now() - start])
    await new Promise(requestAnimationFrame)
  }
  return answers
}
"""


def names(links, served):
    """Turn addresses into names of entries."""
    parts = (link.removeprefix(served).partition(".html#") for link in links)
    return [f"{page.removesuffix('/index')}/{anchor}" for page, _, anchor in parts]


def ask(page, served, texts):
    answers = page.evaluate(ASK, texts)
    return [names(links, served) for links, _ in answers], [time for _, time in answers]


def test_what_was_asked_blind_is_answered_first(page, served):
    found, times = ask(page, served, [query.text for query in BLIND])
    first, three = report("box", BLIND, found)
    print(f"box: median {median(times):.0f} ms, longest {max(times):.0f} ms")
    assert first >= 0.95
    assert three >= 0.99


def test_each_entry_is_found(page, served):
    found, _ = ask(page, served, [query.text for query in KNOWN])
    first, three = report("box, one for each entry", KNOWN, found)
    assert first >= 0.95
    assert three >= 0.99


#: Names, and the anchor of which a part is first.
NAMES = [
    ("gather", "gather"),
    ("CrossEntropy", "cross_entropy"),
    ("CrossEntropyLoss", "cross_entropy"),
    ("masked_fill", "masked_fill"),
    ("kaiming", "kaiming_"),
    ("unsqueeze", "unsqueeze"),
    ("huber", "huber"),
    ("orthogonal", "orthogonal"),
    ("pin_memory", "pin_memory"),
    ("topk", "topk"),
    ("BatchNorm2d", "batch_norm"),
    ("RandomErasing", "random_erasing"),
    ("CosineAnnealingLR", "cosine_annealing_lr"),
    ("AdamW", "adamw"),
    ("WeightedRandomSampler", "weighted_random_sampler"),
    ("GELU", "gelu"),
]


#: Words of the running text, which several entries may share.
WORDS = [
    ("whitening", "linear_transformation"),
    ("main guard", "workers"),
]


def test_search_finds_the_entry_first(page, served):
    wrong = []
    for words, anchor, among in [(*n, 1) for n in NAMES] + [(*w, 3) for w in WORDS]:
        (found,), _ = ask(page, served, [words])
        if not any(anchor in name for name in found[:among]):
            wrong.append((words, found[:3]))
    assert not wrong


def test_typing_key_by_key_ends_with_the_same_answer(page, served):
    box = page.locator("input[name=query]")
    for query in BLIND[::40]:
        (pasted,), _ = ask(page, served, [query.text])
        box.fill("")
        box.press_sequentially(query.text)
        typed = page.locator(LINKS).evaluate_all("ls => ls.map(l => l.href)")
        assert names(typed, served) == pasted


@says(
    "README",
    "MiniSearch ranks in the browser and SQLite's FTS5 in the terminal, with one set of "
    "weights (`cheatsheet/find/rank.py`) and of words (`words.py`, `glue.txt`, "
    "`synonyms.txt`).",
)
def test_box_and_terminal_agree(page, served):
    """Two engines, one ranking: the words are the same, and nearly always the first entry."""
    texts = [query.text for query in BLIND + KNOWN] + [p for e in ENTRIES[::10] for p in e.asked]
    theirs = page.evaluate(
        "ts => ts.map(t => cheatsheet.words(cheatsheet.readings(t)[0]).flatMap(w => w.tokens))",
        texts,
    )
    differ = [
        (text, their, ours)
        for text, their in zip(texts, theirs, strict=True)
        if their != (ours := tokens(readings(text)[0]))
    ]
    print(f"{len(texts)} texts, {len(differ)} with other words: {differ[:5]}")
    assert len(differ) <= 0.005 * len(texts)
    ranking = Ranking(index.read())
    found, _ = ask(page, served, [query.text for query in BLIND])
    same = sum(
        ranking.search(query.text)[0].document.name == names[0]
        for query, names in zip(BLIND, found, strict=True)
        if names
    )
    print(f"the same first entry for {same} of {len(BLIND)}")
    assert same >= 0.9 * len(BLIND)


BAD = {
    "nothing": ("", 0),
    "blanks": ("   ", 0),
    "numbers": ("12 345 (4, 5)", 0),
    "no word": ("qqqxyzzy", 0),
    "another alphabet": ("张量 维度 тензор", 0),
    "half a character": ("\ud83d \udcff", 0),
    "emoji": ("🔥🔥🔥", 0),
    "markup": ("<img src=x onerror=alert(1)> <b>", None),
    "operators": ('"freeze" +layers -model ~1 ^2 * ? : ( ) [ ] { } \\', None),
    "prototype": ("constructor __proto__ toString hasOwnProperty", None),
    "a megabyte": ("freeze the backbone " * 50_000, 0),
    "a megabyte of nothing": ("q" * 1_000_000, 0),
    "a traceback": (TRACEBACK, None),
}


@pytest.mark.parametrize("name", BAD)
def test_any_input_has_an_answer_and_breaks_nothing(page, served, name):
    text, expected = BAD[name]
    (found,), _ = ask(page, served, [text])
    said = page.locator(".find [role=status]").text_content()
    if expected == 0:
        assert found == []
    if found:
        assert re.match(rf"{len(found)} entr", said)
    else:
        nothing = ("Nothing found", "This message is not known here")
        assert said.startswith(nothing) if text.strip() else said == ""
    assert page.locator("[data-search-results] b, [data-search-results] img").count() == 0
    assert page.problems == []


def test_a_pasted_traceback_leads_to_its_message(page, served):
    for text in (TRACEBACK, TRACEBACK * 2000, TRACEBACK.replace("\n", "")):
        (found,), _ = ask(page, served, [text])
        (message,), _ = ask(page, served, [readings(TRACEBACK)[0]])
        assert found == message
    shown = page.locator("[data-search-results] li").first.text_content()
    assert "mat1 and mat2 shapes cannot be multiplied" in shown


def test_box_and_terminal_know_the_same_messages(page, served):
    """Every message of the error entries, with other numbers and names, and inside tracebacks."""
    entries = [entry for entry in ENTRIES if entry.name.startswith("errors/")]
    messages = [varied(text, 3) for entry in entries for text in messages_of(entry)] + FOREIGN
    frames = list(FRAMES.values())
    texts = [frames[n % len(frames)](text) for n, text in enumerate(messages)]
    theirs = page.evaluate(
        """ts => ts.map(t => {
          const found = cheatsheet.ranking.explain(t)
          return [found.read, found.hits.map(hit => hit.document.name)]
        })""",
        texts,
    )
    known = index.messages(index.read())
    ours = [index.explain(known, text) for text in texts]
    differ = [
        (text[-90:], their, our)
        for text, their, our in zip(texts, theirs, ours, strict=True)
        if (their[0], their[1][:1]) != (our[0], [hit.name for hit in our[1]][:1])
    ]
    print(f"{len(texts)} messages, {len(differ)} read or answered otherwise")
    assert not differ


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("frame", ["traceback", "notebook", "worker"])
def test_a_traceback_pasted_from_the_clipboard_shows_the_line_that_was_read(
    browser, served, viewport, frame
):
    context = browser.new_context(viewport=viewport)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context, served + "losses/regression.html")
    message = "IndexError: Target 91 is out of bounds."
    page.evaluate("text => navigator.clipboard.writeText(text)", FRAMES[frame](message))
    page.keyboard.press("Control+V")
    page.wait_for_selector(LINKS)
    assert page.locator("input[name=query]").input_value() == message
    assert page.locator(".find__read").text_content() == f"Read: {message}"
    assert page.locator(".find__read").is_visible()
    first = page.locator("[data-search-results] li").first
    assert "Target 3 is out of bounds" in first.text_content()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    with page.expect_navigation():
        first.locator("a").click()
    assert page.url == served + "errors/losses.html#target_out_of_bounds"
    assert page.problems == []
    context.close()


def test_a_message_of_another_library_is_not_guessed_at(page, served):
    texts = [FRAMES["traceback"](message) for message in FOREIGN]
    found, _ = ask(page, served, texts)
    assert [names for names in found if names] == []
    said = page.locator(".find [role=status]").text_content()
    assert said.startswith("This message is not known here")
    assert not page.locator(".find__read").is_visible()


def test_a_row_links_to_the_error_entry_that_explains_it(browser, served):
    page = browser.new_page()
    page.goto(served + "losses/classification.html")
    page.locator(".failures a", has_text="out of bounds").first.click()
    page.wait_for_url(served + "errors/losses.html#target_out_of_bounds")
    page.close()


def test_a_result_shows_heading_page_and_call(page, served):
    ask(page, served, ["np.newaxis"])
    first = page.locator("[data-search-results] li").first
    assert first.locator(".find__heading").text_content() == "unsqueeze"
    assert first.locator(".find__page").text_content() == "Tensors: Reshape"
    assert "x.unsqueeze(0)" in first.locator("code").text_content()


@says(
    "home",
    "Find the call, copy it, go back to work: press `/` and type a question, a name or an"
    " error message.",
)
def test_keys_walk_the_list_and_open_an_entry(desktop, served):
    page = opened(desktop, served + "index.html")
    page.keyboard.type("unsqueeze")
    focused = "document.activeElement.href ?? document.activeElement.name"
    links = page.locator(LINKS).evaluate_all("ls => ls.map(l => l.href)")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == links[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == "query"
    page.keyboard.press("Escape")
    assert not page.locator(".find__panel").is_visible()
    page.keyboard.type(" ")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == links[0]
    assert page.locator("#unsqueeze").is_visible()
    assert page.problems == []
    page.close()


def test_a_slash_typed_elsewhere_is_a_slash(page, served):
    ask(page, served, [""])
    box = page.locator("input[name=query]")
    box.fill("a")
    box.press("End")
    box.press("/")
    assert box.input_value() == "a/"


def test_a_search_has_an_address(desktop, served):
    page = desktop.new_page()
    page.goto(served + "losses/index.html?query=np.newaxis")
    page.wait_for_selector(LINKS)
    assert page.locator(".find__heading").first.text_content() == "unsqueeze"
    page.close()


def test_the_search_works_from_a_folder(desktop, site):
    page = opened(desktop, (site / "tensors" / "reshape.html").as_uri())
    page.keyboard.type("multiclass loss from logits")
    page.wait_for_selector(LINKS)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == (site / "losses" / "classification.html").as_uri() + "#cross_entropy"
    assert page.problems == []
    page.close()


def test_nothing_of_the_search_is_loaded_before_it_is_wanted(desktop, site, served):
    page = desktop.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served + "losses/regression.html", wait_until="networkidle")
    assert not [url for url in asked if "search" in url]
    page.locator("input[name=query]").focus()
    page.wait_for_selector(".find[data-ready]")
    assert [url for url in asked if "search" in url] == [served + "assets/search.js"]
    page.close()
    script = (site / "assets" / "search.js").read_text(encoding="utf-8")
    data = re.search(r"^const data = .*$", script, re.MULTILINE)[0]
    sizes = [len(gzip.compress(text.encode(), 6)) / 1000 for text in (data, script)]
    print(f"index: {sizes[0]:.0f} KB compressed, with the libraries and our code {sizes[1]:.0f} KB")
    assert sizes[0] < 0.25 * len(ENTRIES)
    assert not (site / "search").exists()  # the theme's own index


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_list(browser, served, violations, viewport, scheme):
    context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    page = opened(context, served + "losses/regression.html")
    page.keyboard.type("mat1 and mat2 shapes")
    page.wait_for_selector(LINKS)
    found = violations(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert not found
    assert width <= viewport["width"]


def test_without_javascript_the_questions_are_a_click_away(browser, served):
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "losses/regression.html")
    page.locator("input[name=query]").fill("np.newaxis")
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/index.html*")
    page.get_by_role("link", name="Tensors", exact=True).last.click()
    row = page.locator("li", has_text="np.newaxis")
    row.get_by_role("link").first.click()
    page.wait_for_url("**/tensors/reshape.html#unsqueeze")
    context.close()
