"""detach: the same value without its history.

The result shares memory with the original and is a constant for autograd: gradients
stop there. For targets computed by a network; to log a tensor, `.detach().clone()`.

Attributes: Shapes
    x: (2,) float32
    h: (2,) float32
    target: (2,) float32

Asked as:
    tf.stop_gradient; jax.lax.stop_gradient; stop gradients from flowing back; cut or
    remove a tensor from the computational graph; treat a network output as a constant;
    get a tensor without grad_fn; fake.detach() when training a GAN discriminator;
    target network in DQN without gradient; difference between detach and no_grad;
    detach().clone(); does detach make a copy; block backprop into one branch; teacher
    output in distillation; PyTorch version of stop_gradient; value that is not
    connected with the computation graph; disconnect a tensor from its history; target
    branch without gradients as in BYOL; prevent gradients from going into the encoder;
    break the graph
"""

import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
h = x**2
target = h.detach()  # <-
print(target.requires_grad, target.data_ptr() == h.data_ptr())
#> False True

# The second factor is a constant: 2x * target instead of 4x^3.
(h * target).sum().backward()
print(x.grad)
#> tensor([ 2., 16.])
