r"""'module' object is not callable: a file was imported, not the class in it.

Several names stand for both a file and a class: `torch.utils.data.dataloader` is the
file, `DataLoader` the class in it. Usual causes: a lower-case name after `import`;
`import tqdm`, where `from tqdm import tqdm` is meant; a class that inherits from
`nn.modules`, the package, in place of `nn.Module`.

Raises:
    TypeError: `dataloader([1, 2, 3], batch_size=2)`
        'module' object is not callable
    TypeError: `type(torch.nn)("Net", (torch.nn.modules,), {})`
        module() takes at most 2 arguments (3 given)

Also worded:
    TypeError: module.__init__() takes at most 2 arguments (3 given)
    TypeError: module() takes at most 2 arguments (3 given)

Asked as:
    dataloader in lower case is a module; from torch.utils.data import dataloader; class
    Net(nn.modules) fails; tqdm(loader) says module is not callable; module() takes at
    most 2 arguments; dataset in lower case cannot be called
"""

import torch
from torch.utils.data import DataLoader, dataloader

try:
    dataloader([1, 2, 3], batch_size=2)
except TypeError as error:
    print(error)
    #> 'module' object is not callable

# What was imported: a file.
print(type(dataloader).__name__, dataloader.__name__)
#> module torch.utils.data.dataloader

# The class in it.
loader = DataLoader([1, 2, 3], batch_size=2)  # <-
print([len(batch) for batch in loader])
#> [2, 1]


# A network inherits from the class Module.
class Net(torch.nn.Module):
    def forward(self, x):
        return x


print(Net()(torch.ones(2)))
#> tensor([1., 1.])
