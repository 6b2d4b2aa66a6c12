"""Made results, and a GPU of our own: what the tests of the harness share."""

import datetime

from cheatsheet.benchmarks import results


class Device:
    """A GPU of our own: calls return at once, the work is done when it is waited for.

    `stolen` are moments at which something else takes the machine for `pause` seconds.
    """

    def __init__(self, work: float, launch: float = 1e-6, stolen=(), pause: float = 0.05):
        self.now, self.queued, self.reads = 0.0, 0.0, 0
        self.work, self.launch = work, launch
        self.stolen, self.pause = set(stolen), pause

    def call(self):
        self.now += self.launch
        self.queued += self.work

    def synchronize(self):
        self.now += self.queued
        self.queued = 0.0

    def clock(self):
        self.reads += 1
        if self.reads in self.stolen:
            self.now += self.pause
        return self.now


LIMIT = results.Limit(
    memory_gb_s=10, cache_gb_s=30, matmul_gflop_s={"float32": 300, "tf32": 900, "bfloat16": 2000}
)
DAY = datetime.date(2026, 1, 2)


def row(**changed):
    values = {
        "workload": "matmul", "size": 1024, "label": "1024×1024", "device": "cpu",
        "precision": "float32", "date": DAY, "quick": False, "median": 1e-2, "spread": 1e-4,
        "rounds": 15, "repeat": 1,
    }  # fmt: skip
    values |= changed
    return results.Row(**{"looks": [values["median"]] * results.LOOKS} | values)


def rows_by_size(times, device="cpu", **changed):
    """Return rows of 1×1, 2×2, …, with these medians."""
    return {
        n: row(size=n, label=f"{n}×{n}", device=device, median=t, **changed)
        for n, t in enumerate(times, start=1)
    }


def machine_of(name="one", **changed):
    values = {
        "name": name, "processor": "p", "cores": 2, "threads": 2, "memory_gib": 8.0,
        "system": "s", "python": "3", "torch": "2.15.0",
    }  # fmt: skip
    return results.Machine(**values | changed)


def run(**changed):
    values = {"machine": machine_of(), "limits": {"cpu": LIMIT}, "rows": [row()]}
    return results.Run(**values | changed)
