"""8:1:1: training, validation and test files.

Shuffle the list of files once, with a seed, and cut it at 80 and 90 percent. Copying
the files into three folders makes the split visible and fixed. Split by person or by
scene where several images show the same one.
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
    first, second = int(len(files) * 0.8), int(len(files) * 0.9)
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
