"""L1 penalty: add it to the loss.

No optimizer has it as an option. It drives weights toward zero; exact zeros need a
shrinking step instead (`Softshrink`).

Attributes: Shapes
    x: (32, 4) float32

Asked as:
    L1 regularization; lasso regression; sparse weights; add a regularization term to
    the loss; feature selection with a linear layer; push unimportant weights to zero;
    force few inputs to be used; add the sum of absolute weights to the loss;
    keras.regularizers.l1; make weights sparse by a penalty; L1 norm of the parameters;
    sum(p.abs().sum() for p in model.parameters()); force most weights to zero; sparsity
    regularization; L1 and L2 penalty together, elastic net; regularize with absolute
    values of the weights; shrink weights to exactly zero
"""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(32, 4)
y = x[:, :1] * 2  # the first feature matters
model = nn.Linear(4, 1, bias=False)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)

for _ in range(300):
    loss = nn.functional.mse_loss(model(x), y) + 0.1 * model.weight.abs().sum()  # <-
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(bool((model.weight[0, 1:].abs() < 0.02).all()), model.weight[0, 0].item() > 1.8)
#> True True
