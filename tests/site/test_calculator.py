"""The shape calculator gives what torch gives, and refuses what torch refuses."""

import random
import re

import pytest
import torch
from support import DESKTOP, NARROW, says
from torch import nn

from cheatsheet import catalog
from cheatsheet.catalog import ROOT
from cheatsheet.find import index

SCRIPT = ROOT / "docs" / "assets" / "shapes.js"
EXAMPLE = "#input=1,3,32,32&Conv2d=3_16_3_1_0_1_1_true&Flatten=1_-1&Linear=400_10_true"


@pytest.fixture(scope="module")
def bare(browser, tmp_path_factory):
    """The script on a page of its own."""
    file = tmp_path_factory.mktemp("calculator") / "page.html"
    file.write_text(f'<div id="calculator"></div><script>{SCRIPT.read_text()}</script>')
    page = browser.new_page()
    page.goto(file.as_uri())
    yield page
    page.close()


# Against torch


def drawn_chain(random):
    """Draw layers that often fit and often nearly do; with what torch gives for them."""
    n = random.randint(1, 3)
    shape = [random.randint(1, 4) for _ in range(random.choice([1, 1, 1, 1, 0, 2]))]
    shape += [random.choice([2, 3, 4, 6]), *(random.randint(1, 14) for _ in range(n))]
    x, layers, rows, message = torch.zeros(shape), [], [], None
    for _ in range(random.randint(1, 5)):
        kind, values = drawn_layer(random, n, x.shape)
        layers.append({"kind": kind, "values": values})
        if message is None:
            x, parameters, message = torch_gives(x, kind, values)
            rows += [] if message else [(list(x.shape), parameters)]
    return {"input": shape, "layers": layers}, rows, message


def drawn_layer(random, n, now):
    d = n if random.random() < 0.93 else random.randint(1, 3)

    def sizes(low, high):
        one = lambda: random.randint(low, high)  # noqa: E731
        return one() if d == 1 or random.random() < 0.7 else [one() for _ in range(d)]

    kinds = [f"{kind}{d}d" for kind in ("Conv", "ConvTranspose", "MaxPool", "AvgPool")]
    kind = random.choice([*kinds, *kinds, f"AdaptiveAvgPool{d}d", "Flatten", "Linear", "Upsample"])
    fits = random.random() < 0.85
    if "Conv" in kind:
        into = now[-n - 1] if fits and len(now) > n else random.randint(1, 6)
        groups = random.choice([1, 1, 1, 1, 2, into])
        out = groups * random.randint(1, 3) if fits else random.randint(1, 6)
        values = {"in_channels": into, "out_channels": out, "kernel_size": sizes(1, 5)}
        values |= {"stride": sizes(1, 3), "padding": sizes(0, 2), "dilation": sizes(1, 2)}
        values |= {"groups": groups, "bias": random.random() < 0.5}
        if "Transpose" in kind:
            values["output_padding"] = sizes(0, 1) if random.random() < 0.5 else 0
    elif kind.startswith(("Max", "Avg")):
        values = {"kernel_size": sizes(1, 4), "stride": random.choice([None, sizes(1, 4)])}
        values |= {"padding": sizes(0, 2) if random.random() < 0.5 else 0}
        values |= {"dilation": sizes(1, 3)} if kind.startswith("Max") else {}
        values["ceil_mode"] = random.random() < 0.5
    elif kind.startswith("Ada"):
        values = {"output_size": sizes(1, 5)}
    elif kind == "Flatten":
        values = {"start_dim": random.choice([1, 1, 1, 0, 2, -2]), "end_dim": -1}
        values["end_dim"] = random.choice([-1, -1, 2, 1])
    elif kind == "Linear":
        into = now[-1] if fits else random.randint(1, 30)
        values = {"in_features": into, "out_features": random.randint(1, 9)}
        values["bias"] = random.random() < 0.5
    else:
        values = {"scale_factor": random.randint(1, 3)}
    return kind, values


def torch_gives(x, kind, values):
    """Return the output of a layer and its parameters, or why it refuses its input."""
    values = {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}
    try:
        module = getattr(nn, kind)(**values)
        with torch.no_grad():
            out = module(x)
        if not out.numel():
            raise ValueError("an output of no numbers, which some kernels give and some refuse")
        return out, sum(p.numel() for p in module.parameters()), None
    except (RuntimeError, ValueError, IndexError, NotImplementedError) as error:
        return x, 0, f"{type(error).__name__}: {error}"


@pytest.fixture(scope="module")
def chains():
    draws = random.Random(16)
    return [drawn_chain(draws) for _ in range(1000)]


