"""ImageFolder: a folder of images for each class.

`root/cat/1.png` has the class `cat`. Classes are numbered in the order of `sorted`:
[keep `class_to_idx`](../mistakes/data.md#class_numbers_of_two_folders) with the model.
Images come as PIL in RGB until a transform changes them.

Attributes: Shapes
    image: (3, 8, 8) uint8

Raises:
    FileNotFoundError: `ImageFolder("nowhere")` No such file or directory: 'nowhere'
    FileNotFoundError: `ImageFolder(tempfile.mkdtemp())` Couldn't find any class folder

Asked as:
    load my own images from a directory; one subfolder per class;
    image_dataset_from_directory; flow_from_directory; ImageDataGenerator;
    DatasetFolder; imageDatastore; label from the directory name; class_to_idx;
    directory structure for training an image classifier; train/cat/001.jpg; load jpg
    images with labels from subfolders; Found 0 files in subfolders of; Found no valid
    file for the classes; which number belongs to which class folder; my photos are in
    folders named cat and dog; train on my own images; my own image data set; get the
    label from the name of the folder; feed my photos to a network; where to put the
    images, which folders; how does the loader know the labels; image classification
    with my own data; my pictures are sorted in a folder for each class
"""

import os
import tempfile

from PIL import Image
from torchvision.datasets import ImageFolder
from torchvision.transforms import v2

with tempfile.TemporaryDirectory() as root:
    for name, colour in [("dog", "black"), ("cat", "white")]:
        os.makedirs(f"{root}/{name}")
        for number in range(3):
            Image.new("RGB", (8, 8), colour).save(f"{root}/{name}/{number}.png")
    dataset = ImageFolder(root, transform=v2.PILToTensor())  # <-
    print(dataset.classes, dataset.class_to_idx)
    #> ['cat', 'dog'] {'cat': 0, 'dog': 1}
    print(len(dataset), dataset.targets)
    #> 6 [0, 0, 0, 1, 1, 1]
    image, label = dataset[0]
    print(image[0, 0], dataset.classes[label])
    #> tensor([255, 255, 255, 255, 255, 255, 255, 255], dtype=torch.uint8) cat
