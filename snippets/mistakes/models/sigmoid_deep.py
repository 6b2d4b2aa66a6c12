r"""Ten sigmoid layers: the first gets next to no gradient.

The slope of the sigmoid is at most 0.25, and with the default weights a layer passes
on about a seventh of the gradient: after ten layers next to nothing reaches the first,
and the loss stays at $\log C$, here 2.3. Use ReLU or a relative, with a
[normalization](../layers/normalization.md#which_norm) in a deep model, and keep
[the sigmoid](../activations/bounded.md#sigmoid) for outputs and gates. Print the norm
of each layer's gradient.

Asked as:
    deep network with sigmoid does not learn; gradient of the first layer is almost
    zero; loss stays at log C in a deep sigmoid network; vanishing gradients with
    sigmoid layers; sigmoid in hidden layers; first layers do not change in training;
    gradient norm 1e-9 in the first layer; ten layers worse than two; sigmoid or relu in
    hidden layers of a deep MLP; outputs are the same for every input in a deep network;
    add layers and accuracy falls to chance; how to see vanishing gradients
"""

import math

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

images, target = map(torch.tensor, load_digits(return_X_y=True))
x = images.float() / 16


def train(between):
    torch.manual_seed(0)
    layers = [nn.Linear(64, 32), *between()]
    for _ in range(9):
        layers += [nn.Linear(32, 32), *between()]
    model = nn.Sequential(*layers, nn.Linear(32, 10))
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    first, last = model[0].weight, model[-1].weight
    for step in range(50):
        loss = F.cross_entropy(model(x), target)
        optimizer.zero_grad()
        loss.backward()
        if step == 0:  # the gradients before training
            ratio = (first.grad.norm() / last.grad.norm()).item()
        optimizer.step()
    accuracy = (model(x).argmax(dim=1) == target).float().mean().item()
    size = round(math.log10(ratio))
    return f"gradient ratio 1e{size}, loss {loss:.1f}, accuracy {accuracy:.1f}"


# Wrong: sigmoid.
print(train(lambda: [nn.Sigmoid()]))
#> gradient ratio 1e-8, loss 2.3, accuracy 0.1

# Right: normalization and ReLU.
print(train(lambda: [nn.LayerNorm(32), nn.ReLU()]))  # <-
#> gradient ratio 1e0, loss 0.2, accuracy 1.0
