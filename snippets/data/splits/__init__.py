"""Split and sample: which samples, in which order.

A split gives datasets; a sampler gives numbers to a loader. Set the seed, or the
validation images of today are training images tomorrow.
"""

__all__ = [
    "random_split", "split_8_1_1", "subset", "stratified_split", "k_fold",
    "subset_random_sampler", "weighted_random_sampler", "samplers", "batch_sampler",
]
