"""gumbel_softmax: draw a class and keep the gradient.

Adds Gumbel noise to the logits, divides by `tau` and takes the softmax. With
`hard=True` the result is one-hot, and the gradient is that of the soft one
(straight-through). There is no module.

Attributes: Shapes
    logits: (N, C) float32
    soft: (N, C) float32, sums to 1
    hard: (N, C) float32, one-hot

Asked as:
    sample from a categorical with gradient; backprop through sampling; differentiable
    argmax; reparameterization trick for discrete variables; concrete distribution;
    relaxed one-hot; RelaxedOneHotCategorical; tau temperature; hard=True; discrete
    latent variables in a VAE; pick one of several options differentiably;
    nn.GumbelSoftmax; reparametrization of a categorical distribution; differentiable
    sample from a categorical distribution; draw discrete samples and backpropagate;
    Gumbel noise; gradient through argmax or sampling; soft one-hot sample with
    temperature
"""

import torch
import torch.nn.functional as F

torch.manual_seed(2)
logits = torch.tensor([0.7, 0.2, 0.1]).log().repeat(10_000, 1)  # (10000, 3)
logits.requires_grad_()

soft = F.gumbel_softmax(logits, tau=0.5)
hard = F.gumbel_softmax(logits, tau=0.5, hard=True)  # <-
print(hard[:3].detach())
#> tensor([[0., 1., 0.],
#>         [1., 0., 0.],
#>         [0., 0., 1.]])
print([round(share, 1) for share in hard.mean(dim=0).tolist()])
#> [0.7, 0.2, 0.1]

hard[:, 0].sum().backward()
print(logits.grad.abs().sum() > 0)
#> tensor(True)
