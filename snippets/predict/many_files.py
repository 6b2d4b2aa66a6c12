"""Folder of files: predict in batches, and go on after a broken one.

With `num_workers` the loader reads the next files while the model computes. What cannot
be read is returned by name, with the reason, not met with a crash in hour two. That
holds for a PNG, JPEG or WebP cut short, for more than `Image.MAX_IMAGE_PIXELS`, 89
million, and for a PNG with a wrong checksum. JPEG and WebP keep no checksum: what still
decodes gets a prediction. The transform has to give one size: `Resize(H)` keeps the
proportions, `Resize([H, W])` does not.

Asked as:
    classify all pictures in a directory; predict all images of a folder; run the model
    over a whole folder of jpgs; batch inference, bulk prediction of images; inference
    over thousands of photos; label many unlabelled pictures with my model; skip corrupt
    images; ignore damaged or unreadable pictures; one corrupted picture crashes the
    whole run; write predictions of all test images with the file name to a csv; table
    of file names and predictions; Kaggle submission file; return None in a Dataset;
    PIL.UnidentifiedImageError in a DataLoader; model.predict_generator,
    flow_from_directory(class_mode=None); loop over image files and save the
    predictions; prediction on unlabelled images, test set without labels; predict on
    new data
"""

# %% Read
import tempfile
from pathlib import Path
from warnings import catch_warnings

import numpy as np
import torch
from PIL import Image, ImageOps, UnidentifiedImageError
from torch import nn
from torch.utils.data import DataLoader, Dataset
from torchvision.transforms import v2


def in_mode(image, mode):
    if image.mode == "F":
        raise ValueError("floating point: which number is white?")
    if image.mode.startswith("I"):  # 16 bits: convert() makes all above 255 white
        deep = np.asarray(image)
        if deep.min() < 0 or deep.max() > 65535:
            raise ValueError("more than 16 bits: which number is white?")
        grey = np.rint(deep / 257).astype("uint8")
        grey[deep == image.info.get("transparency", -1)] = 255
        image = Image.fromarray(grey)
    if image.has_transparency_data:  # transparent means white, not black
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    return image.convert(mode)


# %% A file
def read(path, mode):
    """Return the image in the given mode: L for greyscale, RGB for colour."""
    path = Path(path)
    if not path.is_file():
        raise FileNotFoundError(f"no file {path}: is the path right?")
    try:
        with catch_warnings(action="error", category=Image.DecompressionBombWarning):
            with Image.open(path) as image:
                image.verify()  # compares the checksums of a PNG
            with Image.open(path) as image:
                return in_mode(ImageOps.exif_transpose(image), mode)
    except UnidentifiedImageError:
        raise ValueError(f"{path.name} is not an image that Pillow reads") from None
    except Exception as error:  # OSError, SyntaxError, ValueError and others
        raise ValueError(f"{path.name} cannot be read: {error}") from error


# %% A folder
SUFFIXES = {".bmp", ".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"}


class Files(Dataset):
    def __init__(self, folder, mode, transform):
        paths = sorted(Path(folder).iterdir())
        self.paths = [path for path in paths if path.suffix.lower() in SUFFIXES]
        self.mode, self.transform = mode, transform

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        path = self.paths[index]
        try:
            return path.name, self.transform(read(path, self.mode)), None
        except Exception as error:
            return path.name, None, str(error)


def collate(samples):
    good = {name: image for name, image, _ in samples if image is not None}
    bad = {name: error for name, image, error in samples if image is None}
    return list(good), torch.stack([*good.values()]) if good else None, bad


# %% Predict
@torch.inference_mode()
def predict_folder(folder, model, transform, classes, mode="RGB", **options):
    """Return the class of each file, and why each of the others has none."""
    model.eval()
    files = Files(folder, mode, transform)
    found, broken = {}, {}
    for names, images, bad in DataLoader(files, collate_fn=collate, **options):  # <-
        broken.update(bad)
        if names:
            numbers = model(images).argmax(dim=1).tolist()
            found.update(zip(names, [classes[n] for n in numbers], strict=True))
    return found, broken


# %% Use
if __name__ == "__main__":  # a worker may import this file
    model = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())  # strongest colour
    to_float = v2.ToDtype(torch.float32, scale=True)
    transform = v2.Compose([v2.Resize([4, 4]), v2.ToImage(), to_float])
    names = ["red", "green", "blue"]
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            Image.new("RGB", (9, 7), name).save(Path(folder, f"{name}.png"))
        Path(folder, "broken.jpg").write_bytes(b"")
        found, broken = predict_folder(
            folder, model, transform, names, batch_size=3, num_workers=2
        )
    print(found)
    #> {'blue.png': 'blue', 'green.png': 'green', 'red.png': 'red'}
    print(broken)
    #> {'broken.jpg': 'broken.jpg is not an image that Pillow reads'}
