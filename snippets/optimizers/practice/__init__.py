"""Decay, clipping, accumulation: what is done around a step.

A few lines in the training loop. Clipping stands between `backward` and `step`,
averaging after `step`; decay is an option of the optimizer, by group. The numbers show
what they do.
"""

__all__ = [
    "weight_decay", "decay_groups", "l1_penalty", "clip_grad_norm", "clip_grad_value",
    "accumulate", "foreach_and_fused", "weight_averaging", "exponential_average",
    "learning_rate_scale", "custom_optimizer", "muon_with_adamw", "skipped_step",
]
