"""create_feature_extractor: outputs of inner layers.

Names the nodes to return; `get_graph_node_names` lists them. The model is traced, so
branches on values do not work; a forward hook works there, too.

Attributes: Shapes
    images: (N, 3, 64, 64) float32

Asked as:
    intermediate features of VGG or ResNet; return_nodes; get_graph_node_names;
    IntermediateLayerGetter; features_only=True; multi-scale feature maps; features for
    a perceptual loss; activations relu1_2 and relu3_3 of VGG for style transfer;
    features from inner layers of a pretrained net; four stages of a ResNet for a
    feature pyramid, FPN; torchvision.models.feature_extraction; outputs of several
    layers of a torchvision backbone by their names; feature maps of layer2 and layer3
    of a ResNet; model that returns the inner activations as a dictionary; intermediate
    layers without hooks
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

extractor = create_feature_extractor(model, ["layer2", "avgpool"])  # <-
images = torch.zeros(2, 3, 64, 64)
features = extractor(images)
print({name: tuple(value.shape) for name, value in features.items()})
#> {'layer2': (2, 128, 8, 8), 'avgpool': (2, 512, 1, 1)}
