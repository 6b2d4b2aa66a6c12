"""Datasets: one sample by its number.

The well-known sets download once with `download=True`. Where their host cannot be
reached, put the files in place by hand: the entries say where.
"""

__all__ = [
    "dataset", "tensor_dataset", "index_file", "image_folder", "concat_datasets",
    "iterable_dataset", "chain_dataset", "fake_data", "mnist", "cifar10",
    "cifar10_to_png", "scikit_digits", "transform_per_part",
]
