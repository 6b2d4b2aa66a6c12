"""Shrink without ripples: antialias, and a clamp after bicubic.

Without `antialias` each pixel of the small picture looks at a few neighbours of its
place and skips the rest: fine stripes become wrong, coarse ones. Bicubic overshoots at
edges, below 0 and above 1. `v2.Resize` takes antialias by itself, but for
the nearest pixel, `F.interpolate` does not.

Attributes: Shapes
    stripes: (1, 1, 60, 60) float32, in [0, 1]
    small: (1, 1, 15, 15) float32
    wrong: (1, 1, 15, 15) float32

Asked as:
    downscale an image; aliasing when resizing; antialias=True in F.interpolate; moire
    pattern after downsampling; make low resolution images; bicubic values below 0 or
    above 1; PIL resize differs from F.interpolate; degrade images for super-resolution;
    resize of a tensor looks different from PIL; clamp after bicubic; shrink a picture
    in PyTorch; jagged edges after resizing; imresize of MATLAB; strange waves in a
    smaller picture; waves appear after making a picture smaller
"""

import torch
import torch.nn.functional as F

place = torch.arange(60.0)
stripes = (0.5 + 0.5 * torch.sin(0.45 * torch.pi * place)).expand(1, 1, 60, 60)

kwargs = {"size": (15, 15), "mode": "bicubic"}
small = F.interpolate(stripes, antialias=True, **kwargs).clamp(0, 1)  # <-
wrong = F.interpolate(stripes, **kwargs)
print(small.std() < 0.05, wrong.std() > 0.25)
#> tensor(True) tensor(True)

edge = (place >= 30).float().expand(1, 1, 60, 60)
large = F.interpolate(edge, antialias=True, **kwargs)
print(large.min() < 0, large.max() > 1)
#> tensor(True) tensor(True)
pictures = {"stripes": stripes[0], "antialias": small[0]}
pictures["without antialias"] = wrong[0].clamp(0, 1)
