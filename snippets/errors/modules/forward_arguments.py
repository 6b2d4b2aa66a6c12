r"""forward() takes 2 positional arguments but 3 were given: count self too.

Python counts `self`: a forward with self and x takes 2, and one more was passed. Usual
causes: `def forward(x)` without self; a tuple or a whole batch where two arguments are
meant, or the other way round; a `Sequential`, which hands on a single value; the data
passed to the class, not to an object of it. Since Python 3.10 the class stands in front
of the name.

Raises:
    TypeError: `Net()(x, x)`
        Net.forward() takes 2 positional arguments but 3 were given
    TypeError: `Two()(x)`
        Two.forward() missing 1 required positional argument: 'y'

Also worded:
    TypeError: forward() takes 1 positional argument but 2 were given
    TypeError: forward() takes 2 positional arguments but 3 were given
    TypeError: forward() missing 1 required positional argument: 'x'
    TypeError: Sequential.forward() takes 2 positional arguments but 3 were given
    TypeError: Net.forward() takes 1 positional argument but 2 were given
    TypeError: Net.__init__() takes 1 positional argument but 2 were given
    TypeError: Net.forward() got an unexpected keyword argument 'mask'

Asked as:
    forgot self in forward; model with two inputs gets one; Sequential with two inputs;
    why does it say 2 arguments when I passed 1; gave the data to the class instead of
    the instance; mask argument not accepted by forward
"""

import torch
from torch import nn

x = torch.zeros(2, 4)


class Net(nn.Module):
    def forward(self, x):
        return x * 2


class Two(nn.Module):
    def forward(self, x, y):  # <-
        return x + y


try:
    Net()(x, x)
except TypeError as error:
    print(error)
    #> Net.forward() takes 2 positional arguments but 3 were given

# As many values as forward names, without self.
print(Net()(x).shape, Two()(x, x).shape)
#> torch.Size([2, 4]) torch.Size([2, 4])

# The values are in a tuple or a list: spread it.
batch = (x, x)
print(Two()(*batch).shape)
#> torch.Size([2, 4])

# The data went to the class, Net(x): make a module first, then call it.
model = Net()
print(model(x).shape)
#> torch.Size([2, 4])

# A Sequential whose first layer wants two values: join them, or write a forward.
print(nn.Sequential(nn.Linear(8, 3))(torch.cat(batch, dim=1)).shape)
#> torch.Size([2, 3])
