"""Lambda: any function as a transform.

Transform 19. A lambda cannot be sent to the worker processes of a DataLoader on macOS
and Windows, nor on Linux from Python 3.14: name the function at the top of the file, or
write a `Transform` class.

Attributes: Shapes
    x: (1, 2, 2) float32

Asked as:
    custom transform; define my own transform; own function in the list of transforms;
    wrap a plain Python function as a transform; write my own transform class, own
    augmentation with randomness; user-defined augmentation; own step or function in a
    pipeline, between Resize and ToTensor; preprocessing step of my own; subclass
    v2.Transform; class with __call__ for images; Can't pickle <function <lambda>; Can't
    pickle a lambda transform on Windows; lambda transform breaks with num_workers;
    preprocessing_function of ImageDataGenerator; keras.layers.Lambda, sklearn
    FunctionTransformer; transforms.Lambda in Compose; use an albumentations or opencv
    function within torchvision transforms
"""

import torch
from torchvision.transforms import v2


def add_border_of_ones(x):
    return torch.nn.functional.pad(x, (1, 1, 1, 1), value=1.0)


class Scale(v2.Transform):
    def transform(self, inpt, params):
        return inpt * 10


x = torch.tensor([[[1.0, 2.0], [3.0, 4.0]]])
print(v2.Lambda(add_border_of_ones)(x).shape)  # <-
#> torch.Size([1, 4, 4])
print(v2.Compose([v2.Lambda(torch.flatten), Scale()])(x))
#> tensor([10., 20., 30., 40.])
