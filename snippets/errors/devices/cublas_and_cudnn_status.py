r"""CUBLAS_STATUS_* and CUDNN_STATUS_*: a GPU library fails, often for another reason.

cuBLAS multiplies matrices, cuDNN runs convolutions and recurrent layers. They are often
the first to fail where the cause is elsewhere: a label or index out of range (an
asynchronous assert), too little memory left for their workspace, sizes that do not fit,
a driver or build that does not suit the card. Run one batch on the CPU, which names
wrong shapes and indices; then a much smaller batch on the GPU, which shows a lack of
memory. See [device-side assert](#device_side_assert).

Raises:
    IndexError: `F.embedding(tokens, table)` index out of range in self

Also worded:
    RuntimeError: CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling
      `cublasCreate(handle)`
    RuntimeError: CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling
      `cublasCreate(handle)`
    RuntimeError: CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasSgemm(
      handle, opa, opb, m, n, k, &alpha, a, lda, b, ldb, &beta, c, ldc)`
    RuntimeError: CUDA error: CUBLAS_STATUS_INVALID_VALUE when calling `cublasSgemm(
      handle, opa, opb, m, n, k, &alpha, a, lda, b, ldb, &beta, c, ldc)`
    RuntimeError: cuDNN error: CUDNN_STATUS_NOT_INITIALIZED
    RuntimeError: cuDNN error: CUDNN_STATUS_EXECUTION_FAILED
    RuntimeError: cuDNN error: CUDNN_STATUS_INTERNAL_ERROR
    RuntimeError: Unable to find a valid cuDNN algorithm to run convolution

Asked as:
    cublas error in a linear layer; cublasCreate fails; CUDNN_STATUS_MAPPING_ERROR;
    cudnn error goes away with a smaller batch; token id larger than the vocabulary on
    the GPU; torch.backends.cudnn.enabled = False to test
"""

import torch
import torch.nn.functional as F

table = torch.zeros(100, 8)  # 100 words
tokens = torch.tensor([[5, 100]])

# On the CPU the message names the cause.
try:
    F.embedding(tokens.cpu(), table.cpu())  # <-
except IndexError as error:
    print(error)
    #> index out of range in self
print(tokens.max().item() < table.shape[0])
#> False

# A table with room for index 100.
rows = F.embedding(tokens, torch.zeros(101, 8))  # (1, 2, 8)
