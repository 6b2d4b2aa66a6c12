"""Policies: automatic augmentation, mixing, and targets that follow.

Start with `TrivialAugmentWide`, which has nothing to tune. `MixUp` and `CutMix` work on
batches. Boxes and masks move with their image; the automatic policies
and the mixing take none.
"""

__all__ = [
    "trivial_augment", "rand_augment", "auto_augment", "aug_mix", "random_erasing",
    "mix_up", "cut_mix", "mix_in_collate", "boxes_and_masks", "clamp_and_convert_boxes",
    "key_points", "video_frames",
]
