"""What the checkpoints promise: killed, damaged, malicious, no space; never a wrong model."""

import hashlib
import io
import multiprocessing
import os
import pickle
import random
import signal
import time
import warnings
from pathlib import Path

import pytest
import torch
from crash_child import EPOCHS, functions_of, run_fit, save_within
from support import entry_named, says

#: Its imports are made once, in the server of new processes.
RUNS = [entry_named("training/fit")]

SPAWN = multiprocessing.get_context("forkserver")


def last_state(folder):
    return functions_of("training/fit")["newest"](Path(folder), "last", torch.device("cpu"))


def same(a, b):
    if isinstance(a, torch.Tensor):
        return torch.equal(a, b)
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    return a == b


def being_written(folder, since):
    return [p for p in folder.glob("*.unfinished") if p.stat().st_mtime >= since]


def wait_for(condition, process, limit=60.0):
    end = time.monotonic() + limit
    while not condition() and process.is_alive():
        assert time.monotonic() < end, "the run wrote nothing"
        time.sleep(0.001)


@pytest.mark.slow
def test_twenty_kills_lose_nothing(tmp_path, capsys):
    """`kill -9` at random moments, every second one while a file is written."""
    for name in ("first", "whole"):  # the first one starts the server
        start = time.monotonic()
        process = SPAWN.Process(target=run_fit, args=(tmp_path / name, False))
        process.start()
        process.join()
        duration = time.monotonic() - start
    whole = last_state(tmp_path / "whole")
    assert whole["epoch"] == EPOCHS - 1
    draw = random.Random(0)
    kills = interrupted = runs = 0
    while kills < 20:
        folder = tmp_path / f"run{runs}"
        folder.mkdir()
        runs, reached = runs + 1, -1
        while reached < EPOCHS - 1:
            started = time.time()
            process = SPAWN.Process(target=run_fit, args=(folder, kills % 2 == 0))
            process.start()
            if kills < 20:
                time.sleep(draw.uniform(0, duration / 2))
                if kills % 2 == 0:
                    wait_for(lambda f=folder, t=started: being_written(f, t), process)
                    time.sleep(draw.uniform(0, 0.08))
                if process.is_alive():
                    os.kill(process.pid, signal.SIGKILL)
                    kills += 1
                    interrupted += bool(being_written(folder, started))
            process.join()
            with warnings.catch_warnings():
                warnings.simplefilter("error")  # no file with a name is damaged
                state = last_state(folder)
            if state is not None:
                assert state["epoch"] >= reached
                reached = state["epoch"]
        assert same(last_state(folder), whole), "the weights differ from an undisturbed run's"
    with capsys.disabled():
        print(f"\n{kills} kills, {interrupted} while writing, {runs} runs ended bit for bit equal")
    assert interrupted >= 5


def places(size, count=200):
    return [round(i * (size - 1) / (count - 1)) for i in range(count)]


@says(
    "checkpoints/hash_in_name",
    "`torch.load` does not verify what it reads: a flipped bit in the weights goes unseen.",
)
def test_damage_at_two_hundred_places(tmp_path, capsys):
    """Cut short or one byte changed: refused by name, the checkpoint before it is taken."""
    entry = functions_of("checkpoints/hash_in_name")
    torch.manual_seed(0)
    model = torch.nn.Linear(64, 64)
    older = entry["save"]({"model": model.state_dict(), "epoch": 1}, tmp_path, "last-0001")
    newer = entry["save"]({"model": model.state_dict(), "epoch": 2}, tmp_path, "last-0002")
    content, kept = newer.read_bytes(), older.read_bytes()
    unseen = 0
    for place in places(len(content)):
        changed = bytearray(content)
        changed[place] ^= 1 << place % 8
        for damaged in (bytes(changed), content[:place]):
            newer.write_bytes(damaged)
            with pytest.raises(ValueError, match=f"{newer.name} is damaged"):
                entry["load"](newer)
            with pytest.warns(UserWarning, match=f"{newer.name} is damaged and is passed over"):
                found = functions_of("training/fit")["newest"](tmp_path, "last", "cpu")
            assert found["epoch"] == 1
            assert same(found["model"], model.state_dict())
            assert older.read_bytes() == kept
            try:
                plain = torch.load(io.BytesIO(damaged))
                unseen += not same(plain.get("model"), dict(model.state_dict()))
            except Exception:  # of any kind: torch.load notices some damage in its own ways
                continue
    with capsys.disabled():
        print(f"\n400 damaged files refused; torch.load alone took {unseen} for a model")
    assert unseen > 50  # the reason for the hash


class Evil:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (self.path,)


def test_a_pickle_that_runs_a_command_is_refused(tmp_path):
    """Even with the right hash in its name."""
    harm = tmp_path / "harm"
    buffer = io.BytesIO()
    torch.save({"model": Evil(str(harm))}, buffer)
    digest = hashlib.sha256(buffer.getbuffer()).hexdigest()[:16]
    path = tmp_path / f"last-0001-{digest}.pt"
    path.write_bytes(buffer.getbuffer())
    with pytest.raises(pickle.UnpicklingError, match="Weights only load failed"):
        functions_of("training/fit")["newest"](tmp_path, "last", "cpu")
    with pytest.raises(pickle.UnpicklingError, match="Weights only load failed"):
        functions_of("checkpoints/hash_in_name")["load"](path)
    assert not harm.exists()


@says(
    "checkpoints/atomic_write",
    "the old checkpoint, or the new one, never half of one.",
    "Write beside it, flush to the disk, then rename: within one file system `os.replace` is all "
    "or nothing.",
    "A failed write leaves the old file as it was.",
)
@says(
    "training/fit",
    "Write a file whole or not at all, its hash in its name; keep the newest.",
)
@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
@pytest.mark.parametrize(
    "entry", ["checkpoints/atomic_write", "checkpoints/hash_in_name", "training/fit"]
)
def test_a_full_disk_leaves_the_old_checkpoint(entry, share, tmp_path):
    state = {"weight": torch.ones(100_000), "epoch": 2}
    before = {"weight": torch.zeros(100_000), "epoch": 1}
    if entry == "checkpoints/atomic_write":
        functions_of(entry)["save"](before, tmp_path / "last.pt")
    else:
        functions_of("checkpoints/hash_in_name")["save"](before, tmp_path, "last-0001")
    (old,) = tmp_path.iterdir()
    content = old.read_bytes()
    receiver, sender = SPAWN.Pipe(duplex=False)
    limit = int(share * len(content))
    process = SPAWN.Process(target=save_within, args=(limit, entry, tmp_path, state, sender))
    process.start()
    sender.close()
    assert receiver.poll(60)
    assert receiver.recv() is not None, "the save went through a full disk"
    process.join()
    assert list(tmp_path.glob("*.pt")) == [old]
    assert old.read_bytes() == content
    assert torch.load(old)["epoch"] == 1
