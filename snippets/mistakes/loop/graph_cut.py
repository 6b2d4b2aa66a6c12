"""Graph cut in the forward pass: the layers before it never learn.

`.detach()`, `.data`, `.tolist()`, NumPy or `torch.tensor` in the middle of `forward`
ends the graph there. The layers behind it train and the loss falls, less far; those
before it keep `.grad` None and their random weights. A factor from `.item()` is a
constant: the gradient then lacks its part, and is not None. Print which parameters have
no gradient after `backward`. Stay with tensor operations, or write a
[function with its own backward](../autograd/further.md#custom_function).

Warns:
    UserWarning: `torch.tensor(torch.ones(2))` To copy construct from a tensor, it is
        recommended to use

Asked as:
    first layers get no gradient; grad is None for the early layers, not for the last;
    encoder does not learn, only the head; detach inside forward; numpy inside the
    forward method; torch.tensor() in forward cuts the gradient; find where the graph
    breaks; some layers do not train and there is no error; x.data in the forward pass;
    does torch.from_numpy keep the gradient; list the parameters without gradient;
    gradient does not flow to the first layer
"""

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
x, target = torch.tensor(digits.data).float() / 16, torch.tensor(digits.target)


def train(activation):
    """The accuracy reached, and the parameters without a gradient."""
    torch.manual_seed(0)
    model = nn.ModuleDict({"first": nn.Linear(64, 4), "last": nn.Linear(4, 10)})
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(100):
        logits = model["last"](activation(model["first"](x)))
        loss = F.cross_entropy(logits, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracy = (logits.argmax(1) == target).double().mean().item()
    without = [name for name, p in model.named_parameters() if p.grad is None]
    return round(accuracy, 1), without


# Wrong: out of autograd and back.
print(*train(lambda h: torch.from_numpy(np.tanh(h.detach().numpy()))))
#> 0.5 ['first.weight', 'first.bias']
print(*train(lambda h: torch.tensor(h.tolist()).tanh()))
#> 0.5 ['first.weight', 'first.bias']
print(*train(lambda h: h.data.tanh()))
#> 0.5 ['first.weight', 'first.bias']

# Right: tensor operations throughout.
print(*train(lambda h: h.tanh()))  # <-
#> 0.9 []
