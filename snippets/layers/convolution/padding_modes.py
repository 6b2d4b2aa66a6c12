"""padding_mode: what stands outside the image.

Zeros by default. `reflect` mirrors without the edge, `replicate` repeats the edge,
`circular` wraps around. Shown with a kernel that copies the left neighbour.

Attributes: Shapes
    x: (1, 1, 4) float32

Asked as:
    border handling of a convolution; edge artefacts at the image border;
    padding_mode='reflect'; convolution on a periodic image that wraps around at its
    edges; circular convolution; convolve without a dark frame of zeros; replicate
    padding in a conv; mirror the border while convolving; scipy.ndimage.convolve mode;
    conv layer with non-zero padding; what a conv layer fills in beyond the border; conv
    with circular padding, padding_mode='circular'; Conv2d padding other than zeros;
    convolution with reflect padding; padding_mode 'zeros', 'reflect', 'replicate'
"""

import torch
from torch import nn

x = torch.tensor([[[1.0, 2.0, 3.0, 4.0]]])
for mode in ("zeros", "reflect", "replicate", "circular"):
    layer = nn.Conv1d(1, 1, 3, padding=1, padding_mode=mode, bias=False)  # <-
    with torch.no_grad():
        layer.weight.copy_(torch.tensor([[[1.0, 0.0, 0.0]]]))
        print(f"{mode:9}", layer(x)[0, 0].tolist())
        #> zeros     [0.0, 1.0, 2.0, 3.0]
        #> reflect   [2.0, 1.0, 2.0, 3.0]
        #> replicate [1.0, 1.0, 2.0, 3.0]
        #> circular  [4.0, 1.0, 2.0, 3.0]
