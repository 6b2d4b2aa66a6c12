r"""einops: rearrange, reduce, repeat by named dimensions.

The pattern names the dimensions, and a size that does not fit is an error. Parentheses
split and join. Beside it `einsum` is for products. Install it with `pip install
einops`.

Attributes: Shapes
    images: (2, 3, 4, 6) int64
    patches: (2, 6, 12) int64

Raises:
    EinopsError: `rearrange(images, "b c (h p) w -> b c h p w", p=3)` Shape mismatch

Asked as:
    einops.rearrange; einops.reduce; einops.repeat; flatten patches for a vision
    transformer; split heads of attention; named dimensions; parentheses in a rearrange
    pattern; einops or permute and view; image to patches; readable reshape; rearrange
    in PyTorch; merge batch and heads; channels last with einops; einops rearrange;
    image cut into flat patches by einops
"""
# needs: einops

import torch
from einops import rearrange, reduce, repeat

images = torch.arange(2 * 3 * 4 * 6).reshape(2, 3, 4, 6)
last = rearrange(images, "b c h w -> b h w c")
print(last.equal(images.permute(0, 2, 3, 1)))
#> True

patches = rearrange(images, "b c (h p) (w q) -> b (h w) (c p q)", p=2, q=2)  # <-
print(patches.shape)
#> torch.Size([2, 6, 12])
by_hand = images.reshape(2, 3, 2, 2, 3, 2).permute(0, 2, 4, 1, 3, 5).reshape(2, 6, 12)
print(patches.equal(by_hand))
#> True

print(reduce(images.float(), "b c h w -> b c", "mean").shape)
#> torch.Size([2, 3])
print(repeat(torch.tensor([1, 2]), "n -> n k", k=3))
#> tensor([[1, 1, 1],
#>         [2, 2, 2]])
