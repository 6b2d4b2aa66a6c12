"""Devices: where the numbers live.

| You want | Write |
|---|---|
| the best device of this machine | `torch.accelerator.current_accelerator(check_available=True) or torch.device("cpu")` |
| a tensor made there | `torch.zeros(2, 3, device=device)` |
| a tensor moved there | `x = x.to(device)` |
| a model moved there | `model.to(device)`, before the optimizer is made |
| a result back for NumPy | `x.detach().cpu().numpy()` |
| an honest timing | `torch.accelerator.synchronize()` before the clock is read |

The outputs on this page are those of a machine without a GPU. Where an entry needs one,
it says so.
"""

__all__ = [
    "is_available",
    "version",
    "choose_device",
    "device_object",
    "move_tensor",
    "move_module",
    "move_batch",
    "create_on_device",
    "dtype_and_device",
    "mixed_device_error",
    "time_any_device",
    "several_gpus",
    "nvidia_smi",
    "pinned_memory",
    "memory_figures",
    "time_with_events",
]

#: What the home page names of it.
WANTED = ["choose_device", "move_module", "memory_figures"]
