r"""pic should be PIL Image or ndarray. Got a Tensor: ToTensor a second time.

`ToTensor` of torchvision.transforms (v1) makes a tensor of a PIL image or an array, and
refuses a tensor. Usual causes: it stands twice, in the dataset and in the list of
transforms; the picture comes from `decode_image`, which gives a tensor.
[`ToImage`](../transforms/resize_convert.md#to_tensor) of v2 takes all three. With
`<class 'str'>` or `<class 'NoneType'>` the file was not opened, or not found.
`ToPILImage` of v1 refuses a PIL image.

Raises:
    TypeError: `v1.ToTensor()(x)`
        pic should be PIL Image or ndarray. Got <class 'torch.Tensor'>
    TypeError: `v1.ToPILImage()(picture)`
        pic should be Tensor or ndarray. Got <class 'PIL.Image.Image'>.
    TypeError: `v1.ToTensor()("cat.png")`
        pic should be PIL Image or ndarray. Got <class 'str'>

Also worded:
    TypeError: pic should be PIL Image or ndarray. Got <class 'NoneType'>
    TypeError: pic should be PIL Image. Got <class 'torch.Tensor'>
    TypeError: pic should be PIL Image. Got <class 'numpy.ndarray'>
    ValueError: pic should be 2/3 dimensional. Got 4 dimensions.
    ValueError: pic should not have > 4 channels. Got 5 channels.

Asked as:
    ToTensor applied twice; ToTensor of a picture from read_image; cv2.imread returned
    None, transform fails; give ToTensor a file name; ToPILImage of a batch with 4
    dimensions; order of ToPILImage, Resize and ToTensor
"""

import numpy as np
import torch
from PIL import Image
from torchvision import transforms as v1
from torchvision.transforms import v2

picture = Image.new("RGB", (4, 4))
x = v1.ToTensor()(picture)
try:
    v1.ToTensor()(x)
except TypeError as error:
    print(error)
    #> pic should be PIL Image or ndarray. Got <class 'torch.Tensor'>

# A list that takes PIL images, arrays and tensors.
scale = v2.ToDtype(torch.float32, scale=True)
prepare = v2.Compose([v2.ToImage(), v2.Resize(2), scale])  # <-
for image in (picture, np.array(picture), x):
    print(type(image).__name__, prepare(image).shape)
    #> Image torch.Size([3, 2, 2])
    #> ndarray torch.Size([3, 2, 2])
    #> Tensor torch.Size([3, 2, 2])

# A batch of tensors: one picture at a time.
batch = torch.zeros(2, 3, 4, 4)
print([v1.ToPILImage()(image).size for image in batch])
#> [(4, 4), (4, 4)]
