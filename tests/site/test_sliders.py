"""A slider shows the picture of its value and says it; the pictures are what the library gives."""

import math

import numpy as np
import pytest
from PIL import Image
from support import NARROW, entry_named

from cheatsheet.figures import FIGURES, read_sliders, size_of, sliders

#: Written from the definitions: the rate of an epoch, the value at x.
RATES = {
    "step_lr": lambda v, t: 0.1 * v ** (t // 10),
    "exponential_lr": lambda v, t: 0.1 * v**t,
    "cosine_annealing_lr": lambda v, t: 0.05 * (1 + math.cos(math.pi * t / v)),
    "polynomial_lr": lambda v, t: 0.1 * (1 - t / 50) ** v,
}
CURVES = {
    "leaky_relu": lambda v, x: x if x > 0 else v * x,
    "elu": lambda v, x: x if x > 0 else v * math.expm1(x),
    "celu": lambda v, x: x if x > 0 else v * math.expm1(x / v),
    "softplus": lambda v, x: math.log1p(math.exp(v * x)) / v,
}
BY_STEM = {name.split("/")[-1]: slider for name, slider in sliders.SLIDERS.items()}


@pytest.mark.parametrize("stem", RATES)
def test_rates_are_those_of_the_formula(stem):
    for value in BY_STEM[stem].values:
        expected = [RATES[stem](value, epoch) for epoch in range(sliders.EPOCHS)]
        assert sliders.rates(BY_STEM[stem], value) == pytest.approx(expected, rel=1e-6, abs=1e-9)


def test_the_cycle_is_highest_where_its_argument_says():
    for value in BY_STEM["one_cycle_lr"].values:
        found = sliders.rates(BY_STEM["one_cycle_lr"], value)
        assert abs(found.index(max(found)) - value * (sliders.EPOCHS + 1)) <= 1
        assert max(found) <= 0.1


@pytest.mark.parametrize("stem", CURVES)
def test_curves_are_those_of_the_formula(stem):
    for value in BY_STEM[stem].values:
        x, y = sliders.curve(BY_STEM[stem], value)
        expected = [CURVES[stem](value, number) for number in x.tolist()]
        assert y.tolist() == pytest.approx(expected, rel=1e-4, abs=1e-5)


def test_photographs_change_with_the_value():
    def pixels(stem, value):
        return np.asarray(sliders.photo(BY_STEM[stem], value).convert("RGB"), dtype=float)

    grey = pixels("color_jitter", 0.0)
    assert np.ptp(grey, axis=2).max() <= 1
    sharpness = [
        np.abs(np.diff(pixels("gaussian_blur", v), axis=1)).mean()
        for v in BY_STEM["gaussian_blur"].values
    ]
    assert sharpness == sorted(sharpness, reverse=True)
    straight = Image.fromarray(pixels("random_rotation", 0).astype(np.uint8))
    for degrees in (15, -30):
        turned = np.asarray(straight.rotate(degrees), dtype=float)
        assert np.abs(turned - pixels("random_rotation", degrees)).mean() < 1


def test_each_picture_is_there_and_of_one_size():
    drawn = read_sliders()
    assert drawn.keys() == sliders.SLIDERS.keys()
    assert len(drawn) == 12
    for name, row in drawn.items():
        entry_named(name)
        texts = [frame["said"] for frame in row["frames"]]
        values = sliders.SLIDERS[name].values
        assert len(set(texts)) == len(texts) == len(values)
        for value, frame in zip(values, row["frames"], strict=True):
            assert frame["said"].startswith(f"{row['argument']}={value:g}")
            size = size_of(FIGURES.parent / frame["path"])
            assert size == {"width": row["width"], "height": row["height"]}


# In a browser


@pytest.mark.parametrize(
    "name", ["schedulers/schedules/step_lr", "transforms/colour/gaussian_blur"]
)
def test_a_slider_moves_by_keys_and_says_its_value(browser, served, violations, name):
    page_name, anchor = name.rsplit("/", 1)
    context = browser.new_context(viewport=NARROW, color_scheme="dark", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{served}{page_name}.html#{anchor}")
    slider = page.locator(f".entry:has(#{anchor}) .slider")
    image, output, knob = slider.locator("img"), slider.locator("output"), slider.locator("input")
    frames = read_sliders()[name]["frames"]
    knob.scroll_into_view_if_needed()
    box = image.bounding_box()
    knob.focus()
    for frame in frames:
        assert image.get_attribute("src") == f"../{frame['path']}"
        assert image.get_attribute("alt") == output.text_content() == frame["said"]
        assert knob.get_attribute("aria-valuetext") == frame["said"]
        image.evaluate("(image) => image.decode()")
        assert image.bounding_box()["height"] == box["height"]
        page.keyboard.press("ArrowRight")
    assert not violations(page)
    context.close()


def test_without_javascript_a_slider_is_a_figure(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}activations/relu_family.html")
    figure = page.locator(".entry:has(#elu) .slider")
    assert not figure.locator("input").is_visible()
    assert figure.locator("img").get_attribute("alt") == figure.locator("output").text_content()
    assert "alpha=0.2" in figure.locator("output").text_content()
    context.close()
