r"""Expected integer literal for index: torch.jit.script knows part of Python only.

Scripting reads the source of `forward` and gives everything one type. Usual causes:
`self.layers[i]` in a loop; a function of NumPy or another library; a variable that is
None first and a tensor in a branch or a loop; an argument that is no tensor and has no
annotation; `*args`, `try`, an f-string with a format. Loop over the modules themselves
and annotate types. Scripting is deprecated; `torch.export` takes the loop as it is.

Raises:
    RuntimeError: `torch.jit.script(Reversed())` Expected integer literal for index but
        got a variable or non-integer. ModuleList/Sequential indexing is only supported
        with integer literals.
    RuntimeError: `torch.jit.script(Untyped())` 'Tensor (inferred)' object has no
        attribute or method 'bit_length'.

Also worded:
    Expected integer literal for index. ModuleList/Sequential indexing is only supported
      with integer literals.
    RuntimeError: Unknown type name 'np.ndarray':
    RuntimeError: undefined value np:
    RuntimeError: Variable 'y' previously had type NoneType but is now being assigned to
      a value of type Tensor (inferred)
    torch.jit.frontend.NotSupportedError: Compiled functions can't take variable number
      of arguments or use keyword-only arguments with defaults:
    torch.jit.frontend.UnsupportedNodeError: try blocks aren't supported:
    RuntimeError: Module 'Net' has no attribute 'layers' (This attribute exists on the
      Python module, but we failed to convert Python type: 'list' to a TorchScript
      type.)
    RuntimeError: Arguments for call are not valid.

Asked as:
    self.layers[i] in a scripted loop; type annotation for an int argument of forward;
    ModuleList in torch.jit.script; f-string in a scripted function; y is not defined in
    the false branch; failed to convert Python type to a TorchScript type
"""

import warnings

import torch
from torch import nn

warnings.simplefilter("ignore", FutureWarning)  # torch.jit is deprecated


class Indexed(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(3, 3), nn.Linear(3, 3)])

    def forward(self, x):
        for i in range(2):
            x = self.layers[i](x)
        return x


class Reversed(Indexed):
    def forward(self, x):
        for i in range(2):
            x = self.layers[1 - i](x)
        return x


class Looped(Indexed):
    def forward(self, x):
        for layer in self.layers:  # <-
            x = layer(x)
        return x


class Untyped(nn.Module):
    def forward(self, x, n):
        return x * n.bit_length()


class Typed(nn.Module):
    def forward(self, x, n: int):  # without a type it counts as a tensor
        return x * n


x = torch.ones(2, 3)
try:
    torch.jit.script(Indexed())
except RuntimeError as error:
    print(str(error).strip().split(" but")[0])
    #> Expected integer literal for index

# An index in a loop: go over the modules.
print(torch.jit.script(Looped())(x).shape)
#> torch.Size([2, 3])

# An argument that is no tensor: annotate it.
print(torch.jit.script(Typed())(x, 2).sum().item())
#> 12.0

# New code: torch.export takes the loop as it is.
print(torch.export.export(Indexed(), (x,)).module()(x).shape)
#> torch.Size([2, 3])
