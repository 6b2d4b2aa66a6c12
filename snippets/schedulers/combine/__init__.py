"""Combine, order, save: schedules in a training script.

The order of calls is `optimizer.step()`, then `scheduler.step()`. Save the scheduler's
`state_dict` with the optimizer's: without it a resumed run starts the schedule again.
"""

__all__ = [
    "order_of_calls", "read_the_rate", "sequential_lr", "warmup_cosine",
    "warmup_per_step", "warmup_stable_decay",
    "chained_scheduler", "groups_with_schedules", "save_and_restore", "lr_range_test",
    "custom_scheduler", "swa_lr",
]
