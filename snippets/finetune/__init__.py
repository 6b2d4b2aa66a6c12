"""Fine-tuning: start from weights that already know something.

| You have | Do |
|---|---|
| a handful of images | [freeze](#freeze) the body, train [a new head](#replace_head) |
| some hundreds | the same, then [unfreeze](#unfreeze) with a [small rate](#rates_by_group) for the body |
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
