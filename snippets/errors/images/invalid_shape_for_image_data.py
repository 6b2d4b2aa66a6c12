r"""Invalid shape for image data: imshow wants (H, W, C).

matplotlib's `imshow` takes (H, W), (H, W, 1), (H, W, 3) and (H, W, 4); a tensor of
torchvision is (C, H, W). Usual causes: no `permute`; a grey picture with its channel in
front; a whole batch. `reshape` in place of `permute` gives a shape that fits, and a
picture in pieces.

Raises:
    TypeError: `ax.imshow(x.numpy())`
        Invalid shape (3, 4, 6) for image data
    TypeError: `ax.imshow(torch.zeros(1, 28, 28).numpy())`
        Invalid shape (1, 28, 28) for image data
    TypeError: `ax.imshow(torch.zeros(8, 3, 4, 6).numpy())`
        Invalid shape (8, 3, 4, 6) for image data

Also worded:
    TypeError: Invalid shape (3, 224, 224) for image data
    TypeError: Invalid shape (1, 3, 224, 224) for image data
    TypeError: Invalid dimensions for image data

Asked as:
    plt.imshow of a tensor with channels first; show a tensor image with matplotlib;
    imshow of a (1, 28, 28) digit; plot an image from a DataLoader batch; picture is
    scrambled after view or reshape; permute(1, 2, 0) for imshow
"""

import matplotlib
import torch
from torchvision.utils import make_grid

matplotlib.use("agg")  # no window here
import matplotlib.pyplot as plt

x = torch.rand(3, 4, 6)
figure, ax = plt.subplots()
try:
    ax.imshow(x.numpy())
except TypeError as error:
    print(error)
    #> Invalid shape (3, 4, 6) for image data

# Colour: channels to the end.
shown = ax.imshow(x.permute(1, 2, 0).numpy())  # <-
print(shown.get_array().shape)
#> (4, 6, 3)
# Grey: without the channel, in grey.
digit = torch.rand(1, 28, 28)
print(ax.imshow(digit.squeeze(0).numpy(), cmap="gray").get_array().shape)
#> (28, 28)
# A batch: one of it, or a grid.
batch = torch.rand(8, 3, 4, 6)
print(ax.imshow(batch[0].permute(1, 2, 0).numpy()).get_array().shape)
#> (4, 6, 3)
grid = make_grid(batch, nrow=4)  # (3, 14, 34)
print(ax.imshow(grid.permute(1, 2, 0).numpy()).get_array().shape)
#> (14, 34, 3)
plt.close(figure)
