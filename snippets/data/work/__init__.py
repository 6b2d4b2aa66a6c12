"""Data at work: what goes wrong beyond the first epoch, and large sets.

| You see or want | Look at |
|---|---|
| a worker that fails or is killed | [its own error](../errors/data.md#caught_in_worker), [killed](../errors/data.md#worker_exited), [shared memory](../errors/data.md#bus_error), [pickling](../errors/data.md#pickle_local_object) |
| too many open files | [open files](#open_files) |
| memory that grows | [lists of objects](#growing_memory) |
| a GPU that waits | [speed of the loader](#loader_speed) |
| a file larger than memory | [memory map](#memory_map), [HDF5](#hdf5_per_worker) |
| very many samples, many files | [shards](#shards), [shuffle buffer](#shuffle_buffer) |
| damaged images | [corrupt files](#corrupt_files) |
| groups that must not be split | [group folds](#group_folds), [classes in shares](splits.md#k_fold) |
| an epoch that was cut off | [resume](#resume_mid_epoch) |
| masks, boxes and pairs of images | [image and mask](#image_and_mask), [known sets](#wrapped_dataset), [pairs](#paired_images), [lists](#collate_detection) |
| class numbers that differ | [two folders](../mistakes/data.md#class_numbers_of_two_folders) |
| several GPUs | [DistributedSampler](../scale/index.md#distributed_sampler) |
| random numbers that repeat | [seeds of workers](loader.md#worker_seeds) |
"""

__all__ = [
    "growing_memory", "open_files", "loader_speed", "memory_map", "hdf5_per_worker",
    "shards", "shuffle_buffer", "resume_mid_epoch", "corrupt_files", "group_folds",
    "drawn_once", "image_and_mask", "wrapped_dataset", "paired_images",
    "collate_detection", "default_convert",
]
