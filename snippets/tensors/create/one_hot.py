r"""one_hot: class numbers to vectors of zeros and a one.

From int64 class numbers of any shape; the classes become a new last dimension. Without
`num_classes` it is the largest number plus one, so name it: a batch without the last
class would be narrower. The result is int64; a loss on probabilities wants `.float()`.
`CrossEntropyLoss` needs none of this: it takes the class numbers.

Attributes: Shapes
    labels: (3,) int64, class numbers in [0, 4)
    vectors: (3, 4) int64
    masks: (N, H, W) int64
    channels: (N, 4, H, W) int64, as images are laid out

Raises:
    RuntimeError: `F.one_hot(labels, num_classes=3)` Class values must be smaller than
        num_classes.
    RuntimeError: `F.one_hot(labels.float())` one_hot is only applicable to index tensor
        of type LongTensor.
    RuntimeError: `F.one_hot(-labels, num_classes=4)` Class values must be non-negative.

Asked as:
    one hot encode labels; class index to one-hot vector; integer labels to binary
    vectors; to_categorical; sklearn OneHotEncoder, LabelBinarizer; dummy variables from
    categories; one-hot mask for segmentation; encode categorical target;
    pd.get_dummies; undo one-hot with argmax; make labels binary vectors with a single
    1; integer class ids to one channel per class; target is a class number but the
    network has 10 output units; encode categories, tokens or letters as 0/1 vectors;
    convert class labels to one-hot vectors
"""

import torch
import torch.nn.functional as F

labels = torch.tensor([0, 3, 1])
vectors = F.one_hot(labels, num_classes=4)  # <-
print(vectors)
#> tensor([[1, 0, 0, 0],
#>         [0, 0, 0, 1],
#>         [0, 1, 0, 0]])
print(vectors.argmax(dim=1))  # and back
#> tensor([0, 3, 1])

masks = torch.zeros(2, 5, 6, dtype=torch.int64)
channels = F.one_hot(masks, num_classes=4).movedim(-1, 1)
print(channels.shape)
#> torch.Size([2, 4, 5, 6])
