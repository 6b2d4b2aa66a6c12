r"""GAN step: the discriminator learns, then the generator.

Two optimizers, two losses. For the discriminator `detach` cuts the samples off, or its
loss would reach the generator, too. The generator's loss asks for the answer "real":
this is the non-saturating form, whose gradient stays large while the discriminator is
right. Real samples are labelled 0.9, not 1, so that it does not become too sure.

$$\ell_D = -0.9 \log D(x) - 0.1 \log (1 - D(x)) - \log (1 - D(G(z))), \quad \ell_G =
-\log D(G(z))$$

Attributes: Shapes
    real: (N, 2) float32
    fake: (N, 2) float32
    loss_d: () float32
    loss_g: () float32

Asked as:
    GAN training loop; why detach the fake images; discriminator and generator loss;
    one-sided label smoothing; non-saturating GAN loss; two optimizers in one loop;
    binary cross entropy for a GAN; train generator and discriminator alternately; DCGAN
    training step; real label 0.9; fake.detach(); generator gets no gradient; log(1 -
    D(G(z))) saturates; adversarial loss; update the two networks of a GAN in turn; cut
    the generated batch from the graph for the discriminator; generator and critic
    losses with logits; how are discriminator and generator updated
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
generator = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 2))
discriminator = nn.Sequential(nn.Linear(2, 16), nn.LeakyReLU(0.2), nn.Linear(16, 1))
adam_g = torch.optim.Adam(generator.parameters(), lr=1e-3, betas=(0.5, 0.9))
adam_d = torch.optim.Adam(discriminator.parameters(), lr=1e-3, betas=(0.5, 0.9))
bce = F.binary_cross_entropy_with_logits
ones, zeros = torch.ones(64, 1), torch.zeros(64, 1)

real = torch.randn(64, 2)
fake = generator(torch.randn(64, 2))

adam_d.zero_grad()
loss_d = bce(discriminator(real), 0.9 * ones)
loss_d = loss_d + bce(discriminator(fake.detach()), zeros)  # <-
loss_d.backward()
print(generator[0].weight.grad)
#> None
adam_d.step()

adam_g.zero_grad()
loss_g = bce(discriminator(fake), ones)
loss_g.backward()
adam_g.step()
print(generator[0].weight.grad.abs().sum() > 0)
#> tensor(True)
