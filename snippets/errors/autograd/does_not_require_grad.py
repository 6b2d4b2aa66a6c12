r"""element 0 of tensors does not require grad: it has no grad_fn either, so no graph.

`backward` is called on a value that nothing was recorded for. Usual causes: the loss
was made anew, with `torch.tensor(loss)`, `.item()`, `.detach()` or NumPy; it comes from
`argmax`, a comparison or a cast to an integer type, which have no gradient; the forward
pass ran under `no_grad` or `inference_mode`, or in a reentrant `checkpoint` whose
inputs need no gradient; all parameters are frozen. Print `requires_grad` of each value
from the model's output on: the first False shows the place. See
[`requires_grad`](../autograd/basics.md#requires_grad).

Raises:
    RuntimeError: `prediction.backward()` element 0 of tensors does not require grad and
        does not have a grad_fn

Also worded:
    RuntimeError: element 0 of variables does not require grad and does not have a
      grad_fn
    RuntimeError: element 1 of tensors does not require grad and does not have a grad_fn
    RuntimeError: element 0 of variables tuple is volatile
    RuntimeError: there are no graph nodes that require computing gradients

Asked as:
    argmax in the loss function; everything frozen and loss.backward() fails; loss was
    computed inside torch.no_grad; custom loss made with numpy has no grad_fn; setting
    loss.requires_grad = True trains nothing; sum of rounded or thresholded predictions
    as loss
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
model, x, target = nn.Linear(2, 3), torch.ones(4, 2), torch.tensor([0, 1, 2, 0])
prediction = (model(x).argmax(1) == target).float().mean()
try:
    prediction.backward()
except RuntimeError as error:
    print(error)
    #> element 0 of tensors does not require grad and does not have a grad_fn

# A count of hits: train on the logits, count beside.
loss = F.cross_entropy(model(x), target)
loss.backward()

# The loss was wrapped: keep the tensor itself, `stack` for a list of them.
losses = [F.cross_entropy(model(x[[i]]), target[[i]]) for i in range(4)]
print(torch.stack(losses).requires_grad)  # <-
#> True

# Under no_grad: end the block first, or record again inside it (not in inference_mode).
with torch.no_grad(), torch.enable_grad():
    F.cross_entropy(model(x), target).backward()

# Frozen: train some parameter.
model.requires_grad_(False)
model.bias.requires_grad_(True)
F.cross_entropy(model(x), target).backward()
