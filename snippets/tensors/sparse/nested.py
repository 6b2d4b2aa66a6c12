r"""torch.nested: rows of different lengths in one tensor.

`layout=torch.jagged` holds the rows behind one another, without padding, with
`offsets()`. `Linear`, `LayerNorm`, most activations and `scaled_dot_product_attention`
take it. `unbind` gives the rows, `to_padded_tensor` a padded tensor. For `nn.LSTM`
there is [`pack_padded_sequence`](../layers/recurrent.md#packed_sequences).

Attributes: Shapes
    padded: (2, 3, 2) float32

Asked as:
    torch.nested.nested_tensor; ragged tensor; tf.RaggedTensor; jagged layout; batch of
    sequences of different lengths without padding; list of tensors of different sizes
    in one tensor; torch.nested.as_nested_tensor; to_padded_tensor; nested tensor to
    padded; torch.nested.nested_tensor_from_jagged; offsets of variable lengths; awkward
    array; sequences of unequal length in one batch; cu_seqlens, varlen; torch.jagged;
    sentences of different lengths without padding
"""

import torch
from torch import nn

rows = [torch.ones(1, 2), torch.full((3, 2), 2.0)]
x = torch.nested.nested_tensor(rows, layout=torch.jagged)  # <-
print(x.is_nested, x.size(0), x.size(2))
#> True 2 2
print(x.offsets(), x.values().shape)
#> tensor([0, 1, 4]) torch.Size([4, 2])
print([row.shape for row in nn.Linear(2, 5)(x).unbind()])
#> [torch.Size([1, 5]), torch.Size([3, 5])]

padded = torch.nested.to_padded_tensor(x, padding=0.0)
print(padded[0])
#> tensor([[1., 1.],
#>         [0., 0.],
#>         [0., 0.]])
print((x * 2).unbind()[1].equal(2 * rows[1]))
#> True
print(torch.nested.as_nested_tensor(rows, layout=torch.jagged).offsets())
#> tensor([0, 1, 4])
