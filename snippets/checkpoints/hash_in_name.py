"""Hash in the name: notice a damaged file before it becomes a wrong model.

`torch.load` does not verify what it reads: a flipped bit in the weights goes unseen.
The first digits of the SHA-256 in the name, as in `resnet18-f37072fd.pth`, tell. Look
through the files from the newest back and take the first that is whole.

Asked as:
    checksum of the weights; sha256sum, md5; check_hash=True; compare a hash before
    loading weights; hash of a checkpoint file; what does f37072fd in
    resnet18-f37072fd.pth mean; hexadecimal digits at the end of a file name; verify
    that a download is complete; file copied incompletely, was it damaged when copied;
    integrity check when loading; is my saved model file intact, check that it is not
    corrupted; corrupted weights file, how to find out; detect silent corruption, bit
    rot; detect bit flips in a saved file; skip a broken checkpoint, take the previous
    one; newest checkpoint that is not corrupt; how to name checkpoint files
"""

import hashlib
import io
import os
import tempfile
from pathlib import Path

import torch


def save(state, folder, name):
    buffer = io.BytesIO()
    torch.save(state, buffer)
    digest = hashlib.sha256(buffer.getbuffer()).hexdigest()[:16]  # <-
    unfinished = Path(folder, f"{name}.unfinished")
    with open(unfinished, "wb") as file:
        file.write(buffer.getbuffer())
        file.flush()
        os.fsync(file.fileno())
    return unfinished.replace(Path(folder, f"{name}-{digest}.pt"))


def load(path):
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest()[:16] != path.stem.split("-")[-1]:
        raise ValueError(f"{path.name} is damaged: its hash differs from its name")
    return torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)


with tempfile.TemporaryDirectory() as folder:
    path = save({"weight": torch.ones(1000)}, folder, "epoch-0007")
    print(path.name, load(path)["weight"].sum())
    #> epoch-0007-cc00baaf5432b422.pt tensor(1000.)

    content = bytearray(path.read_bytes())
    content[content.index(b"\x00\x00\x80\x3f") + 2] ^= 64  # one bit of the first weight
    path.write_bytes(content)
    print(torch.load(path)["weight"][:2])  # loads, and is wrong
    #> tensor([1.5000, 1.0000])
    try:
        load(path)
    except ValueError as error:
        print(error)
        #> epoch-0007-cc00baaf5432b422.pt is damaged: its hash differs from its name
