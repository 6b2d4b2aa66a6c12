"""Schedulers: change the learning rate while training.

A large rate finds the way, a small one settles. Make the scheduler from the optimizer,
step it after the optimizer, and save its state with the optimizer's.

| You know | Take |
|---|---|
| the number of epochs | [`CosineAnnealingLR`](schedules.md#cosine_annealing_lr), with [warm-up](combine.md#warmup_cosine) for transformers |
| the number of batches, and want speed | [`OneCycleLR`](schedules.md#one_cycle_lr) |
| at which epochs to lower it | [`MultiStepLR`](schedules.md#multi_step_lr), [`StepLR`](schedules.md#step_lr) |
| only the validation loss | [`ReduceLROnPlateau`](schedules.md#reduce_on_plateau) |
| the factor for each epoch | [`LambdaLR`](schedules.md#lambda_lr), [`ExponentialLR`](schedules.md#exponential_lr), [`PolynomialLR`](schedules.md#polynomial_lr), [`MultiplicativeLR`](schedules.md#multiplicative_lr) |
| only that it must start small | [`LinearLR`](schedules.md#linear_lr), [`ConstantLR`](schedules.md#constant_lr) |
| that it shall go up and down | [`CyclicLR`](schedules.md#cyclic_lr), [`CosineAnnealingWarmRestarts`](schedules.md#cosine_warm_restarts) |
| two of these, one after the other | [`SequentialLR`](combine.md#sequential_lr) |
| two of these at once | [`ChainedScheduler`](combine.md#chained_scheduler) |
| a formula that is none of these | [a subclass of `LRScheduler`](combine.md#custom_scheduler) |
| not even the first rate | [a range test](combine.md#lr_range_test) |

Step `OneCycleLR` and `CyclicLR` after every batch, the others once an epoch unless
their numbers are given in batches.
"""

__all__ = ["schedules", "combine"]

#: What the home page names of it.
WANTED = [
    "schedules/cosine_annealing_lr",
    "schedules/one_cycle_lr",
    "combine/warmup_cosine",
]
