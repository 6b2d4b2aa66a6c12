"""Large and foreign files: weights that must not be there twice, files of others.

| You want | Use |
|---|---|
| a large model without making its weights first | [`meta` and `assign=True`](#meta_and_assign) |
| a part of a large file | [`mmap=True`](#memory_map), [safetensors](#safetensors_file) |
| to know why a file is refused | [what a safe load takes](#what_a_safe_load_takes) |
| names that DDP, `torch.compile` and FSDP leave alone | [`get_state_dict`](#names_without_wrappers) |
| to save while training goes on | [`async_save`](#async_save) |
| to resume with a scaler and averaged weights | [all of a mixed-precision run](#mixed_precision_state) |
| weights at an address | [`load_state_dict_from_url`](#load_from_url) |

[Checkpoints](../checkpoints/index.md) has the beginnings.
"""

__all__ = [
    "meta_and_assign",
    "memory_map",
    "what_a_safe_load_takes",
    "safetensors_file",
    "names_without_wrappers",
    "async_save",
    "mixed_precision_state",
    "load_from_url",
]

#: What the home page names of it.
WANTED = ["meta_and_assign", "safetensors_file", "what_a_safe_load_takes"]
