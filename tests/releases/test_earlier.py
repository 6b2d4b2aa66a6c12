"""What an entry says of older releases takes the place of its claims there, and nowhere else."""

import textwrap

import pytest
from support import says

from cheatsheet.check.claims import check
from cheatsheet.check.lies import plant
from cheatsheet.entry import EntryError, read_entry
from cheatsheet.messages import messages_of

CODE = "import warnings\n\nx = 1\nprint(x)\n#> 1\n"
RAISES = "Raises:\n    ZeroDivisionError: `x / 0` division by zero\n"
OLDER = "Raises:\n    ZeroDivisionError: `x / 0` another wording\n"


def make(tmp_path, sections, code=CODE):
    path = tmp_path / "subject.py"
    path.write_text(f'"""Name: what for.\n\n{sections}"""\n\n{code}')
    return read_entry(path, "subject")


def problems(entry):
    return {claim.kind: claim.problem for claim in check(entry).failures}


def before(release, *rows):
    return f"\nBefore: {release}\n" + textwrap.indent("\n".join(rows), "    ") + "\n"


@says(
    "CONTRIBUTING",
    "older releases | `Before: 2.14`, rows as in `Raises:` and `Warns:`; `` prints: `print(x)` "
    "text ``; `` nothing: `expression` ``; `...` for the whole code, which may also be that it "
    "`writes:` to standard error | on a release before that one the row takes the place of the "
    "claim about the same expression",
)
@pytest.mark.parametrize(
    ("release", "wording", "holds"),
    [
        ("99.0", "division by zero", True),
        ("99.0", "another wording", False),
        ("2.0", "another wording", True),  # not this release: the row of `Raises:` counts
    ],
)
def test_a_row_counts_before_its_release(tmp_path, release, wording, holds):
    row = f"ZeroDivisionError: `x / 0` {wording}"
    subject = make(tmp_path, (OLDER if release == "99.0" else RAISES) + before(release, row))
    assert (problems(subject) == {}) is holds


def test_the_nearest_release_above_counts(tmp_path):
    rows = {r: f"ZeroDivisionError: `x / 0` wording of {r}" for r in ("2.12", "2.14", "2.13")}
    subject = make(tmp_path, RAISES + "".join(before(r, row) for r, row in rows.items()))
    found = {
        r: subject.on(r).raises[0].message
        for r in ("2.11.0", "2.12.1", "2.13.0", "2.14.1", "2.15.0+cu132", "2.14.0.dev20260101")
    }
    assert found == {
        "2.11.0": "wording of 2.12",
        "2.12.1": "wording of 2.13",
        "2.13.0": "wording of 2.14",
        "2.14.1": "division by zero",
        "2.15.0+cu132": "division by zero",
        "2.14.0.dev20260101": "division by zero",
    }
    assert {"ZeroDivisionError: wording of 2.12", "ZeroDivisionError: division by zero"} <= set(
        messages_of(subject)
    )


WARN = "import warnings\n\nx = 1\nwarnings.warn('old ways', FutureWarning)\n"
OLD = "import warnings\n\n\ndef old():\n    warnings.warn('old ways', FutureWarning)\n"
SAYS = "import sys\n\nx = sys.stderr.write('all is well')\n"


@pytest.mark.parametrize(
    ("sections", "code", "kinds"),
    [
        (before("99.0", "prints: `print(x)` 1"), "x = 1\nprint(x)\n#> 2\n", set()),
        (before("99.0", "prints: `print(x)` 2"), CODE, {"output"}),
        (
            before("99.0", "prints: `print(x)` 0.25 0.51"),
            "x = '0.25\\n0.5'\nprint(x)\n#> 9\n",
            {"output"},
        ),
        (
            before("99.0", "prints: `print(x)` 0.25 0.5"),
            "x = '0.25\\n0.5'\nprint(x)\n#> 9\n",
            set(),
        ),
        (before("99.0", "FutureWarning: `...` old ways"), WARN, set()),
        (before("2.0", "FutureWarning: `...` old ways"), WARN, {"silence"}),
        (before("99.0", "FutureWarning: `...` other ways"), WARN, {"silence", "warns"}),
        (before("99.0", "FutureWarning: `...` old ways"), CODE, {"warns"}),
        (before("99.0", "writes: `...` all is well"), SAYS, set()),
        (before("2.0", "writes: `...` all is well"), SAYS, {"silence"}),
        (before("99.0", "writes: `...` all is bad"), SAYS, {"silence", "warns"}),
        (RAISES + before("99.0", "nothing: `x / 0`"), CODE, {"raises"}),
        (
            RAISES.replace("x / 0", "old()") + before("99.0", "FutureWarning: `old()` old ways"),
            OLD,
            set(),
        ),
        (RAISES.replace("/ 0", "/ 1") + before("99.0", "nothing: `x / 1`"), CODE, set()),
        (before("99.0", "ZeroDivisionError: `x / 0` division by zero"), CODE, set()),
        (before("99.0", "ZeroDivisionError: `x / 1` division by zero"), CODE, {"raises"}),
    ],
)
def test_rows_of_each_kind(tmp_path, sections, code, kinds):
    assert problems(make(tmp_path, sections, code)).keys() == kinds


@pytest.mark.parametrize(
    "sections",
    [
        before("99.0", "prints: `print(x)` 1"),
        OLDER + before("99.0", "ZeroDivisionError: `x / 0` division by zero"),
        before("99.0", "FutureWarning: `...` old ways"),
    ],
)
def test_a_lie_in_a_row_that_counts_is_named(tmp_path, sections):
    planted, missed = plant(check(make(tmp_path, sections, WARN if "..." in sections else CODE)))
    assert planted
    assert missed == []


@pytest.mark.parametrize(
    ("sections", "line", "message"),
    [
        ("Before: spring\n    ValueError: `x` a long message\n", 3, "expected `2.14`"),
        ("Before: 2.14.1\n    ValueError: `x` a long message\n", 3, "expected `2.14`"),
        ("Before: 2.14\n    prints: `print(y)` 1\n", 4, "no statement reads `print(y)`"),
        ("Before: 2.14\n    ValueError: `x =` a long message\n", 4, "not an expression"),
        ("Before: 2.14\n    ValueError: x a long message\n", 4, "malformed row"),
        ("Prose.\nBefore: 2.14\n    ValueError: `x` a long message\n", 4, "blank line above"),
    ],
)
def test_malformed_rows_name_file_line_and_next_step(tmp_path, sections, line, message):
    with pytest.raises(EntryError) as error:
        make(tmp_path, sections)
    assert f"subject.py:{line}: " in str(error.value)
    assert message in str(error.value)


def test_an_entry_without_such_rows_is_as_it_is(tmp_path):
    subject = make(tmp_path, RAISES)
    assert subject.on("1.0") is subject
