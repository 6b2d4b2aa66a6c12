"""The optimizer object: groups, gradients, state.

All methods share it. It holds references to the parameters, their settings in
`param_groups`, and what the method remembers in `state`.
"""

__all__ = [
    "training_step", "clear_gradients", "param_groups", "different_rates",
    "add_param_group", "optimizer_state", "resume", "closure", "step_hooks",
]
