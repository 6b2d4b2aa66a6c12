"""Atomic write: the old checkpoint, or the new one, never half of one.

`torch.save` straight onto `last.pt` destroys the old file first: a crash or a full disk
in the middle leaves nothing. Write beside it, flush to the disk, then rename: within
one file system `os.replace` is all or nothing. A failed write leaves the old file as it
was.
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
        os.replace(unfinished, path)
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
