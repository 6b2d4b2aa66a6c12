r"""Expected size for first two dimensions of batch2 tensor: batches that do not fit.

A product of two batches of matrices, (B, N, K) and (B, K, M): both need one batch size
and one inner size K. The expected numbers come from the first tensor, the second one
has the others. Usual causes: keys that were not transposed in attention, or queries and
keys with unequal features; `bmm` on one matrix for the whole batch, which `@` repeats;
a batch in dimension 1, as recurrent layers give it. `bmm` takes 3 dimensions and
repeats none: see [`matmul`](../tensors/math_ops.md#matmul).

Raises:
    RuntimeError: `query.bmm(key)` Expected size for first two dimensions of batch2
        tensor to be: [2, 8] but got: [2, 5].
    RuntimeError: `query.bmm(weight)` batch2 must be a 3D tensor

Also worded:
    RuntimeError: Expected size for first two dimensions of batch2 tensor to be: [32,
      64] but got: [16, 64].
    RuntimeError: Expected tensor to have size 8 at dimension 1, but got size 5 for
      argument #2 'batch2' (while checking arguments for bmm)
    RuntimeError: invalid argument 6: wrong matrix size
    RuntimeError: Expected 3-dimensional tensor, but got 2-dimensional tensor for
      argument #1 'batch1' (while checking arguments for bmm)

Asked as:
    key not transposed before the attention scores; matmul of two 3D tensors fails;
    attention with different embedding sizes of query and key; wrong matrix size in bmm;
    scaled_dot_product_attention fails with shapes; encoder outputs and attention
    weights do not fit
"""

import torch

query, key = torch.ones(2, 4, 8), torch.ones(2, 5, 8)
try:
    query.bmm(key)
except RuntimeError as error:
    print(str(error).split(" tensor ")[1])
    #> to be: [2, 8] but got: [2, 5].

# Scores of each query with each key: transpose the last two dimensions.
print(query.bmm(key.mT).shape)  # <-
#> torch.Size([2, 4, 5])

# One matrix for every batch: `@` instead of `bmm`.
weight = torch.ones(8, 3)
print((query @ weight).shape)
#> torch.Size([2, 4, 3])

# Steps first, (T, B, F), as from a recurrent layer: batch first.
steps = torch.ones(5, 2, 8)
print(query.bmm(steps.transpose(0, 1).mT).shape)
#> torch.Size([2, 4, 5])

# Attention weights (B, T): a matrix of one row for each sample.
weights = torch.ones(2, 5)
print(weights[:, None].bmm(key).squeeze(1).shape)
#> torch.Size([2, 8])
