"""torch.cuda.stream: a second queue of work on the GPU.

Work in one stream runs in order, two streams run side by side where there is room. Say
what waits: the side stream for the inputs, the main stream for the result. A tensor's
memory belongs to the stream that made it: `record_stream` tells the allocator that
another one uses it, or it may be given away too early. `torch.Stream` does the same on
other accelerators. Without a GPU `torch.cuda.stream(None)` does nothing.

Attributes: Shapes
    y: (1000, 1000) float32

Asked as:
    torch.cuda.Stream; with torch.cuda.stream(s); wait_stream; record_stream;
    torch.cuda.current_stream; wait_event; default_stream; overlap two kernels; prefetch
    batches with a side stream; data prefetcher of apex; wrong results with CUDA
    streams; torch.Stream; concurrent kernels; copy and compute at the same time;
    stream-ordered memory; cudaStreamSynchronize; two networks concurrently on one card
"""
# needs: cuda

import torch

x = torch.ones(1000, 1000, device="cuda")
main, side = torch.cuda.current_stream(), torch.cuda.Stream()
side.wait_stream(main)  # x is made there
with torch.cuda.stream(side):  # <-
    y = x @ x
    x.record_stream(side)
main.wait_stream(side)
y.record_stream(main)
print((y == 1000).all().item())
#> True
