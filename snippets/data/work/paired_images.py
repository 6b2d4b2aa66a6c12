"""Paired images: input and target from two folders.

For restoration, colouring and translation; class numbers do not survive RGB, see [image
and mask](#image_and_mask). Pair by name, not by the order of two listings: one missing
file shifts all after it. Both are read in one dataset and go through one transform
call, so that a crop is the same.

Attributes: Shapes
    image: (3, 4, 4) float32
    target: (3, 4, 4) float32

Asked as:
    dataset of image pairs; input and ground truth in two folders; pix2pix dataset;
    super resolution or denoising dataset; image to image dataset; match two folders of
    pictures by file name; low and high quality pairs; images and masks in separate
    folders; target image instead of a class label; before and after pictures; load two
    folders at the same time
"""

import tempfile
from pathlib import Path

import torch
from PIL import Image
from torch.utils.data import Dataset
from torchvision import tv_tensors
from torchvision.transforms import v2


class Pairs(Dataset):
    def __init__(self, inputs, targets, transform=None):
        left = {path.stem: path for path in Path(inputs).glob("*.*")}
        right = {path.stem: path for path in Path(targets).glob("*.*")}
        if alone := sorted(left.keys() ^ right.keys()):
            raise ValueError(f"not in both: {alone}")
        self.pairs = [(left[name], right[name]) for name in sorted(left)]
        self.transform = transform

    def __len__(self):
        return len(self.pairs)

    def __getitem__(self, index):
        pictures = [Image.open(path).convert("RGB") for path in self.pairs[index]]
        pair = [tv_tensors.Image(picture) for picture in pictures]
        return self.transform(*pair) if self.transform else pair  # <-


crop = v2.Compose([v2.RandomCrop(4), v2.ToDtype(torch.float32, scale=True)])
with tempfile.TemporaryDirectory() as root:
    for folder, suffix, grey in [("low", "jpg", 50), ("high", "png", 55)]:
        Path(root, folder).mkdir()
        picture = Image.new("RGB", (8, 8), (grey, grey, grey))
        for name in "ab":
            picture.save(f"{root}/{folder}/{name}.{suffix}")

    image, target = Pairs(f"{root}/low", f"{root}/high", crop)[1]
    print((255 * image[0, 0, 0]).round(), (255 * target[0, 0, 0]).round())
    #> tensor(50.) tensor(55.)
    Path(root, "low", "a.jpg").unlink()
    try:
        Pairs(f"{root}/low", f"{root}/high")
    except ValueError as error:
        print(error)
        #> not in both: ['a']
