r"""cannot identify image file: what the file holds is no picture that PIL knows.

PIL looks at the first bytes, not at the suffix. Usual causes: a download that saved a
web page as `.jpg`; an empty file; hidden files such as `._1.jpg` of a Mac; a format
that needs a plugin. A JPEG or PNG that breaks off in the middle opens, and fails later,
when its pixels are read: `image file is truncated`. Find these files before training.

Raises:
    UnidentifiedImageError: `Image.open(tempfile.TemporaryFile())`
        cannot identify image file

Also worded:
    PIL.UnidentifiedImageError: cannot identify image file <_io.BufferedReader
      name='data/train/cat/1.jpg'>
    PIL.UnidentifiedImageError: cannot identify image file <_io.BytesIO object at
      0x7fe4db01ffb0>
    OSError: cannot identify image file 'data/1.jpg'
    OSError: image file is truncated (15 bytes not processed)
    RuntimeError: Unsupported image file. Only jpeg and png are currently supported.

Asked as:
    corrupt jpg stops the training; half of a picture is missing; downloaded picture is
    a html page; UnidentifiedImageError in ImageFolder; LOAD_TRUNCATED_IMAGES; heic or
    avif file cannot be opened
"""

import tempfile
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from torchvision.datasets import ImageFolder

with tempfile.TemporaryDirectory() as folder:
    root = Path(folder) / "cat"
    root.mkdir()
    Image.effect_noise((64, 64), 50).save(root / "1.png")
    whole = (root / "1.png").read_bytes()
    (root / "2.png").write_bytes(whole[: len(whole) // 2])  # a download that stopped
    (root / "3.png").write_text("<html>404</html>")
    try:
        ImageFolder(folder)[2]
    except UnidentifiedImageError as error:
        print(str(error).split(" <")[0])
        #> cannot identify image file

    # Read every pixel of every file once, before training.
    def is_readable(path):
        try:
            with Image.open(path) as image:
                image.load()
        except (OSError, SyntaxError) as error:  # SyntaxError: some broken PNG files
            print(Path(path).name, type(error).__name__)
            #> 2.png OSError
            #> 3.png UnidentifiedImageError
            return False
        return True

    # ImageFolder takes the files that the function lets through.
    print(len(ImageFolder(folder, is_valid_file=is_readable)))  # <-
    #> 1
