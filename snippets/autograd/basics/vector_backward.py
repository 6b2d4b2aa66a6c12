r"""backward(gradient): start from a vector.

A result of several numbers has a Jacobian $J$, not one gradient. `backward(gradient=v)`
computes $v^\top J$; a v of ones is the gradient of the sum.

$$x.\text{grad} = v^\top J, \quad J_{ij} = \frac{\partial y_i}{\partial x_j}$$

Attributes: Shapes
    x: (3,) float32
    y: (3,) float32
    v: (3,) float32, same shape as y

Raises:
    RuntimeError: `(x * 2).backward(gradient=torch.ones(2))` Mismatch in shape

Asked as:
    backprop when the output is not a scalar; loss has one value per sample, call
    backward anyway; gradient argument of backward; y.backward(torch.ones_like(y));
    vector-Jacobian product of a result; grad_tensors; external gradient; upstream
    gradient from the next layer; pass my own gradient into the network;
    output_gradients of a GradientTape; backward with a weight for every output element;
    old tutorial y.backward(torch.FloatTensor([1, 0.1])); backward of a non-scalar
    tensor; what to pass into backward() when the result is a vector; loss is not a
    single number; multiply a vector with the Jacobian by backward; backprop from a
    matrix with given output gradients
"""

import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x**2

v = torch.tensor([1.0, 0.0, 10.0])
y.backward(gradient=v)  # <-
print(x.grad)  # v * 2x
#> tensor([ 2.,  0., 60.])
