"""Determinism: the same result bit for bit, or an error.

A seed is not enough on a GPU: some kernels add in an order that varies.
`use_deterministic_algorithms(True)` chooses others, and raises where there are none.
Matrix products on CUDA also need the environment variable
`CUBLAS_WORKSPACE_CONFIG=:4096:8`, set before the start. `cudnn.benchmark = False` keeps
the choice of convolution the same. Another GPU, number of threads or release may still
round differently.

Attributes: Shapes
    first: (10, 64) float32, weights after training
    second: (10, 64) float32

Asked as:
    seed is set and results still differ; same seed but different results on the GPU;
    cuda training is not repeatable although everything is seeded; non-deterministic GPU
    operations; small differences between two runs on CUDA; exactly equal numbers on the
    GPU, not only nearly; bitwise reproducible training, bit-identical weights; force
    deterministic algorithms; torch.backends.cudnn.deterministic = True; cudnn
    deterministic flag; cudnn.benchmark; CUBLAS_WORKSPACE_CONFIG; does not have a
    deterministic implementation; this operation is not deterministic because it uses
    CuBLAS; torch.set_deterministic; tf.config.experimental.enable_op_determinism;
    different numbers on another machine or GPU; atomicAdd, order of floating-point sums
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.use_deterministic_algorithms(True)  # <-
torch.backends.cudnn.benchmark = False


def train(seed):
    torch.manual_seed(seed)
    model = nn.Linear(64, 10)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(20):
        x, y = torch.randn(32, 64), torch.randint(10, (32,))
        optimizer.zero_grad()
        F.cross_entropy(model(x), y).backward()
        optimizer.step()
    return model.weight.detach()


first, second = train(seed=0), train(seed=0)
print(torch.equal(first, second), torch.equal(first, train(seed=1)))
#> True False
print(torch.are_deterministic_algorithms_enabled())
#> True
torch.use_deterministic_algorithms(False)
