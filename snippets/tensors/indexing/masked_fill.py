r"""masked_fill: a value where a mask is True.

Attention masks: positions filled with `-inf` get weight 0 after softmax. A row that is
masked everywhere becomes `nan`. `masked_fill_` works in place.

Attributes: Shapes
    scores: (2, 3) float32
    padding: (2, 3) bool
    weights: (2, 3) float32

Raises:
    RuntimeError: `scores.masked_fill(padding.long(), 0.0)` only supports boolean masks

Asked as:
    set masked positions to minus infinity; ignore padding in softmax; np.putmask; -1e9
    in attention scores; forbid illegal actions or tokens; zero out some elements;
    softmax gives nan when everything is masked; overwrite flagged entries; replace the
    values where a mask is true; fill with -inf before softmax; give padded positions
    zero attention weight; masked array fill, write a constant through a mask; causal
    mask, hide future positions; fill masked positions with negative infinity; mask
    values
"""

import torch

scores = torch.zeros(2, 3)
padding = torch.tensor([[False, False, True], [False, True, True]])
masked = scores.masked_fill(padding, float("-inf"))  # <-
print(masked)
#> tensor([[0., 0., -inf],
#>         [0., -inf, -inf]])

weights = masked.softmax(dim=1)
print(weights)
#> tensor([[0.5000, 0.5000, 0.0000],
#>         [1.0000, 0.0000, 0.0000]])
print(scores.masked_fill_(padding, 9.0))
#> tensor([[0., 0., 9.],
#>         [0., 9., 9.]])
