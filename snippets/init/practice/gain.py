r"""calculate_gain: what a nonlinearity does to the spread.

The factor that `xavier_*` and `orthogonal_` take as `gain`, and that `kaiming_*`
computes itself. GELU and SiLU have none: use `relu`.

$$\text{linear}, \text{sigmoid}: 1 \quad \tanh: \frac{5}{3} \quad \text{relu}: \sqrt{2}
\quad \text{leaky_relu}: \sqrt{\frac{2}{1 + a^2}} \quad \text{selu}: \frac{3}{4}$$

Raises:
    ValueError: `nn.init.calculate_gain("gelu")` Unsupported nonlinearity gelu

Asked as:
    sqrt(2) factor for relu; 5/3 for tanh; gain for gelu, silu or swish; Unsupported
    nonlinearity silu; nn.init.calculate_gain('relu'); which gain for xavier or
    orthogonal; scale of VarianceScaling; param of leaky_relu, the negative slope; why
    multiply initial weights by a factor per activation; recommended gain values; scale
    factor of an activation function in xavier init; gain for selu or leaky relu; number
    to multiply xavier with for leaky relu; multiplier for the standard deviation of
    weights; why 1.414 for relu; nonlinearity argument of calculate_gain; what is gain
    in xavier_uniform_
"""

from torch import nn

for name in ["linear", "sigmoid", "tanh", "relu", "selu"]:
    print(name, round(nn.init.calculate_gain(name), 4))
    #> linear 1
    #> sigmoid 1
    #> tanh 1.6667
    #> relu 1.4142
    #> selu 0.75

print(nn.init.calculate_gain("leaky_relu", 0.2))  # <-
#> 1.3867504905630728
