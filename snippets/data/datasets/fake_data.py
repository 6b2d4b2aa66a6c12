"""FakeData: random images with labels, at once.

To try a training loop before the data are there. The same number always gives the same
image.

Attributes: Shapes
    image: (3, 32, 32) uint8
"""

from torchvision.datasets import FakeData
from torchvision.transforms import v2

dataset = FakeData(
    size=100, image_size=(3, 32, 32), num_classes=10, transform=v2.PILToTensor()
)
image, label = dataset[0]
print(len(dataset), type(label).__name__)
#> 100 int
print(image.equal(dataset[0][0]))
#> True
