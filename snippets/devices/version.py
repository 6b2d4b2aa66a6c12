r"""torch.__version__: which PyTorch, which CUDA, which GPU.

What a bug report needs. A part behind a plus says what the package was built for:
`+cpu`, `+cu132`. `torch.version.cuda` is empty in a build without CUDA; whether a GPU
is there is another question, see [`is_available`](#is_available).
`python -m torch.utils.collect_env` prints this and more.

Asked as:
    check the PyTorch version; which torch version do I have, is installed; release of
    torch in my notebook; print library versions, torch and torchvision; which CUDA
    toolkit; torch.version.cuda is None; is my PyTorch built with CUDA; cuDNN version;
    compute capability of the GPU; compare versions in code; torch version greater than
    2; what to say about my installation in a bug or issue report; collect_env; sm_89 is
    not compatible with the current installation; pip show torch, tf.__version__; which
    version of CUDA does torch use or have; torch.cuda.get_device_name, print the name
    of my GPU; print torch version, which PyTorch and CUDA are on this server
"""

import torch
import torchvision

report = {
    "torch": torch.__version__,
    "torchvision": torchvision.__version__,
    "CUDA": torch.version.cuda,  # what the build is for
    "cuDNN": torch.backends.cudnn.version(),
}
if torch.cuda.is_available():
    report["GPU"] = torch.cuda.get_device_name()
    report["capability"] = torch.cuda.get_device_capability()
print(list(report)[:4])
#> ['torch', 'torchvision', 'CUDA', 'cuDNN']

print(torch.__version__ >= (2, 11))  # <- compares as a version,
#> True
print("2.9" >= "2.11")  # plain text does not
#> True
