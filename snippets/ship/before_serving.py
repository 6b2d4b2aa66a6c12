"""before serving: eval, inference_mode, threads.

`eval()` switches dropout off and lets batch norm use its running statistics. Inside
`torch.inference_mode()` nothing is recorded for a backward pass. Give several worker
processes on one machine few threads: `torch.set_num_threads` sets how many an operation
may use, `OMP_NUM_THREADS=1` does it from outside.

Attributes: Shapes
    x: (2, 4) float32
    y: (2, 3) float32, an inference tensor

Raises:
    RuntimeError: `(y * torch.ones(3, requires_grad=True)).sum().backward()` Inference
        tensors cannot be saved for backward.
    RuntimeError: `[torch.set_num_interop_threads(1) for _ in range(2)]` cannot set
        number of interop threads after parallel work has started

Asked as:
    settings before a network goes into production or a web backend; deploy behind Flask
    or FastAPI; web service or REST API that answers with a neural network; limit the
    number of CPU cores; uses all CPUs at 100 %; gunicorn workers slow each other down;
    inference slow inside a Docker container; intra-op and inter-op parallelism;
    MKL_NUM_THREADS; lower the latency of one request; what to remember before
    deployment, a checklist; oversubscription of CPUs; faster inference on a CPU server;
    two different answers for the same picture in production; prediction in a web app or
    microservice; each request takes longer when several processes run; server
    predictions differ because dropout is still on; speed up inference; make predictions
    faster; deploy a model; model in production
"""

import torch
from torch import nn

torch.set_num_threads(1)
print(torch.get_num_threads())
#> 1

model = nn.Sequential(nn.Linear(4, 3), nn.Dropout(0.5))
model.eval()  # <- a setting of the model: call it once, after loading
print([module.training for module in model.modules()])
#> [False, False, False]


@torch.inference_mode()
def predict(batch):
    return model(batch)


x = torch.ones(2, 4)
y = predict(x)
print(torch.equal(y, predict(x)))  # no dropout: equal results
#> True
print(y.requires_grad, y.is_inference(), y.clone().is_inference())
#> False True False
