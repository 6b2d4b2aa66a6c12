r"""got an unexpected keyword argument: that name is not in the signature.

The class in front of `__init__` may be a base class of the one that was called: `_Loss`
of MSELoss, `RNNBase` of LSTM. Usual causes: a misspelt name; a name of Keras
(`strides`, `units`, `rate`); an argument that was removed since, or came later than the
version that is installed; an `__init__` of one's own that does not take it, or is
written `_init_`.

Raises:
    TypeError: `nn.Conv2d(3, 6, 3, strides=2)`
        Conv2d.__init__() got an unexpected keyword argument 'strides'
    TypeError: `torch.optim.Adam([torch.zeros(1)], learning_rate=0.1)`
        Adam.__init__() got an unexpected keyword argument 'learning_rate'

Also worded:
    TypeError: __init__() got an unexpected keyword argument 'pretrained'
    TypeError: __init__() got an unexpected keyword argument 'weights'
    TypeError: __init__() got an unexpected keyword argument 'batch_first'
    TypeError: __init__() got an unexpected keyword argument 'padding_mode'
    TypeError: ResNet.__init__() got an unexpected keyword argument 'pretrain'
    TypeError: RNNBase.__init__() got an unexpected keyword argument 'return_sequences'
    TypeError: StepLR.__init__() got an unexpected keyword argument 'verbose'
    TypeError: _Loss.__init__() got an unexpected keyword argument 'reduce_mean'
    TypeError: RandomRotation.__init__() got an unexpected keyword argument 'resample'

Asked as:
    learning_rate instead of lr; Conv2d with activation='relu'; verbose of a scheduler
    was removed; return_sequences of an LSTM; pretrained argument is not known;
    batch_first unknown in an old version
"""

import inspect

import torch
from torch import nn

try:
    nn.Conv2d(3, 6, 3, strides=2)
except TypeError as error:
    print(error)
    #> Conv2d.__init__() got an unexpected keyword argument 'strides'

# The names that there are.
print(list(inspect.signature(nn.Conv2d).parameters)[:5])
#> ['in_channels', 'out_channels', 'kernel_size', 'stride', 'padding']
print(nn.Conv2d(3, 6, 3, stride=2).stride)  # <-
#> (2, 2)

# Names of Keras: units, rate, learning_rate, axis.
print(nn.Linear(in_features=4, out_features=3))
#> Linear(in_features=4, out_features=3, bias=True)
print(nn.Dropout(p=0.5), nn.Softmax(dim=1))
#> Dropout(p=0.5, inplace=False) Softmax(dim=1)
optimizer = torch.optim.Adam([torch.zeros(1)], lr=0.1)

# An activation is a layer of its own.
print(len(nn.Sequential(nn.Conv2d(3, 6, 3), nn.ReLU())))
#> 2


# A class of one's own: __init__ names it.
class Net(nn.Module):
    def __init__(self, classes=10):
        super().__init__()
        self.fc = nn.Linear(4, classes)


print(Net(classes=3).fc.out_features)
#> 3
