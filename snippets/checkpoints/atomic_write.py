"""Atomic write: the old checkpoint, or the new one, never half of one.

`torch.save` straight onto `last.pt` destroys the old file first: a crash or a full disk
in the middle leaves neither. Write beside it, flush to the disk, then rename: within
one file system `os.replace` is all or nothing. A failed write leaves the old file as it
was.

Asked as:
    checkpoint corrupted after a crash; checkpoint file is broken because the job was
    killed; killed in the middle of torch.save; ctrl-c during torch.save, unreadable
    file; truncated or half-written .pt; PytorchStreamReader failed reading zip archive:
    failed finding central directory; unexpected EOF, The file might be corrupted;
    enforce fail at inline_container.cc, unexpected pos; disk full while saving; power
    failure, job preempted during a save; old file lost when saving failed; never lose
    the previous checkpoint; save a checkpoint safely; overwrite last.pt safely; write a
    file atomically; write to a temporary file, then rename; os.replace and fsync;
    checkpoint must not be destroyed if the process dies while writing
"""

import os
import tempfile
from pathlib import Path

import torch


def save(state, path):
    unfinished = path.with_suffix(".unfinished")  # the same folder, so the same disk
    try:
        with open(unfinished, "wb") as file:
            torch.save(state, file)
            file.flush()
            os.fsync(file.fileno())  # the content is on the disk before the name is
        os.replace(unfinished, path)  # <-
    finally:
        unfinished.unlink(missing_ok=True)


class Unwritable:
    def __reduce__(self):  # stands for a disk that fills up half-way
        raise OSError(28, "No space left on device")


with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "last.pt")
    save({"epoch": 1}, path)
    save({"epoch": 2}, path)
    try:
        save({"epoch": 3, "broken": Unwritable()}, path)
    except OSError as error:
        print(error)
        #> [Errno 28] No space left on device
    print(torch.load(path), os.listdir(folder))
    #> {'epoch': 2} ['last.pt']
