"""Training: optimizers, schedulers, and the order of their calls.

The order is forward, `zero_grad`, `backward`, optimizer step, scheduler step.
"""

__all__ = [
    "empty_parameter_list", "scheduler_before_optimizer", "params_not_iterable",
    "non_leaf_parameter", "more_than_one_group", "metrics_missing",
    "initial_lr_missing", "total_steps_exceeded", "invalid_learning_rate",
    "closure_missing", "unscale_fp16", "no_inf_checks", "unscale_already_called",
    "grad_scaler_deprecated", "non_finite_norm", "epoch_parameter",
]
