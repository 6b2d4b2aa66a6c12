r"""F.dropout in eval mode: it still drops.

A function does not know the mode of the model: `F.dropout` has `training=True` by
default, and goes on dropping after `model.eval()`. The same input gives another output
in each call, in validation as well. Write
`F.dropout(x, p, training=self.training)`, or use the layer
[`nn.Dropout`](../layers/linear.md#dropout). `F.scaled_dot_product_attention` has no
`training`: pass `dropout_p=p if self.training else 0.0`.

Asked as:
    model.eval() does not turn off dropout; F.dropout in forward; output still random
    after model.eval(); predictions differ between two calls in eval mode; F.dropout or
    nn.Dropout; default of training in F.dropout; dropout_p of
    scaled_dot_product_attention in eval; validation score is a bit different each time
    although eval() was called; functional dropout ignores eval mode; attention dropout
    stays on at inference; eval mode is not deterministic
"""

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self, told):
        super().__init__()
        self.layer, self.told = nn.Linear(64, 1), told

    def forward(self, x):
        if self.told:
            return self.layer(F.dropout(x, 0.5, training=self.training))  # <-
        return self.layer(F.dropout(x, 0.5))


def different_outputs(model):
    torch.manual_seed(0)
    x = torch.ones(1, 64)
    with torch.no_grad():
        return len({model.eval()(x).item() for _ in range(20)})


# Wrong: 20 calls in eval mode, 20 answers.
print(different_outputs(Net(told=False)))
#> 20

# Right: the function is told the mode.
print(different_outputs(Net(told=True)))
#> 1
