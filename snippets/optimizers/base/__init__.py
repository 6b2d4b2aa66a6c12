"""The optimizer object: groups, gradients, state.

All methods share it. It holds references to the parameters, their settings in
`param_groups`, and what the method remembers in `state`. Its `state_dict` has no
weights: save the model's beside it. `step` computes no gradient; `backward` does.
"""

__all__ = [
    "training_step", "param_groups", "add_param_group", "optimizer_state", "resume",
    "parameter_order", "closure", "step_hooks",
]
