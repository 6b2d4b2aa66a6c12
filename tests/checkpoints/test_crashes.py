"""What the checkpoints promise: killed, damaged, malicious, no space; never a wrong model."""

import hashlib
import io
import multiprocessing
import os
import pickle
import random
import signal
import tempfile
import time
import warnings
from pathlib import Path

import pytest
import torch
from crash_child import EPOCHS, fit_as_nobody, functions_of, run_fit, save_within
from damage import flip_bit
from support import entry_named, same_state, says

#: Its imports are made once, in the server of new processes.
RUNS = [entry_named("projects/fit")]

SPAWN = multiprocessing.get_context("forkserver")


def last_state(folder):
    return functions_of("projects/fit")["newest"](Path(folder))


def being_written(folder, since):
    return [p for p in folder.glob("*.unfinished") if p.stat().st_mtime >= since]


def wait_for(condition, process, limit=60.0):
    end = time.monotonic() + limit
    while not condition() and process.is_alive():
        assert time.monotonic() < end, "the run wrote nothing"
        time.sleep(0.001)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The state at the end of a run that nothing disturbs, and the seconds that it takes."""
    for _ in range(2):  # the first one starts the server
        folder = tmp_path_factory.mktemp("whole")
        start = time.monotonic()
        process = SPAWN.Process(target=run_fit, args=(folder,))
        process.start()
        process.join()
        duration = time.monotonic() - start
    state = last_state(folder)
    assert state["epochs"] == EPOCHS
    return state, duration


@pytest.mark.slow
def test_fifty_kills_lose_nothing(tmp_path, whole, capsys):
    """`kill -9` at random moments, every second one while a file is written."""
    whole, duration = whole
    draw = random.Random(0)
    kills = interrupted = runs = 0
    while kills < 50:
        folder = tmp_path / f"run{runs}"
        folder.mkdir()
        runs, reached, ended = runs + 1, -1, False
        while not ended:
            started = time.time()
            process = SPAWN.Process(target=run_fit, args=(folder, kills % 2 == 0))
            process.start()
            if kills < 50:
                time.sleep(draw.uniform(0, duration / 2))
                if kills % 2 == 0:
                    wait_for(lambda f=folder, t=started: being_written(f, t), process)
                    time.sleep(draw.uniform(0, 0.08))
                if process.is_alive():
                    os.kill(process.pid, signal.SIGKILL)
                    kills += 1
                    interrupted += bool(being_written(folder, started))
            process.join()
            ended = process.exitcode == 0
            with warnings.catch_warnings():
                warnings.simplefilter("error")  # no file with a name is damaged
                state = last_state(folder)
            if state is not None:
                assert state["step"] >= reached
                reached = state["step"]
        assert same_state(last_state(folder), whole), "the state differs from an undisturbed run's"
    with capsys.disabled():
        print(f"\n{kills} kills, {interrupted} while writing, {runs} runs ended bit for bit equal")
    assert interrupted >= 12


@says(
    "projects/fit",
    "SIGTERM saves, then ends the process.",
    "Give an event that SIGTERM sets; obey the signal when the state is saved.",
    "Train to the end of the epoch and return True; or until told to stop.",
)
@pytest.mark.slow
def test_sigterm_saves_what_was_done(tmp_path, whole, capsys):
    """In the middle of epochs too; the process ends by the signal, and the same call goes on."""
    whole, duration = whole
    draw = random.Random(1)
    stopped, steps = 0, []
    while stopped < 10:
        folder = tmp_path / f"run{stopped}"
        code = None
        while code != 0:
            process = SPAWN.Process(target=run_fit, args=(folder,))
            process.start()
            if stopped < 10:
                wait_for(lambda f=folder: (f / "lock").exists(), process)
                time.sleep(draw.uniform(0, 0.8) * duration)
                process.terminate()
            process.join()
            code = process.exitcode
            assert code in (0, -signal.SIGTERM)
            if code and (state := last_state(folder)):
                stopped += 1
                steps.append(state["step"])
        assert same_state(last_state(folder), whole)
    assert any(step % (whole["step"] // EPOCHS) for step in steps), "all fell between epochs"
    with capsys.disabled():
        print(f"\n{stopped} times SIGTERM, at steps {sorted(steps)}: all went on bit for bit")


@says(
    "projects/fit",
    "Refuse a second run; the lock ends with its process, however that ends.",
)
def test_two_runs_in_one_folder(tmp_path):
    first = SPAWN.Process(target=run_fit, args=(tmp_path, True))
    first.start()
    wait_for(lambda: list(tmp_path.glob("last-*.pt")), first)
    with pytest.raises(RuntimeError, match=f"another run trains in {tmp_path}"):
        run_fit(tmp_path)
    first.kill()
    first.join()
    run_fit(tmp_path)  # the lock has gone with the process


def test_a_folder_that_may_not_be_written():
    """Refused before the first step, by a message that names the folder."""
    if os.geteuid():
        pytest.skip("only root can become another user")
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        Path(place).chmod(0o755)
        receiver, sender = SPAWN.Pipe(duplex=False)
        process = SPAWN.Process(target=fit_as_nobody, args=(Path(place) / "run", sender))
        process.start()
        sender.close()
        assert receiver.poll(60)
        assert receiver.recv().startswith("PermissionError: [Errno 13] Permission denied: ")
        process.join()
        assert not list(Path(place).iterdir())


def zeroed(content, draw):
    start = draw.randrange(len(content) - 64)
    changed = content[:start] + bytes(64) + content[start + 64 :]
    return changed if changed != content else flip_bit(content, draw)


DAMAGES = {
    "one bit flipped": flip_bit,
    "cut short": lambda content, draw: content[: draw.randrange(len(content))],
    "64 bytes of zeros": zeroed,
    "grown": lambda content, draw: content + draw.randbytes(draw.randrange(1, 100)),
    "other bytes": lambda content, draw: draw.randbytes(len(content)),
}


@says(
    "projects/fit", "Return the newest checkpoint that is whole, or None; put damaged ones aside."
)
@pytest.mark.parametrize("kind", DAMAGES)
def test_three_hundred_damages_of_each_kind(kind, tmp_path, capsys):
    recipe = functions_of("projects/fit")
    states = [{"model": torch.nn.Linear(8, 8).state_dict(), "step": step} for step in (1, 2)]
    recipe["save"](states[0], tmp_path, 1)
    (older,) = tmp_path.iterdir()
    kept = older.read_bytes()
    recipe["save"](states[1], tmp_path, 2)
    (newer,) = set(tmp_path.iterdir()) - {older}
    content, draw = newer.read_bytes(), random.Random(0)
    for _ in range(300):
        damaged = DAMAGES[kind](content, draw)
        newer.write_bytes(damaged)
        with pytest.warns(
            UserWarning, match=f"{newer.name} is damaged, now .*{newer.stem}.damaged"
        ):
            found = recipe["newest"](tmp_path)
        assert same_state(found, states[0])
        assert older.read_bytes() == kept
        aside = newer.with_suffix(".damaged")
        assert aside.read_bytes() == damaged
        aside.unlink()
    older.write_bytes(DAMAGES[kind](kept, draw))
    with pytest.warns(UserWarning, match="is damaged"):
        assert recipe["newest"](tmp_path) is None
    with capsys.disabled():
        print(f"\n300 files with {kind}: none taken")


def test_damaged_checkpoints_do_not_push_out_new_ones(tmp_path):
    """All are damaged, at higher steps than the run that starts anew: its own are kept."""
    for step in (90, 91):
        (tmp_path / f"last-{step:09}-0123456789abcdef.pt").write_bytes(b"damaged")
    with pytest.warns(UserWarning, match="is damaged"):
        run_fit(tmp_path, epochs=1)
    assert last_state(tmp_path)["epochs"] == 1


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
            assert older.read_bytes() == kept
            try:
                plain = torch.load(io.BytesIO(damaged))
                unseen += not same_state(plain.get("model"), dict(model.state_dict()))
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
        functions_of("projects/fit")["newest"](tmp_path)
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
@says("projects/fit", "Write a file whole or not at all, its hash in its name; keep the newest.")
@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
@pytest.mark.parametrize(
    "entry", ["checkpoints/atomic_write", "checkpoints/hash_in_name", "projects/fit"]
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
