r"""fan_in and fan_out: inputs of a unit, units of an input.

Read from the weight's shape. `nn.Linear` stores (out_features, in_features); a
convolution (out_channels, in_channels / groups, height, width), and its kernel size
counts in both. With groups fan_out is too large by their number. A transposed
convolution stores its channels the other way round: fan_in and fan_out are exchanged.

$$\text{fan_in} = C_\text{in} \cdot k_h \cdot k_w, \quad \text{fan_out} = C_\text{out}
\cdot k_h \cdot k_w$$

Attributes: Shapes
    linear.weight: (200, 300) float32, fan_in 300 and fan_out 200
    conv.weight: (16, 3, 5, 5) float32, fan_in 75 and fan_out 400

Asked as:
    what does fan_in mean; number of incoming connections of a neuron;
    _calculate_fan_in_and_fan_out; compute fan-in of a conv layer; does kernel size
    count in fan_in; incoming and outgoing connections; effect of groups on fan_in; n in
    the He and Glorot formulas; which axis of a weight is in and which is out; is fan_in
    the rows or columns of the matrix; how many inputs has one unit of a conv; number of
    inputs and outputs of a layer from its weight; fan_in of a Linear layer; Fan in and
    fan out can not be computed; n_in and n_out of a layer
"""

from torch import nn

linear = nn.Linear(300, 200)
fan_out, fan_in = linear.weight.shape  # <-
print(fan_out, fan_in)
#> 200 300

conv = nn.Conv2d(3, 16, kernel_size=5)
fan_in = conv.weight[0].numel()
fan_out = conv.weight[:, 0].numel()
print(fan_in, fan_out)
#> 75 400
