"""Devices: no GPU, the wrong build, or two devices in one operation.

First ask what is there: [`is_available`](../devices/index.md#is_available) and [the
version](../devices/index.md#version).
"""

__all__ = [
    "same_device",
    "out_of_memory",
    "not_compiled_with_cuda",
    "no_nvidia_driver",
    "device_side_assert",
    "to_numpy_from_gpu",
    "invalid_device_string",
    "invalid_device_ordinal",
    "no_kernel_image",
    "cublas_and_cudnn_status",
    "cuda_in_forked_subprocess",
    "meta_tensor_no_data",
    "generator_device",
    "pin_dense_cpu_tensors",
    "mps_float64",
]
