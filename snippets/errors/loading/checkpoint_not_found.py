r"""No such file or directory: a checkpoint is looked for in another folder.

A relative path starts at the current folder, not at the folder of the script: that in
which Python was started, or where `os.chdir` went. Usual causes: the script was started
in another folder; the file has another name or ending, or was written on another
machine, such as the temporary disk of a Colab session; a `~`, which Python does not
expand. In a script `Path(__file__).parent` is its own folder. `torch.load` takes a
file, no folder and no address of the web.

Raises:
    FileNotFoundError: `torch.load("model.pth")` No such file or directory: 'model.pth'
    FileNotFoundError: `torch.load("~/model.pth")` No such file or directory:
        '~/model.pth'

Also worded:
    FileNotFoundError: [Errno 2] No such file or directory: 'checkpoints/best_model.pt'
    FileNotFoundError: [Errno 2] No such file or directory:
      '/content/drive/MyDrive/model.pth'
    IsADirectoryError: [Errno 21] Is a directory: 'checkpoints'
    PermissionError: [Errno 13] Permission denied: 'checkpoints'
    ValueError: The provided filename model.pt does not exist

Asked as:
    checkpoint is there but Python does not see it; path of the model relative to the
    script; best.pt was never written; Colab session ended and the checkpoint is gone;
    torch.load of a URL; ask whether a checkpoint exists before resuming
"""

import tempfile
from pathlib import Path

import torch

try:
    torch.load("model.pth")
except FileNotFoundError as error:
    print(error)
    #> [Errno 2] No such file or directory: 'model.pth'

# Where is it looked for, and what is there?
print(Path("model.pth").resolve().parent == Path.cwd())
#> True
print(sorted(Path().glob("*.pth")))  # <-
#> []

with tempfile.TemporaryDirectory() as folder:
    # A path that does not depend on where Python was started.
    path = Path(folder, "epoch_3.pth")
    torch.save({"weight": torch.ones(2)}, path)
    print(torch.load(path))
    #> {'weight': tensor([1., 1.])}

    # A folder: take its newest file, if there is one.
    newest = max(
        Path(folder).glob("*.pth"), key=lambda p: p.stat().st_mtime, default=None
    )
    print(newest.name)
    #> epoch_3.pth

# A ~ is for the shell; ask for it.
print("~" in str(Path("~/model.pth").expanduser()))
#> False
