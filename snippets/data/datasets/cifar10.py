"""CIFAR10: 32 x 32 colour images in 10 classes.

50,000 to train, 10,000 to test; `download=True` fetches 170 MB once. The host is often
slow or out of reach: put `cifar-10-python.tar.gz` into the root by hand, and
`download=True` unpacks it. A half-downloaded file does not pass the checksum.

Raises:
    RuntimeError: `CIFAR10("data")` Dataset not found or corrupted. You can use
        download=True to download it
    RuntimeError: `load_cifar10("data")` The CIFAR-10 host cannot be reached. Put
        cifar-10-python.tar.gz into data and run this again
"""

from torchvision.datasets import CIFAR10

CLASSES = [
    *["airplane", "automobile", "bird", "cat", "deer"],
    *["dog", "frog", "horse", "ship", "truck"],
]


def load_cifar10(root, train=True, transform=None):
    try:
        return CIFAR10(root, train, transform, download=True)
    except OSError as error:
        raise RuntimeError(
            f"The CIFAR-10 host cannot be reached. Put {CIFAR10.filename} into {root} "
            "and run this again"
        ) from error


# train_set = load_cifar10("data")
print(CIFAR10.filename)
#> cifar-10-python.tar.gz
print(CLASSES.index("cat"))
#> 3
