"""MNIST: handwritten digits, 60,000 to train and 10,000 to test.

28 x 28 grey images. `download=True` fetches them once. When no mirror can be reached,
put the four files into `root/MNIST/raw` by hand. Here one test image is written there
in the format of the files (IDX); with the real files the code gives 10,000.
`train_data` and `test_labels` are old names of `data` and `targets`.

Attributes: Shapes
    image: (1, 28, 28) float32, in [0, 1]
    dataset.data: (N, 28, 28) uint8
    dataset.targets: (N,) int64

Raises:
    RuntimeError: `load_mnist("data")` MNIST could not be downloaded. Put the files
        train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and
        t10k-labels-idx1-ubyte into data/MNIST/raw
    RuntimeError: `MNIST("data")` Dataset not found. You can use download=True to
        download it

Asked as:
    load mnist; tf.keras.datasets.mnist.load_data; fetch_openml mnist_784; handwritten
    digits; mnist download fails; HTTP Error 403: Forbidden; HTTP Error 503: Service
    Unavailable; yann.lecun.com; Error downloading train-images-idx3-ubyte.gz; where
    does the mnist download go, use it offline; where to put the mnist files; read idx
    ubyte files; 28x28 grayscale pictures of numbers; train_data has been renamed data;
    test_labels has been renamed targets; how many mnist images and what size
"""

import struct
import tempfile
from pathlib import Path

import torch
from torchvision.datasets import MNIST
from torchvision.transforms import v2

to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
IMAGES, LABELS = "images-idx3-ubyte", "labels-idx1-ubyte"


def load_mnist(root, train=True):
    try:
        return MNIST(root, train, transform=to_tensor, download=True)  # <-
    except RuntimeError as error:
        files = f"train-{IMAGES}, train-{LABELS}, t10k-{IMAGES} and t10k-{LABELS}"
        raise RuntimeError(
            "MNIST could not be downloaded. "
            f"Put the files {files} into {root}/MNIST/raw"
        ) from error


with tempfile.TemporaryDirectory() as root:
    raw = Path(root, "MNIST", "raw")
    raw.mkdir(parents=True)
    for part in ("train", "t10k"):
        pixels = struct.pack(">4i", 2051, 1, 28, 28) + bytes(28 * 28)
        (raw / f"{part}-{IMAGES}").write_bytes(pixels)
        (raw / f"{part}-{LABELS}").write_bytes(struct.pack(">2iB", 2049, 1, 7))
    dataset = load_mnist(root, train=False)

image, label = dataset[0]
print(len(dataset), label)
#> 1 7
