"""Fine-tuning: start from weights that already know something.

| You have | Do |
|---|---|
| a few images | [a new head](#replace_head), a [small rate](#rates_by_group) for the body |
| little memory | [freeze](#freeze) the body, later [unfreeze](#unfreeze) it |
| no time to train a body at all | [compute its features once](#features_once) |
| a body with batch norm | keep [its statistics](../layers/normalization.md#freeze_batch_norm) too |
| weights of a model that differs | [part of the keys](../checkpoints/index.md#partial_load), [another head](../checkpoints/index.md#mismatched_head) |

[Digits 0–4 to 5–9](#transfer_digits) shows the whole way with numbers,
[ResNet](#resnet_weights) the same with torchvision's weights.
"""

__all__ = [
    "freeze",
    "replace_head",
    "rates_by_group",
    "unfreeze",
    "features_once",
    "transfer_digits",
    "resnet_weights",
]

#: What the home page names of it.
WANTED = ["freeze", "replace_head", "rates_by_group"]
