"""Loading: checkpoints and weights that do not fit.

A state dict is a dictionary: print its keys and the shapes of its tensors.
"""

__all__ = [
    "size_mismatch", "missing_keys", "weights_only_load_failed", "deserialize_cuda",
    "state_dict_no_eval", "expected_dict_like", "checkpoint_key_error",
    "checkpoint_not_found", "cannot_get_attribute", "no_module_named",
    "failed_finding_central_directory", "invalid_load_key", "ran_out_of_input",
    "parameter_group_size", "pretrained_deprecated", "parent_directory",
]
