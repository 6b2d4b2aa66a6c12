r"""int4 weights by groups: half a byte each.

With 16 steps one scale a row is too coarse: each group of 32 or so neighbours has its
own smallest value and step. Two numbers of four bits share a byte. No weight moves by
more than half a step. Scales count too: a group of g with two float16 numbers has 4 +
32 / g bits a weight. Smaller groups are more exact and larger.

$$s = \frac{\max w - \min w}{15}, \quad q = \text{round}\!\left(\frac{w - \min w}{s}
\right), \quad |w - (\min w + s q)| \le \frac{s}{2}$$

Attributes: Shapes
    weight: (8, 128) float32
    packed: (8, 64) uint8
    step: (8, 4, 1) float32
    lowest: (8, 4, 1) float32

Asked as:
    int4 quantization by hand; group-wise quantization; group_size=128; 4-bit weights;
    pack two int4 in one byte; load_in_4bit; unpack 4-bit numbers from uint8; GPTQ, AWQ,
    GGUF Q4 format; bits per weight with scales; nibble packing in PyTorch; asymmetric
    quantization with zero point; shrink a language model to a quarter of float16; Q4_0,
    Q4_K of llama.cpp
"""

import torch


def quantise(weight, group):
    w = weight.float().unflatten(1, (-1, group))
    lowest, highest = w.amin(dim=2, keepdim=True), w.amax(dim=2, keepdim=True)
    step = ((highest - lowest) / 15).clamp(min=1e-12)
    q = ((w - lowest) / step).round().to(torch.uint8).flatten(1)
    return q[:, 0::2] | q[:, 1::2] << 4, step, lowest  # <- two in a byte


def dequantise(packed, step, lowest):
    q = torch.stack([packed & 15, packed >> 4], dim=2).flatten(1)
    return (q.unflatten(1, step.shape[1:2] + (-1,)) * step + lowest).flatten(1)


torch.manual_seed(0)
weight = torch.randn(8, 128)
packed, step, lowest = quantise(weight, group=32)
error = (dequantise(packed, step, lowest) - weight).abs()
print((error.unflatten(1, (-1, 32)) <= step / 2 + 1e-6).all())
#> tensor(True)
print(weight.nbytes, packed.nbytes)
#> 4096 512

for group in (128, 32, 8):
    error = dequantise(*quantise(weight, group)) - weight
    print(group, 4 + 32 / group, f"{error.abs().mean():.3f}")
    #> 128 4.25 0.093
    #> 32 5.0 0.066
    #> 8 8.0 0.037
