"""Folder of files: predict in batches, and go on after a broken one.

With `num_workers` the loader reads the next files while the model computes. What cannot
be read is reported by name at the end, not met with a crash in hour two.

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

import tempfile
from pathlib import Path

import torch
from PIL import Image
from torch import nn
from torch.utils.data import DataLoader, Dataset
from torchvision.transforms import v2


class Files(Dataset):
    def __init__(self, folder, size):
        self.paths = sorted(Path(folder).glob("*.png"))  # <-
        to_float = v2.ToDtype(torch.float32, scale=True)
        self.transform = v2.Compose([v2.Resize(size), v2.ToImage(), to_float])

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        try:
            with Image.open(self.paths[index]) as image:
                return self.transform(image.convert("RGB")), index
        except Exception:  # OSError, SyntaxError, ValueError and others
            return None, index


def collate(samples):
    good = [(image, index) for image, index in samples if image is not None]
    images = torch.stack([image for image, _ in good]) if good else None
    return images, [i for _, i in good], [i for image, i in samples if image is None]


model = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten()).eval()  # which channel is
names, found, broken = ["red", "green", "blue"], {}, []  # the strongest
with tempfile.TemporaryDirectory() as folder:
    for name in names:
        Image.new("RGB", (9, 7), name).save(Path(folder, f"{name}.png"))
    Path(folder, "broken.png").write_bytes(b"")
    files = Files(folder, size=[4, 4])
    for images, indices, bad in DataLoader(files, batch_size=3, collate_fn=collate):
        broken += [files.paths[index].name for index in bad]
        if images is not None:
            with torch.inference_mode():
                classes = model(images).argmax(dim=1).tolist()
            for index, number in zip(indices, classes, strict=True):
                found[files.paths[index].name] = names[number]
print(found)
#> {'blue.png': 'blue', 'green.png': 'green', 'red.png': 'red'}
print("not read:", broken)
#> not read: ['broken.png']
