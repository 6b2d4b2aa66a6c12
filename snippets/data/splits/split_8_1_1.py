"""8:1:1: training, validation and test files.

Shuffle the list of files once, with a seed, and split it at 80 and 90 percent. Copying
the files into three folders makes the split visible and fixed. [Split by
person](work.md#group_folds) or by scene where several images show the same one.

Asked as:
    80/10/10 split; train val test folders; split-folders; splitfolders.ratio; move
    images into train and test directories; split an image folder into train, val and
    test; split into training, validation and test set on disk; same patient in train
    and test; data leakage between the sets; split photos by person; cut a list of
    filenames by percent; one directory of pictures, need three directories; make train,
    validation and test directories with a script; training, validation and test set by
    80, 10 and 10 percent
"""

import random
import shutil
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as root:
    for number in range(20):
        file = Path(root, "all", "cat", f"{number:02}.png")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()

    files = sorted(Path(root, "all").rglob("*.png"))  # folders list in any order
    random.Random(0).shuffle(files)
    first, second = int(len(files) * 0.8), int(len(files) * 0.9)  # <-
    parts = {"train": files[:first], "val": files[first:second], "test": files[second:]}
    for part, members in parts.items():
        for file in members:
            target = Path(root, part, file.parent.name, file.name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)

    for part in parts:
        print(part, len(list(Path(root, part).rglob("*.png"))))
        #> train 16
        #> val 2
        #> test 2
