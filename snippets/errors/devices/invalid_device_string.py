r"""Invalid device string: the name of a device is mistyped.

A name is a type in small letters, or type, colon and number: "cuda", "cuda:0", "cpu",
"mps". Usual causes: no colon ("cuda0"), a blank ("cuda: 0"), a list ("cuda:0,1"), a
negative number ("cuda:-1"), only a number in quotes from a command line ("0"), a type
that does not exist ("gpu", "CUDA"). A plain int is a GPU's number. What may be asked:
[a device as an object](../devices/index.md#device_object).

Raises:
    RuntimeError: `torch.device("cuda0")` Invalid device string: 'cuda0'
    RuntimeError: `torch.ones(2).to("gpu")` device type at start of device string: gpu

Also worded:
    RuntimeError: Invalid device string: '0'
    RuntimeError: Invalid device string: 'cuda:0,1'
    RuntimeError: Invalid device string: 'cuda:-1'
    RuntimeError: Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep,
      hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone device
      type at start of device string: gpu
    RuntimeError: Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep,
      hip, ve, fpga, ort, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone device
      type at start of device string: CUDA
    RuntimeError: Device string must not be empty
    RuntimeError: Device index must not be negative

Asked as:
    how do I write the name of the second GPU; device given as a string of digits from
    argparse; "cuda:0,1" for two GPUs; cuda with capital letters; spelling of device
    names; tpu as a device name
"""

import torch

for name in ("cuda0", "cuda: 0", "0", "cuda:0,1", "gpu"):
    try:
        torch.device(name)
    except RuntimeError as error:
        print("...", str(error)[-24:])
        #> ... d device string: 'cuda0'
        #> ... device string: 'cuda: 0'
        #> ... valid device string: '0'
        #> ... evice string: 'cuda:0,1'
        #> ... rt of device string: gpu

# The type in small letters, then a colon and the number, if any.
print(torch.device("cuda:1"), torch.device("cpu"), torch.device("mps"))  # <-
#> cuda:1 cpu mps

# A number from a command line: type and index as two arguments.
argument = "1"
print(torch.device("cuda", int(argument)))
#> cuda:1
