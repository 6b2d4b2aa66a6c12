r"""ALiBi: scores fall with the distance.

No positions at the input: each head takes its slope times the distance off the score.
Heads with a steep slope look near, those with a flat one far. The bias goes into the
mask as numbers, with minus infinity in the future. It has no table that ends, so longer
texts are possible.

$$y = \text{softmax} \left( \frac{q_i \cdot k_j}{\sqrt{D}} - m_h (i - j) \right) v,
\quad m_h = 2^{-8 h / H}, \; h = 1, \dots, H$$

Attributes: Shapes
    slope: (h,) float32, one a head
    bias: (h, T, T) float32
    y: (N, h, T, D) float32

Asked as:
    attention with linear biases; alibi slopes; Press et al. train short test long;
    position bias added to attention scores; distance penalty in attention; positions of
    MPT and BLOOM; float attn_mask as a bias; relative position bias per head;
    get_slopes; extrapolate to longer sequences; attention that prefers near tokens; 2
    ** (-8 / n) slopes; bias of shape (heads, T, T)
"""

import torch
import torch.nn.functional as F

H, T = 4, 6
slope = 2.0 ** (-8 * torch.arange(1, H + 1) / H)
back = torch.arange(T) - torch.arange(T).unsqueeze(1)  # minus the distance
bias = (slope[:, None, None] * back).masked_fill(back > 0, float("-inf"))  # <-
print(slope)
#> tensor([0.2500, 0.0625, 0.0156, 0.0039])
print(bias[0, :3, :3])
#> tensor([[ 0.0000,    -inf,    -inf],
#>         [-0.2500,  0.0000,    -inf],
#>         [-0.5000, -0.2500,  0.0000]])

torch.manual_seed(0)
q, k, v = torch.randn(3, 2, H, T, 8)
y = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
