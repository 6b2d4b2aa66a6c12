"""DataLoader: batches, in order or shuffled, in parallel.

Start with `num_workers=0`; add workers [when the GPU waits](work.md#loader_speed).
Workers are processes: a script that uses them needs `if __name__ == "__main__":` on
macOS and Windows, and on Linux from Python 3.14 on.
"""

__all__ = [
    "data_loader", "drop_last", "one_batch", "workers", "worker_seeds", "pin_memory",
    "seeded_shuffle", "collate_fn", "default_collate", "make_grid", "mean_and_std",
]
