r"""BackendCompilerFailed: the graph was read, and its compiler gave up.

The line after it holds the real error. Usual causes: no C++ compiler on the machine
("No working C++ compiler found", cl.exe on Windows); a mistake in a backend of your
own; a bug in the compiler. Try `backend="eager"`, which only reads the graph, then
`"aot_eager"`: the first that fails shows which part it is. Errors of their own:
TritonMissing, GPUTooOldForTriton, and InvalidBackend for a name that is not known.

Raises:
    BackendCompilerFailed: `torch.compile(double, backend=broken)(x)` backend='broken'
        raised: ValueError: no such operation
    InvalidBackend: `torch.compile(double, backend="inducto")(x)` Invalid backend:
        'inducto'

Also worded:
    torch._dynamo.exc.BackendCompilerFailed: backend='inductor' raised:
    torch._inductor.exc.InductorError: InvalidCxxCompiler: No working C++ compiler found
      in torch._inductor.config.cpp.cxx: (None, 'g++')
    torch._dynamo.exc.BackendCompilerFailed: backend='inductor' raised: RuntimeError:
      Compiler: cl is not found.
    torch._inductor.exc.TritonMissing: Cannot find a working triton installation. Either
      the package is not installed or it is too old.
    RuntimeError: Cannot find a working triton installation. More information on
      installing Triton can be found at https://github.com/openai/triton
    RuntimeError: Found Tesla P100-PCIE-16GB which is too old to be supported by the
      triton GPU compiler, which is used as the backend. Triton only supports devices of
      CUDA Capability >= 7.0, but your device is of CUDA capability 6.0
    RuntimeError: Windows not yet supported for torch.compile

Asked as:
    cl is not found on Windows; install Triton for torch.compile; suppress_errors of
    dynamo; g++ is missing in a Docker image; TORCHDYNAMO_DISABLE=1; compile fails on an
    old GPU
"""

import torch


def double(x):
    return x * 2


def broken(module, inputs):
    raise ValueError("no such operation")


x = torch.ones(3)
try:
    torch.compile(double, backend=broken)(x)
except torch._dynamo.exc.BackendCompilerFailed as error:
    print(str(error).splitlines()[:2])
    #> ["backend='broken' raised:", 'ValueError: no such operation']

# Which part it is: no compiler, then only the graphs of forward and backward.
for backend in ("eager", "aot_eager"):
    torch._dynamo.reset()
    print(backend, torch.compile(double, backend=backend)(x).tolist())
    #> eager [2.0, 2.0, 2.0]
    #> aot_eager [2.0, 2.0, 2.0]

# A machine without the compiler: run the same program uncompiled.
with torch.compiler.set_stance("force_eager"):  # <-
    print(torch.compile(double)(x).tolist())
    #> [2.0, 2.0, 2.0]
