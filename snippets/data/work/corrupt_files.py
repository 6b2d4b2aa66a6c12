"""Corrupt files: find them before training, by name.

Decode each file once and write down which fail, and why. `verify()` decodes nothing: a
JPEG that is cut short passes. `ImageFolder` takes the check as `is_valid_file`; it is
asked for each file when the dataset is made, so keep the list of a large set.
`ImageFile.LOAD_TRUNCATED_IMAGES = True` reads the rest of a JPEG as grey, of a PNG as
black. To skip while loading: [Folder of files](../predict/index.md#many_files).

Asked as:
    skip broken images in a Dataset; image file is truncated in the middle of training;
    find damaged jpg files in a folder; return None from __getitem__; is_valid_file;
    check all images before training; corrupted images crash the DataLoader; remove
    unreadable pictures; Kaggle cats and dogs corrupted images; list the broken pictures
    of a folder; find corrupt images before the first epoch
"""

import io
import tempfile
from pathlib import Path

from PIL import Image
from torchvision.datasets import ImageFolder

broken = {}


def is_readable(path):
    try:
        with Image.open(path) as image:
            image.load()  # <-
    except Exception as error:  # OSError, SyntaxError, ValueError and others
        broken[Path(path).name] = type(error).__name__
        return False
    return True


with tempfile.TemporaryDirectory() as root:
    folder = Path(root, "cat")
    folder.mkdir()
    file = io.BytesIO()
    Image.effect_noise((64, 64), 80).save(file, "JPEG")
    (folder / "whole.jpg").write_bytes(file.getvalue())
    (folder / "cut.jpg").write_bytes(file.getvalue()[:900])
    (folder / "page.jpg").write_text("<html>")

    Image.open(folder / "cut.jpg").verify()  # finds nothing
    dataset = ImageFolder(root, is_valid_file=is_readable)
    print([Path(name).name for name, _ in dataset.samples])
    #> ['whole.jpg']
    print(broken)
    #> {'cut.jpg': 'OSError', 'page.jpg': 'UnidentifiedImageError'}
