"""Written by hand: losses of papers, a few lines each.

| You want | Use |
|---|---|
| pairs that belong together, all others apart | [InfoNCE](#info_nce), [two views](#nt_xent), [images and texts](#image_text_pairs) |
| hard samples that count more | [focal](#focal), [yes or no](#sigmoid_focal), [the hardest alone](#hardest) |
| masks that overlap | [Dice](#dice), [of several classes](#dice_per_class) |
| a class for each token or pixel | [tokens](#token_cross_entropy), [pixels](#pixel_cross_entropy) |
| the answers of a larger model | [distillation](#distillation) |
| what is missing left out | [masked mean](#masked_mean) |
| an interval, not a number | [quantiles](#quantile) |

Targets that are a little less than sure: [label smoothing](options.md#label_smoothing).
"""

__all__ = [
    "info_nce", "nt_xent", "image_text_pairs", "focal", "sigmoid_focal", "hardest", "dice",
    "dice_per_class", "token_cross_entropy", "pixel_cross_entropy", "distillation",
    "masked_mean", "quantile",
]
