r"""Rotary positions, RoPE: turn queries and keys by where they stand.

Feature i and feature i + D/2 are a point in the plane; position t turns it by $t
\theta_i$, fast for the first pairs and slowly for the last. Turned so, the score of a
query and a key depends on how far apart they stand, not on where. Lengths stay, nothing
is learnt, values are not turned. Some weights pair neighbours (2i, 2i + 1) instead: the
two kinds do not mix. Angles are taken in float32: bfloat16 cannot count beyond 256.

$$\theta_i = 10000^{-2i / D}, \quad \begin{pmatrix} y_i \\ y_{i + D/2} \end{pmatrix} =
\begin{pmatrix} \cos t \theta_i & -\sin t \theta_i \\ \sin t \theta_i & \cos t \theta_i
\end{pmatrix} \begin{pmatrix} x_i \\ x_{i + D/2} \end{pmatrix}$$

Attributes: Shapes
    q: (N, h, T, D) float32
    k: (N, h, T, D) float32
    position: (T,) int64

Asked as:
    rotary position embedding; RoPE from scratch; apply_rotary_pos_emb; rotate_half;
    freqs_cis; positions of Llama; relative positions by rotation; rope_theta 10000 or
    500000; torchtune RotaryPositionalEmbeddings; interleaved or half rotation;
    precompute cos and sin; why does RoPE rotate queries and keys; position encoding
    that depends on the distance; extend the context of a model with RoPE; inv_freq
"""

import torch


def rotate(x, position, base=10000.0):
    half = x.shape[-1] // 2
    number = torch.arange(half, device=x.device, dtype=torch.float32)
    theta = base ** (-number / half)
    angle = position.unsqueeze(-1) * theta  # one for each position and pair
    cos, sin = angle.cos(), angle.sin()
    a, b = x.chunk(2, dim=-1)
    return torch.cat([a * cos - b * sin, a * sin + b * cos], dim=-1).type_as(x)  # <-


torch.manual_seed(0)
q, k = torch.randn(2, 1, 2, 6, 8)
position = torch.arange(6)

scores = rotate(q, position) @ rotate(k, position).mT
later = rotate(q, position + 100) @ rotate(k, position + 100).mT
print(torch.allclose(scores, later, atol=1e-4), torch.allclose(scores, q @ k.mT))
#> True False
print(torch.allclose(rotate(q, position).norm(dim=-1), q.norm(dim=-1), atol=1e-5))
#> True
