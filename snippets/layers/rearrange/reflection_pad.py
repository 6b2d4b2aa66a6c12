"""ReflectionPad1d, 2d, 3d: mirror, without the edge.

Good at image borders: no jump appears. The padding must be smaller than the image.

Attributes: Shapes
    x: (1, 4) float32

Raises:
    RuntimeError: `nn.ReflectionPad1d(4)(x)` Padding size should be less than the
        corresponding input dimension

Asked as:
    mirror padding; np.pad mode='reflect'; tf.pad mode REFLECT; cv2.BORDER_REFLECT_101;
    avoid artefacts at the image border; style transfer and CycleGAN padding; reflect
    without doubling the border pixel; SpatialReflectionPadding; padding larger than the
    picture fails; extend a signal by its mirror image; extend picture borders by their
    mirror image; symmetric continuation at the edges; pad by reflection layer; mirrored
    pixels in place of black ones; border of mirrored pixels around an image
"""

import torch
from torch import nn

x = torch.tensor([[1.0, 2.0, 3.0, 4.0]])
print(nn.ReflectionPad1d(2)(x))  # <-
#> tensor([[3., 2., 1., 2., 3., 4., 3., 2.]])
print(nn.ReflectionPad2d(1)(torch.arange(6.0).reshape(1, 2, 3)))
#> tensor([[[4., 3., 4., 5., 4.],
#>          [1., 0., 1., 2., 1.],
#>          [4., 3., 4., 5., 4.],
#>          [1., 0., 1., 2., 1.]]])
print(nn.ReflectionPad3d(1)(torch.zeros(1, 1, 2, 2, 2)).shape)
#> torch.Size([1, 1, 4, 4, 4])
