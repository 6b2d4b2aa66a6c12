"""Policies: automatic augmentation, mixing, and targets that follow.

Automatic augmentation needs no tuning: start with `TrivialAugmentWide`. `MixUp` and
`CutMix` work on batches. Boxes and masks move with their image.
"""

__all__ = [
    "trivial_augment", "rand_augment", "auto_augment", "aug_mix", "random_erasing",
    "mix_up", "cut_mix", "boxes_and_masks", "clamp_and_convert_boxes", "key_points",
    "video_frames",
]
