"""The page of figures: what is checked, how much of it holds, and where it was run."""

from __future__ import annotations

from typing import Any

from packaging.version import Version

from cheatsheet import catalog
from cheatsheet.check import recorded, sentences
from cheatsheet.names import unshown
from cheatsheet.names.shown import Shown

PAGE = catalog.ROOT / "docs" / "checked.md"

_HEAD = """---
title: What is checked
description: "What of this PyTorch cheat sheet is checked: claims, sentences, lies, devices."
---

# What is checked

Every figure here is counted when the site is built, or was recorded by the run that is named beside
it.
"""


def write(shown: Shown) -> None:
    """Write the page, if it changed."""
    runs = recorded.runs()
    parts = [_HEAD, *_runs(runs), *_claims(runs), *_sentences(), *_names(shown), _AGAIN]
    text = "\n".join(parts)
    if not PAGE.exists() or PAGE.read_text() != text:
        PAGE.write_text(text)


_AGAIN = """## Run it yourself

`cheatsheet check` decides the claims on your torch and your device, `pytest` the sentences too.
`cheatsheet check --record` writes the file that this page reads.
"""


def _runs(runs: list[dict[str, Any]]) -> list[str]:
    rows = [
        f"| {run['device']} | {run['torch']} | {run['date']} | {len(run['hold'])} "
        f"| {len(run['fail'])} | {len(run['skipped'])} |"
        for run in sorted(runs, key=lambda run: Version(run["torch"]))
    ]
    head = (
        "| Device | torch | Date | Entries that hold | Fail | Skipped |\n|---|---|---|---|---|---|"
    )
    return ["## Runs", "", "\n".join([head, *rows]), ""]


def _claims(runs: list[dict[str, Any]]) -> list[str]:
    if not runs:
        return ["No run has been recorded yet: `cheatsheet check --record` writes one.", ""]
    newest = max(runs, key=lambda run: (Version(run["torch"]), run["date"]))
    rows = [f"| {kind} | {count} |" for kind, count in newest["claims"].items() if count]
    return [
        "## Claims",
        "",
        f"What the entries claim, and held on {newest['device']} with torch {newest['torch']} on "
        f"{newest['date']}:",
        "",
        "\n".join(["| Claim | Hold |", "|---|---|", *rows]),
        "",
        f"To see that the checker notices, {newest['lies planted']:,} lies were planted in that "
        "run, each an altered digit, shape, dtype or word: it named "
        f"{newest['lies caught']:,} of them.",
        "",
    ]


def _sentences() -> list[str]:
    rows = []
    whole = sentences.Account()
    for page in catalog.topics():
        topic = sentences.Account()
        for owner in sentences.owners():
            if owner == page.name or owner.startswith(f"{page.name}/"):
                topic.add(sentences.account(owner))
        whole.add(topic)
        rows.append(f"| [{page.name}]({page.name}/index.md) | {_row(topic)} |")
    return [
        "## Sentences",
        "",
        "A sentence that states a fact is held by a test, or by what the code of its entry prints; "
        "the others advise, define or point elsewhere.",
        "",
        "| Topic | Facts | Held | Wait for a GPU | Other |",
        "|---|---|---|---|---|",
        *rows,
        f"| all | {_row(whole)} |",
        "",
    ]


def _names(shown: Shown) -> list[str]:
    share = shown.share()
    rows = [f"| `{module}` | {count} | {of} |" for module, (count, of) in share.items() if of]
    count, of = (sum(counts) for counts in zip(*share.values(), strict=True))
    left_out = [f"- {n}: {rule}." for rule, n in sorted(shown.library.left_out.items())]
    return [
        "## Names",
        "",
        "What the installed torch and torchvision export with a docstring in these modules, and "
        "how many of these functions, methods and classes the code of an entry uses, or a table "
        "that is checked names. A method counts for its function, an in-place form for the plain "
        "one, an alias for what it is an alias of.",
        "",
        "| Module | Shown | Documented |",
        "|---|---|---|",
        *rows,
        f"| all | {count} | {of} |",
        "",
        f"{len(unshown.reasons())} names are shown by no entry, each with its reason, in "
        "`cheatsheet/names/unshown.txt`. What a module exports and is not counted, by the rule "
        "that leaves it out:",
        "",
        *left_out,
        "",
    ]


def _row(account: sentences.Account) -> str:
    return f"{account.facts} | {account.held} | {account.waiting} | {account.advice}"
