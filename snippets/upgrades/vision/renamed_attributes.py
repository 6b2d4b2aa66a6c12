r"""train_data, make_grid(range=), models.utils: data, value_range=, torch.hub.

`train_data`, `train_labels`, `test_data` and `test_labels` of MNIST and its kin warn:
they are `data` and `targets`. `range=` of `make_grid` and `save_image` raises: it is
`value_range=`. `torchvision.models.utils` and `transforms.functional_tensor` are gone.

Raises:
    TypeError: `make_grid(images, normalize=True, range=(-1, 1))` unexpected keyword
        argument 'range'
    ModuleNotFoundError: `__import__('torchvision.models.utils')` No module named
        'torchvision.models.utils'
    ModuleNotFoundError: `__import__('torchvision.transforms.functional_tensor')` No
        module named 'torchvision.transforms.functional_tensor'

Asked as:
    mnist.train_data; dataset.test_labels; warning that train_data has been renamed;
    make_grid(images, normalize=True, range=(-1, 1)); save_image range argument; No
    module named 'torchvision.models.utils'; No module named
    'torchvision.transforms.functional_tensor'; from torchvision.models.utils import
    load_state_dict_from_url; basicsr or realesrgan import fails on functional_tensor
"""

import torch
from torch.hub import load_state_dict_from_url  # it was in models.utils
from torchvision.transforms.v2.functional import rgb_to_grayscale
from torchvision.utils import make_grid

images = torch.tensor([-1.0, 1.0]).reshape(2, 1, 1, 1)
grid = make_grid(images, padding=0, normalize=True, value_range=(-1, 1))  # <-
print(grid[0])
#> tensor([[0., 1.]])

# functional_tensor had it: functions take tensors and pictures alike today.
print(rgb_to_grayscale(torch.ones(3, 1, 1)).shape, load_state_dict_from_url.__name__)
#> torch.Size([1, 1, 1]) load_state_dict_from_url
