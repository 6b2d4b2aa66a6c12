r"""Inference tensors cannot be saved for backward: made under inference_mode.

What is computed under `torch.inference_mode()` has no version counter, and a recorded
operation that needs it for `backward` refuses it. Usual causes: features or targets
computed there, then trained on; a model, buffer or cache that was made there and is
used in training; a change in place afterwards. Compute under `torch.no_grad()`, or
`clone()` outside the block. See
[`inference_mode`](../autograd/tracking.md#inference_mode).

Raises:
    RuntimeError: `layer(features)` Inference tensors cannot be saved for backward.
    RuntimeError: `features.add_(1)` Inplace update to inference tensor outside
        InferenceMode is not allowed.

Also worded:
    RuntimeError: Inference tensors cannot be saved for backward. To work around you can
      make a clone to get a normal tensor and use it in autograd.
    RuntimeError: Inplace update to inference tensor outside InferenceMode is not
      allowed.You can make a clone to get a normal tensor before doing inplace
      update.See https://github.com/pytorch/rfcs/pull/17 for more details.
    RuntimeError: Setting requires_grad=True on inference tensor outside InferenceMode
      is not allowed.
    RuntimeError: Inference tensors do not track version counter.

Asked as:
    train a head on features from inference_mode; embeddings from a frozen encoder
    cannot be trained on; sentence embeddings used in a loss fail; model created inside
    inference_mode cannot be trained; rotary cache filled during validation breaks
    training; change a prediction in place outside the block
"""

import torch
from torch import nn

encoder, layer = nn.Linear(2, 3), nn.Linear(3, 1)
x = torch.ones(4, 2)
with torch.inference_mode():
    features = encoder(x)  # (4, 3)
try:
    layer(features)
except RuntimeError as error:
    print(str(error).split(".")[0])
    #> Inference tensors cannot be saved for backward

# Already computed: a clone made outside is an ordinary tensor.
layer(features.clone()).sum().backward()  # <-
print(features.is_inference(), features.clone().is_inference())
#> True False

# Used in training later: no_grad.
with torch.no_grad():
    features_again = encoder(x)  # (4, 3)
layer(features_again).sum().backward()

# Changed later: the same, the clone takes it.
features.clone().add_(1)
