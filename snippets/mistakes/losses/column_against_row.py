"""Column against row: (N, 1) minus (N,) is (N, N).

A linear layer with one output returns (N, 1), labels are (N,). Broadcasting pairs every
prediction with every label, so the squared error is smallest where the model predicts
the mean for all. `F.mse_loss`, L1 and Huber losses warn; `poisson_nll_loss` and your
own formulas do not. Give both the same shape: `squeeze(1)` on the output, or
`unsqueeze(1)` on the labels.

Asked as:
    regression predicts the mean for every input; model outputs the average; output is
    N x 1 and labels are N; (N, 1) against (N,); loss broadcasts silently; r2 stays at
    zero; regression loss stays at the variance of the labels; pred minus target has
    shape N x N; forgot to squeeze the output; predictions all equal; every prediction
    compared with every label
"""

import torch

prediction = torch.tensor([[1.0], [2.0], [3.0]])  # (3, 1)
target = torch.tensor([1.0, 2.0, 3.0])  # (3,)

# Wrong: a perfect prediction, and an error, for 9 pairs are compared.
error = prediction - target  # (3, 3)
print(error.square().mean())
#> tensor(1.3333)

# Right: the same shape.
error = prediction.squeeze(1) - target  # <- (3,)
print(error.square().mean())
#> tensor(0.)

# What training does with them: the best constant, or the labels.
for shape in [(3,), (3, 1)]:
    guess = torch.zeros(3, 1, requires_grad=True)
    optimizer = torch.optim.SGD([guess], lr=0.5)
    for _ in range(100):
        optimizer.zero_grad()
        (guess - target.reshape(shape)).square().mean().backward()
        optimizer.step()
    print([round(value, 2) for value in guess.flatten().tolist()])
    #> [2.0, 2.0, 2.0]
    #> [1.0, 2.0, 3.0]
