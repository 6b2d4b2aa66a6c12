r"""Interpolation: from one code to another, along a line or an arc.

Codes of many dimensions have a length near $\sqrt D$; the middle of a straight line
between two is shorter, a code that the decoder has hardly seen. `slerp` goes round at
the same length; for two codes of one direction it can give NaN. A path between two
samples of DDIM or a GAN is made in this way, from their noises.

$$z_w = \frac{\sin ((1 - w) \theta)}{\sin \theta} \, a + \frac{\sin (w \theta)}{\sin
\theta} \, b, \quad \cos \theta = \frac{a \cdot b}{\lVert a \rVert \lVert b \rVert}$$

Attributes: Shapes
    a: (D,) float32
    b: (D,) float32
    line: (5, D) float32
    arc: (5, D) float32

Asked as:
    slerp; spherical linear interpolation of latent vectors; interpolate between two
    images in latent space; walk through the latent space; morph one sample into
    another; lerp or slerp for noise; torch.lerp of two codes; interpolate the noise of
    a diffusion model; smooth transition between two generated images; latent traversal;
    why do interpolated samples look blurry in the middle; path on a sphere between two
    codes; path between two noise vectors; great circle between two vectors
"""

import torch


def slerp(a, b, weight):
    cosine = torch.dot(a, b) / (a.norm() * b.norm())
    angle = cosine.clamp(-1, 1).acos()
    weight = weight.unsqueeze(1)
    return (((1 - weight) * angle).sin() * a + (weight * angle).sin() * b) / angle.sin()


torch.manual_seed(0)
a, b = torch.randn(2, 1024)
weight = torch.linspace(0, 1, 5)

line = torch.lerp(a, b, weight.unsqueeze(1))
arc = slerp(a, b, weight)  # <-
print(line.norm(dim=1) / 32)
#> tensor([1.0280, 0.8068, 0.7139, 0.7955, 1.0102])
print(arc.norm(dim=1) / 32)
#> tensor([1.0280, 1.0254, 1.0191, 1.0128, 1.0102])
print(torch.allclose(arc[0], a), torch.allclose(arc[-1], b, atol=1e-5))
#> True True
