"""Ship: hand a trained model to others.

| You want | Use |
|---|---|
| the same program, compiled | [`torch.compile`](#compile_model), [its modes](#compile_modes) |
| a file that runs without your classes, in Python | [`torch.export`](#export_program) |
| a native library for Python or C++ | [AOTInductor](#aot_inductor) |
| a file for another language or runtime | [`torch.onnx.export`](#onnx_export) |
| the compiler past a function of your own | [`custom_op`](#custom_op) |
| to read a `torch.jit` file of older code | [`torch.jit.load`](#jit_script) |
| weights of one byte on the CPU | [`quantize_dynamic`](#quantize_dynamic), torchao for new code |
| weights for this code elsewhere | `torch.save(model.state_dict(), path)` |

In every case put the model into eval mode first: what is exported keeps the mode of
that moment. Give an example batch of two or more, name the dimensions that vary, and
compare the results with those of the model at several batch sizes before anything is
deployed.
"""

__all__ = [
    "before_serving",
    "compile_model",
    "recompiles",
    "compile_modes",
    "graph_breaks",
    "custom_op",
    "export_program",
    "export_dynamic",
    "export_control_flow",
    "aot_inductor",
    "onnx_export",
    "onnx_inspect",
    "jit_trace",
    "jit_script",
    "quantize_dynamic",
]

#: What the home page names of it.
WANTED = ["export_program", "compile_model", "onnx_export"]
