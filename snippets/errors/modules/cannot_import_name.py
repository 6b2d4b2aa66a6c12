r"""cannot import name 'Dataloader' from 'torch.utils.data': it is spelt DataLoader.

The module is there, the name in it is not. Usual causes: capitals (`DataLoader`,
`Dataset`, `TensorDataset`, `MultiheadAttention`); a function looked for in the wrong
module; a name that has been removed since the code was written, or that is newer than
the version that is installed; a file of one's own with the name of the package.

Raises:
    ImportError: `exec("from torch.utils.data import Dataloader")`
        cannot import name 'Dataloader' from 'torch.utils.data'
    ModuleNotFoundError: `exec("from torch._six import container_abcs")`
        No module named 'torch._six'

Also worded:
    ImportError: cannot import name 'DataSet' from 'torch.utils.data'
      (/usr/lib/python3/dist-packages/torch/utils/data/__init__.py)
    ImportError: cannot import name 'MultiHeadAttention' from 'torch.nn'
    ImportError: cannot import name 'transform' from 'torchvision'
    ImportError: cannot import name 'Resnet18' from 'torchvision.models'
    ModuleNotFoundError: No module named 'torch.nn.Functional'
    ModuleNotFoundError: No module named 'torch.util'
    ModuleNotFoundError: No module named 'torchvision.models.utils'

Asked as:
    import of Dataset fails; torch._six is missing in new versions; old code imports a
    name that was removed; import torch.nn.functional with a capital F; from torchvision
    import transform; load_state_dict_from_url cannot be imported from models.utils
"""

import torch.utils.data as data
from torch.hub import load_state_dict_from_url
from torch.utils.data import DataLoader  # <-

try:
    from torch.utils.data import Dataloader

    Dataloader([1, 2])
except ImportError as error:
    print(str(error).split(" (")[0])
    #> cannot import name 'Dataloader' from 'torch.utils.data'

# The right capitals.
for name in ["Dataloader", "DataSet", "TensorDataSet", "Subset"]:
    print(name, [right for right in dir(data) if right.lower() == name.lower()])
    #> Dataloader ['DataLoader', 'dataloader']
    #> DataSet ['Dataset', 'dataset']
    #> TensorDataSet ['TensorDataset']
    #> Subset ['Subset']

# In lower case there are files of that name: a module, which cannot be called.
print(type(data.dataloader).__name__, type(DataLoader).__name__)
#> module type

# Moved: from torchvision.models.utils to torch.hub, see the top.
print(load_state_dict_from_url.__name__)
#> load_state_dict_from_url
