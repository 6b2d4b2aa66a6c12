r"""Schedules: the rate as a function of the epoch.

Each entry leaves `rates`, the rate of every epoch, drawn below it. $\eta_0$ is the rate
of the optimizer. Call `scheduler.step()` after `optimizer.step()`, once an epoch,
except where an entry says batch.
"""

__all__ = [
    "step_lr", "multi_step_lr", "exponential_lr", "cosine_annealing_lr",
    "reduce_on_plateau", "lambda_lr", "one_cycle_lr", "cyclic_lr",
    "cosine_warm_restarts", "linear_lr", "constant_lr", "polynomial_lr",
    "multiplicative_lr",
]
