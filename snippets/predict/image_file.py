r"""Image file: read, prepare, predict, name.

The checkpoint holds the class names and the numbers that prepare an image, so that
prediction uses those of the training. `exif_transpose` turns a phone's photograph the
right way up. Errors name the file.

Raises:
    FileNotFoundError: `predict("nowhere.png", checkpoint)` no file nowhere.png

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

import torch
from PIL import Image, ImageOps, UnidentifiedImageError
from sklearn.datasets import load_digits
from torch import nn
from torchvision.transforms import v2


def read(path, mode):
    """Return the image in the given mode: L for greyscale, RGB for colour."""
    path = Path(path)
    if not path.exists():
        raise FileNotFoundError(f"no file {path}: is the path right?")
    try:
        with Image.open(path) as image:
            image = ImageOps.exif_transpose(image)
            if image.has_transparency_data:  # transparent means white, not black
                image = image.convert("RGBA")
                white = Image.new("RGBA", image.size, "white")
                image = Image.alpha_composite(white, image)
            return image.convert(mode)
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
@torch.inference_mode()
def predict(path, checkpoint, k=3):
    """Return the k likeliest classes, each with its probability."""
    model = nn.Sequential(nn.Flatten(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    model.load_state_dict(checkpoint["model"])
    model.eval()
    image = transform(**checkpoint["transform"])(read(path, checkpoint["mode"]))
    probability = model(image.unsqueeze(0)).softmax(dim=1)[0]  # <- a batch of one
    values, indices = probability.topk(k)
    names = [checkpoint["classes"][index] for index in indices.tolist()]
    return list(zip(names, values.tolist(), strict=True))


# %% A model to try it with
torch.manual_seed(0)
digits = load_digits()
mean, std = [digits.images.mean() / 16], [digits.images.std() / 16]
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
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "digit.png")
    seen = (digits.images[4] * 255 / 16).astype("uint8")
    Image.fromarray(seen).resize((80, 80)).save(path)
    (name, probability), *others = predict(path, checkpoint)
    print(name, probability > 0.5, len(others))
    #> four True 2

    wrong = Path(folder, "notes.png")
    wrong.write_text("not an image")
    try:
        predict(wrong, checkpoint)
    except ValueError as error:
        print(error)
        #> notes.png is not an image that Pillow reads
    wrong.write_bytes(path.read_bytes()[:200])
    try:
        predict(wrong, checkpoint)
    except ValueError as error:
        print(error)
        #> notes.png cannot be read: image file is truncated
