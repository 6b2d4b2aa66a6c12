"""func.vmap: write for one sample, run for a batch.

Adds a batch dimension to the arguments; `in_dims=None` for those that have none. Random
functions need `randomness="different"` or `"same"`, and `.item()` or branches on
batched values do not work inside.

Attributes: Shapes
    weights: (D,) float32
    batch: (N, D) float32
    scores: (N,) float32

Raises:
    ValueError: `vmap(torch.dot)(batch, batch[:2])` vmap: Expected all tensors to have
        the same size in the mapped dimension

Asked as:
    jax.vmap; np.vectorize; np.apply_along_axis; apply a function to every row of a
    tensor; get rid of a for loop over the samples; tf.vectorized_map; tf.map_fn;
    vectorise a function automatically; called random operation while in randomness
    error mode; We don't support vmap over calling .item() on a Tensor; data-dependent
    control flow inside vmap; in_dims=None; batch a function written for a single
    example; auto-vectorization; same function for each sample in parallel;
    auto-batching; map a function over the first dimension
"""

import torch
from torch.func import vmap

weights = torch.tensor([1.0, 10.0])
batch = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])

scores = vmap(torch.dot, in_dims=(None, 0))(weights, batch)  # <-
print(scores)
#> tensor([21., 43., 65.])
print(scores.equal(batch @ weights))
#> True

noise = vmap(lambda x: torch.rand(()), randomness="same")(batch)  # (3,)
print(bool((noise == noise[0]).all()))
#> True
