"""Gradients against finite differences and derivatives written out, in float64."""

import numpy as np
import pytest
import torch
from torch.func import grad, hessian, jacrev, vjp

X = torch.tensor([0.3, -1.2, 2.0, 0.7], dtype=torch.float64)


def central(f, x, h=1e-6):
    """Partial derivatives of f at x, by central differences, one input at a time."""
    steps = h * np.eye(x.size)
    return np.stack([(f(x + step) - f(x - step)) / (2 * h) for step in steps], axis=-1)


FUNCTIONS = {
    "square": (lambda x: (x**2).sum(), lambda x: (x**2).sum()),
    "sin": (lambda x: (torch.sin(x) * x**2).sum(), lambda x: (np.sin(x) * x**2).sum()),
    "softmax": (
        lambda x: torch.log_softmax(x, 0)[1],
        lambda x: x[1] - np.log(np.exp(x).sum()),
    ),
    "norm": (lambda x: x.norm(), lambda x: np.sqrt((x * x).sum())),
    "matmul": (
        lambda x: (x.view(2, 2) @ x.view(2, 2)).sum(),
        lambda x: (x.reshape(2, 2) @ x.reshape(2, 2)).sum(),
    ),
}
functions = pytest.mark.parametrize(("ours", "numpy"), FUNCTIONS.values(), ids=FUNCTIONS)


@functions
def test_finite_differences(ours, numpy):
    x = X.clone().requires_grad_()
    ours(x).backward()
    np.testing.assert_allclose(x.grad, central(numpy, X.numpy()), rtol=1e-7, atol=1e-8)


def test_backward_of_squares_is_2x_and_doubles():
    x = X.clone().requires_grad_()
    for times in (1, 2, 3):
        (x**2).sum().backward()
        torch.testing.assert_close(x.grad, times * 2 * X, rtol=1e-15, atol=0)


def test_vector_backward_is_v_times_jacobian():
    x = X.clone().requires_grad_()
    v = torch.tensor([1.0, -2.0, 0.5, 3.0], dtype=torch.float64)
    torch.cumprod(x, 0).backward(gradient=v)
    jacobian = central(lambda x: np.cumprod(x), X.numpy())
    np.testing.assert_allclose(x.grad, v.numpy() @ jacobian, rtol=1e-7, atol=1e-8)


@pytest.mark.parametrize(
    ("f", "first", "second"),
    [
        (lambda x: x**4, lambda x: 4 * x**3, lambda x: 12 * x**2),
        (torch.sin, np.cos, lambda x: -np.sin(x)),
        (torch.exp, np.exp, np.exp),
    ],
    ids=["power", "sin", "exp"],
)
def test_higher_order(f, first, second):
    x = X.clone().requires_grad_()
    (df,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (ddf,) = torch.autograd.grad(df.sum(), x)
    np.testing.assert_allclose(df.detach(), first(X.numpy()), rtol=1e-12)
    np.testing.assert_allclose(ddf, second(X.numpy()), rtol=1e-12)


def test_func_grad():
    w, x = torch.randn(2, 5, dtype=torch.float64)
    found = grad(lambda w, x: ((w * x) ** 2).sum())(w, x)
    np.testing.assert_allclose(found, 2 * w.numpy() * x.numpy() ** 2, rtol=1e-12)


@pytest.mark.filterwarnings("ignore:.*torch.jit.script.*")
def test_func_jacobian():
    def f(x):
        return torch.stack([x[0] * x[1], x[0] ** 2, x[1]])

    def g(x):
        return x[0] ** 2 * x[1]

    x0, x1 = 1.7, -0.6
    x = torch.tensor([x0, x1], dtype=torch.float64)
    written = torch.tensor([[x1, x0], [2 * x0, 0], [0, 1]], dtype=torch.float64)
    torch.testing.assert_close(jacrev(f)(x), written)
    second = torch.tensor([[2 * x1, 2 * x0], [2 * x0, 0]], dtype=torch.float64)
    torch.testing.assert_close(hessian(g)(x), second)
    torch.testing.assert_close(jacrev(jacrev(g))(x), second)
    v = torch.randn(3, dtype=torch.float64)
    torch.testing.assert_close(vjp(f, x)[1](v)[0], v @ written)
