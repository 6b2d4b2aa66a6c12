"""GPU memory and streams: out of memory, fragments, TF32, queues of work.

| You want | Use |
|---|---|
| to go on after "out of memory" | [a smaller batch, outside of `except`](#catch_out_of_memory) |
| the memory between the tensors | [`expandable_segments`](#fragmentation) |
| to see which line allocated what | [a memory snapshot](#memory_snapshot) |
| one spelling for CUDA, MPS and XPU | [`torch.accelerator`](#any_accelerator) |
| what the card can do | [capability and properties](#gpu_properties) |
| faster float32 on the tensor cores | [TF32](#tf32) |
| two pieces of work at once | [a side stream](#side_stream) |

[CPU and GPU](../devices/index.md) has the beginnings: choose, move, measure.
"""

__all__ = [
    "catch_out_of_memory",
    "fragmentation",
    "memory_snapshot",
    "any_accelerator",
    "gpu_properties",
    "tf32",
    "side_stream",
]

#: What the home page names of it.
WANTED = ["catch_out_of_memory", "tf32", "memory_snapshot"]
