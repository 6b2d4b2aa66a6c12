"""make_grid: a batch as one picture.

`nrow` images in a row, `padding` pixels around, but none around a single image. Grey
images become RGB. Floats outside 0 to 1 need `normalize=True`, which uint8 is refused;
`value_range` fixes the scale (`range=` is the old name).
`save_image` writes a file; for matplotlib, `permute(1, 2, 0)`.

Attributes: Shapes
    images: (16, 1, 8, 8) float32, in [0, 1]
    grid: (3, 22, 82) float32

Raises:
    TypeError: `make_grid(images, range=(0, 1))` unexpected keyword argument 'range'

Asked as:
    show many images of a batch in one figure; plot several samples next to each other;
    save a batch as one picture file or png with save_image; image grid with matplotlib;
    plt.imshow a batch; mosaic of photos; montage, pictures side by side; tile images;
    display 16 mnist digits in one plot; nrow and padding; look at the augmented
    training images together; Clipping input data to the valid range for imshow; contact
    sheet; plot images of a batch with labels in rows and columns; show a batch of
    images as one big picture; display a grid of images; see what augmentation does to
    the images; show an image of the dataset; look at the first training images; check
    that the labels match the images; visualize the training data; show augmented images
"""

import torch
from sklearn.datasets import load_digits
from torchvision.utils import make_grid

digits = load_digits()
images = torch.tensor(digits.images[:16] / 16, dtype=torch.float32).unsqueeze(1)

grid = make_grid(images, nrow=8, padding=2, pad_value=0.5)  # <-
print(grid.shape)
#> torch.Size([3, 22, 82])
print(2 * (8 + 2) + 2, 8 * (8 + 2) + 2)
#> 22 82
