"""NaN compared: `loss > limit` does not stop it.

`==`, `<`, `<=`, `>` and `>=` with NaN are False, so `x == nan` finds none, a check of
`loss > limit` lets it pass, and whether `max(best, loss)` of Python keeps NaN depends
on the order. `argmax` returns the place of the first NaN: a row of NaN is class 0, and
accuracy stays a number. `max`, `mean` and `relu` give NaN back. Ask with `isnan` or
`isfinite` ([`not_a_number`](../tensors/math_ops.md#not_a_number));
[`detect_anomaly`](../autograd/further.md#detect_anomaly) finds a NaN gradient.

Attributes: Shapes
    logits: (3, 2) float32

Asked as:
    x == float("nan") finds nothing; x[x == nan] = 0 does not replace; loss is NaN and
    my check does not stop training; if loss > 100 does not catch nan; early stopping
    ignores nan; model predicts class 0 for everything after some steps; accuracy is a
    normal number although the loss is nan; argmax of nan; max of a tensor is nan; best
    model is never saved because the metric is nan; nan passes an assert; comparison
    with nan is always false
"""

import torch

nan = float("nan")
losses = torch.tensor([0.5, nan, 0.4])

# Wrong: nothing is found, nothing stops.
print(losses == nan)
#> tensor([False, False, False])
print(losses > 10)
#> tensor([False, False, False])

# Right: ask for NaN, or for what is not finite.
print(losses.isnan())  # <-
#> tensor([False,  True, False])
print(~losses.isfinite())
#> tensor([False,  True, False])

# A model that is broken in two of three samples.
logits = torch.tensor([[0.0, 1.0], [nan, nan], [nan, nan]])
target = torch.tensor([1, 0, 0])

# Wrong: NaN counts as class 0.
pred = logits.argmax(dim=1)
print((pred == target).float().mean())
#> tensor(1.)

# Right: a row that is not finite is no answer.
correct = (pred == target) & logits.isfinite().all(dim=1)
print(correct.float().mean())
#> tensor(0.3333)
