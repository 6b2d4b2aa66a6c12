"""Training: loops, schedulers and helpers of old tutorials.
"""

__all__ = [
    "loop_of_2017",
    "async_argument",
    "scheduler_arguments",
    "renamed_helpers",
]
