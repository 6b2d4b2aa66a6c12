"""Weights without a network: what the error says, and what to do.

The file is sought in `torch.hub.get_dir()/checkpoints` first. On a machine without
network, copy it there under the name at the end of `weights.url`, or load a
`state_dict` you saved. `check_hash=True` checks the hash of a download, not of a
file that is there.

Attributes: Shapes
    model.fc.weight: (1000, 512) float32

Raises:
    URLError: `models.resnet18(weights="DEFAULT")` urlopen error [Errno -3] Temporary
        failure in name resolution

Asked as:
    download pretrained weights manually; where are downloaded model files and
    pretrained weights stored; TORCH_HOME; ~/.cache/torch; pretrained model offline;
    server or cluster without internet, in which folder does torchvision look; where
    does torchvision save the weights, change the download folder; urlopen error [Errno
    -2] Name or service not known; urlopen error [Errno 11001] getaddrinfo failed;
    corrupted download of ResNet weights; model_zoo.load_url; behind a firewall or
    proxy; use a local pth file for ResNet; load_state_dict_from_url; cache folder of
    torch.hub, hub/checkpoints; load a pretrained ResNet when my cluster has no
    internet; URLError or SSL certificate error when loading pretrained weights
"""

import os
import tempfile

import torch
from torchvision import models
from torchvision.models import ResNet18_Weights

file_name = ResNet18_Weights.DEFAULT.url.rsplit("/", 1)[-1]  # <-
print(file_name)
#> resnet18-f37072fd.pth

with tempfile.TemporaryDirectory() as folder:
    torch.hub.set_dir(folder)
    os.makedirs(f"{folder}/checkpoints")
    # Brought by hand; here random weights take the place of the real file.
    trained = models.resnet18(weights=None).state_dict()
    torch.save(trained, f"{folder}/checkpoints/{file_name}")
    model = models.resnet18(weights=ResNet18_Weights.DEFAULT)  # no download now
print(model.fc.weight.equal(trained["fc.weight"]))
#> True
