r"""Dataset not found or corrupted: the files are not where root says.

torchvision mostly looks for the files in a folder of its own below `root`, such as
`root/cifar-10-batches-py` or `root/MNIST/raw`, and for CIFAR compares their checksums.
Usual causes: no `download=True` the first time; another working directory; the files
put one folder too high or too low; a download that stopped in the middle.
[`CIFAR10`](../data/datasets.md#cifar10) downloads.

Raises:
    RuntimeError: `CIFAR10(root="nowhere")`
        Dataset not found or corrupted. You can use download=True to download it
    RuntimeError: `MNIST(root="nowhere")`
        Dataset not found. You can use download=True to download it

Also worded:
    RuntimeError: File not found or corrupted.
    RuntimeError: The archive ILSVRC2012_devkit_t12.tar.gz is not present in the root
      directory or is corrupted.

Asked as:
    CIFAR10 with download=False fails; use a torchvision dataset without internet; put
    cifar-10-python.tar.gz into the folder myself; which folder does MNIST expect;
    torchvision dataset on a cluster node without network; ImageNet archive is not
    present
"""

import tempfile
from pathlib import Path

from torchvision.datasets import CIFAR10, MNIST

try:
    CIFAR10(root="nowhere")
except RuntimeError as error:
    print(error)
    #> Dataset not found or corrupted. You can use download=True to download it

# What root means: an absolute path, and what is in it.
print(Path("nowhere").resolve().name, Path("nowhere").exists())
#> nowhere False
# The folders and files that are looked for.
print(CIFAR10.base_folder, CIFAR10.filename)
#> cifar-10-batches-py cifar-10-python.tar.gz
print(MNIST.resources[0][0])
#> train-images-idx3-ubyte.gz

# MNIST by hand: the four files, unpacked, in root/MNIST/raw.
with tempfile.TemporaryDirectory() as root:
    raw = Path(root) / "MNIST" / "raw"  # <-
    raw.mkdir(parents=True)
    images = bytes([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 28, 0, 0, 0, 28]) + bytes(2 * 784)
    labels = bytes([0, 0, 8, 1, 0, 0, 0, 2, 7, 2])
    for part in ("train", "t10k"):
        (raw / f"{part}-images-idx3-ubyte").write_bytes(images)
        (raw / f"{part}-labels-idx1-ubyte").write_bytes(labels)
    print(len(MNIST(root)), MNIST(root).targets)
    #> 2 tensor([7, 2])
