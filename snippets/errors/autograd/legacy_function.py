r"""Legacy autograd function with non-static forward is deprecated: call apply.

An `autograd.Function` was made as an object and called, the style of early versions.
Make both methods static, with `ctx` first, and use the class by its `apply`; keep on
`ctx` what was kept on `self`, and tensors with `ctx.save_for_backward`. An object of a
class with static methods raises it too. See
[`custom_function`](../autograd/further.md#custom_function).

Raises:
    RuntimeError: `Double()(x)` Legacy autograd function with non-static forward method
        is deprecated. Please use new-style autograd function with static forward
        method.

Warns:
    DeprecationWarning: `Double()` should not be instantiated. Methods on autograd
        functions are all static, so you should invoke them on the class itself.

Also worded:
    UserWarning: Legacy autograd function with non-static forward method is deprecated
      and will be removed in 1.3. Please use new-style autograd function with static
      forward method.
    RuntimeError: Legacy autograd function with non-static forward method is deprecated.
      Please use new-style autograd function with static forward method. (Example:
      https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)

Asked as:
    old repository with autograd.Function does not run on new torch; ReverseLayer or
    gradient reversal of old code fails; roi pooling from 2018 with forward(self, ...);
    SSD detection layer Detect fails in new PyTorch; how to convert an old-style
    autograd function; Function called as an object instead of apply
"""

import warnings

import torch


class Double(torch.autograd.Function):  # the old style: self, no @staticmethod
    def forward(self, x):
        return x * 2

    def backward(self, gradient):
        return gradient * 2


class Scale(torch.autograd.Function):  # ctx in place of self, and static
    @staticmethod
    def forward(ctx, x, factor):
        ctx.factor = factor
        return x * factor

    @staticmethod
    def backward(ctx, gradient):
        return gradient * ctx.factor, None  # one for each input of forward


x = torch.ones(2, requires_grad=True)
warnings.simplefilter("ignore")  # Double() itself warns, see above
try:
    Double()(x)
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> Legacy autograd function with non-static forward method is deprecated

Scale.apply(x, 2.0).sum().backward()  # <- not Scale()(x, 2.0)
print(x.grad)
#> tensor([2., 2.])
