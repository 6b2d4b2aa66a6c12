r"""Image and text pairs: the loss of CLIP, both ways round.

The mean of the cross-entropy over rows and over columns of one matrix. Its scale is
learnt as a logarithm, so that it stays positive. CLIP starts it at 1/0.07 and stops at
100: clamp the parameter after the step, for a `clamp` in the loss has no gradient above
its bound, and the scale stays there. Keep it out of weight decay. With several
processes gather the features first, by a gather that has a gradient.

$$\ell = -\frac{1}{2N} \sum_i \left( \log \frac{e^{s_{ii}}}{\sum_j e^{s_{ij}}} + \log
\frac{e^{s_{ii}}}{\sum_j e^{s_{ji}}} \right)$$

Attributes: Shapes
    images: (N, D) float32, features of the images
    texts: (N, D) float32, features of their texts
    logits: (N, N) float32, an image a row, a text a column
    loss: () float32

Asked as:
    contrastive language-image pretraining; symmetric cross entropy over image and text
    embeddings; logit_scale; learnable temperature; ClipLoss of open_clip; train an
    image text model; match captions with photos; two towers, image encoder and text
    encoder; loss_i and loss_t averaged; np.log(1 / 0.07); cross-modal retrieval loss;
    clamp the logit scale at 100; loss between image embeddings and caption embeddings;
    loss in both directions, image to text and text to image
"""

import math

import torch
import torch.nn.functional as F
from torch import nn

images = F.normalize(torch.tensor([[1.0, 0.0], [0.2, 1.0], [-1.0, 0.5]]), dim=1)
texts = F.normalize(torch.tensor([[0.9, 0.1], [0.0, 1.0], [-1.0, 0.0]]), dim=1)
log_scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))

scale = log_scale.exp()
logits = scale * images @ texts.T
right = torch.arange(len(images), device=images.device)
loss = (F.cross_entropy(logits, right) + F.cross_entropy(logits.T, right)) / 2  # <-
loss.backward()
print(loss.detach(), scale.detach())
#> tensor(0.0004) tensor(14.2857)
print(log_scale.grad < 0)  # the pairs fit: the scale will grow
#> tensor(True)

with torch.no_grad():  # after optimizer.step()
    log_scale.clamp_(max=math.log(100))
