r"""Found no valid file for the classes: a folder of ImageFolder has no images.

Every subfolder of the root counts as a class, and each must hold a file with a known
suffix. Usual causes: an empty folder, or one that is no class, such as
`.ipynb_checkpoints`; images with another suffix; a root that is one level too high, so
that `train` and `val` count as classes without a message. One level too low: no class
folder is found. See [`image_folder`](../data/datasets.md#image_folder).

Raises:
    FileNotFoundError: `ImageFolder(tempfile.mkdtemp())`
        Couldn't find any class folder in
    FileNotFoundError: `ImageFolder("nowhere")`
        No such file or directory: 'nowhere'

Also worded:
    FileNotFoundError: Found no valid file for the classes .ipynb_checkpoints. Supported
      extensions are: .jpg, .jpeg, .png, .ppm, .bmp, .pgm, .tif, .tiff, .webp
    RuntimeError: Found 0 files in subfolders of: data/train
    RuntimeError: Found 0 images in subfolders of: data/train
    FileNotFoundError: [Errno 2] No such file or directory: 'data/train'
    NotADirectoryError: [Errno 20] Not a directory: 'data/train/1.png'

Asked as:
    .ipynb_checkpoints counted as a class; ImageFolder root is one level too high; my
    images have the suffix .gif or .npy and are not found; leave out an empty class
    folder; ImageFolder has classes train and val; supported extensions of ImageFolder
"""

import tempfile
from pathlib import Path

from PIL import Image
from torchvision.datasets import ImageFolder

with tempfile.TemporaryDirectory() as folder:
    root = Path(folder) / "train"
    for name in ("cat", "dog", ".ipynb_checkpoints"):
        (root / name).mkdir(parents=True)
    Image.new("RGB", (4, 4)).save(root / "cat" / "1.png")
    Image.new("RGB", (4, 4)).save(root / "dog" / "1.gif")
    try:
        ImageFolder(root)
    except FileNotFoundError as error:
        print(str(error).split(". ")[0])
        #> Found no valid file for the classes .ipynb_checkpoints, dog

    # A folder that is no class: remove it. A file of another suffix: name the suffix.
    (root / ".ipynb_checkpoints").rmdir()
    suffixes = (".png", ".gif")
    dataset = ImageFolder(root, is_valid_file=lambda p: p.lower().endswith(suffixes))
    print(dataset.classes, len(dataset))
    #> ['cat', 'dog'] 2
    # A class without images for now.
    dataset = ImageFolder(root, allow_empty=True)  # <-
    print(dataset.classes, len(dataset))
    #> ['cat', 'dog'] 1
    # The root too high: no message, but look at the classes.
    dataset = ImageFolder(folder)
    print(dataset.classes)
    #> ['train']
