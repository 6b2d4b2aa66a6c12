"""Lighthouse with its phone settings on six pages: `make lighthouse`, a run of its own.

Performance is a time, so nothing else may run beside it: `make test` does not collect this file.
"""

import json
import os
import subprocess
from pathlib import Path

import pytest
from support import BROWSER_FLAGS

from cheatsheet.catalog import ROOT

PAGES = [
    "index.html",
    "tensors/index.html",
    "losses/regression.html",
    "transforms/crop.html",
    "errors/index.html",
    "benchmarks/elements.html",
]

#: The least that a page reaches, of 100.
LEAST = {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}


def look(address: str, report: Path, chromium: str) -> dict:
    flags = " ".join(["--headless=new", *BROWSER_FLAGS])
    command = [
        ROOT / "node_modules" / ".bin" / "lighthouse",
        address,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--chrome-flags={flags}",
    ]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": chromium})
    return json.loads(report.read_text())


@pytest.mark.parametrize("name", PAGES)
def test_lighthouse(served, chromium, name, tmp_path, capsys):
    """The best of three looks: other work on the machine only takes from what a page reaches."""
    looks = [look(served + name, tmp_path / f"{n}.json", chromium) for n in range(3)]
    best = max(looks, key=lambda seen: seen["categories"]["performance"]["score"])
    reached = {key: round(100 * row["score"]) for key, row in best["categories"].items()}
    shift = best["audits"]["cumulative-layout-shift"]["numericValue"]
    painted = best["audits"]["largest-contentful-paint"]["displayValue"]
    with capsys.disabled():
        print(f"\n{name}: {reached}, layout shift {shift:.3f}, largest paint {painted}")
    failed = [
        audit["id"] for audit in best["audits"].values() if audit["score"] is not None
        and audit["score"] < 0.9 and audit["scoreDisplayMode"] == "binary"
    ]  # fmt: skip
    assert shift == 0
    assert all(reached[key] >= least for key, least in LEAST.items()), (reached, failed)
