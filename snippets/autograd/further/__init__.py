"""Further: hooks, own operations, higher derivatives, torch.func.

`torch.func` takes functions instead of graphs: `grad` returns the gradient function,
`vmap` adds a batch dimension, and they combine.
"""

__all__ = [
    "tensor_hooks", "custom_function", "gradcheck", "higher_order", "func_grad",
    "func_vmap", "func_jacobian", "autograd_functional", "per_sample_gradients",
    "checkpointing",
    "selective_checkpointing", "saved_tensors", "detect_anomaly",
]
