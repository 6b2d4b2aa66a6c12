"""inference_mode: no_grad for prediction alone.

Tracks less than `no_grad`: no version counters and no views. An operation that saves a
result for `backward` raises; `clone()` it outside first.

Attributes: Shapes
    w: (2,) float32
    y: (2,) float32, an inference tensor

Raises:
    RuntimeError: `y * w` Inference tensors cannot be saved for backward

Asked as:
    difference between no_grad and inference_mode; fastest way to predict without
    gradients; speed up prediction by turning off autograd; c10::InferenceMode; Inplace
    update to inference tensor outside InferenceMode is not allowed; inference tensor
    used in training; turn an inference tensor into a normal one; prediction without
    version counter; tensor.is_inference(); which is better for deployment, no_grad or
    inference_mode; faster than no_grad; cheaper than torch.no_grad for validation;
    prediction-only mode; inference mode versus no grad; decorator for fast inference;
    inference without autograd overhead; result of inference_mode cannot be used for
    training
"""

import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)

with torch.inference_mode():  # <-
    y = w * 2
print(y.requires_grad, y.is_inference())
#> False True

print((y.clone() * w).requires_grad)
#> True
