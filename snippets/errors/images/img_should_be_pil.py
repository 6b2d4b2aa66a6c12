r"""img should be PIL Image. Got numpy.ndarray: an array where PIL is expected.

Arrays, as `cv2.imread`, skimage or `np.load` give them, go into two transforms of v1,
`ToTensor` and `ToPILImage`; the others take what these make. Take care with v2:
`Resize`, `RandomHorizontalFlip` or `Normalize` pass an array on unchanged, without a
message, where `RandomCrop` finds no image.

Raises:
    TypeError: `v1.RandomHorizontalFlip(p=1)(array)`
        img should be PIL Image. Got <class 'numpy.ndarray'>
    TypeError: `v1.Resize(2)(array)`
        Unexpected type <class 'numpy.ndarray'>
    TypeError: `v2.RandomCrop(2)(array)`
        No image, video, mask, bounding box of keypoint was found in the sample

Also worded:
    TypeError: img should be PIL Image. Got <class 'torch.Tensor'>
    TypeError: img should be PIL Image or Tensor. Got <class 'numpy.ndarray'>
    TypeError: Unexpected type <class 'list'>
    TypeError: No image or video was found in the sample
    TypeError: tensor or list of tensors expected, got <class 'numpy.ndarray'>
    TypeError: Input should be PIL Image

Asked as:
    torchvision transforms on an OpenCV image; cv2 image in RandomHorizontalFlip; Resize
    of a numpy array fails; Unexpected type numpy.ndarray in Resize; No image was found
    in the sample; ColorJitter of an array
"""

import numpy as np
import torch
from torchvision import transforms as v1
from torchvision.transforms import v2

array = np.zeros((4, 6, 3), dtype=np.uint8)  # height, width, channels
try:
    v1.RandomHorizontalFlip(p=1)(array)
except TypeError as error:
    print(error)
    #> img should be PIL Image. Got <class 'numpy.ndarray'>

# No message, and nothing done: still an array of this shape.
print(type(v2.Resize(2)(array)).__name__, v2.Resize(2)(array).shape)
#> ndarray (4, 6, 3)

# An array first becomes an image.
scale = v2.ToDtype(torch.float32, scale=True)
prepare = v2.Compose([v2.ToImage(), v2.Resize(2), scale])  # <-
print(prepare(array).shape)
#> torch.Size([3, 2, 3])
# With v1: ToPILImage first.
prepare = v1.Compose([v1.ToPILImage(), v1.Resize(2), v1.ToTensor()])
print(prepare(array).shape)
#> torch.Size([3, 2, 3])

# OpenCV has blue first: turn the channels around.
array[..., 0] = 255
print(v2.ToImage()(array[..., ::-1].copy())[:, 0, 0])
#> tensor([  0,   0, 255], dtype=torch.uint8)
