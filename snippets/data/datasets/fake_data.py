"""FakeData: random images with labels, at once.

To try a training loop before the data are there. The same number always gives the same
image; a random transform still changes it.

Attributes: Shapes
    image: (3, 32, 32) uint8

Asked as:
    dummy dataset; synthetic pictures for testing; mock data for a smoke test of the
    training script; test a pipeline without real data; placeholder data set; random
    tensors that look like an image dataset; torchvision dataset that generates noise
    pictures and classes; I have no data yet; benchmark the training loop without
    reading files; imitate ImageNet without downloading it; mock dataset; dummy data to
    check that the code runs; synthetic images for debugging before the real ones are
    there; check the speed of the training loop with random pictures
"""

from torchvision.datasets import FakeData
from torchvision.transforms import v2

dataset = FakeData(  # <-
    size=100, image_size=(3, 32, 32), num_classes=10, transform=v2.PILToTensor()
)
image, label = dataset[0]
print(len(dataset), type(label).__name__)
#> 100 int
print(image.equal(dataset[0][0]))
#> True
