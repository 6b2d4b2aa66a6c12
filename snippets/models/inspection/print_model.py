"""print(model): the modules as a tree.

Shows modules in the order of their assignment, and not what `forward` does: functions
such as `F.relu` do not show. `extra_repr` adds your own settings.

Asked as:
    visualize the architecture as text; display network structure; list the layers of a
    net; see which layers my network has; extra_repr; printing my own layer shows no
    settings, custom __repr__; why does F.relu not appear; tree of modules as text;
    str(net); see the settings of every layer; which layers are in my model, print it;
    see the structure of a downloaded model; print(net) in the console; why does the
    printed model not show what forward does; model architecture; show the architecture
    of my model; what is inside my model
"""

from torch import nn


class Scale(nn.Module):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def forward(self, x):
        return x * self.factor

    def extra_repr(self):
        return f"factor={self.factor}"


model = nn.Sequential(nn.Linear(4, 8), Scale(factor=2))
print(model)  # <-
#> Sequential(
#>   (0): Linear(in_features=4, out_features=8, bias=True)
#>   (1): Scale(factor=2)
#> )
