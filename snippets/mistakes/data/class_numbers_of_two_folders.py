"""Class numbers of two folders: a missing one shifts the rest.

`ImageFolder` numbers the folders that it finds, in the order of their names. Where the
test set has no `dog`, or an extra one, all classes after it have another number than in
training, and right answers count as wrong. Compare `class_to_idx` of both, and number
by the [training folders](../data/datasets.md#image_folder), with a subclass whose
`find_classes` returns theirs; `allow_empty=True` lets one be missing.

Asked as:
    class_to_idx differs between train and test; ImageFolder with a missing class
    folder; test accuracy zero but predictions look right; labels shifted by one in the
    test set; train and val folders have different classes; class names do not match the
    predictions; ImageFolder keep the class order of training; test set without all
    classes; predicted class is always the next one; extra folder like
    .ipynb_checkpoints becomes a class; hidden folder counted as a class
"""

import tempfile
from pathlib import Path

from PIL import Image
from torchvision.datasets import ImageFolder


class NumberedAs(ImageFolder):
    def __init__(self, root, class_to_idx):
        self.known = class_to_idx
        super().__init__(root, allow_empty=True)

    def find_classes(self, directory):
        return list(self.known), self.known


def accuracy(dataset):  # of a model that names every file as its folder is named
    names = [Path(path).parent.name for path, _ in dataset.samples]
    pairs = zip(names, dataset.targets, strict=True)
    return sum(train.class_to_idx[name] == target for name, target in pairs) / 3


with tempfile.TemporaryDirectory() as root:
    for folder in "train/cat", "train/dog", "train/owl", "test/cat", "test/owl":
        Path(root, folder).mkdir(parents=True)
        Image.new("RGB", (8, 8)).save(f"{root}/{folder}/1.png")
    Image.new("RGB", (8, 8)).save(f"{root}/test/owl/2.png")
    train = ImageFolder(f"{root}/train")

    # Wrong: numbered by the test folders.
    test = ImageFolder(f"{root}/test")
    print(test.class_to_idx, f"{accuracy(test):.2f}")
    #> {'cat': 0, 'owl': 1} 0.33

    # Right: numbered as in training.
    test = NumberedAs(f"{root}/test", train.class_to_idx)  # <-
    print(test.class_to_idx, f"{accuracy(test):.2f}")
    #> {'cat': 0, 'dog': 1, 'owl': 2} 1.00
