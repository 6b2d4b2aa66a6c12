"""CIFAR-10 to PNG: from the batch files to a folder of images for each class.

A batch file is a pickled dictionary: `data` holds 3072 numbers an image, 1024 red, then
green, then blue, row by row. `ImageFolder` reads what this writes. Unpickling runs
code: only files you trust. Here a batch of two made-up images stands in for
`data_batch_1`.

Attributes: Shapes
    pixels: (N, 3072) uint8
    back: (3, 32, 32) uint8

Asked as:
    extract cifar images as files; save cifar as jpg; unpickle data_batch_1; def
    unpickle(file); read cifar without torchvision; encoding="bytes"; b"data" and
    b"labels" keys; turn rows of a pickled batch into pictures; see the cifar pictures
    in the strange batch files; numpy array of images to files on disk; save cifar10
    images to disk; convert data_batch_1 to image files; open the cifar python files and
    look at the pictures
"""

import pickle
import tempfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torchvision.datasets import ImageFolder
from torchvision.transforms import v2


def write_pngs(batch_file, folder, classes):
    batch = pickle.loads(Path(batch_file).read_bytes(), encoding="bytes")
    images = batch[b"data"].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)  # <-
    for number, (image, label) in enumerate(zip(images, batch[b"labels"], strict=True)):
        target = Path(folder, classes[label], f"{number:05}.png")
        target.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(image).save(target)


pixels = np.random.default_rng(0).integers(0, 256, (2, 3072), dtype=np.uint8)
with tempfile.TemporaryDirectory() as root:
    batch_file = Path(root, "data_batch_1")
    batch_file.write_bytes(pickle.dumps({b"data": pixels, b"labels": [1, 0]}))
    write_pngs(batch_file, f"{root}/png", classes=["plane", "car"])
    dataset = ImageFolder(f"{root}/png", transform=v2.PILToTensor())
    back, label = dataset[0]

print(dataset.classes, len(dataset))
#> ['car', 'plane'] 2
print(torch.from_numpy(pixels[0]).equal(back.flatten().cpu()))
#> True
