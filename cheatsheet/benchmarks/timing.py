"""Time calls honestly: warmed up, over inputs in turn, waiting for the device."""

from __future__ import annotations

import contextlib
import itertools
import math
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

#: Seconds that one timed block lasts at least: far above the resolution of the clock.
BLOCK = 2e-3
#: Seconds of work before anything is timed: clocks rise, kernels are chosen, memory is taken.
WARM_UP = 0.1
#: A visit whose median is within this share of the quietest one agrees with it.
VISITS_AGREE = 0.05
#: Of a workload under pytest-benchmark.
ROUNDS = 15
_MOST_CALLS, _MOST_ROUNDS = 1_000_000, 1000

Call = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True)
class Effort:
    """How long a row is looked at.

    Attributes:
        seconds: Of the rounds of a visit.
        rounds: Of a visit, at least.
        visits: At most; two that agree are enough, and after one nothing is called steady.
    """

    seconds: float
    rounds: int
    visits: int


#: Of a step that is timed once.
FULL = Effort(seconds=0.1, rounds=3, visits=5)
#: Of one look at a row, of a full run and of a quick one: the next look is minutes away.
LOOK = Effort(seconds=0.1, rounds=3, visits=1)
QUICK = Effort(seconds=0.02, rounds=1, visits=1)


class Stopwatch:
    """Calls in turn on a device, and a clock."""

    def __init__(self, calls: Sequence[Call], wait: Call, clock: Clock = time.perf_counter) -> None:
        """Take the same work on several inputs, so that none stays in the cache.

        Args:
            calls: The work, once for each input.
            wait: Waits until the device has done all that was queued.
            clock: Returns seconds.
        """
        self._turn = itertools.cycle(calls)  # a block goes on where the one before it ended
        self._wait = wait
        self._clock = clock

    def run(self, repeat: int) -> None:
        """Make so many calls, each with the next inputs, and wait once at the end."""
        for call in itertools.islice(self._turn, repeat):
            call()
        self._wait()

    def seconds(self, repeat: int) -> float:
        """Return how long a block of so many calls takes."""
        start = self._clock()
        self.run(repeat)
        return self._clock() - start

    def each(self, repeat: int) -> Call:
        """Return a call to make so many times: the last one waits, as the end of a block does."""
        ends = itertools.cycle([False] * (repeat - 1) + [True])

        def call() -> None:
            next(self._turn)()
            if next(ends):
                self._wait()

        return call

    def warm_up(self) -> bool:
        """Work for `WARM_UP` seconds, and tell whether one call took as long."""
        start, repeat = self._clock(), 1
        while True:
            self.run(repeat)
            passed = self._clock() - start
            if passed >= WARM_UP or repeat >= _MOST_CALLS:
                return repeat == 1
            repeat = min(2 * repeat, math.ceil(repeat * WARM_UP / max(passed, 1e-9)))

    def sized(self) -> int:
        """Return how many calls last `BLOCK`: seen twice, as one look may be interrupted."""
        repeat = 1
        while repeat < _MOST_CALLS:
            seconds = self.seconds(repeat)
            if BLOCK <= seconds < WARM_UP:  # an interruption is shorter than that
                seconds = min(seconds, self.seconds(repeat))
            if seconds >= BLOCK:
                break
            repeat = _grown(repeat, seconds)
        return repeat

    def blocks(self, repeat: int, effort: Effort) -> list[float]:
        """Return the seconds of each round of a visit."""
        start, rounds = self._clock(), list[float]()
        while len(rounds) < effort.rounds or self._clock() - start < effort.seconds:
            rounds.append(self.seconds(repeat))
            if len(rounds) >= _MOST_ROUNDS:
                break
        return rounds

    def one_call(self, effort: Effort) -> OneCall:
        """Return what one call takes by itself, the median of a visit."""
        self.warm_up()
        start, blocked, waited = self._clock(), list[float](), list[float]()
        while len(waited) < effort.rounds or self._clock() - start < effort.seconds:
            before = self._clock()
            next(self._turn)()
            returned = self._clock()
            self._wait()
            waited.append(self._clock() - before)
            blocked.append(returned - before)
            if len(waited) >= _MOST_ROUNDS:
                break
        return OneCall(statistics.median(waited), statistics.median(blocked))


def _grown(repeat: int, seconds: float) -> int:
    """Return more calls: towards a fifth above `BLOCK`, never ten times as many at once."""
    aim = math.ceil(repeat * 1.2 * BLOCK / max(seconds, 1e-9))
    return min(max(repeat + 1, min(10 * repeat, aim)), _MOST_CALLS)


