"""EMA in the loop: train one model, validate its average.

Update the average after each `optimizer.step()`, and validate, save and ship the
average. It starts as a copy of the model at the first update. A decay of 0.999
remembers about 1000 steps: in a short run the average lags behind. `use_buffers=True`
averages the statistics of batch norm, too; without it they are the model's. Save both:
a resumed run needs the model, its average and the number of updates.

Attributes: Shapes
    x: (256, 1) float32

Asked as:
    exponential moving average of the weights during training; EMA weights; ModelEma of
    timm; update the ema after optimizer.step; validate with the ema model;
    ema.update(model); moving average of parameters in the training loop; teacher as
    average of the student; save the ema weights in the checkpoint; use_ema=True; torch
    ema batch norm buffers; noisy validation accuracy from step to step; keep an ema of
    the weights while training and evaluate with it
"""

import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

torch.manual_seed(0)
x = torch.linspace(-1, 1, 256).unsqueeze(1)
y = 3 * x + torch.randn(256, 1)
model = nn.Linear(1, 1)
average = get_ema_multi_avg_fn(decay=0.98)
ema = AveragedModel(model, multi_avg_fn=average, use_buffers=True)
optimizer = torch.optim.SGD(model.parameters(), lr=0.3)

seen = {"model": [], "average": []}
for step in range(600):
    rows = torch.randint(256, (8,))
    optimizer.zero_grad()
    F.mse_loss(model(x[rows]), y[rows]).backward()
    optimizer.step()
    ema.update_parameters(model)  # <-
    if step >= 300:
        seen["model"].append(model.weight.item())
        seen["average"].append(ema.module.weight.item())

for name, weights in seen.items():
    print(name, f"{torch.tensor(weights).std():.2f}")  # how much it still moves
    #> model 0.21
    #> average 0.04

checkpoint = {"model": model.state_dict(), "ema": ema.state_dict()}
print(checkpoint["ema"]["n_averaged"])
#> tensor(600)
