r"""'NoneType' object has no attribute: forward returned nothing.

A function without `return` gives None, and the line that fails is the next one to use
it: the loss, the layer behind, `.shape`. Usual causes: no `return` in forward, or in
one branch of an `if`; the result kept only in `self`. A `.grad` before `backward` is
None too, and the `.bias` of a layer with `bias=False`. Where None is called ("not
callable"), a layer was set to None in `__init__`; `nn.Identity()` stands for no layer.

Raises:
    AttributeError: `Net()(x).shape`
        'NoneType' object has no attribute 'shape'
    TypeError: `nn.Sequential(Net(), nn.ReLU())(x)`
        relu(): argument 'input' (position 1) must be Tensor, not NoneType

Also worded:
    AttributeError: 'NoneType' object has no attribute 'size'
    AttributeError: 'NoneType' object has no attribute 'backward'
    AttributeError: 'NoneType' object has no attribute 'dim'
    TypeError: linear(): argument 'input' (position 1) must be Tensor, not NoneType
    TypeError: cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not
      NoneType
    TypeError: 'NoneType' object is not callable
    TypeError: 'NoneType' object is not subscriptable
    TypeError: unsupported operand type(s) for +: 'NoneType' and 'Tensor'

Asked as:
    forgot return in forward; model output is None; loss is None, no backward; return is
    missing in one branch of forward; optional layer, None or Identity; cross entropy
    got NoneType
"""

import torch
from torch import nn

x = torch.zeros(2, 4)


class Net(nn.Module):
    def __init__(self, norm=None):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.norm = norm

    def forward(self, x):
        x = self.fc(x)


try:
    print(Net()(x).shape)
except AttributeError as error:
    print(error)
    #> 'NoneType' object has no attribute 'shape'


# Return the result, on every way through forward.
class Fixed(Net):
    def forward(self, x):
        x = self.fc(x)
        return x if self.norm is None else self.norm(x)  # <-


print(Fixed()(x).shape, Fixed(nn.LayerNorm(3))(x).shape)
#> torch.Size([2, 3]) torch.Size([2, 3])

# A layer that may be left out: Identity can be called.
print(nn.Sequential(nn.Linear(4, 3), nn.Identity())(x).shape)
#> torch.Size([2, 3])
