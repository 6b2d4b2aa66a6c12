"""What recorded runs say: which entries held, on which torch and device, and when."""

from __future__ import annotations

import json
from typing import Any

from cheatsheet import catalog

#: One file a machine and a device, which `cheatsheet check --record` writes.
RESULTS = catalog.ROOT / "results" / "claims"


def runs() -> list[dict[str, Any]]:
    """Return all recorded runs."""
    return [json.loads(file.read_text()) for file in sorted(RESULTS.glob("*.json"))]


def last_seen(name: str, runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the recorded runs in which an entry held, the newest of each device."""
    newest = {run["device"]: run for run in sorted(runs, key=lambda run: run["date"])}
    return [run for run in newest.values() if name in run["hold"]]


def checked(name: str, runs: list[dict[str, Any]]) -> dict[str, str] | None:
    """Return torch, date and device of the newest recorded run in which an entry held, if any."""
    seen = last_seen(name, runs)
    if not seen:
        return None
    newest = max(seen, key=lambda run: run["date"])
    return {key: newest[key] for key in ("torch", "date", "device")}


def in_words(name: str, runs: list[dict[str, Any]]) -> str:
    """Say on which release an entry was checked, and when."""
    held = checked(name, runs)
    if held is None:
        return "Not checked yet on a recorded machine."
    return f"Checked on torch {held['torch']}, {held['date']}, {held['device']}."


def release(runs: list[dict[str, Any]]) -> str:
    """Say what the entries were checked on, by the run that checked the most of them."""
    run = max(runs, key=lambda run: (len(run["hold"]), run["date"]))
    return (
        f"Checked on torch {run['torch']}, {run['date']}, {run['device']}: "
        f"{len(run['hold'])} entries hold, {len(run['skipped'])} were skipped."
    )
