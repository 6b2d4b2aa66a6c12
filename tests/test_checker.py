"""What the checker does with bad entries: a clear message, and nothing lost."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import says

from cheatsheet.check.claims import check, same_text
from cheatsheet.entry import EntryError, read_entry
from cheatsheet.shapes import Shape, ShapeSyntaxError, Value, difference, parse_shape_comment

HEAD = 'r"""Name: what for.\n"""\n\nimport torch\n\n'


@pytest.fixture
def entry(tmp_path):
    def make(code: str, head: str = HEAD):
        path = tmp_path / "subject.py"
        path.write_text(head + textwrap.dedent(code))
        return read_entry(path, "subject")

    return make


def problems(entry, **kwargs):
    return {claim.kind: claim.problem for claim in check(entry, **kwargs).failures}


def test_an_honest_entry_holds(entry):
    subject = entry("x = torch.zeros(2, 3)  # (2, 3) float32\nprint(x.sum())\n#> tensor(0.)\n")
    assert problems(subject) == {}


# Entries that cannot be read


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ('"""A: b."""\nx = (\n', 2, "not valid Python"),
        ("x = 1\n", 1, "no docstring"),
        ('"""No colon here."""\n', 1, "Heading: what it is for."),
        ('"""A: b.\n\nAttributes: Shapes\n    x (2, 3) float32\n"""\n', 4, "name: description"),
        ('"""A: b.\n\nAttributes: Shapes\n    x: [2, 3] float32\n"""\n', 4, "malformed shape row"),
        ('"""A: b.\n\nAttributes: Shapes\n    x: (2, 3) flot32\n"""\n', 4, "no known dtype"),
        ('"""A: b.\n\nAttributes: Shapes\n    x: (2, f()) int64\n"""\n', 4, "malformed shape row"),
        ('"""A: b.\n\nRaises:\n    ValueError: no expression\n"""\n', 4, "malformed row"),
        ('"""A: b.\n\nRaises:\n    ValueError: `x =` some message\n"""\n', 4, "not an expression"),
        ('"""A: b.\n\nRaises:\n    ValueError: `x` short\n"""\n', 4, "too short"),
        ('"""A: b.\n\nNote:\n    indented words\n"""\n', 3, "unknown section"),
        ('"""A: b.\n\nProse.\nRaises:\n    E: `x` long message\n"""\n', 4, "blank line above"),
        ('"""A: b.\n\nAsked as:\n    one;; two\n"""\n', 3, "an empty phrase"),
        ('"""A: b.\n\nAsked as:\n    one; two; one\n"""\n', 3, "'one' stands twice"),
        (f'"""A: b.\n\nAsked as:\n    {"long " * 21}\n"""\n', 3, "longer than 100"),
        ('"""A: b.\n\nProse.\nAsked as:\n    one; two\n"""\n', 4, "blank line above"),
        ('"""A: b."""\n#> 1\n', 2, "directly under the line that prints"),
        ('"""A: b."""\nx = 1  # (2, 3\n', 2, "malformed shape comment"),
        ('"""A: b."""\nimport os  # (2,)\n', 2, "assigns or returns"),
    ],
)
def test_malformed_entries_name_file_line_and_next_step(tmp_path, source, line, message):
    path = tmp_path / "subject.py"
    path.write_text(source)
    with pytest.raises(EntryError) as error:
        read_entry(path, "subject")
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert message in str(error.value)


# Outputs


def test_phrases_are_set_apart_by_semicolons(entry):
    rows = "    add an axis; None as\n    an index: np.newaxis\n"
    head = f'"""A: b.\n\nProse.\n\nAsked as:\n{rows}"""\n'
    subject = entry("x = 1\n", head)
    assert subject.asked == ("add an axis", "None as an index: np.newaxis")
    assert subject.text == "Prose."


def test_a_block_under_a_line_that_prints_nothing(entry):
    assert "prints nothing" in problems(entry("x = 1\n#> 1\n"))["output"]


def test_a_print_with_nothing_documented(entry):
    assert "nothing documented" in problems(entry("print(1)\n"))["output"]


@says(
    "home",
    "A line that starts with `#>` is what the line above it prints.",
)
def test_a_wrong_output_shows_both_and_the_command(entry):
    problem = problems(entry("print(1)\n#> 2\n"))["output"]
    assert "-2\n+1" in problem
    assert "cheatsheet update subject" in problem


def test_output_of_a_loop_stands_under_its_print(entry):
    subject = entry("for n in range(2):\n    print(n)\n    #> 0\n    #> 1\nprint('end')\n#> end\n")
    assert problems(subject) == {}


@says(
    "CONTRIBUTING",
    "output | `#>` lines under a `print` | it is what was printed where it was recorded; "
    "elsewhere a number with decimals may differ by one unit in its last place",
)
@pytest.mark.parametrize(
    ("documented", "printed", "same"),
    [
        ("tensor(0.6216)", "tensor(0.6216)", True),
        ("tensor(0.6216)", "tensor(0.6217)", True),
        ("tensor(0.6216)", "tensor(0.6218)", False),
        ("tensor(0.6216)", "tensor(0.62160)", False),
        ("tensor([ 0.0000, 1.])", "tensor([-0.0000, 1.])", True),
        ("1.2345e-05", "1.2346e-05", True),
        ("1.2345e-05", "1.2345e-06", False),
        ("tensor(3.)", "tensor(4.)", False),
        ("3", "4", False),
        ("torch.Size([2, 3])", "torch.Size([2, 4])", False),
        ("a b", "ab", False),
        ("True", "False", False),
        ("1\n2", "1", False),
        ("nan", "0.1", False),
    ],
)
def test_outputs_agree_up_to_one_unit_of_the_last_place(documented, printed, same):
    assert same_text(documented, printed) is same


@given(st.decimals(-1000, 1000, places=4), st.integers(2, 10_000))
def test_two_units_or_more_are_a_difference(number, units):
    step = number.scaleb(0).quantize(number) * 0 + type(number)((0, (1,), -4))
    assert not same_text(f"{number:.4f}", f"{number + units * step:.4f}")


# Shapes


@given(st.lists(st.integers(0, 9), max_size=4), st.lists(st.integers(0, 9), max_size=4))
def test_a_concrete_shape_fits_itself_only(claimed, real):
    shape = Shape(tuple(map(str, claimed)), None)
    assert (difference(shape, Value("Tensor", tuple(real), "float32"), {}) is None) == (
        claimed == real
    )


@says(
    "CONTRIBUTING",
    "shape and dtype | `Attributes: Shapes`, rows `name: (N, C) float32` | the variable "
    "has them; a symbol is one size throughout",
)
@says(
    "home",
    "A letter in a shape, such as `N`, is one size throughout the entry.",
)
def test_a_symbol_is_one_size_throughout_the_entry(entry):
    subject = entry("a = torch.zeros(2, 3)  # (N, C)\nb = torch.zeros(3)  # (N,)\n")
    assert "(N is 2)" in problems(subject)["line shape"]


def test_a_dtype_is_compared(entry):
    subject = entry("a = torch.zeros(2)  # (2,) int64\n")
    assert "found (2,) float32" in problems(subject)["line shape"]


def test_expressions_of_symbols(entry):
    subject = entry("a = torch.zeros(2, 3)  # (N, C)\nb = a.flatten()  # (N*C,)\n")
    assert problems(subject) == {}
    subject = entry("a = torch.zeros(2, 3)  # (N, C)\nb = a.flatten()  # (N+C,)\n")
    assert "line shape" in problems(subject)


def test_a_line_never_reached(entry):
    assert "never reached" in problems(entry("if False:\n    a = 1  # (2,)\n"))["line shape"]


@says(
    "CONTRIBUTING",
    "shape at a line | a trailing comment `# (2, 3)` | the value assigned or returned there has it",
)
@says(
    "home",
    "A comment such as `# (2, 3)` is the shape of the value assigned on its line.",
)
def test_tuples_and_returns(entry):
    code = """
        def f(x):
            return x[0]  # (3,)

        f(torch.zeros(2, 3))
        values, indices = torch.zeros(2, 3).max(dim=1)  # (2,), (2,) int64: one a row
    """
    assert problems(entry(code)) == {}


def test_a_row_without_its_variable(entry):
    head = 'r"""A: b.\n\nAttributes: Shapes\n    y: (2,) float32\n"""\n\nimport torch\n\n'
    assert "no variable named 'y'" in problems(entry("x = torch.zeros(2)\n", head))["shape"]


def test_comment_that_is_no_shape():
    assert parse_shape_comment("# one row per sample") is None
    with pytest.raises(ShapeSyntaxError):
        parse_shape_comment("# (2, 3) floating")


# Errors


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("RuntimeError: `torch.zeros(2).view(3)` shape '[3]' is invalid", None),
        ("ValueError: `torch.zeros(2).view(3)` shape '[3]' is invalid", "RuntimeError: shape"),
        ("RuntimeError: `torch.zeros(2).view(3)` shape '[4]' is invalid", "RuntimeError: shape"),
        ("RuntimeError: `torch.zeros(2)` some long message", "raises nothing"),
    ],
)
def test_raises(entry, row, found):
    head = f'r"""A: b.\n\nRaises:\n    {row}\n"""\n\nimport torch\n\n'
    problem = problems(entry("x = 1\n", head)).get("raises")
    assert problem is None if found is None else found in problem


# Silence


@says(
    "CONTRIBUTING",
    "silence | nothing | no warning, nothing on standard error, no file left behind, no network",
)
@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("import warnings\nwarnings.warn('careful', stacklevel=1)\n", "careful"),
        ("import sys\nprint('x', file=sys.stderr)\n", "standard error"),
        ("open('left.txt', 'w').close()\n", "left.txt"),
        ("import os\nos.write(2, b'raw')\n", "raw"),
        ("import os\nos.system('echo from a child')\n", "from a child"),
    ],
)
def test_noise_is_named(entry, code, what):
    assert what in problems(entry(code))["silence"]


def test_a_file_left_elsewhere_is_named(entry, tmp_path):
    target = tmp_path / "elsewhere.txt"
    assert str(target) in problems(entry(f"open({str(target)!r}, 'w').close()\n"))["silence"]


def test_the_network_is_refused_and_named(entry):
    code = "import urllib.request\nurllib.request.urlopen('http://localhost:9/')\n"
    assert "Temporary failure in name resolution" in problems(entry(code))["runs"]
    code = """
        import contextlib, socket
        with contextlib.suppress(Exception):
            socket.create_connection(("localhost", 9))
    """
    assert "localhost" in problems(entry(code))["silence"]


def test_a_row_may_show_what_is_raised_without_a_network(entry):
    head = """r\"\"\"Subject: a thing to check.

    Raises:
        URLError: `urlopen("http://localhost:9/")` Temporary failure in name resolution
    \"\"\"
    """
    code = "from urllib.request import urlopen\n"
    assert problems(entry(code, textwrap.dedent(head))) == {}


# Repeatability and needs


@says(
    "CONTRIBUTING",
    "repeatability | nothing | a second run, under another seed, prints what the first one did",
)
def test_a_draw_without_a_seed(entry):
    subject = entry("x = torch.rand(1)\nprint(x > 2)\n#> tensor([False])\n")
    assert problems(subject) == {}
    subject = entry("print(torch.randint(10**9, ()).item())\n#> 1\n")
    assert "Set the seed" in problems(subject)["repeatability"]


@says(
    "CONTRIBUTING",
    "need | `# needs: cuda`, `# needs: torch>=2.13` or `# needs: onnx` as the first line "
    "of code | elsewhere it is skipped by name",
)
@pytest.mark.parametrize(
    ("need", "met"), [("torch>=2", True), ("torch>=99", False), ("nope", False)]
)
def test_needs(entry, need, met):
    subject = entry("print(1)\n#> 1\n", f'r"""A: b."""\n# needs: {need}\n\n')
    report = check(subject)
    assert report.skipped is not met
    assert not report.failures


# Entries that misbehave


def test_an_entry_that_hangs_is_ended_and_named(entry):
    assert "subject was still running" in problems(entry("while True: pass\n"), limit=1)["runs"]


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("import os\nos._exit(3)\n", "exit code 3"),
        ("import ctypes\nctypes.string_at(0)\n", "SIGSEGV"),
        ("raise SystemExit(2)\n", "SystemExit: 2"),
        ("print('x' * 2_000_000)\n", "printed over 1,000,000"),
        ("x = 1\ny = x / 0\n", "line 7, in <module>"),
    ],
)
def test_an_entry_that_breaks_is_explained(entry, code, what):
    assert what in problems(entry(code))["runs"]


def test_an_entry_cannot_reach_the_checker(entry):
    code = "import sys\nsys.exit = None\nimport builtins\nbuiltins.print = None\n"
    assert problems(entry(code)) == {}
    assert problems(entry("print(1)\n#> 1\n")) == {}


@says(
    "README",
    "With `--device`, shapes, dtypes, errors and outputs are held against what is "
    "documented, but for outputs that depend on random draws: another device draws other "
    "numbers, and these are skipped by name.",
)
def test_seeds_shift_for_another_device(entry):
    from cheatsheet.check.runner import run
    from cheatsheet.check.sandbox import Request

    code = "torch.manual_seed(0)\nprint(torch.randint(10**9, ()).item())\nprint(torch.arange(2))\n"
    subject = entry(code)
    plain, shifted = run(Request(subject)), run(Request(subject, seed_shift=1))
    lines = [line for line in plain.printed if plain.printed[line] != shifted.printed[line]]
    assert lines == [6 + 1]
