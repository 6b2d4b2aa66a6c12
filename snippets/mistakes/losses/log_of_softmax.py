"""log of softmax: a gradient of NaN, even where the answer is right.

In float32 a softmax rounds to 0 where a logit is about 104 below the largest (float16:
about 17.5). Its logarithm is -inf, and the gradient of the whole row NaN, whether the
class is the right one or not; one optimizer step later weights are NaN too. Training
runs well until the model is sure. In float32 a 1e-8 inside the logarithm hides the NaN,
but a sure and wrong answer then gets a gradient near 0. Use
[`log_softmax`](../activations/softmax.md#log_softmax), or cross entropy on the logits.

Asked as:
    torch.log(F.softmax(x)); own cross entropy gives nan; torch.log of torch.softmax
    gives nan or inf; nan gradient although the loss is finite; probabilities rounded to
    zero, then their logarithm; log(softmax + 1e-8); add epsilon inside the log; -inf in
    log probabilities; log probs of a policy are -inf; custom loss with probs.log()
    explodes; loss is zero and the gradient is nan; nll_loss of a log of probabilities
"""

import torch
import torch.nn.functional as F


def loss_and_slope(log_probs_of, right):
    logits = torch.tensor([[200.0, 0.0, 0.0]], requires_grad=True)
    loss = F.nll_loss(log_probs_of(logits), torch.tensor([right]))
    loss.backward()
    return round(loss.item(), 2), logits.grad.abs().max().item()


# Wrong: the softmax, then its logarithm. The model is sure of class 0; first that is
# right, then it is not.
for right in (0, 1):
    print(loss_and_slope(lambda x: x.softmax(dim=1).log(), right))
    #> (0.0, nan)
    #> (inf, nan)

# Wrong: a small number against the NaN. Nothing is learned from the error.
print(loss_and_slope(lambda x: (x.softmax(dim=1) + 1e-8).log(), 1))
#> (18.42, 0.0)

# Right: both in one.
for right in (0, 1):
    print(loss_and_slope(lambda x: x.log_softmax(dim=1), right))  # <-
    #> (0.0, 0.0)
    #> (200.0, 1.0)
