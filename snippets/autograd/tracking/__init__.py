"""Stop tracking: compute without a graph.

| Way | Records a graph | Result can be used in training later | For |
|---|---|---|---|
| [`torch.inference_mode()`](tracking.md#inference_mode) | no | after `clone()` | prediction |
| [`torch.no_grad()`](tracking.md#no_grad) | no | yes | validation, updates by hand |
| [`x.detach()`](tracking.md#detach) | of the rest | yes | a value as a constant |
| [`requires_grad_(False)`](../finetune/index.md#freeze) | of the rest | yes | weights that do not learn |

None of them switches dropout or batch norm: that is `model.eval()`.
"""

__all__ = [
    "no_grad", "inference_mode", "set_grad_enabled", "detach", "data_attribute",
    "keep_the_number",
]
