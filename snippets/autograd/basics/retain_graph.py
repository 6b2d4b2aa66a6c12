"""retain_graph: backward twice through one graph.

Needed when two losses share a forward pass and get a `backward` of their own. One
`backward` of their sum goes through the shared part once and gives the same.

Attributes: Shapes
    x: () float32
    shared: () float32

Asked as:
    call backward two times on the same loss; two losses and one network, separate
    backward calls; sum the losses before backpropagating; keep the computation graph
    alive; buffers have already been freed; Saved intermediate values of the graph are
    freed when you call .backward(); Specify retain_graph=True when calling backward the
    first time; retain_variables=True; persistent=True of GradientTape; multi-task
    losses with a common encoder; call backward several times on one forward; train the
    generator and the discriminator on one forward pass; second backward call crashes;
    keep buffers for another backward; Trying to backward through the graph a second
    time; second loss needs a backward of its own
"""

import torch

x = torch.tensor(2.0, requires_grad=True)
shared = x**3

(shared * 1).backward(retain_graph=True)  # <-
(shared * 10).backward()
print(x.grad)
#> tensor(132.)

x.grad = None
shared = x**3
(shared * 1 + shared * 10).backward()
print(x.grad)
#> tensor(132.)
