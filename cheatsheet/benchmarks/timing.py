"""Time calls honestly: warmed up, over rotated inputs, waiting for the device."""

from __future__ import annotations

import contextlib
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch

#: Seconds that one timed block lasts at least: far above the resolution of the clock.
BLOCK = 2e-3

Call = Callable[[], object]


@dataclass(frozen=True)
class Block:
    """Calls one after another, each with the next inputs, and one wait at the end.

    Attributes:
        calls: The same work on different inputs, so that none stays in the cache.
        repeat: How many calls a block makes.
        synchronize: Waits until the device has done all that was queued.
    """

    calls: Sequence[Call]
    repeat: int
    synchronize: Call

    def __call__(self) -> None:
        """Run the block."""
        calls, count = self.calls, len(self.calls)
        for number in range(self.repeat):
            calls[number % count]()
        self.synchronize()


@dataclass(frozen=True)
class Timing:
    """Seconds a call, once for each round.

    Attributes:
        seconds: Of each round, the block's time divided by its calls.
        repeat: How many calls a round makes.
    """

    seconds: tuple[float, ...]
    repeat: int

    @property
    def median(self) -> float:
        """The median round, in seconds a call."""
        return statistics.median(self.seconds)

    @property
    def spread(self) -> float:
        """The range of the middle half of the rounds, in seconds a call."""
        if len(self.seconds) < 2:
            return 0.0
        low, _, high = statistics.quantiles(self.seconds, n=4)
        return high - low


@contextlib.contextmanager
def precision(dtype: str) -> Iterator[None]:
    """Let matrix products of float32 use TensorFloat32 inside, where `dtype` is `tf32`."""
    before = torch.backends.cuda.matmul.fp32_precision
    if dtype == "tf32":
        torch.backends.cuda.matmul.fp32_precision = "tf32"
    try:
        yield
    finally:
        torch.backends.cuda.matmul.fp32_precision = before


def synchronizer(device: torch.device) -> Call:
    """Return what waits for a device; the CPU has nothing to wait for."""
    if device.type == "cpu":
        return lambda: None
    return lambda: torch.accelerator.synchronize(device)


def block_of(
    calls: Sequence[Call],
    synchronize: Call,
    clock: Callable[[], float] = time.perf_counter,
) -> Block:
    """Warm up, and return a block that lasts about `BLOCK` seconds.

    Args:
        calls: The same work on different inputs.
        synchronize: Waits for the device.
        clock: Returns seconds.
    """
    for call in calls[:3]:  # kernels are chosen, memory is taken
        call()
    synchronize()
    repeat = 1
    while repeat < 1_000_000:
        block = Block(calls, repeat, synchronize)
        start = clock()
        block()
        seconds = clock() - start
        if seconds >= BLOCK:
            break
        # Towards the aim, but never more than ten times as many at once.
        repeat = max(repeat + 1, min(10 * repeat, round(repeat * BLOCK / max(seconds, 1e-9)) + 1))
    return Block(calls, repeat, synchronize)


def measure(block: Block, rounds: int, clock: Callable[[], float] = time.perf_counter) -> Timing:
    """Time a block.

    Args:
        block: What `block_of` returned.
        rounds: How often.
        clock: Returns seconds.
    """
    seconds = []
    for _ in range(rounds):
        start = clock()
        block()
        seconds.append((clock() - start) / block.repeat)
    return Timing(tuple(seconds), block.repeat)
