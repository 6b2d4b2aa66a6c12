"""Frozen body in training mode: batch norm still moves.

`requires_grad_(False)` stops the weights. The running statistics of batch norm are not
weights: in training mode each forward pass moves them towards the batch, under
`no_grad` too. The body's output in eval mode then changes from epoch to epoch, and what
was computed with it before no longer fits. Put the body in eval mode, after each
`model.train()`; see [freeze batch norm](../layers/normalization.md#freeze_batch_norm).

Asked as:
    frozen backbone gives other features after training; features of a frozen model
    change; requires_grad=False but outputs change; state_dict of the frozen part has
    changed; running_mean changes in frozen layers; model.train() and a frozen backbone;
    fine-tuned head works in training but not with the original backbone; validation is
    bad with a frozen backbone in train mode; frozen encoder drifts; does requires_grad
    False stop batch norm
"""

import torch
from torch import nn


def change_of_the_body(body_in_eval):
    torch.manual_seed(0)
    body = nn.Sequential(nn.Linear(8, 8), nn.BatchNorm1d(8)).requires_grad_(False)
    head = nn.Linear(8, 3)
    model = nn.Sequential(body, head)
    optimizer = torch.optim.SGD(head.parameters(), lr=0.1)
    x = 5 + 3 * torch.randn(100, 8)  # of another range than the body is used to
    before = body.eval()(x)
    for _ in range(3):
        model.train()
        if body_in_eval:
            body.eval()  # <-
        for batch in x.split(20):
            optimizer.zero_grad()
            model(batch).square().mean().backward()
            optimizer.step()
    change = (body.eval()(x) - before).abs().mean() / before.abs().mean()
    return round(change.item(), 1), body[1].num_batches_tracked.item()


# Wrong: all in training mode. Relative change of the body's output, batches counted.
print(change_of_the_body(body_in_eval=False))
#> (0.8, 15)

# Right: the body in eval mode.
print(change_of_the_body(body_in_eval=True))
#> (0.0, 0)
