"""Data: datasets, samplers and loaders.

Ask the dataset for one item, `dataset[0]`, before the loader; and run the loader with
`num_workers=0`, where the traceback names the line.
"""

__all__ = [ "default_collate_found", "num_samples_zero", "values_to_unpack",
    "not_subscriptable", "caught_in_worker", "worker_exited", "bus_error",
    "bootstrapping_phase", "pickle_local_object", "split_lengths", "no_valid_file",
    "dataset_not_found", "no_len", "too_many_workers", "mutually_exclusive",
]
