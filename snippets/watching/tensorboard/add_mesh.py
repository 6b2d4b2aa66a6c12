"""add_mesh: points or triangles in three dimensions.

A batch of N points, with a colour each (0 to 255) and with triangles, as three indices
a row, where it is a surface. The parts are tensors of their own in the event file.

Attributes: Shapes
    vertices: (B, N, 3) float32
    colors: (B, N, 3) int64, red, green, blue
    faces: (B, F, 3) int64, indices of vertices

Asked as:
    point cloud; 3D viewer in the browser; lidar scan; vertices and faces; show a
    surface; xyz with rgb; coloured 3D model; ShapeNet or ModelNet object;
    wandb.Object3D; mesh_summary; rotate and zoom a shape; visualize a 3D mesh or 3D
    points in TensorBoard; triangles of a 3D object
"""
# needs: tensorboard

import tempfile

import torch
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.util.tensor_util import make_ndarray
from torch.utils.tensorboard import SummaryWriter

vertices = torch.tensor([[[0.0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]]])
colors = torch.tensor([[[0, 0, 0], [255, 0, 0], [0, 255, 0], [0, 0, 255]]])
faces = torch.tensor([[[0, 1, 2], [0, 1, 3], [0, 2, 3]]])

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        writer.add_mesh("corner", vertices, colors, faces, global_step=0)  # <-
    log = EventAccumulator(log_dir).Reload()

for tag in log.Tags()["tensors"]:
    print(tag, make_ndarray(log.Tensors(tag)[0].tensor_proto).shape)
    #> corner_VERTEX (1, 4, 3)
    #> corner_FACE (1, 3, 3)
    #> corner_COLOR (1, 4, 3)
print(make_ndarray(log.Tensors("corner_FACE")[0].tensor_proto)[0])
#> [[0. 1. 2.]
#>  [0. 1. 3.]
#>  [0. 2. 3.]]
