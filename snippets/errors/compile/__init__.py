"""Compile and export: torch.compile, export, ONNX and TorchScript.

Run the plain module first; `torch._dynamo.explain` and `TORCH_LOGS` say what stood in
the way.
"""

__all__ = [
    "unsupported",
    "recompile_limit",
    "backend_compiler_failed",
    "data_dependent_expression",
    "constraints_violated",
    "onnx_operator_not_supported",
    "onnxruntime_invalid_input",
    "tracer_warning",
    "tracer_output_type",
    "scripting_fails",
    "deprecated_jit",
]
