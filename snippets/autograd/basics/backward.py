r"""backward: fill .grad of the leaves.

For a scalar, usually the loss. Saved values are freed on the way: a second `backward`
raises, unless the first had `retain_graph=True` or `create_graph=True`, or none was
saved, as of `x + 2`.

$$f(x) = \sum_i x_i^2 \quad \Rightarrow \quad \frac{\partial f}{\partial x_i} = 2 x_i$$

Attributes: Shapes
    x: (3,) float32
    loss: () float32
    x.grad: (3,) float32

Raises:
    RuntimeError: `loss.backward()` Trying to backward through the graph a second time
    RuntimeError: `(x * 2).backward()` grad can be implicitly created only for scalar
        outputs
    RuntimeError: `torch.ones(()).backward()` element 0 of tensors does not require grad
        and does not have a grad_fn

Asked as:
    backpropagation; backprop the loss through the network; automatic differentiation;
    what happens when I call loss.backward(); call that computes the gradients of all
    parameters after the forward pass; tf.GradientTape; compute the derivative of a
    function at a point; where are gradients stored; calculate gradients; chain rule
    through the computation graph; reverse-mode differentiation; compute the gradient of
    the loss for all weights; backpropagate the error; x.grad is None before the first
    backward call; minimal loss.backward() example; how does PyTorch know the
    derivatives of my function; tensor doesn't require grad and has no grad_fn;
    derivative of x**2 at 3; what does backward() do; how does autograd work; print the
    gradients; get the gradient of a tensor; differentiate a function
"""

import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
print(x.grad)
#> None

loss = (x**2).sum()
loss.backward()  # <-
print(x.grad)
#> tensor([2., 4., 6.])
