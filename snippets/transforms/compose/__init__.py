"""Combine: pipelines, chance, and policies.

A pipeline for training and one for validation. Random transforms draw from PyTorch's
generator: `torch.manual_seed` makes them repeat.
"""

__all__ = [
    "compose_pipeline", "imagenet_train", "imagenet_validation", "own_mean_std",
    "lambda_transform", "random_choice", "random_apply", "random_order",
]
