r"""strict=False over a prefix: nothing is loaded.

With `strict=False` names that do not fit are passed over. If all names have a prefix,
`module.` of `DataParallel` and DDP, `_orig_mod.` of `torch.compile`, nothing is loaded:
the model stays random and predicts at chance, or a fine-tuning starts from scratch.
Keep `strict=True` and [take the prefix off](../checkpoints/index.md#module_prefix);
where names have to be missing, read
[the answer](../checkpoints/index.md#strict_false).

Asked as:
    load_state_dict(strict=False) and accuracy is chance; pretrained model with
    strict=False predicts nonsense; good accuracy in training, random after loading the
    checkpoint; checkpoint loads without an error but the weights are not used; loaded
    model as bad as an untrained one; fine-tuning no better than training from scratch;
    strict=False hides a module. prefix; did load_state_dict load anything; check that
    weights were really loaded; all keys are missing with strict=False; model trained
    with DataParallel gives random results after loading; pretrained weights are not
    loaded and accuracy is random
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

images, target = map(torch.tensor, load_digits(return_X_y=True))
x = images.float() / 16


def accuracy(model):
    return round((model(x).argmax(dim=1) == target).float().mean().item(), 1)


torch.manual_seed(4)
trained = nn.DataParallel(nn.Linear(64, 10))
optimizer = torch.optim.Adam(trained.parameters(), lr=0.05)
for _ in range(40):
    loss = F.cross_entropy(trained(x), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
saved = trained.state_dict()
print(accuracy(trained))
#> 1.0

# Wrong: the error was made silent; the model is still random.
model = nn.Linear(64, 10)
answer = model.load_state_dict(saved, strict=False)
print(accuracy(model), len(answer.missing_keys), "of", len(model.state_dict()))
#> 0.1 2 of 2

# Right: names that fit, and strict.
plain = {name.removeprefix("module."): value for name, value in saved.items()}  # <-
answer = model.load_state_dict(plain)
print(accuracy(model), len(answer.missing_keys), "of", len(model.state_dict()))
#> 1.0 0 of 2
