"""retain_graph: backward twice through one graph.

Needed when two losses share a forward pass and each gets its own `backward`. Adding the
losses and calling `backward` once is cheaper and gives the same.

Attributes: Shapes
    x: () float32
    shared: () float32
"""

import torch

x = torch.tensor(2.0, requires_grad=True)
shared = x**3

(shared * 1).backward(retain_graph=True)
(shared * 10).backward()
print(x.grad)
#> tensor(132.)

x.grad = None
shared = x**3
(shared * 1 + shared * 10).backward()
print(x.grad)
#> tensor(132.)
