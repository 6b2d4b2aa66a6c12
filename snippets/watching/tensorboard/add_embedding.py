"""add_embedding: vectors in the projector (PCA, t-SNE, UMAP).

One row a sample, with labels and small pictures if wanted. It writes plain files beside
the event file. Of labels with more than 50 different values, numbers colour the points
by a gradient, words do not. The same tag and step twice prints a warning and
overwrites.

Attributes: Shapes
    features: (N, D) float32
    images: (N, 1, 8, 8) float32, in [0, 1]

Asked as:
    scatter plot of features; visualize word embeddings; see whether the classes
    separate; visualize a latent space with labels and thumbnails; clusters of hidden
    representations; project feature vectors to two or three dimensions, reduction;
    sklearn.manifold.TSNE; metadata.tsv; label_img; sprite image; colour the points by
    class; projector.tensorflow.org; t-SNE of the last layer's features; PCA, t-SNE or
    UMAP plot of features; show high-dimensional vectors in 3D
"""
# needs: tensorboard

import tempfile
from pathlib import Path

import torch
from sklearn.datasets import load_digits
from torch.utils.tensorboard import SummaryWriter

digits = load_digits()
images = torch.tensor(digits.images[:5], dtype=torch.float32).unsqueeze(1) / 16
features = images.flatten(1)[:, 2:6]
labels = digits.target[:5].tolist()

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        writer.add_embedding(features, labels, images, 3, tag="pixels")  # <-
        try:
            writer.add_embedding(features, ["only one"], tag="short")
        except AssertionError as error:
            print(error)
            #> #labels should equal with #data points
    folder = Path(log_dir, "00003", "pixels")
    print(sorted(path.name for path in folder.iterdir()))
    #> ['metadata.tsv', 'sprite.png', 'tensors.tsv']
    print((folder / "metadata.tsv").read_text().split())
    #> ['0', '1', '2', '3', '4']
    print((folder / "tensors.tsv").read_text().split()[:4])
    #> ['0.3125', '0.8125', '0.5625', '0.0625']
    print(features[0])
    #> tensor([0.3125, 0.8125, 0.5625, 0.0625])
    config = Path(log_dir, "projector_config.pbtxt").read_text()
    print(config.splitlines()[1].strip())
    #> tensor_name: "pixels:00003"
