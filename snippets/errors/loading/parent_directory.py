r"""Parent directory does not exist: torch.save makes no folders.

The folder in which the file is to stand is not there, seen from the current folder:
make it first. Other messages of a file that cannot be written: "Is a directory" where
the path is a folder, and "unexpected pos", "iostream error" or, older, "file write
failed" where the disk or the quota is full.

Raises:
    RuntimeError: `torch.save(state, "checkpoints/model.pt")` Parent directory
        checkpoints does not exist.
    RuntimeError: `torch.save(state, tempfile.gettempdir())` open file failed with
        strerror: Is a directory

Also worded:
    RuntimeError: [enforce fail at inline_container.cc:471] . PytorchStreamWriter failed
      writing file data/12: file write failed
    RuntimeError: [enforce fail at inline_container.cc:671] . unexpected pos 704 vs 598
    RuntimeError: [enforce fail at inline_container.cc:337] . unexpected pos 1024 vs 968
    OSError: [Errno 122] Disk quota exceeded
    FileNotFoundError: [Errno 2] No such file or directory: 'checkpoints/model.pt'

Asked as:
    os.makedirs before torch.save; inline_container.cc enforce fail while saving; quota
    exceeded when saving the model; PytorchStreamWriter failed writing file; saving
    fails after hours of training, no folder; old checkpoints fill the disk
"""

import shutil
import tempfile
from pathlib import Path

import torch

state = {"weight": torch.ones(2)}
try:
    torch.save(state, "checkpoints/model.pt")
except RuntimeError as error:
    print(error)
    #> Parent directory checkpoints does not exist.

with tempfile.TemporaryDirectory() as folder:
    # Make the folder, before the training and not after it.
    path = Path(folder, "checkpoints", "model.pt")
    path.parent.mkdir(parents=True, exist_ok=True)  # <-
    torch.save(state, path)
    print(path.exists())
    #> True

    # A full disk: ask for the room, and keep only the newest files.
    print(shutil.disk_usage(folder).free > path.stat().st_size)
    #> True
    for epoch in range(5):
        torch.save(state, path.with_name(f"epoch_{epoch}.pt"))
        path.with_name(f"epoch_{epoch - 2}.pt").unlink(missing_ok=True)
    print(sorted(file.name for file in path.parent.glob("epoch_*")))
    #> ['epoch_3.pt', 'epoch_4.pt']
