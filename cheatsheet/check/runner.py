"""Run entries in processes of their own, forked from one server that has imported torch once."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cheatsheet.check.sandbox import Observation, Request, observe

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

#: Seconds after which an entry counts as hanging.
TIME_LIMIT = 60.0

#: Seconds for the server to import the libraries, which is no fault of the entry that waits.
START_LIMIT = 600.0

_Result = TypeVar("_Result")
_start_lock = threading.Lock()
_preloaded = {"numpy", "torch"}


class CannotForkError(Exception):
    """A system without forked processes, which runs no entry."""


def _context() -> ForkServerContext:
    try:
        return multiprocessing.get_context("forkserver")
    except ValueError:
        raise CannotForkError(
            "entries are checked in processes that are forked, which this system has not. Run the "
            "file itself, or take Linux, macOS or WSL"
        ) from None


def preload(modules: Iterable[str]) -> None:
    """Add to the modules that the server imports once for all entries; call before a first run.

    Raises:
        CannotForkError: No entry can be run on this system.
    """
    _preloaded.update(modules)
    _context().set_forkserver_preload(["__main__", *sorted(_preloaded), __name__])


def run(request: Request, limit: float = TIME_LIMIT) -> Observation:
    """Run an entry in a new process and return what it did.

    A run that hangs, crashes its process or prints without end comes back as an observation whose
    `error` says so; this process is never harmed.
    """
    home = Path(tempfile.mkdtemp(prefix="cheatsheet-"))
    context = _context()
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(request, home, sender), daemon=False)
    start = time.perf_counter()
    try:
        with _start_lock:  # the server takes one request at a time
            process.start()
        sender.close()
        observation = _receive(receiver, request, limit)
        if observation is None:
            process.join(5)  # it has closed its end: let it finish, to learn its exit code
    finally:
        _kill_group(process.pid)
        process.join()
        receiver.close()
        shutil.rmtree(home, ignore_errors=True)
    if observation is None:
        observation = Observation(error=_why_it_ended(process.exitcode))
    observation.cost = time.perf_counter() - start
    return observation


def run_all(
    requests: Iterable[Request], jobs: int | None = None
) -> Iterator[tuple[Request, Observation]]:
    """Run many entries, as many at once as there are cores, and yield them as they finish."""
    yield from each(lambda request: (request, run(request)), requests, jobs)


def each(
    work: Callable[[Request], _Result], requests: Iterable[Request], jobs: int | None = None
) -> Iterator[_Result]:
    """Apply `work` to each request, as many at once as there are cores; yield as they finish."""
    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        for future in as_completed([pool.submit(work, request) for request in requests]):
            yield future.result()


def _child(request: Request, home: Path, sender: Connection) -> None:
    os.setsid()  # a group of its own, so that its children end with it
    sender.send(None)  # the clock of the time limit starts here
    # Workers of an entry find its classes in memory: `__main__` is no file they could import.
    multiprocessing.set_start_method("fork", force=True)
    try:
        observation = observe(request, home)
    except Exception:  # of a drawing function, say: the parent reports it
        observation = Observation(error=traceback.format_exc())
    sender.send(observation)
    sender.close()
    os._exit(0)  # no exit handlers: what the entry registered is none of ours


def _receive(receiver: Connection, request: Request, limit: float) -> Observation | None:
    try:
        if receiver.poll(START_LIMIT):
            receiver.recv()
        if not receiver.poll(limit):
            return Observation(
                error=f"{request.entry.name} was still running after {limit:g} s and was ended"
            )
        result = receiver.recv()
    except EOFError:
        return None
    assert isinstance(result, Observation)
    return result


def _kill_group(pid: int | None) -> None:
    if pid is not None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)


def _why_it_ended(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        return f"the entry crashed its process: {signal.Signals(-exitcode).name}"
    return f"the entry ended its process with exit code {exitcode}"
