r"""The parameter 'pretrained' is deprecated: torchvision names its weights now.

A warning of torchvision since 0.13: the model is made as before. In place of
`pretrained=True` pass `weights=` a value of the model's enum, or its name as text; in
place of False pass None. A second warning, about "Arguments other than a weight enum",
names the weights that the old code stands for. See [the weights
enum](../models/pretrained.md#weights_enum).

Warns:
    UserWarning: `resnet18(pretrained=False)` The parameter 'pretrained' is deprecated
        since 0.13 and may be removed in the future, please use 'weights' instead.
    UserWarning: `resnet18(pretrained=False)` Arguments other than a weight enum or
        `None` for 'weights' are deprecated since 0.13 and may be removed in the future.
        The current behavior is equivalent to passing `weights=None`.
    UserWarning: `resnet18(False)` Using 'weights' as positional parameter(s) is
        deprecated since 0.13 and may be removed in the future.

Also worded:
    UserWarning: The parameter 'pretrained' is deprecated since 0.13 and will be removed
      in 0.15, please use 'weights' instead.
    UserWarning: Arguments other than a weight enum or `None` for 'weights' are
      deprecated since 0.13 and may be removed in the future. The current behavior is
      equivalent to passing `weights=ResNet18_Weights.IMAGENET1K_V1`. You can also use
      `weights=ResNet18_Weights.DEFAULT` to get the most up-to-date weights.
    UserWarning: The parameter 'pretrained_backbone' is deprecated since 0.13 and may be
      removed in the future, please use 'weights_backbone' instead.
    TypeError: __init__() got an unexpected keyword argument 'weights'

Asked as:
    silence the warning about a weight enum; models.resnet18(True) warns;
    pretrained_backbone is deprecated; old tutorial uses pretrained=True; no weights,
    random start, without the warning; pretrained=False in new torchvision
"""

import warnings

from torchvision.models import ResNet18_Weights, get_model_weights, resnet18

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    resnet18(pretrained=False)
for warning in caught:
    print(str(warning.message).split(" since ")[0])
    #> The parameter 'pretrained' is deprecated
    #> Arguments other than a weight enum or `None` for 'weights' are deprecated

# pretrained=False: no weights.
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    model = resnet18(weights=None)  # <-
print(len(caught))
#> 0

# pretrained=True: the first weights, or the best ones. This downloads them:
# resnet18(weights=ResNet18_Weights.IMAGENET1K_V1)
# resnet18(weights="DEFAULT")
print(list(get_model_weights("resnet18")))
#> [ResNet18_Weights.IMAGENET1K_V1]
print(ResNet18_Weights.DEFAULT)
#> ResNet18_Weights.IMAGENET1K_V1
