"""Combine: pipelines and chance.

A pipeline for training and one for validation. The random transforms of v2 draw from
PyTorch's generator: `torch.manual_seed` makes them repeat. In v1 `RandomChoice` and
`RandomOrder` draw from Python's `random`, which has a seed of its own.
"""

__all__ = [
    "compose_pipeline", "imagenet_train", "imagenet_validation", "own_mean_std",
    "lambda_transform", "random_choice", "random_apply", "random_order",
    "functional_geometry", "functional_colour", "functional_convert",
]
