"""create_feature_extractor: outputs of inner layers.

Names the nodes to return; `get_graph_node_names` lists them. The model is traced, so
branches on values do not work; a forward hook does not have this limit.

Attributes: Shapes
    images: (N, 3, 64, 64) float32
"""

import torch
from torchvision import models
from torchvision.models.feature_extraction import (
    create_feature_extractor,
    get_graph_node_names,
)

model = models.resnet18(weights=None).eval()
names, _ = get_graph_node_names(model)
print(names[:4], names[-2:])
#> ['x', 'conv1', 'bn1', 'relu'] ['flatten', 'fc']

extractor = create_feature_extractor(model, {"layer2": "middle", "avgpool": "pooled"})
images = torch.zeros(2, 3, 64, 64)
features = extractor(images)
print({name: tuple(value.shape) for name, value in features.items()})
#> {'middle': (2, 128, 8, 8), 'pooled': (2, 512, 1, 1)}
