r"""Image file: read, prepare, predict, name.

The checkpoint holds the class names and the numbers that prepare an image, so that
prediction uses those of the training. `exif_transpose` turns a phone's photograph the
right way up. Errors name the file. Grey of 16 bits
gives the prediction of its 8-bit version, up to rounding. A PNG, JPEG or WebP cut short
is an error, and so are more than 89 million pixels and a PNG with a wrong checksum.

Raises:
    FileNotFoundError: `classifier.predict("nowhere.png")` no file nowhere.png

Asked as:
    load a jpg and classify it; load a picture and say what is in it; run a trained
    network on one photo from disk; I have a saved model and a png or jpg, get its
    class; Image.open(path) and predict; class label and probability for a jpg; works in
    training, wrong predictions on real photos; different preprocessing in training and
    prediction; phone photos are rotated, exif orientation; cannot identify image file;
    image file is truncated; model.predict, learn.predict(img), load_img; predict on my
    own photo, class of an image file; feed or test a new picture downloaded from the
    internet to my trained CNN or MNIST model; predict one jpg, inference script for a
    single image file, prints the class name; classify or predict a single picture with
    a trained model; use a trained model on new data; predict a single image; read an
    image from disk; classify an image; classify a single jpeg; eval and no_grad for one
    image
"""

# %% Prepare
import tempfile
from pathlib import Path
from warnings import catch_warnings

import numpy as np
import torch
from PIL import Image, ImageOps, UnidentifiedImageError
from sklearn.datasets import load_digits
from torch import nn
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


# %% Read
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


def transform(size, mean, std):
    return v2.Compose([
        v2.Resize(size, antialias=True),
        v2.ToImage(),
        v2.ToDtype(torch.float32, scale=True),
        v2.Normalize(mean, std),
    ])  # fmt: skip


# %% Predict
class Classifier:
    """The model and the transform, built once, not for each file."""

    def __init__(self, checkpoint):
        self.model = nn.Sequential(
            nn.Flatten(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10)
        )
        self.model.load_state_dict(checkpoint["model"])
        self.model.eval()
        self.classes, self.mode = checkpoint["classes"], checkpoint["mode"]
        self.transform = transform(**checkpoint["transform"])

    @torch.inference_mode()
    def predict(self, path, k=3):
        """Return the k likeliest classes, each with its probability."""
        image = self.transform(read(path, self.mode))
        logits = self.model(image.unsqueeze(0))  # <- a batch of one
        values, indices = logits.softmax(dim=1)[0].topk(min(k, logits.shape[1]))
        names = [self.classes[index] for index in indices.tolist()]
        return list(zip(names, values.tolist(), strict=True))


# %% A model to try it with
torch.manual_seed(0)
digits = load_digits()
learnt = digits.images[100:] / 16  # the first hundred are not trained on
mean, std = [learnt.mean()], [learnt.std()]
x = (torch.tensor(digits.images).float() / 16 - mean[0]) / std[0]
y = torch.tensor(digits.target)
model = nn.Sequential(nn.Flatten(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
for _ in range(100):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(x[100:]), y[100:]).backward()
    optimizer.step()
checkpoint = {
    "model": model.state_dict(),
    "classes": ["zero", "one", "two", "three", "four",
                "five", "six", "seven", "eight", "nine"],
    "mode": "L",
    "transform": {"size": [8, 8], "mean": mean, "std": std},
}  # fmt: skip

# %% Use
classifier = Classifier(checkpoint)
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "digit.png")
    seen = (digits.images[4] * 255 / 16).astype("uint8")
    Image.fromarray(seen).resize((80, 80)).save(path)
    (name, probability), *others = classifier.predict(path)
    print(name, probability > 0.5, len(others))
    #> four True 2

    wrong = Path(folder, "notes.png")
    wrong.write_text("not an image")
    try:
        classifier.predict(wrong)
    except ValueError as error:
        print(error)
        #> notes.png is not an image that Pillow reads
    wrong.write_bytes(path.read_bytes()[:200])
    try:
        classifier.predict(wrong)
    except ValueError as error:
        print(error)
        #> notes.png cannot be read: Truncated File Read
