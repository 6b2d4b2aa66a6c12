r"""fft2, rfft2, fftn: transforms of images and volumes.

`fft2` transforms the last two dimensions, `fftn` all of them, or those of `dim`.
Batches and channels in front stay. `rfft2` halves the last dimension. A product of
spectra is a circular convolution: pad before, if it should not go round.

Attributes: Shapes
    image: (4, 4) float32
    kernel: (4, 4) float32
    half: (4, 3) complex64

Asked as:
    torch.fft.fft2; np.fft.fft2; np.fft.rfft2; np.fft.fftn; Fourier transform of an
    image; two-dimensional fft; torch.fft.ifft2; torch.fft.irfft2; tf.signal.fft2d;
    spectral convolution; Fourier neural operator; circular convolution by
    multiplication; fast convolution with a large kernel; phase and amplitude of an
    image; 3D Fourier transform; torch.fft.irfftn; frequency domain of a picture; very
    large kernel, convolve by a product of spectra
"""

import torch

image = torch.arange(16.0).reshape(4, 4)
kernel = torch.zeros(4, 4)
kernel[0, 1] = 1.0  # shifts by a column

half = torch.fft.rfft2(image)  # <-
shifted = torch.fft.irfft2(half * torch.fft.rfft2(kernel), s=(4, 4))
print(shifted.round()[0])
#> tensor([3., 0., 1., 2.])
print(shifted.allclose(image.roll(1, dims=1), atol=1e-5))
#> True

full = torch.fft.fft2(image)
print(full[0, 0].real == image.sum(), torch.fft.ifft2(full).real[0])
#> tensor(True) tensor([0., 1., 2., 3.])
print(torch.fft.fftn(image).allclose(full), torch.fft.ifftn(full).real.sum())
#> True tensor(120.)
volume = torch.fft.rfftn(torch.ones(2, 2, 4))  # (2, 2, 3)
print(torch.fft.irfftn(volume, s=(2, 2, 4)).sum())
#> tensor(16.)

real = torch.fft.hfft2(half, s=(4, 4))
print(torch.fft.ihfft2(real).allclose(half, atol=1e-4), real.dtype)
#> True torch.float32
print(torch.fft.ihfftn(torch.fft.hfftn(half, s=(4, 4))).allclose(half, atol=1e-4))
#> True
