r"""Padding size should be less than the input dimension: mirrored too far.

Mirrored padding (`reflect`) repeats what stands inside the edge, so it is at most the
size − 1. Usual causes: small feature maps or pictures; `GaussianBlur`, which mirrors
half its kernel; a short signal in `torch.stft`, which pads n_fft / 2 on both sides;
sizes for the wrong axes, for the last axis comes first in `pad`. See
[ReflectionPad](../layers/rearrange.md#reflection_pad).

Raises:
    RuntimeError: `F.pad(x, (3, 3, 3, 3), mode="reflect")`
        Argument #4: Padding size should be less than the corresponding input dimension,
        but got: padding (3, 3) at dimension 3 of input [1, 1, 3, 3]
    RuntimeError: `v2.GaussianBlur(9)(torch.zeros(3, 4, 4))`
        Padding size should be less than the corresponding input dimension
    NotImplementedError: `F.pad(x[0, 0], (1, 1, 1, 1), mode="reflect")`
        Padding size 4 is not supported for 2D input tensor.

Also worded:
    RuntimeError: Padding value causes wrapping around more than once.
    NotImplementedError: Only 2D, 3D, 4D, 5D padding with non-constant padding are
      supported for now
    NotImplementedError: Only 3D, 4D, 5D padding with non-constant padding are supported
      for now

Asked as:
    ReflectionPad2d on a small feature map; stft of a short sound; spectrogram of a
    signal shorter than n_fft; MelSpectrogram fails on short audio clips; style transfer
    net, picture too small for reflect padding; circular padding wraps around more than
    once
"""

import textwrap

import torch
import torch.nn.functional as F
from torchvision.transforms import v2

x = torch.arange(9.0).view(1, 1, 3, 3)
try:
    F.pad(x, (3, 3, 3, 3), mode="reflect")
except RuntimeError as error:
    print(textwrap.fill(str(error), 80))
    #> Argument #4: Padding size should be less than the corresponding input dimension,
    #> but got: padding (3, 3) at dimension 3 of input [1, 1, 3, 3]

# At most one less than the size.
print(F.pad(x, (2, 2, 2, 2), mode="reflect").shape)  # <-
#> torch.Size([1, 1, 7, 7])

# More than that: repeat the edge, or fill with zeros.
print(F.pad(x, (3, 3, 3, 3), mode="replicate").shape, F.pad(x, (3, 3, 3, 3)).shape)
#> torch.Size([1, 1, 9, 9]) torch.Size([1, 1, 9, 9])

# A blur: a kernel of at most twice the size, minus one.
print(v2.GaussianBlur(5)(x).shape)
#> torch.Size([1, 1, 3, 3])

# One picture (H, W): give it a channel, for the padding only.
print(F.pad(x[0], (1, 1, 1, 1), mode="reflect")[0].shape)
#> torch.Size([5, 5])

# A short signal: fill it up to n_fft before the transform.
signal, n_fft = torch.ones(100), 400
long = F.pad(signal, (0, n_fft - len(signal)))
window = torch.hann_window(n_fft)
print(torch.stft(long, n_fft, window=window, return_complex=True).shape)
#> torch.Size([201, 5])
