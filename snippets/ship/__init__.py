"""Ship: hand a trained model to others.

| You want | Use |
|---|---|
| the same program, compiled | [`torch.compile`](#compile_model) |
| a file that runs without your classes, in Python | [`torch.export`](#export_program) |
| a file for another language or runtime | [`torch.onnx.export`](#onnx_export) |
| to read a `torch.jit` file of older code | [`torch.jit.load`](#jit_script) |
| weights of one byte on the CPU | [`quantize_dynamic`](#quantize_dynamic), torchao for new code |
| weights for this code elsewhere | `torch.save(model.state_dict(), path)` |

In every case put the model into eval mode first: what is exported keeps the mode of
that moment. Give an example batch of two or more, name the dimensions that vary, and
compare the results with those of the model at several batch sizes before anything is
deployed. `torch._inductor.aoti_compile_and_package` turns an exported program into a
native library that `torch._inductor.aoti_load_package` runs; it needs a C++ compiler,
so no entry here shows it.
"""

__all__ = [
    "before_serving",
    "compile_model",
    "graph_breaks",
    "export_program",
    "export_dynamic",
    "export_control_flow",
    "onnx_export",
    "onnx_inspect",
    "jit_trace",
    "jit_script",
    "quantize_dynamic",
]

#: What the home page names of it.
WANTED = ["export_program", "compile_model", "onnx_export"]
