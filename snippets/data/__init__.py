"""Data: from files to batches.

A `Dataset` gives one sample by its number; a `DataLoader` draws numbers, asks for the
samples, in other processes if told to, and stacks them into batches.

| Your data | Take |
|---|---|
| tensors in memory | [`TensorDataset`](datasets.md#tensor_dataset) |
| a folder of images for each class | [`ImageFolder`](datasets.md#image_folder) |
| a file that lists paths and labels | [a Dataset of your own](datasets.md#index_file) |
| a stream without length | [`IterableDataset`](datasets.md#iterable_dataset) |
| a well-known set | [`MNIST`](datasets.md#mnist), [`CIFAR10`](datasets.md#cifar10) |
| nothing yet | [`FakeData`](datasets.md#fake_data) |
| a file larger than memory | [memory map](work.md#memory_map), [HDF5](work.md#hdf5_per_worker) |
| very many files | [shards](work.md#shards) |
| images and their masks | [one pipeline](work.md#image_and_mask) |
| several sets as one | [`ConcatDataset`](datasets.md#concat_datasets) |
| training, validation and test parts | [`random_split`](splits.md#random_split) |
| rare classes | [`WeightedRandomSampler`](splits.md#weighted_random_sampler) |
| batches for a GPU | [pinned memory](loader.md#pin_memory), [moved in the loop](../devices/index.md#move_batch) |
| samples of different length | [`collate_fn`](loader.md#collate_fn) |

Shuffle the training set and nothing else. Random transforms belong to the training set
alone: give each part its own dataset object with its own transform.
"""

__all__ = ["datasets", "splits", "loader", "work"]

#: What the home page names of it.
WANTED = ["datasets/dataset", "loader/data_loader", "splits/random_split"]