@dataclass(frozen=True)
class OneCall:
    """One call by itself, in seconds.

    Attributes:
        latency: Until the device has done it.
        blocked: Until the call returns and the CPU goes on.
    """

    latency: float
    blocked: float


@dataclass(frozen=True)
class Timing:
    """Seconds a call, of each round of the quietest visit.

    Attributes:
        seconds: Of each round, the block's time divided by its calls.
        repeat: How many calls a round made.
        steady: Whether another visit agrees.
    """

    seconds: tuple[float, ...]
    repeat: int
    steady: bool = True

    @property
    def median(self) -> float:
        """The median round, in seconds a call."""
        return statistics.median(self.seconds)

    @property
    def spread(self) -> float:
        """The range of the middle half of the rounds, in seconds a call."""
        if len(self.seconds) < 2:
            return 0.0
        low, _, high = statistics.quantiles(self.seconds, n=4, method="inclusive")
        return high - low


class Series:
    """The visits to one row."""

    def __init__(self, stopwatch: Stopwatch, effort: Effort) -> None:
        """Take what is timed, and how long."""
        self._stopwatch = stopwatch
        self._effort = effort
        self._visits: list[Timing] = []
        self._repeat = 0

    def visit(self) -> None:
        """Warm up and time a visit; its block grows where the median one is too short."""
        long = self._stopwatch.warm_up()
        self._repeat = self._repeat or (1 if long else self._stopwatch.sized())
        while True:
            blocks = self._stopwatch.blocks(self._repeat, self._effort)
            median = statistics.median(blocks)
            if median >= BLOCK or self._repeat >= _MOST_CALLS:
                break
            if long:  # the first call alone: what it loaded took the time
                long = self._stopwatch.warm_up()
            self._repeat = _grown(self._repeat, median)
        seconds = tuple(block / self._repeat for block in blocks)
        self._visits.append(Timing(seconds, self._repeat))

    @property
    def steady(self) -> bool:
        """Whether two visits agree."""
        medians = sorted(visit.median for visit in self._visits)
        return len(medians) > 1 and medians[1] <= (1 + VISITS_AGREE) * medians[0]

    @property
    def timing(self) -> Timing:
        """The quietest visit."""
        quietest = min(self._visits, key=lambda visit: visit.median)
        return Timing(quietest.seconds, quietest.repeat, self.steady)


def measure(stopwatches: Sequence[Stopwatch], effort: Effort) -> list[Timing]:
    """Time each by visits in turn, so that what disturbs one visit is over at the next."""
    rows = [Series(stopwatch, effort) for stopwatch in stopwatches]
    for _ in range(effort.visits):
        for row in rows:
            if not row.steady:
                row.visit()
    return [row.timing for row in rows]


@contextlib.contextmanager
def settings(precision: str, cudnn_benchmark: bool = False) -> Iterator[None]:
    """Say how float32 is multiplied: as it is, or as TensorFloat32 where `precision` is `tf32`.

    It is said to cuBLAS and to cuDNN: by default cuDNN takes TensorFloat32 and cuBLAS does not.
    """
    cudnn, matmul = torch.backends.cudnn, torch.backends.cuda.matmul
    before = matmul.allow_tf32, cudnn.allow_tf32, cudnn.benchmark
    try:
        matmul.allow_tf32 = cudnn.allow_tf32 = precision == "tf32"
        cudnn.benchmark = cudnn_benchmark
        yield
    finally:
        matmul.allow_tf32, cudnn.allow_tf32, cudnn.benchmark = before


def synchronizer(device: torch.device) -> Call:
    """Return what waits for a device; the CPU has nothing to wait for."""
    if device.type == "cpu":
        return lambda: None
    return lambda: torch.accelerator.synchronize(device)


def first_call(call: Call, wait: Call, folder: Path, clock: Clock = time.perf_counter) -> float:
    """Return the seconds of a call that compiles, with nothing kept but what a folder holds.

    What is compiled is kept in the folder, for a later call with the same one.
    """
    from torch._inductor.utils import clear_caches  # the compiler takes a second to load

    torch.compile(torch.neg)(torch.ones(1))  # loads the compiler itself
    torch.compiler.reset()
    clear_caches()  # kernels that are loaded: `reset` leaves them
    with (
        _variable("TORCHINDUCTOR_CACHE_DIR", str(folder)),
        _variable("TRITON_CACHE_DIR", str(folder / "triton")),
    ):
        start = clock()
        call()
        wait()
        return clock() - start


@contextlib.contextmanager
def _variable(name: str, value: str) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
