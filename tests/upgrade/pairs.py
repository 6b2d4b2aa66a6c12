"""The pairs of programs, before and after, one of each rule."""

import contextlib
import io
import re
import sys
import warnings
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "pairs"


@dataclass
class Pair:
    """Two programs.

    Attributes:
        notes: `raises`, the type and words with which the old one fails on the newest release;
            `until`, the last on which it runs; `differs`, why the results are not the same;
            `needs`, what this machine may lack; `also`, another rule that the old one breaks.
        check: Assertions about the names that the new one leaves.
    """

    rule: str
    before: str
    after: str
    check: str = ""
    notes: dict = field(default_factory=dict)


def read(path):
    head, *parts = re.split(r"^# %% (before|after|check)\n", path.read_text(), flags=re.MULTILINE)
    notes = dict(line.split(": ", 1) for line in head.splitlines())
    return Pair(path.stem, notes=notes, **dict(zip(parts[::2], parts[1::2], strict=True)))


PAIRS = {path.stem: read(path) for path in sorted(FOLDER.glob("*.txt"))}


def run(code, name):
    """Return what a program prints and leaves, or the error that it ends with."""
    import torch

    printed, left = io.StringIO(), {"__name__": name}
    torch.manual_seed(0)
    error = None
    with warnings.catch_warnings(), contextlib.redirect_stdout(printed):
        warnings.simplefilter("ignore")
        try:
            exec(compile(code.replace("{when}", name), f"<{name}>", "exec"), left)
        except Exception as caught:
            error = f"{type(caught).__name__}: {caught}"
        finally:
            torch.set_default_dtype(torch.float32)
            if torch.distributed.is_initialized():
                torch.distributed.destroy_process_group()
    return printed.getvalue(), left, error


def main(names):
    """Run pairs by themselves, as on an older release: what each half prints."""
    for name in names or PAIRS:
        pair = PAIRS[name]
        old, new = run(pair.before, "before"), run(pair.after, "after")
        same = "same" if old[0] == new[0] and not old[2] and not new[2] else "DIFFERENT"
        print(f"{name}: {same} | {old[2] or ''} | {new[2] or ''}".replace("\n", " ")[:300])
        if same == "DIFFERENT" and not old[2]:
            print("  before:", old[0], "  after: ", new[0], sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
