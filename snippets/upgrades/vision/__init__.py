"""torchvision: transforms and arguments that were renamed.
"""

__all__ = [
    "renamed_transforms",
    "resample_and_fillcolor",
    "renamed_attributes",
]
