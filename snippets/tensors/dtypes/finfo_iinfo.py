r"""finfo and iinfo: limits and precision of a type.

`finfo(dtype).eps` is the gap between 1 and the next number, `tiny` the smallest normal
one, `min` the lowest: minus `max`. Fill masks with `finfo(scores.dtype).min`: -1e9 is
`-inf` in float16. Integers wrap around at `iinfo(dtype).max`. `nextafter` is the
neighbour of a number, `frexp` takes it apart into fraction and exponent.

Attributes: Shapes
    one: () float32

Asked as:
    torch.finfo; torch.iinfo; machine epsilon; np.finfo; np.iinfo; largest float;
    smallest positive number; maximum of int64; how many digits has bfloat16;
    torch.finfo(dtype).min in attention masks; float16 overflows above 65504;
    sys.float_info; np.nextafter; np.frexp; torch.ldexp; mantissa and exponent; limits
    of a dtype; tf.float32.max; dtype.limits; dynamic range of bfloat16; smallest and
    largest number of a data type
"""

import torch

for dtype in (torch.float32, torch.float16, torch.bfloat16):
    info = torch.finfo(dtype)  # <-
    print(info.dtype, info.max, info.eps, info.tiny)
    #> float32 3.4028234663852886e+38 1.1920928955078125e-07 1.1754943508222875e-38
    #> float16 65504.0 0.0009765625 6.103515625e-05
    #> bfloat16 3.3895313892515355e+38 0.0078125 1.1754943508222875e-38
print(torch.iinfo(torch.uint8).max, torch.iinfo(torch.int64).max)
#> 255 9223372036854775807

one = torch.tensor(1.0)
print(one.nextafter(torch.tensor(2.0)) - one)
#> tensor(1.1921e-07)
mantissa, exponent = torch.frexp(torch.tensor(6.0))
print(mantissa, exponent, torch.ldexp(mantissa, exponent))
#> tensor(0.7500) tensor(3, dtype=torch.int32) tensor(6.)
print(torch.tensor(-1e9).half(), torch.finfo(torch.float16).min)
#> tensor(-inf, dtype=torch.float16) -65504.0
