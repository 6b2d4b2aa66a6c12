"""AOTInductor: an exported program as a native library.

`aoti_compile_and_package` writes a `.pt2` file with compiled code and the weights:
Python loads it with `aoti_load_package`, C++ with `AOTIModelPackageLoader`, without
compiling again. It needs a C++ compiler, so the call stands here in a function. Sizes
that vary are named at export; the file is for one kind of device.

Attributes: Shapes
    x: (3, 4) float32

Asked as:
    torch._inductor.aoti_compile_and_package; aoti_load_package; AOTInductor; ahead-of-
    time compilation of a PyTorch model; compile a model to a shared library, .so;
    deploy to C++ without Python; AOTIModelPackageLoader; torch._export.aot_compile; run
    an exported model without compiling at start; serve a compiled model without
    warm-up; native code from torch.export; torch.compile result saved to a file;
    replacement for libtorch TorchScript
"""

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)).eval()
x = torch.randn(3, 4)
batch = torch.export.Dim("batch")
exported = torch.export.export(model, (x,), dynamic_shapes=({0: batch},))


def package(path):
    torch._inductor.aoti_compile_and_package(exported, package_path=path)  # <-
    return torch._inductor.aoti_load_package(path)


# native = package("model.pt2")
# native(x)
print(torch.allclose(exported.module()(x), model(x)))
#> True
