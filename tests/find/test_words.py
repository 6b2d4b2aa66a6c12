"""The words that are compared: spellings and endings meet, names are split, nothing breaks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cheatsheet.find.words import LONGEST_MESSAGE, is_pasted, normal, readings, tokens, words


@pytest.mark.parametrize(
    "forms",
    [
        "initialize initialise initialized initialisation",
        "normalize normalise normalization normaliser",
        "color colour colours coloured",
        "gray grey",
        "center centre centred",
        "freeze freezes freezing",
        "index indices indexes indexing",
        "matrix matrices",
        "resize resized resizing",
        "raise raises raised",
        "crop crops cropped cropping",
    ],
)
def test_spellings_and_endings_meet(forms):
    assert len({normal(form) for form in forms.split()}) == 1


def test_what_differs_stays_apart():
    for one, other in [("normal", "normalize"), ("size", "resize"), ("one", "on"), ("noise", "no")]:
        assert normal(one) != normal(other)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("nn.BatchNorm2d(16)", {"batchnorm2d", "batch", "norm", "2d"}),
        ("F.cross_entropy", {"cross", normal("entropy"), normal("crossentropy")}),
        ("LeakyReLU", {"relu", "leakyrelu"}),
        ("clamp_", {"clamp"}),
        ("DataLoader", {normal("dataloader"), "data", normal("loader")}),
        ("x.permute(0, 2, 3, 1)", {normal("permute")}),
        ("float16", {"float16"}),
        ("1x1", {"1x1"}),
        ("C++", {"cpp"}),
    ],
)
def test_names_are_held_whole_and_in_parts(text, held):
    assert held <= set(tokens(text))


def test_the_end_of_a_dotted_name_is_a_name():
    where = [word.is_member for word in words("np.where torch.nn.F where e.g. this") if word]
    assert where == [False, True, False, False, False, False]


@given(st.text())
def test_any_text_has_words(text):
    for word in words(text):
        assert word.whole
        assert all(word.parts)
    assert tokens(text.upper()) is not None


TRACEBACK = """Traceback (most recent call last):
  File "train.py", line 12, in <module>
    loss = criterion(model(x), y)
ValueError: first
During handling of the above exception, another exception occurred:
  File "layers.py", line 3, in forward
    return F.linear(x, self.weight)
RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x576 and 400x120)
"""


@pytest.mark.parametrize("text", [TRACEBACK, TRACEBACK.replace("\n", ""), TRACEBACK * 2000])
def test_of_a_traceback_the_last_error_is_read(text):
    assert is_pasted(text)
    assert readings(text)[0].startswith("RuntimeError: mat1 and mat2 shapes")


def test_a_short_query_is_read_as_it_stands():
    assert readings("  what does ValueError: mean \t") == ["what does ValueError: mean"]
    assert not is_pasted("what does ValueError: mean")
    assert not is_pasted("ValueError: mat1 and")  # is being typed


def test_a_megabyte_is_cut():
    read = readings("word " * 200_000)
    assert all(len(text) <= LONGEST_MESSAGE for text in read)
