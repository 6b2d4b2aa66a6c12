r"""MixUp: two images blended, and their labels.

On a batch of floats, in the loop or in `collate_fn`: each sample is mixed with its
neighbour. The labels become rows of probabilities, which `CrossEntropyLoss` takes.

$$\tilde x = \lambda x_i + (1 - \lambda) x_j, \quad \tilde y = \lambda y_i + (1 -
\lambda) y_j, \quad \lambda \sim \text{Beta}(\alpha, \alpha)$$

Attributes: Shapes
    images: (N, 3, 427, 640) float32
    labels: (N,) int64
    mixed: (N, 3, 427, 640) float32
    soft: (N, 4) float32, rows sum to 1

Raises:
    ValueError: `v2.MixUp(num_classes=4)(images[0], labels[0])` labels should be index
        based with shape (batch_size,)

Asked as:
    mixup augmentation; average two images and their one-hot labels; blend two images;
    interpolate between two samples; convex combination of examples; combine two samples
    linearly, lambda; mixup regularization, linear interpolation of inputs and targets;
    soft labels by mixing; mixup loss with two labels; transparent overlay of two
    photos; which alpha for mixup; lam * criterion(pred, y_a) + (1 - lam) *
    criterion(pred, y_b); np.random.beta(alpha, alpha); mixup_data, mixup_criterion,
    timm.data.Mixup, keras.layers.MixUp; mix two training samples; train on weighted
    sums of pairs of examples
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(1)
to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
names = ["flower.jpg", "china.jpg"]
photos = [Image.fromarray(load_sample_image(name)) for name in names]
images = torch.stack([to_tensor(photo) for photo in photos])
labels = torch.tensor([0, 3])

mixed, soft = v2.MixUp(alpha=1.0, num_classes=4)(images, labels)  # <-
print(soft)
#> tensor([[0.6003, 0.0000, 0.0000, 0.3997],
#>         [0.3997, 0.0000, 0.0000, 0.6003]])
print(soft.sum(dim=1))
#> tensor([1., 1.])

image, results = images[0], {"images[1]": images[1], "mixed[0]": mixed[0]}
