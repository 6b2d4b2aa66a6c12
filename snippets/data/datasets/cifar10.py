"""CIFAR10: 32 x 32 colour images in 10 classes.

50,000 to train, 10,000 to test, 170 MB. The host is often slow or out of reach. Put
`cifar-10-python.tar.gz` into the root by hand, and `download=True` unpacks it. A
half-downloaded file does not pass the checksum.

Raises:
    RuntimeError: `CIFAR10("data")` Dataset not found or corrupted. You can use
        download=True to download it
    RuntimeError: `load_cifar10("data")` The CIFAR-10 host cannot be reached. Put
        cifar-10-python.tar.gz into data and run this again

Asked as:
    load cifar; tf.keras.datasets.cifar10.load_data; cifar-10-batches-py; cifar download
    is slow or stuck; download cifar manually; cifar class names; airplane automobile
    bird cat deer dog frog horse ship truck; File not found or corrupted; md5 checksum
    of the download is wrong; small photos for a benchmark; plane car bird labels list;
    www.cs.toronto.edu; what is label 3 in CIFAR10; names of the ten cifar classes;
    download the cifar dataset with torchvision
"""

from torchvision.datasets import CIFAR10

CLASSES = [
    *["airplane", "automobile", "bird", "cat", "deer"],
    *["dog", "frog", "horse", "ship", "truck"],
]


def load_cifar10(root, train=True, transform=None):
    try:
        return CIFAR10(root, train, transform, download=True)  # <-
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
