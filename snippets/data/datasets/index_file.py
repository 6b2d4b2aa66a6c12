"""A Dataset from an index file: a path and a label a line.

The file is read once, the images when they are asked for. Paths are relative to the
index file. Open with `convert("RGB")`: some files are grey or have transparency. It
clips 16-bit grey at 255.

Attributes: Shapes
    image: (3, 4, 4) float32, in [0, 1]

Raises:
    FileNotFoundError: `IndexFile("missing.csv")` No such file or directory:
        'missing.csv'

Asked as:
    csv with image names and labels; labels in a csv, images in a folder;
    annotations_file and img_dir; flow_from_dataframe; pd.read_csv image dataset; text
    file that lists pictures and classes; Kaggle train.csv with image ids; custom image
    dataset; labels are in a file, not in the names of the directories; read a list of
    image files and labels; load photos by file name; pandas DataFrame or table of image
    filenames and classes; read picture paths and labels from a text file; image names
    in a spreadsheet, how to load them with labels; labels in an Excel sheet or a table;
    dataset from a list of files; own dataset class for a folder of images and a csv
"""

import csv
import tempfile
from pathlib import Path

import torch
from PIL import Image
from torch.utils.data import Dataset
from torchvision.transforms import v2


class IndexFile(Dataset):
    def __init__(self, path, transform=None):
        self.folder = Path(path).parent
        self.transform = transform
        with open(path, newline="") as file:
            self.samples = [(name, int(label)) for name, label in csv.reader(file)]

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        name, label = self.samples[index]
        picture = Image.open(self.folder / name).convert("RGB")  # <-
        return self.transform(picture) if self.transform else picture, label


to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
with tempfile.TemporaryDirectory() as folder:
    Image.new("RGB", (4, 4), "red").save(f"{folder}/a.png")
    Image.new("L", (4, 4), 255).save(f"{folder}/b.png")
    Path(folder, "index.csv").write_text("a.png,0\nb.png,1\n")
    dataset = IndexFile(f"{folder}/index.csv", to_tensor)
    image, label = dataset[0]
    print(len(dataset), image[:, 0, 0], label)
    #> 2 tensor([1., 0., 0.]) 0
