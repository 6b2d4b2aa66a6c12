"""Time your own code: how long it takes, and whether that figure can be right.

| You want | Use |
|---|---|
| one figure | [Timer](#benchmark_timer) |
| several variants and sizes side by side | [Compare](#compare_table) |
| which operation takes the time | [profiler](#profile_operations) |
| a few steps of a long run | [profiler.schedule](#profiler_schedule) |
| to know how far from the limit it is | [FLOP counter](#count_flops), [bytes per second](#bytes_per_second) |
| one kernel on a GPU | [CUDA events](../devices/index.md#time_with_events) |

Three mistakes are common: no [waiting for the GPU](#wait_for_the_gpu), no
[warm-up](#warm_up), and one small input over and over, which stays in the cache.
"""

__all__ = [
    "benchmark_timer",
    "compare_table",
    "wait_for_the_gpu",
    "warm_up",
    "cudnn_benchmark",
    "profile_operations",
    "profiler_schedule",
    "count_flops",
    "bytes_per_second",
]

#: What the home page names of it.
WANTED = ["benchmark_timer", "wait_for_the_gpu", "count_flops"]
