r"""permute: dimensions in another order.

Name where each dimension of the result comes from: (C, H, W) to (H, W, C) for
matplotlib is `permute(1, 2, 0)`. A view, here not contiguous.

Attributes: Shapes
    image: (C, H, W) int64
    picture: (H, W, C) int64

Raises:
    RuntimeError: `image.permute(1, 0)` number of dimensions in the tensor input does
        not match the length of the desired ordering of dimensions

Asked as:
    CHW to HWC; HWC array to CHW; NHWC to NCHW, channels last to channels first;
    channels first to channels last; np.transpose; tf.transpose with perm; rearrange the
    order of axes, reorder dimensions; matplotlib wants height, width, channel, the
    image is channel first; Invalid shape (3, 32, 32) for image data; image scrambled
    after reshape; transpose with more than two axes; change the dimension order, HWC to
    CHW; image tensor shape (3, H, W) to (H, W, 3); NCHW to NHWC; show a CxHxW tensor
    with matplotlib; imshow complains about the shape (3, 32, 32); imshow does not
    accept my tensor
"""

import torch

image = torch.arange(24).reshape(2, 3, 4)
picture = image.permute(1, 2, 0)  # <-
print(picture.shape)
#> torch.Size([3, 4, 2])
print(picture[1, 3, 0] == image[0, 1, 3])
#> tensor(True)
print(picture.is_contiguous())
#> False
