"""Count parameters: how large the model is.

Trainable ones by `requires_grad`. A Linear has in * out + out, a Conv2d
out * (in / groups) * k * k + out.

Attributes: Shapes
    conv.weight: (6, 3, 5, 5) float32

Asked as:
    count params; number of parameters; count_params; how many learnable parameters or
    weights has my model; trainable and non-trainable params; sum(p.numel() for p in
    model.parameters()); formula for the parameters of a convolution; total params in
    millions; how many weights in a conv or dense layer; learnable parameters per layer;
    count trainable weights; count the parameters of my model without a library; size of
    a model in number of parameters; why has my conv layer so many parameters
"""

from torch import nn

conv = nn.Conv2d(3, 6, kernel_size=5)
model = nn.Sequential(conv, nn.Flatten(), nn.Linear(6, 10))
conv.requires_grad_(False)

total = sum(p.numel() for p in model.parameters())  # <-
trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
print(f"{total:,} parameters, {trainable:,} trainable")
#> 526 parameters, 70 trainable

print(6 * 3 * 5 * 5 + 6, 6 * 10 + 10)
#> 456 70
print({name: p.numel() for name, p in model.named_parameters()})
#> {'0.weight': 450, '0.bias': 6, '2.weight': 60, '2.bias': 10}
