r"""LayerNorm: each sample and position by itself, over its features.

The norm of transformers: no batch, no running statistics, the same in training and
eval. `normalized_shape` names the last dimensions, those that share mean $\mu$ and
biased variance $\sigma^2$; an integer means the last one. `weight` $\gamma$ and `bias`
$\beta$ have that shape. For images (N, C, H, W) normalized over C alone, `permute` to
(N, H, W, C) and back.

$$y = \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} \gamma + \beta$$

Attributes: Shapes
    x: (N, T, D) float32, N sequences of T vectors
    y: (N, T, D) float32
    norm.weight: (D,) float32, starts at 1
    both.weight: (T, D) float32

Raises:
    RuntimeError: `nn.LayerNorm(2)(x)` Given normalized_shape=[2], expected input with
        shape [*, 2]

Asked as:
    norm of transformers; tf.keras.layers.LayerNormalization; F.layer_norm, normalize
    over the last dimension; normalize every token; normalized_shape for input of
    (batch, seq, dim); normalization for sequences, does not depend on batch size;
    elementwise_affine=False; per-sample feature normalization, zero mean and unit
    variance; LayerNorm2d, ConvNeXt channels; normalize each row or vector to zero mean;
    norm for recurrent nets; LayerNorm for images, which sizes to pass; Given
    normalized_shape=[512], expected input with shape [*, 512]; LayerNorm(d_model);
    normalize embedding of every token; normalize over features, not over the batch;
    layer normalization; how does layer norm work
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([[[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]]])  # (1, 2, 3)
norm = nn.LayerNorm(3)  # <-
y = norm(x)
print(y.detach())
#> tensor([[[-1.2247,  0.0000,  1.2247],
#>          [-1.2247,  0.0000,  1.2247]]])

# By hand: the variance divides by 3, not by 2.
print((x[0, 0] - 2) / (x[0, 0].var(correction=0) + 1e-5).sqrt())
#> tensor([-1.2247,  0.0000,  1.2247])

# Over the last two dimensions: one mean for the six numbers.
both = nn.LayerNorm((2, 3))
print(both(x).detach())
#> tensor([[[-0.9339, -0.8405, -0.7471],
#>          [-0.0934,  0.8405,  1.7743]]])

# Without learned weights.
print(torch.allclose(F.layer_norm(x, (3,)), y))
#> True
