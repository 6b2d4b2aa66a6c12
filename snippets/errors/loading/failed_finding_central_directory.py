r"""PytorchStreamReader failed reading zip archive: the file is not whole.

A file of `torch.save` is a zip archive, whose table of contents stands at the end.
Without its end it cannot be read. Usual causes: a download or copy that broke off; a
job that was killed, or a full disk, while saving; a file that is read while another
process writes it. What is missing is lost: copy or download it again, compare size and
checksum; and write checkpoints [under another name
first](../checkpoints/index.md#atomic_write). A file of `torch.save` has no
`constants.pkl`: `torch.jit.load` cannot read it.

Raises:
    RuntimeError: `torch.load(io.BytesIO(content[:300]))` PytorchStreamReader failed
        reading zip archive: failed finding central directory.

Also worded:
    RuntimeError: [enforce fail at inline_container.cc:144] . PytorchStreamReader failed
      reading zip archive: failed finding central directory
    RuntimeError: PytorchStreamReader failed reading zip archive: invalid header or
      archive is corrupted
    RuntimeError: PytorchStreamReader failed reading zip archive: not a ZIP archive
    RuntimeError: PytorchStreamReader failed reading file data/2: file read failed
    RuntimeError: PytorchStreamReader failed locating file constants.pkl: file not found

Asked as:
    training was killed while saving, file broken; can I repair a broken .pth file; disk
    was full when the checkpoint was written; miniz error when loading a model; scp of
    the weights was interrupted; delete the cached download in
    ~/.cache/torch/hub/checkpoints
"""

import io
import tempfile
import zipfile
from pathlib import Path

import torch
from torch import nn

file = io.BytesIO()
torch.save(nn.Linear(2, 3).state_dict(), file)
content = file.getvalue()
try:
    torch.load(io.BytesIO(content[:300]))  # the rest did not arrive
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> PytorchStreamReader failed reading zip archive: failed finding central directory

# Is the end of the file there? Python's zip module tells, without torch.
print(zipfile.is_zipfile(io.BytesIO(content)))
#> True
print(zipfile.is_zipfile(io.BytesIO(content[:300])))  # <-
#> False

# While saving: write beside it, then rename; a half-written file has another name.
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "model.pt")
    part = path.with_suffix(".part")
    torch.save(nn.Linear(2, 3).state_dict(), part)
    part.replace(path)
    print(list(torch.load(path)))
    #> ['weight', 'bias']
