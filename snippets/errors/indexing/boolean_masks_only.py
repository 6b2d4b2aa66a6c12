r"""masked_fill_ only supports boolean masks: the mask has numbers.

`masked_fill`, `masked_select` and `torch.where` take a mask of True and False. Usual
causes: a mask of 0 and 1 from a tokenizer, int64, or from `torch.tril`, float32; uint8
of code before torch 1.2. `mask.bool()` makes every number but 0 True: say which side
you mean, `mask == 0` or `mask == 1`. See
[`masked_fill`](../tensors/indexing.md#masked_fill).

Raises:
    RuntimeError: `scores.masked_fill(mask, 0.0)` masked_fill_ only supports boolean
        masks, but got mask with dtype long int
    RuntimeError: `scores.masked_select(mask)` masked_select: expected BoolTensor for
        mask
    RuntimeError: `torch.where(scores, 1, 0)` where expected condition to be a boolean
        tensor, but got a tensor with dtype Float
    RuntimeError: `scores.masked_scatter(mask, scores)` masked_scatter_ only supports
        boolean masks, but got mask with dtype Long

Also worded:
    RuntimeError: masked_fill_ only supports boolean masks, but got mask with dtype
      float
    RuntimeError: masked_fill_ only supports boolean masks, but got mask with dtype
      unsigned char
    RuntimeError: expected mask dtype to be Bool but got Float
    RuntimeError: Expected object of scalar type Bool but got scalar type Float for
      argument #2 'mask' in call to _th_masked_fill_bool_
    UserWarning: masked_fill_ received a mask with dtype torch.uint8, this behavior is
      now deprecated, please use a mask with dtype torch.bool instead.
    RuntimeError: masked_select: expected BoolTensor or ByteTensor for mask

Asked as:
    tril mask is float; mask with dtype long int; attention_mask from a tokenizer as a
    boolean mask; masked_select with an integer mask; byte mask is deprecated, use bool;
    causal mask made of ones, not of True
"""

import torch

scores = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
mask = torch.tensor([[1, 0], [1, 1]])  # as a tokenizer gives it
try:
    scores.masked_fill(mask, 0.0)
except RuntimeError as error:
    print(error)
    #> masked_fill_ only supports boolean masks, but got mask with dtype long int

# Say which number is to be filled.
print(scores.masked_fill(mask == 0, float("-inf")))  # <-
#> tensor([[1., -inf],
#>         [3., 4.]])

# A triangle, made as booleans.
causal = torch.ones(2, 2, dtype=torch.bool).tril()
print(scores.masked_fill(~causal, 0.0))
#> tensor([[1., 0.],
#>         [3., 4.]])

# Choose elements, or choose between two.
print(scores.masked_select(mask.bool()))
#> tensor([1., 3., 4.])
print(torch.where(mask.bool(), scores, 0))
#> tensor([[1., 0.],
#>         [3., 4.]])
