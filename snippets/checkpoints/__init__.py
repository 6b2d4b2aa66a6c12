"""Checkpoints: save, load, and lose nothing when the machine does.

| You want | Use |
|---|---|
| weights for later use | [state_dict](#state_dict) |
| to go on training | [full checkpoint](#full_checkpoint), [resume](#resume) |
| a file that is whole, whatever happens | [atomic write](#atomic_write) |
| to notice a damaged file | [hash in the name](#hash_in_name) |
| to open a file from a stranger | [weights_only](#weights_only) |
| weights of another model | [part of the keys](#partial_load), [strict=False](#strict_false), [another head](#mismatched_head) |
| to load what a GPU saved | [map_location](#map_location), [module. prefix](#module_prefix) |

[fit](../projects/index.md#fit) puts them together.
"""

__all__ = [
    "state_dict",
    "whole_model",
    "weights_only",
    "map_location",
    "full_checkpoint",
    "resume",
    "random_states",
    "atomic_write",
    "hash_in_name",
    "keep_best",
    "partial_load",
    "strict_false",
    "mismatched_head",
    "module_prefix",
    "shared_and_sliced",
]

#: What the home page names of it.
WANTED = ["state_dict", "full_checkpoint", "resume"]
