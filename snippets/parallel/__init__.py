"""Sharded models: meshes, tensor parallel, and processes that wait.

| You want | Use |
|---|---|
| a grid of processes, named by what they share | [`init_device_mesh`](#device_mesh) |
| one tensor spread over processes | [`distribute_tensor`](#distribute_tensor) |
| a layer spread over processes | [tensor parallel](#tensor_parallel), [sequence parallel](#sequence_parallel) |
| less memory and traffic with `fully_shard` | [`MixedPrecisionPolicy`](#fsdp_precision) |
| to clip gradients that are spread | [`clip_grad_norm_`](#fsdp_clipping) |
| DDP with layers that a step leaves out | [`find_unused_parameters`](#unused_parameters) |
| to know which process hangs, and where | [`monitored_barrier`](#find_the_hang) |

[Scale](../scale/index.md) has the beginnings: `torchrun`, DDP, `fully_shard`. The scripts
run alone, or as `torchrun --nproc-per-node 2 tensor_parallel.py`; what they print is the
same with one process, two and three.
"""

__all__ = [
    "is_initialized",
    "reduce_operations",
    "start_processes",
    "unused_parameters",
    "find_the_hang",
    "device_mesh",
    "distribute_tensor",
    "tensor_parallel",
    "sequence_parallel",
    "fsdp_precision",
    "fsdp_clipping",
]

#: What the home page names of it.
WANTED = ["tensor_parallel", "device_mesh", "find_the_hang"]
