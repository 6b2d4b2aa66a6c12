"""ElasticTransform: bend it like rubber.

`alpha` is the strength, not in pixels: 50 with a `sigma` of 5 moves pixels by about
one. A larger `sigma` is smoother and weaker, and needs sides of more than 4 sigma.

Attributes: Shapes
    image: (3, 214, 320) uint8

Asked as:
    elastic deformation; elastic distortion of MNIST digits; random displacement field;
    smooth random warping; wavy, wobbly picture; deform like rubber; warp handwritten
    digits; deform letters, as if other people wrote them; deformations for biomedical
    or medical segmentation, U-Net; distort cell images or scans; stretch or warp the
    image locally, non-rigid; alpha and sigma of the deformation; distortions of Simard
    2003; keras.layers.RandomElasticTransform, F.elastic, scipy map_coordinates;
    deformation augmentation of the U-Net paper
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
picture = Image.fromarray(load_sample_image("flower.jpg")).resize((320, 214))
image = v2.ToImage()(picture)

results = {
    f"alpha={alpha}, sigma={sigma}": v2.ElasticTransform(alpha, sigma)(image)  # <-
    for alpha, sigma in ((100.0, 5.0), (300.0, 5.0), (300.0, 10.0))
}
print({tuple(result.shape) for result in results.values()})
#> {(3, 214, 320)}
