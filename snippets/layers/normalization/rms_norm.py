r"""RMSNorm: layer norm without the mean, for large transformers.

Divides by the root mean square over the last dimensions and scales with `weight`
$\gamma$; nothing is subtracted and there is no bias. `eps=None`, the default, is the
machine epsilon (float32's for half precision); published models set their own, often
`1e-6`.

$$y_i = \frac{x_i}{\sqrt{\frac{1}{D} \sum_j x_j^2 + \epsilon}} \gamma_i$$

Attributes: Shapes
    x: (N, D) float32
    y: (N, D) float32
    norm.weight: (D,) float32, starts at 1

Raises:
    RuntimeError: `nn.RMSNorm(3)(x)` Given normalized_shape=[3], expected input with
        shape

Asked as:
    root mean square normalization; LLaMA and T5 norm, built in; difference between
    RMSNorm and LayerNorm; F.rms_norm; T5LayerNorm; keras.layers.RMSNormalization;
    divide by the root mean square; LayerNorm without subtracting the mean; cheaper
    normalization in an LLM; x * rsqrt(mean(x**2) + eps); which eps to use;
    LlamaRMSNorm; RMSNorm vs LayerNorm, which is faster; norm of Llama, Mistral, Gemma
    or Qwen; scale vectors to root mean square one; layer norm without mean and bias;
    normalize by the quadratic mean
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([[1.0, 7.0], [10.0, 70.0], [5.0, 5.0]])  # (3, 2)
norm = nn.RMSNorm(2)  # <-
y = norm(x)
print(x.square().mean(dim=1).sqrt())
#> tensor([ 5., 50.,  5.])
print(y.detach())
#> tensor([[0.2000, 1.4000],
#>         [0.2000, 1.4000],
#>         [1.0000, 1.0000]])

# Layer norm takes the mean away as well: equal features become 0, not 1.
print(nn.LayerNorm(2)(x)[2].detach())
#> tensor([0., 0.])
print([name for name, _ in norm.named_parameters()])
#> ['weight']

print(F.rms_norm(x, (2,), norm.weight).equal(y))
#> True
