"""Autograd: gradients of what was computed.

Operations on a tensor that requires a gradient are recorded; `backward` walks the
record from the end and adds to `.grad` of the leaves.

| You want | Write |
|---|---|
| gradients of a loss into `.grad` | [`loss.backward()`](basics.md#backward) |
| a gradient as a value, `.grad` untouched | [`torch.autograd.grad`](basics.md#autograd_grad) |
| no gradients while evaluating | [`torch.inference_mode()`](tracking.md#inference_mode), [`torch.no_grad()`](tracking.md#no_grad) |
| a value without its history | [`x.detach()`](tracking.md#detach) |
| a layer that does not learn | [`requires_grad_(False)`](../finetune/index.md#freeze) |
| second derivatives, Jacobians | [`create_graph=True`](further.md#higher_order), [`torch.func`](further.md#func_jacobian) |
| gradients of each sample | [`vmap(grad(...))`](further.md#per_sample_gradients) |
| an operation with a gradient of your own | [`autograd.Function`](further.md#custom_function) |
| less memory for more time | [`checkpoint`](further.md#checkpointing), [selective](further.md#selective_checkpointing) |

Three mistakes are common. No `zero_grad()`: gradients of the batches add up.
`total += loss` in validation with gradients on: the graphs stay in memory; add
`loss.item()`. An in-place change of a value that `backward` still needs: an error names
it.
"""

__all__ = ["basics", "tracking", "further"]

#: What the home page names of it.
WANTED = ["basics/backward", "tracking/no_grad", "tracking/detach"]
