"""Several processes: torchrun, process groups, workers.

Start with one process, then two on the CPU; print the rank in each line of the log.
"""

__all__ = [
    "group_not_initialized",
    "environment_variable_expected",
    "address_in_use",
    "collective_timeout",
    "child_failed",
    "no_backend_for_device",
    "initialized_twice",
    "unfinished_reduction",
    "marked_ready_twice",
    "nothing_requires_grad",
]
