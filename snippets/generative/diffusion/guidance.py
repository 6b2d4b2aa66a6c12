r"""Classifier-free guidance: follow the label more than it asks.

One model learns with labels and without: in training the label of about every tenth
sample is replaced by one that means none. When sampling, the prediction with the label
is taken further, away from the one without. `scale=0` leaves the label out, `scale=1`
is the plain prediction with the label; above it samples are clearer and less varied.
Each step costs two predictions.

$$\epsilon = \epsilon_\theta(x, \varnothing) + w \left( \epsilon_\theta(x, c) -
\epsilon_\theta(x, \varnothing) \right)$$

Attributes: Shapes
    label: (L,) int64
    kept: (L,) int64, 2 means no label
    x: (N, 1) float32

Asked as:
    CFG; guidance scale; guidance_scale=7.5; classifier-free guidance in training and
    sampling; conditional diffusion model; drop the class label in training;
    unconditional and conditional noise prediction; null label, empty prompt; make
    samples follow the class or prompt more strongly; uncond + scale * (cond - uncond);
    why are guided samples less diverse; class-conditional sampling; drop labels at
    random for classifier-free guidance; random label dropout, so that the model also
    learns without a label
"""

import torch

torch.manual_seed(0)
alphas_cumprod = (1 - torch.linspace(1e-3, 0.2, 50)).cumprod(dim=0)
means = torch.tensor([-1.0, 1.0])  # of two classes, both with a deviation of 1
NONE = 2

label = torch.randint(2, (10_000,))
kept = torch.where(torch.rand(10_000) < 0.1, NONE, label)  # for training


def model(x, t, label):
    """Return the best prediction of the noise, of a class or of both."""
    left = alphas_cumprod[t]
    off = x - left.sqrt() * means  # a column a class
    if label == NONE:
        off = off * (-off.square() / 2).softmax(dim=1)
        return (1 - left).sqrt() * off.sum(dim=1, keepdim=True)
    return (1 - left).sqrt() * off[:, label : label + 1]


def guided(x, t, label, scale):
    free = model(x, t, NONE)
    return free + scale * (model(x, t, label) - free)  # <-


samples = {}
for scale in (0.0, 1.0, 3.0):
    x = torch.randn(2000, 1)
    for t in reversed(range(50)):  # DDIM
        left = alphas_cumprod[t]
        after = alphas_cumprod[t - 1] if t > 0 else torch.tensor(1.0)
        noise = guided(x, t, 1, scale)
        x0 = (x - (1 - left).sqrt() * noise) / left.sqrt()
        x = after.sqrt() * x0 + (1 - after).sqrt() * noise
    samples[scale] = x
    print(scale, f"below 0: {(x < 0).float().mean():.2f}, spread {x.std():.2f}")
    #> 0.0 below 0: 0.50, spread 1.35
    #> 1.0 below 0: 0.17, spread 0.97
    #> 3.0 below 0: 0.00, spread 0.61
