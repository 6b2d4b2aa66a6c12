"""What recorded runs say: which entries held, on which torch and device, and when."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from packaging.version import Version

from cheatsheet import catalog
from cheatsheet.check.claims import KINDS, Report
from cheatsheet.check.lies import plant
from cheatsheet.check.runner import run as run_entry
from cheatsheet.check.sandbox import Request

#: One file a machine and a device, which `cheatsheet check --record` writes.
RESULTS = catalog.ROOT / "results" / "claims"

_NOT_YET = "Not checked yet on a recorded machine."


def runs() -> list[dict[str, Any]]:
    """Return all recorded runs."""
    return [json.loads(file.read_text()) for file in sorted(RESULTS.glob("*.json"))]


def last_seen(name: str, runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return of the recorded runs in which an entry held the newest of each device."""
    by_date = sorted(runs, key=lambda run: (run["date"], Version(run["torch"])))
    newest = {run["device"]: run for run in by_date if name in run["hold"]}
    return list(newest.values())


def checked(name: str, runs: list[dict[str, Any]]) -> dict[str, str] | None:
    """Return torch, date and device of the newest recorded run in which an entry held, if any."""
    seen = last_seen(name, runs)
    if not seen:
        return None
    newest = max(seen, key=lambda run: (Version(run["torch"]), run["date"]))
    return {key: newest[key] for key in ("torch", "date", "device")}


def in_words(name: str, runs: list[dict[str, Any]]) -> str:
    """Say on which release an entry was checked, and when."""
    held = checked(name, runs)
    if held is None:
        return _NOT_YET
    return f"Checked on torch {held['torch']}, {held['date']}, {held['device']}."


def release(runs: list[dict[str, Any]]) -> str:
    """Say what the entries were checked on: of the newest torch, the newest run."""
    if not runs:
        return _NOT_YET
    run = max(runs, key=lambda run: (Version(run["torch"]), run["date"]))
    return (
        f"Checked on torch {run['torch']}, {run['date']}, {run['device']}: "
        f"{len(run['hold'])} entries hold, {len(run['skipped'])} were skipped."
    )


def releases(names: Iterable[str], runs: list[dict[str, Any]]) -> list[tuple[str, list[str], str]]:
    """Return by device the releases of torch on which some entries held, and the last date."""
    wanted = set(names)
    held: dict[str, list[dict[str, Any]]] = {}
    for run in sorted(runs, key=lambda run: Version(run["torch"])):
        if wanted <= set(run["hold"]):
            held.setdefault(run["device"], []).append(run)
    return [
        (device, [Version(run["torch"]).base_version for run in of], max(run["date"] for run in of))
        for device, of in held.items()
    ]


def as_run(reports: list[Report], **machine: str) -> dict[str, Any]:
    """Describe a run for the record.

    Args:
        reports: Of all entries.
        **machine: `device`, `torch`, `torchvision`, `python` and `date`.
    """
    claims = [claim for report in reports for claim in report.claims]
    lies = [plant(report) for report in reports if not report.skipped and not report.failures]
    kinds: dict[str, list[str]] = {"hold": [], "fail": [], "skipped": []}
    for report in reports:
        kind = "skipped" if report.skipped else "fail" if report.failures else "hold"
        kinds[kind].append(report.entry.name)
    return {
        **machine,
        "claims": {kind: sum(c.kind == kind and c.holds for c in claims) for kind in KINDS},
        "lies planted": sum(planted for planted, _ in lies),
        "lies caught": sum(planted - len(missed) for planted, missed in lies),
        "needs tried": dict(_tried(reports)),
        **kinds,
    }


def _tried(reports: list[Report]) -> Iterable[tuple[str, str]]:
    """Run what needs a newer torch all the same, and yield what it raises."""
    for report in reports:
        if any(need.startswith("torch>=") for need in report.observation.unmet):
            seen = run_entry(Request(report.entry, despite_needs=True))
            yield report.entry.name, seen.error.splitlines()[-1] if seen.error else ""


def compared(reports: list[Report], runs: list[dict[str, Any]], torch: str) -> list[str]:
    """Say how a run differs from what was recorded on its release of torch.

    Args:
        reports: The run.
        runs: What was recorded.
        torch: The version that it ran on.
    """
    release = Version(torch).release[:2]
    alike = [run for run in runs if Version(run["torch"]).release[:2] == release]
    if not alike:
        known = sorted({Version(run["torch"]).base_version for run in runs}, key=Version)
        return [f"torch {torch} was never recorded; recorded are {', '.join(known)}"]
    newest = max(alike, key=lambda run: run["date"])
    failing = [report.entry.name for report in reports if report.failures]
    told = {
        "do what their rows `Before:` say of this release": [
            r.entry.name for r in reports if r.is_earlier and not r.failures
        ],
        "fail here as they did there": [name for name in failing if name in newest["fail"]],
        "fail here and held there": [name for name in failing if name in newest["hold"]],
        "fail here and were not run there": [
            name for name in failing if name not in newest["hold"] + newest["fail"]
        ],
    }
    head = f"compared with the record of torch {newest['torch']}, {newest['date']}"
    lines = [f"  {len(of)} {what}: {', '.join(of)}" for what, of in told.items() if of]
    return [f"{head}:", *lines] if lines else [f"{head}: no difference"]
