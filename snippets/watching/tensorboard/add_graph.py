"""add_graph: the model as a graph of operations.

Takes the model and an input and traces it; only the branch that ran is seen. Tracing
is `torch.jit.trace`, which warns that it is deprecated. Several inputs go in as a
tuple. For a table in the terminal see
[a summary of layers](../models/inspection.md#layer_summary).

Attributes: Shapes
    images: (N, 4) float32

Asked as:
    visualize the architecture; draw a diagram of my network; plot_model; torchviz
    make_dot; hiddenlayer; torchview; picture of the computational graph; see layers and
    their connections graphically; tf.summary.graph; write_graph=True; input_to_model;
    architecture drawn as boxes and arrows, flow chart; visualize the model in
    TensorBoard, a picture like Netron's; get a picture of the layers of my network;
    plot the model graph, its structure; graph tab of TensorBoard
"""
# needs: tensorboard

import tempfile
import warnings

import torch
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch import nn
from torch.utils.tensorboard import SummaryWriter

model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
images = torch.ones(1, 4)

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer, warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="`torch.jit.trace")
        writer.add_graph(model, images)  # <-
    log = EventAccumulator(log_dir).Reload()

for node in log.Graph().node:
    if node.op.startswith("aten::"):
        print(node.op, node.name.rpartition("/")[0])
        #> aten::linear Sequential/Linear[0]
        #> aten::relu Sequential/ReLU[1]
        #> aten::linear Sequential/Linear[2]
parameters = [n.name for n in log.Graph().node if n.op == "prim::GetAttr"]
print(len(parameters))
#> 4