@says(
    "shapes",
    "It gives what torch gives: a test compares 1,000 chains, and those that do not fit.",
)
def test_a_thousand_chains_give_what_torch_gives(bare, chains):
    found = bare.evaluate("(chains) => chains.map(calculate)", [chain for chain, *_ in chains])
    known = index.messages(index.read())
    unlike = []
    for (chain, rows, message), ours in zip(chains, found, strict=True):
        entries = [ours["misfit"]["entry"]] if ours["misfit"] else []
        _, explained = index.explain(known, message) if message else ("", [])
        if explained and explained[0].name.startswith(catalog.ERRORS):
            page, anchor = catalog.place_of(explained[0].name)
            expected = [f"{page}.html#{anchor}"]
        else:
            expected = entries if message else []
        same = [(row["shape"], row["parameters"]) for row in ours["rows"]] == rows
        if not same or entries != expected or bool(message) != bool(ours["misfit"]):
            unlike.append((chain["layers"][len(rows) :][:1], rows[-1:], message, ours["misfit"]))
    assert not unlike, f"{len(unlike)} differ, such as\n" + "\n".join(map(str, unlike[:20]))
    refused = sum(message is not None for *_, message in chains)
    print(f"{refused} of {len(chains)} refused")
    assert 200 < refused < 800
    kinds = {layer["kind"] for chain, rows, _ in chains for layer in chain["layers"][: len(rows)]}
    assert kinds == set(bare.evaluate("Object.keys(LAYERS)"))


def test_the_code_of_a_chain_prints_its_shape(bare, chains, capsys):
    fit = [(chain, rows) for chain, rows, message in chains if message is None][:60]
    for (_, rows), code in zip(
        fit, bare.evaluate("(chains) => chains.map(code)", [chain for chain, _ in fit]), strict=True
    ):
        exec(code, {})
        assert capsys.readouterr().out == f"torch.Size({rows[-1][0]})\n"
        assert re.findall(r"# \((.*?),?\)", code) == [
            ", ".join(map(str, shape)) for shape, _ in rows
        ]


@says(
    "shapes", "Shapes behind the layers of a chain, with your numbers; the address keeps the chain."
)
def test_an_address_keeps_every_chain(bare, chains):
    told = [chain for chain, *_ in chains]
    assert bare.evaluate("(chains) => chains.map((c) => fromHash(toHash(c)))", told) == told


def test_the_entries_that_explain_are_there(bare, site):
    entries = set(re.findall(r'"([a-z/]+\.html)#(\w+)"', SCRIPT.read_text()))
    assert len(entries) >= 10
    for page, anchor in entries:
        assert f'id="{anchor}"' in (site / page).read_text(), (page, anchor)


# In a browser


@pytest.fixture
def calculator(browser, served):
    context = browser.new_context(
        viewport=NARROW, permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served}shapes.html{EXAMPLE}")
    yield page
    assert not errors
    context.close()


def status(page):
    return page.get_by_role("status").text_content()


def test_what_does_not_fit_is_explained_and_set_right(calculator):
    page = calculator
    assert (
        status(page)
    ) == "Layer 3 does not fit: it takes 400 numbers in the last dimension and gets 14400."
    layer = page.get_by_role("group", name="Layer 3")
    assert layer.get_by_role("link").get_attribute("href") == "errors/shapes.html#mat1_and_mat2"
    layer.get_by_role("button", name="Set in_features to 14400").press("Enter")
    assert status(page) == "Output (1, 10), 144,458 parameters."
    page.reload()
    assert status(page) == "Output (1, 10), 144,458 parameters."
    page.get_by_role("button", name="Copy the code").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert "    nn.Linear(14400, 10),  # (1, 10)\n" in page.evaluate(
        "navigator.clipboard.readText()"
    )


@says("shapes", "A number that a field takes for each dimension may be several, with commas.")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5", "(1, 16, 28, 28)"),
        ("5, 3", "(1, 16, 28, 30)"),
        ("", "Layer 1, kernel_size: expected a whole number from 1, or 2 with commas"),
        ("1.5", "expected a whole number"),
        ("0", "expected a whole number from 1"),
        ("3, 3, 3", "or 2 with commas"),
    ],
)
def test_a_field_takes_a_number_or_says_what_it_expects(calculator, text, said):
    kernel = calculator.get_by_label("kernel_size").first
    kernel.fill(text)
    result = calculator.locator(".chain__result").first.text_content()
    assert said in (result if said[0] == "(" else status(calculator))
    assert (kernel.get_attribute("aria-invalid") == "true") == (said[0] != "(")
    assert calculator.evaluate("document.activeElement.name") == "kernel_size"


def test_layers_are_added_moved_changed_and_removed_by_keys(calculator):
    page = calculator
    kinds = lambda: [s.input_value() for s in page.locator(".chain select").all()]  # noqa: E731
    page.get_by_role("button", name="Add a layer").press("Enter")
    assert kinds() == ["Conv2d", "Flatten", "Linear", "Linear"]
    assert page.evaluate("document.activeElement.name") == "kind"
    page.keyboard.type("Upsample")
    assert kinds()[-1] == "Upsample"
    page.get_by_role("button", name="Up layer 4").press("Space")
    page.get_by_role("button", name="Remove layer 4").press("Enter")
    assert kinds() == ["Conv2d", "Flatten", "Upsample"]
    assert "Upsample takes 3, 4 or 5 dimensions; it gets 2" in status(page)
    page.get_by_label("Shape of the input").fill("3, 32")
    assert "Layer 1 does not fit: Conv2d takes 3 dimensions, or 4 with a batch" in status(page)


def test_an_address_that_is_no_chain_shows_the_example(calculator, served):
    calculator.goto(f"{served}shapes.html#nothing=1&of=this")
    assert status(calculator) == "Output (1, 10), 25,578 parameters."


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, DESKTOP], ids=["narrow", "desktop"])
def test_everybody_can_use_it(browser, served, violations, scheme, size):
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{served}shapes.html{EXAMPLE}")
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    context.close()
