r"""NT-Xent of SimCLR: two views of each image find each other.

Both views stand in one list of 2N rows; the partner of a row is N rows away, and the
other 2N - 2 are its negatives. A row's similarity to itself is set to `-inf`, or it
wins. Swapping the views changes nothing.

$$\ell = -\frac{1}{2N} \sum_i \log \frac{e^{z_i \cdot z_{p(i)} / \tau}}{\sum_{j \ne i}
e^{z_i \cdot z_j / \tau}}$$

Attributes: Shapes
    first: (N, D) float32, one augmentation of each image
    second: (N, D) float32, another augmentation of the same images
    loss: () float32

Asked as:
    SimCLR loss; normalized temperature-scaled cross entropy; NTXentLoss; loss for two
    augmented views; self-supervised learning of images without labels; contrastive
    learning, two random crops of one picture; lightly NTXentLoss; positives are two
    augmentations of the same image; mask the diagonal with -inf; contrastive_loss(z_i,
    z_j); pretrain a backbone without labels
"""

import torch
import torch.nn.functional as F


def nt_xent(first, second, temperature=0.5):
    z = F.normalize(torch.cat([first, second]), dim=1)
    similarity = (z @ z.T / temperature).fill_diagonal_(float("-inf"))  # not itself
    partner = torch.arange(len(z), device=z.device).roll(len(first))
    return F.cross_entropy(similarity, partner)  # <-


first = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
second = torch.tensor([[0.9, 0.1], [0.1, 0.9]])

loss = nt_xent(first, second)
print(loss)
#> tensor(0.2965)
print(nt_xent(second, first))
#> tensor(0.2965)
print(nt_xent(first, second.flip(0)))  # pairs that do not belong together
#> tensor(2.0634)
