"""What recorded runs say: which entries held, on which torch and device, and when."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from packaging.version import Version

from cheatsheet import catalog
from cheatsheet.check.claims import KINDS, Report
from cheatsheet.check.lies import plant
from cheatsheet.check.runner import run as run_entry
from cheatsheet.check.sandbox import Request
from cheatsheet.entry import Entry

#: One file a machine and a device, which `cheatsheet check --record` writes.
RESULTS = catalog.ROOT / "results" / "claims"

#: What a run can say of an entry.
OUTCOMES = ("hold", "fail", "skipped")

_NOT_YET = "Not checked yet on a recorded machine."


def runs(files: str = "*.json") -> list[dict[str, Any]]:
    """Return recorded runs, each with what it says of entries as they are written now.

    Args:
        files: A pattern of the names of the files, where not all are meant.
    """
    paths = catalog.entry_paths().items()
    digests = {name: digest(path.read_text(encoding="utf-8")) for name, path in paths}
    return [read(file, digests) for file in sorted(RESULTS.glob(files))]


def read(file: Path, digests: dict[str, str] | None = None) -> dict[str, Any]:
    """Return a recorded run, summed up: which entries hold, fail and were skipped, and counts.

    Args:
        file: What `write` has written.
        digests: By entry the text that counts; what the run did with another is left out.
    """
    run = json.loads(file.read_text())
    if digests is not None:
        rows = run["entries"].items()
        run["entries"] = {n: row for n, row in rows if row["digest"] == digests.get(n)}
    entries = run["entries"].values()
    lies = [entry["lies"] for entry in entries if "lies" in entry]
    return {
        **run,
        **{
            kind: [name for name, entry in run["entries"].items() if entry["is"] == kind]
            for kind in OUTCOMES
        },
        "claims": {
            kind: sum(entry.get("claims", {}).get(kind, 0) for entry in entries) for kind in KINDS
        },
        "lies planted": sum(planted for planted, _ in lies),
        "lies caught": sum(caught for _, caught in lies),
        "rounded": [name for name, entry in run["entries"].items() if "rounded" in entry],
        "needs tried": {n: e["tried"] for n, e in run["entries"].items() if "tried" in e},
    }


def write(file: Path, run: dict[str, Any]) -> None:
    """Write a run, a line an entry."""
    head = json.dumps({key: run[key] for key in run if key != "entries"}, indent=1)
    rows = ",\n".join(
        f"  {json.dumps(n)}: {json.dumps(e)}" for n, e in sorted(run["entries"].items())
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'{head[:-2]},\n "entries": {{\n{rows}\n }}\n}}\n')


def digest(source: str) -> str:
    """Return what tells whether the text of an entry has changed since."""
    return hashlib.sha256(source.encode()).hexdigest()[:12]


def known(file: Path, torch: str) -> dict[str, dict[str, Any]]:
    """Return what a file says of the entries that are still there, if it is of this torch."""
    run = json.loads(file.read_text()) if file.exists() else {}
    there = catalog.entry_paths()
    rows = run["entries"].items() if run.get("torch") == torch else ()
    return {name: row for name, row in rows if name in there}


def changed(entries: Iterable[Entry], rows: dict[str, dict[str, Any]]) -> list[Entry]:
    """Return the entries that recorded rows lack, or have of another text."""
    return [e for e in entries if rows.get(e.name, {}).get("digest") != digest(e.source)]


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


def as_run(
    reports: list[Report], known: dict[str, Any] | None = None, **machine: str
) -> dict[str, Any]:
    """Describe a run for the record.

    Args:
        reports: Of all entries, or of those that are new in the record.
        known: What the record says of the others.
        **machine: `device`, `torch`, `torchvision`, `python` and `date`.
    """
    return {**machine, "entries": {**(known or {}), **{r.entry.name: _row(r) for r in reports}}}


def _row(report: Report) -> dict[str, Any]:
    kind = "skipped" if report.skipped else "fail" if report.failures else "hold"
    row: dict[str, Any] = {"is": kind, "digest": digest(report.entry.source)}
    kinds = [claim.kind for claim in report.claims if claim.holds]
    row["claims"] = {kind: kinds.count(kind) for kind in KINDS if kind in kinds}
    if kind == "hold":
        planted, missed = plant(report)
        row["lies"] = planted, planted - len(missed)
        if report.rounded:
            row["rounded"] = len(report.rounded)
    if any(need.startswith("torch>=") for need in report.observation.unmet):
        # What needs a newer torch is run all the same, to see that it does.
        seen = run_entry(Request(report.entry, despite_needs=True))
        row["tried"] = seen.error.splitlines()[-1] if seen.error else ""
    return row


def compared(reports: list[Report], runs: list[dict[str, Any]], torch: str) -> list[str]:
    """Say how a run differs from what was recorded on its release of torch.

    Args:
        reports: The run.
        runs: What was recorded.
        torch: The version that it ran on.
    """
    release = Version(torch).release[:2]
    alike = [run for run in runs if Version(run["torch"]).release[:2] == release]
    if not runs:
        return ["nothing was recorded yet to compare with"]
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
