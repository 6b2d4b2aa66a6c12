"""What the sentences of errors/autograd say."""

import copy
import math
import re
import warnings

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from support import says
from torch import nn
from torch.autograd import grad, gradcheck
from torch.autograd.gradcheck import GradcheckError
from torch.nn.parallel import _functions
from torch.utils.checkpoint import checkpoint

NO_GRAPH = "element 0 of tensors does not require grad and does not have a grad_fn"
SECOND = "Trying to backward through the graph a second time"
CHANGED = "has been modified by an inplace operation"
NO_LEAF = "Only Tensors created explicitly by the user (graph leaves) support the deepcopy"


def refuses(part, call, error=RuntimeError):
    """Assert that a call raises an error with this part of a message."""
    with pytest.raises(error, match=re.escape(part)):
        call()


def warned(call):
    """Return the value of a call and the warnings that it gave."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = call()
    return value, [str(warning.message) for warning in caught]


def leaf(*values, dtype=torch.float32):
    return torch.tensor(values or (1.0, 2.0), dtype=dtype, requires_grad=True)


@says(
    "errors/autograd",
    "A result is part of a graph where it has a `grad_fn`, a leaf where it requires grad; print "
    "it.",
)
@pytest.mark.parametrize("requires", [True, False])
def test_a_leaf_that_requires_grad_is_in_the_graph(requires):
    w = torch.ones(2, requires_grad=requires)
    assert w.grad_fn is None
    assert ("requires_grad=True" in repr(w)) is requires
    assert (w.sum().grad_fn is not None) is requires


@says(
    "errors/autograd",
    "A result is part of a graph where it has a `grad_fn`, a leaf where it requires grad; print "
    "it.",
)
@pytest.mark.parametrize(
    ("make", "has"),
    [
        (lambda w: w * 2, True), (lambda w: w[0], True), (lambda w: w.clone(), True),
        (lambda w: w.detach(), False), (lambda w: w.argmax(), False), (lambda w: w > 0, False),
    ],
)  # fmt: skip
def test_a_tensor_with_a_grad_fn_is_in_the_graph(make, has):
    w = leaf()
    x = make(w)
    assert ("grad_fn=" in repr(x)) is (x.grad_fn is not None) is has
    if has:
        x.sum().backward()
        assert w.grad is not None
    else:
        refuses(NO_GRAPH, lambda: x.sum().backward())


@says(
    "errors/autograd/does_not_require_grad",
    "it has no grad_fn either, so no graph.",
    "`backward` is called on a value that nothing was recorded for.",
    "Usual causes: the loss was made anew, with `torch.tensor(loss)`, `.item()`, `.detach()` or "
    "NumPy; it comes from `argmax`, a comparison or a cast to an integer type, which have no "
    "gradient; the forward pass ran under `no_grad` or `inference_mode`, or in a reentrant "
    "`checkpoint` whose inputs need no gradient; all parameters are frozen.",
)
@pytest.mark.parametrize(
    "anew",
    [
        lambda model, x: torch.tensor(model(x).sum()),
        lambda model, x: torch.tensor(model(x).sum().item()),
        lambda model, x: model(x).sum().detach(),
        lambda model, x: torch.from_numpy(model(x).detach().numpy()).sum(),
        lambda model, x: model(x).argmax(),
        lambda model, x: (model(x) > 0).float().sum(),
        lambda model, x: model(x).long().sum(),
        lambda model, x: torch.no_grad()(model)(x).sum(),
        lambda model, x: torch.inference_mode()(model)(x).sum(),
        lambda model, x: checkpoint(model, x, use_reentrant=True).sum(),
        lambda model, x: model.requires_grad_(False)(x).sum(),
    ],
)
@pytest.mark.filterwarnings("ignore:To copy construct:UserWarning")
@pytest.mark.filterwarnings("ignore:Converting a tensor with requires_grad:UserWarning")
@pytest.mark.filterwarnings("ignore:None of the inputs have requires_grad:UserWarning")
def test_causes_of_no_graph(anew):
    model, x = nn.Linear(2, 3), torch.ones(4, 2)
    loss = anew(model, x)
    assert loss.grad_fn is None
    refuses(NO_GRAPH, loss.backward)
    model.bias.requires_grad_(True)
    model(x).sum().backward()
    assert model.bias.grad.tolist() == [4, 4, 4]


@says(
    "errors/autograd/does_not_require_grad",
    "Print `requires_grad` of each value from the model's output on: the first False shows the "
    "place.",
)
@pytest.mark.parametrize("breaks", [torch.Tensor.argmax, torch.Tensor.detach, torch.Tensor.long])
def test_where_requires_grad_turns_false(breaks):
    values = [leaf()]
    for step in (torch.exp, torch.relu, breaks, torch.Tensor.float, torch.sum):
        values.append(step(values[-1]))
    assert [value.requires_grad for value in values] == [True] * 3 + [False] * 3


@says(
    "errors/autograd/does_not_require_grad",
    "Print `requires_grad` of each value from the model's output on: the first False shows the "
    "place.",
)
def test_the_output_is_the_first_false():
    with torch.no_grad():
        output = nn.Linear(2, 3)(torch.ones(4, 2))
    frozen = nn.Linear(2, 3).requires_grad_(False)(torch.ones(4, 2))
    for first in (output, frozen):
        assert (first.requires_grad, first.sum().requires_grad) == (False, False)


@says(
    "errors/autograd/does_not_require_grad",
    "Under no_grad: end the block first, or record again inside it (not in inference_mode).",
)
@pytest.mark.parametrize(("block", "records"), [("no_grad", True), ("inference_mode", False)])
def test_recording_again_inside_a_block(block, records):
    w = leaf()
    with getattr(torch, block)():
        assert not (w * 2).requires_grad
        with torch.enable_grad():
            assert (w * 2).requires_grad is records
    assert (w * 2).requires_grad


@says(
    "errors/autograd/backward_second_time",
    "its saved values are gone.",
    "`backward` frees what the forward pass kept.",
)
@pytest.mark.parametrize("forward", [torch.exp, torch.sqrt, torch.square, torch.log])
@pytest.mark.parametrize("retain", [False, True])
def test_backward_frees_what_was_kept(forward, retain):
    y = forward(leaf())
    names = [name for name in dir(y.grad_fn) if name in ("_saved_self", "_saved_result")]
    assert names and all(torch.is_tensor(getattr(y.grad_fn, name)) for name in names)  # noqa: PT018
    y.sum().backward(retain_graph=retain)
    if retain:
        assert torch.is_tensor(getattr(y.grad_fn, names[0]))
    else:
        refuses(SECOND, lambda: getattr(y.grad_fn, names[0]))


def value_before_the_loop(right):
    w = leaf()
    shared = w * w
    for _ in range(2):
        (w * w if right else shared).sum().backward()


def carried_state(right):
    rnn, state = nn.RNN(2, 3), torch.zeros(1, 3)
    for _ in range(2):
        out, state = rnn(torch.ones(4, 2), state.detach() if right else state)
        out.sum().backward()


def two_losses(right):
    w = leaf()
    shared = w * w
    if right:
        (shared.sum() + shared.exp().sum()).backward()
    else:
        shared.sum().backward()
        shared.exp().sum().backward()


def summed_loss(right):
    w, total = leaf(), 0
    for _ in range(3):
        total = total + (w * w).sum()
        if not right:
            total.backward()
    total.backward()


@says(
    "errors/autograd/backward_second_time",
    "Usual causes: a value that was computed before the loop is used in each step; a hidden state "
    "is carried from batch to batch with its history; two losses share a forward pass and each "
    "calls `backward`; a loss that is summed over the steps calls it in each.",
)
@pytest.mark.parametrize("cause", [value_before_the_loop, carried_state, two_losses, summed_loss])
def test_causes_of_a_second_backward(cause):
    refuses(SECOND, lambda: cause(right=False))
    cause(right=True)


@says(
    "errors/autograd/backward_second_time",
    "`retain_graph=True` is for two losses of one forward pass; in a loop it keeps all the steps "
    "before, and mostly fails after `optimizer.step()`: the weights have changed.",
)
@pytest.mark.parametrize("steps", [1, 2, 5])
def test_a_retained_graph_keeps_all_steps(steps):
    w = leaf()
    shared = w * w
    shared.sum().backward(retain_graph=True)
    (shared * 3).sum().backward()
    torch.testing.assert_close(w.grad, 8 * w.detach())
    state = torch.ones(2)
    for _ in range(steps):
        state = (w * state).tanh()
        state.sum().backward(retain_graph=True)
    node, kept = state.grad_fn, 0
    while node is not None:
        if node.name() == "TanhBackward0":
            kept += torch.is_tensor(node._saved_result)
            node = node.next_functions[0][0]
        else:
            node = node.next_functions[1][0]
    assert kept == steps
    optimizer, state = torch.optim.SGD([w], lr=0.1), torch.ones(2)
    for step in range(steps):
        state = (w * state).tanh()
        if step < 2:  # the first step saves no weights: its state needs no gradient
            state.sum().backward(retain_graph=True)
        else:
            refuses(CHANGED, lambda y=state: y.sum().backward(retain_graph=True))
        optimizer.step()


def changed_by(change, forward=torch.sigmoid):
    y = forward(leaf())
    y = change(y)
    y.sum().backward()


def gan(right):
    model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    out = model(torch.ones(1, 2))
    out.sum().backward(retain_graph=True)
    if not right:
        optimizer.step()
    (out**2).sum().backward()
    optimizer.step()


def added(y):
    y += 1
    return y


def part_set(y):
    y[0] = 5.0
    return y


@says(
    "errors/autograd/modified_by_inplace_operation",
    "backward needs the value that was there.",
    '"One of the variables needed for gradient computation has been …": an operation kept a '
    "tensor for `backward`, and that tensor was changed later.",
    "Usual causes: `+=`, `x[i] = …` or `ReLU(inplace=True)` on such a value; `optimizer.step()` "
    "between the forward pass and a second `backward`, as in a GAN.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda: changed_by(added), lambda: changed_by(lambda y: y + 1)),
        (lambda: changed_by(part_set),
         lambda: changed_by(lambda y: torch.where(torch.tensor([True, False]), 5.0, y))),
        (lambda: changed_by(nn.ReLU(inplace=True)), lambda: changed_by(nn.ReLU())),
        (lambda: gan(right=False), lambda: gan(right=True)),
        # Addition keeps nothing: the change is free.
        (lambda: changed_by(added, torch.exp), lambda: changed_by(added, lambda w: w + 1)),
    ],
)  # fmt: skip
def test_causes_of_a_change_in_place(wrong, right):
    refuses("one of the variables needed for gradient computation has been", wrong)
    right()


@says(
    "errors/autograd/modified_by_inplace_operation",
    "The message names the shape, the operation that made the tensor (a leaf has none) and two "
    "version counts.",
)
@pytest.mark.parametrize("is_leaf", [True, False])
@pytest.mark.parametrize("changes", [1, 3])
def test_what_the_message_names(is_leaf, changes):
    w, v = leaf(1.0, 2.0, 3.0), leaf(1.0, 2.0, 3.0)
    kept = v if is_leaf else v.exp()
    loss = (w * kept).sum()
    with torch.no_grad():
        for _ in range(changes):
            kept.add_(1)
    made = "" if is_leaf else ", which is output 0 of Exp"
    with pytest.raises(RuntimeError, match=CHANGED) as caught:
        loss.backward()
    versions = rf"is at version {changes}; expected version 0 instead"
    pattern = rf"\[torch.FloatTensor \[3\]\]{made}(Backward0)?,? {versions}"
    assert re.search(pattern, str(caught.value))
    assert ("which is output" in str(caught.value)) is not is_leaf


@says(
    "errors/autograd/modified_by_inplace_operation",
    "`torch.autograd.set_detect_anomaly(True)` prints the forward line that kept it.",
)
@pytest.mark.parametrize("detect", [True, False])
def test_anomaly_mode_prints_the_forward_line(detect):
    def run():
        with torch.autograd.set_detect_anomaly(detect):
            y = torch.sigmoid(leaf())  # this line kept it
            y += 1
            refuses(CHANGED, y.sum().backward)

    messages = warned(run)[1]
    assert any("# this line kept it" in message for message in messages) is detect


@says(
    "errors/autograd/grad_is_none",
    ".grad is None.",
    "A tensor has no `.grad` until a `backward` reached it.",
    "Usual causes: it is read before the first `backward`, or after `zero_grad()`, which sets it "
    "to None; the tensor was not used for the loss, or is frozen; `w = w - lr * w.grad` made a "
    'new tensor, which is not a leaf; so did `.to("cuda")` or `* 0.1` after '
    "`requires_grad=True`.",
)
@pytest.mark.parametrize(
    "cause",
    [
        "before", "zero_grad", "unused", "frozen", "update", "to another device", "to a type",
        "factor",
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:The .grad attribute of a Tensor that is not a leaf")
def test_causes_of_no_gradient(cause):
    w, other = nn.Parameter(torch.ones(2)), leaf()
    frozen = w.detach()
    if cause != "before":
        (w * other * 2).sum().backward()
        assert w.grad.tolist() == [2, 4]
    made = {
        "before": lambda: w, "unused": leaf, "frozen": lambda: frozen,
        "update": lambda: w - 0.1 * w.grad, "factor": lambda: w * 0.1,
        # Another device, as "cuda" is.
        "to another device": lambda: w.to("meta"), "to a type": lambda: w.double(),
        "zero_grad": lambda: torch.optim.SGD([w]).zero_grad() or w,
    }[cause]()  # fmt: skip
    if cause in ("update", "to another device", "to a type", "factor"):
        assert not made.is_leaf
        if made.device.type == "cpu":
            (made * 2).sum().backward()
    elif cause == "frozen":
        (made * other).sum().backward()
    assert made.grad is None
    refuses("'NoneType' object has no attribute 'zero_'", lambda: made.grad.zero_(), AttributeError)


@says(
    "errors/autograd/leaf_in_place",
    "updates need no_grad.",
    "A parameter that is not frozen, or a tensor made with `requires_grad=True`, cannot be changed "
    "in place while a graph is recorded.",
    "Usual causes: an update by hand, `w -= lr * w.grad`; weights that are filled or copied in a "
    "loop; a part that is set, `x[0] = 5`, where the message speaks of a view.",
    "An update by hand: without a graph.",
)
@pytest.mark.parametrize("made", [leaf, lambda: nn.Parameter(torch.ones(2))])
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda w: w.sub_(0.1), "a leaf Variable that requires grad is being used"),
        (lambda w: w.fill_(1), "a leaf Variable that requires grad is being used"),
        (lambda w: w.copy_(torch.ones(2)), "a leaf Variable that requires grad is being used"),
        (lambda w: w.__setitem__(0, 5.0), "a view of a leaf Variable that requires grad"),
        (lambda w: w[:1].mul_(2), "a view of a leaf Variable that requires grad"),
    ],
)
def test_causes_of_a_leaf_changed_in_place(made, change, message):
    w = made()
    refuses(message, lambda: change(w))
    with torch.no_grad():
        change(w)
    assert w.is_leaf
    change(made().requires_grad_(False))
    assert w.requires_grad


@says(
    "errors/autograd/leaf_in_place",
    "Weights that are filled or copied: the same, or `nn.init`, which does it for you.",
)
@pytest.mark.parametrize(
    "init", [nn.init.zeros_, nn.init.ones_, nn.init.xavier_uniform_, nn.init.kaiming_normal_]
)
def test_init_needs_no_block(init):
    w = nn.Parameter(torch.full((2, 3), 7.0))
    init(w)
    assert w.requires_grad
    assert w.is_leaf
    assert not (w == 7).any()


@says(
    "errors/autograd/grad_scalar_outputs",
    "the loss is not one number.",
    "`backward()` without an argument starts from one number.",
)
@pytest.mark.parametrize("shape", [(), (1,), (1, 1), (2,), (0,), (2, 1)])
def test_backward_starts_from_one_number(shape):
    y = leaf(1.0).sum().expand(shape) * 2
    if y.numel() == 1:
        y.backward()
    else:
        refuses("grad can be implicitly created only for scalar outputs", y.backward)


def gathered(monkeypatch, losses):
    """Gather as `DataParallel` does, with `cat` in place of the copy between GPUs."""
    monkeypatch.setattr(_functions.comm, "gather", lambda parts, dim, device: torch.cat(parts, dim))
    return nn.parallel.scatter_gather.gather(losses, 0)


@says(
    "errors/autograd/grad_scalar_outputs",
    'Usual causes: a loss with `reduction="none"`, or one written by hand without `mean`; a loss '
    "for each GPU, as `DataParallel` returns it; `backward` on the output of the model.",
    "Reduce it with `mean()` or `sum()`, or give `backward` a weight for each value, see "
    "`vector_backward`.",
)
@pytest.mark.parametrize(
    "made",
    [
        lambda model, x: F.mse_loss(model(x), x, reduction="none"),
        lambda model, x: (model(x) - x).abs(),
        lambda model, x: model(x),
    ],
)
@pytest.mark.filterwarnings("ignore:Was asked to gather along dimension 0")
def test_causes_of_many_outputs(monkeypatch, made):
    model, x = nn.Linear(2, 2), torch.ones(3, 2)
    message = "grad can be implicitly created only for scalar outputs"
    refuses(message, lambda: made(model, x).backward())
    made(model, x).mean().backward()
    made(model, x).sum().backward()
    made(model, x).backward(torch.rand(3, 2))
    losses = gathered(monkeypatch, [torch.empty((), device="meta") for _ in range(2)])
    assert losses.shape == (2,)


@says(
    "errors/autograd/grad_scalar_outputs",
    "Values that stay apart: one weight each; ones give the gradient of the sum.",
)
@pytest.mark.parametrize("function", [torch.exp, torch.square, torch.tanh])
def test_weights_of_the_outputs(function):
    x, weight = leaf(1.0, 2.0, 4.0), torch.randn(3)
    (ones,) = grad(function(x), x, torch.ones(3))
    (whole,) = grad(function(x).sum(), x)
    torch.testing.assert_close(ones, whole)
    (weighted,) = grad(function(x), x, weight)
    torch.testing.assert_close(weighted, weight * whole)


NON_LEAF = "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed"


@says(
    "errors/autograd/grad_of_non_leaf",
    "it is None.",
    "`backward` fills `.grad` of leaves: tensors that no recorded operation made.",
    'Usual causes: `.to("cuda")`, `.double()` or `* 0.1` after `requires_grad=True`, which gives a '
    "result; the gradient of an activation; a part `w[0]` in place of `w`.",
    "An activation: ask for it before `backward`.",
)
@pytest.mark.parametrize(
    "made",
    [
        lambda w: w.to("meta"), lambda w: w.double(), lambda w: w * 0.1, torch.relu,
        lambda w: w[0],
    ],
)  # fmt: skip
def test_causes_of_grad_of_a_result(made):
    w = leaf()
    x = made(w)
    assert not x.is_leaf
    if x.device.type == "cpu":
        x.square().sum().backward()
        assert w.grad is not None
    value, messages = warned(lambda: x.grad)
    assert value is None
    assert NON_LEAF in messages[0]
    right = torch.ones(2).double().requires_grad_()
    kept = made(right)
    if kept.device.type == "cpu":
        kept.retain_grad()
        kept.square().sum().backward()
        torch.testing.assert_close(kept.grad, 2 * kept.detach())
    assert right.is_leaf


@says("errors/autograd/grad_of_non_leaf", "A part: take the part of the gradient.")
@pytest.mark.parametrize("part", [0, 1])
def test_a_part_of_the_gradient(part):
    w = leaf(1.0, 3.0)
    w.square().sum().backward()
    value, messages = warned(lambda: w.grad[part])
    assert value == 2 * w[part]
    assert not messages


def anomaly(function, *values):
    with warnings.catch_warnings(action="ignore"), torch.autograd.detect_anomaly():
        function(leaf(*values)).sum().backward()


@says(
    "errors/autograd/nan_in_backward",
    "a gradient is NaN.",
    "Anomaly mode stops at the first operation whose gradient is NaN; the name is the operation.",
    "The usual cause is an infinite gradient times zero: `sqrt` or `log` of 0, a power below 1 of "
    "0, `log(softmax(x))` of large logits, 0 / 0.",
)
@pytest.mark.parametrize(
    ("function", "values", "name", "safe"),
    [
        (lambda x: x.sqrt() * x, (0.0, 4.0), "Sqrt", lambda x: (x + 1e-8).sqrt() * x),
        (lambda x: torch.where(x > 0, x.log(), 0), (0.0, 4.0), "Log",
         lambda x: torch.where(x > 0, x.clamp(min=1e-6).log(), 0)),
        (lambda x: x**0.5 * x, (0.0, 4.0), "Pow", lambda x: (x + 1e-8) ** 0.5 * x),
        (lambda x: x.softmax(0).log(), (1000.0, 0.0), "Softmax", lambda x: x.log_softmax(0)),
        (lambda x: x / x, (0.0, 4.0), "Div", lambda x: x / x.detach().clamp(min=1)),
        # Behind the root the gradient is NaN too: the name is that of the root.
        (lambda x: (x * 2).sqrt() * x, (0.0, 4.0), "Sqrt",
         lambda x: (x * 2 + 1e-8).sqrt() * x),
    ],
)  # fmt: skip
def test_causes_of_a_gradient_that_is_nan(function, values, name, safe):
    x = leaf(*values)
    function(x).sum().backward()
    assert x.grad.isnan().any()
    refuses(f"Function '{name}Backward0' returned nan values", lambda: anomaly(function, *values))
    anomaly(safe, *values)


@says(
    "errors/autograd/nan_in_backward",
    "`torch.where` after the operation does not help: the branch not taken is differentiated too.",
    "Give the operation an input that is safe.",
)
@pytest.mark.parametrize(
    ("function", "limit"), [(torch.sqrt, 0), (torch.log, 0), (lambda x: x**0.5, 0)]
)
def test_the_branch_that_is_not_taken(function, limit):
    def after(x):
        return torch.where(x > limit, function(x), 0.0)

    def before(x):
        return torch.where(x > limit, function(torch.where(x > limit, x, 1.0)), 0.0)

    assert torch.equal(after(leaf(0.0, 4.0)), before(leaf(0.0, 4.0)))
    refuses("returned nan values in its 0th output", lambda: anomaly(after, 0.0, 4.0))
    anomaly(before, 0.0, 4.0)


@says(
    "errors/autograd/nan_in_backward",
    "A loss that is NaN already, of NaN in the data or weights that have grown without bound, "
    "gives it as well: look at the forward pass first.",
)
@pytest.mark.parametrize(("data", "weight"), [(math.nan, 1.0), (1.0, math.inf), (1.0, 1e38)])
def test_a_loss_that_is_nan_already(data, weight):
    def loss(w):
        logits = w.sum() * weight * torch.tensor([[data, -data]]) * 100
        return F.cross_entropy(logits, torch.tensor([0]))

    assert loss(leaf()).isnan()
    refuses("returned nan values in its", lambda: anomaly(loss))


@says("errors/autograd/nan_in_backward", "the traceback of the forward line is a warning")
@pytest.mark.parametrize("function", [lambda x: x.sqrt() * x, lambda x: x / x])
def test_the_traceback_is_a_warning(function):
    def run():
        with torch.autograd.set_detect_anomaly(True):
            y = function(leaf(0.0))  # the forward line
            refuses("returned nan values", y.sum().backward)

    messages = warned(run)[1]
    assert any("# the forward line" in m and "Traceback of forward" in m for m in messages)


NOT_USED = "appears to not have been used in the graph"


@says(
    "errors/autograd/not_used_in_graph",
    "there is no path to it.",
    "`torch.autograd.grad` is asked for the gradient of a tensor that the output was not computed "
    "from.",
    "Usual causes: a part, view or copy made after the forward pass, as `x[:, 0]` or "
    "`x.unsqueeze(1)`: the output knows `x` only; a parameter that this loss does not touch; a "
    "second derivative of a model that is linear in `x`.",
    "`allow_unused=True` gives None there, `materialize_grads=True` zeros.",
    "An input that is really not used: None, or zeros.",
)
@pytest.mark.parametrize("asked", ["part", "view", "copy", "parameter", "second derivative"])
def test_causes_of_a_tensor_that_was_not_used(asked):
    model, x = nn.ModuleList([nn.Linear(2, 1), nn.Linear(2, 1)]), torch.ones(3, 2).requires_grad_()
    output = model[0](x).sum()
    if asked == "second derivative":
        (first,) = grad(output, x, create_graph=True)
        output = first.sum()
    tensor = {
        "part": lambda: x[:, 0], "view": lambda: x.unsqueeze(1), "copy": lambda: x.clone(),
        "parameter": lambda: model[1].weight, "second derivative": lambda: x,
    }[asked]()  # fmt: skip
    refuses(NOT_USED, lambda: grad(output, tensor, retain_graph=True))
    assert grad(output, tensor, allow_unused=True, retain_graph=True) == (None,)
    (zeros,) = grad(output, tensor, materialize_grads=True)
    assert torch.equal(zeros, torch.zeros_like(tensor))
    # Made before the forward pass and used in it: the output knows it.
    used = model[1].weight if asked == "parameter" else tensor
    (gradient,) = grad((used**2).sum(), used)
    torch.testing.assert_close(gradient, 2 * used)


@says(
    "errors/autograd/not_used_in_graph",
    "A part made too late: differentiate for all, then take the part of the gradient.",
    "Or make the parts first, and compute from them.",
)
@pytest.mark.parametrize("part", [0, 1])
@pytest.mark.parametrize("function", [torch.exp, torch.square])
def test_the_gradient_of_a_part(part, function):
    x = torch.randn(3, 2, requires_grad=True)
    (whole,) = grad(function(x).sum(), x)
    made_first = x[:, part]
    (gradient,) = grad(function(made_first).sum(), made_first)
    torch.testing.assert_close(whole[:, part], gradient)


class Keeps(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.fc, self.name, self.kept = nn.Linear(2, 3), name, None

    def forward(self, x):
        y = self.fc(x)
        self.kept = y if self.name == "activation" else y.sum()
        return y


@says(
    "errors/autograd/deepcopy_non_leaf",
    "deepcopy of a result.",
    "`copy.deepcopy` copies leaves of the graph, not results of a recorded operation.",
    "Usual causes: a module keeps an activation or a loss in an attribute (`self.features = x`), "
    "and the module is copied; the old `torch.nn.utils.weight_norm`, whose `weight` is a result; "
    "a list of losses is copied.",
    "Clear or detach the attribute, or copy the state only, see `state_dict`.",
)
@pytest.mark.parametrize("kept", ["activation", "loss"])
@pytest.mark.filterwarnings("ignore:.*weight_norm. is deprecated:FutureWarning")
def test_causes_of_a_copy_of_a_result(kept):
    model = Keeps(kept)
    copy.deepcopy(model)
    model(torch.ones(1, 2))
    refuses(NO_LEAF, lambda: copy.deepcopy(model))
    copy.deepcopy(model.state_dict())
    model.kept = model.kept.detach()
    twin = copy.deepcopy(model)
    assert torch.equal(twin.fc.weight, model.fc.weight)
    old = nn.utils.weight_norm(nn.Linear(2, 2))
    assert not old.weight.is_leaf
    refuses(NO_LEAF, lambda: copy.deepcopy(old))
    losses = [leaf().sum()]
    refuses(NO_LEAF, lambda: copy.deepcopy(losses))
    assert copy.deepcopy([leaf(), losses[0].detach()])[1] == 3


@says("errors/autograd/deepcopy_non_leaf", "Weight norm: the version in `parametrizations`.")
@pytest.mark.parametrize("sizes", [(2, 3), (4, 1)])
def test_the_new_weight_norm_is_copied(sizes):
    layer, x = nn.Linear(*sizes), torch.randn(5, sizes[0])
    expected = (x[:, None] * layer.weight.detach()).sum(-1) + layer.bias.detach()
    normed = nn.utils.parametrizations.weight_norm(layer)
    normed(x)
    twin = copy.deepcopy(normed)
    with torch.no_grad():
        normed.parametrizations.weight.original0.mul_(3)
    torch.testing.assert_close(twin(x).detach(), expected)
    assert not torch.allclose(normed(x), expected)


@says(
    "errors/autograd/requires_grad_flags",
    "detach it instead.",
    "`requires_grad` is set on a result of a recorded operation: to False, or to True, which it is "
    "already.",
    "Usual causes: the output of a layer is to be frozen, not its weights; a part of a weight, "
    "`weight[0]`; a computed weight, as `weight` under `torch.nn.utils.weight_norm`.",
)
@pytest.mark.parametrize(
    "made",
    [
        lambda layer: layer(torch.ones(1, 2)),
        lambda layer: layer.weight[0],
        lambda layer: nn.utils.weight_norm(layer).weight,
    ],
)
@pytest.mark.filterwarnings("ignore:.*weight_norm. is deprecated:FutureWarning")
def test_causes_of_a_flag_refused(made):
    layer = nn.Linear(2, 3)
    x = made(layer)
    message = "you can only change requires_grad flags of leaf variables"
    refuses(message, lambda: setattr(x, "requires_grad", False))
    refuses(message, lambda: x.requires_grad_(False))
    assert x.requires_grad
    refuses(message, lambda: setattr(x, "requires_grad", True))
    assert not x.detach().requires_grad
    assert not layer.requires_grad_(False).bias.requires_grad


@says(
    "errors/autograd/requires_grad_flags",
    "For a value without history take `detach()`; for weights that do not learn, freeze the "
    "parameters.",
    "No gradient through this value: use it without its history.",
)
@pytest.mark.parametrize("how", ["detach", "freeze"])
def test_two_ways_to_stop_a_gradient(how):
    first, second = nn.Linear(2, 3), nn.Linear(3, 1)
    if how == "freeze":
        first.requires_grad_(False)
    hidden = first(torch.ones(4, 2))
    second(hidden.detach() if how == "detach" else hidden).sum().backward()
    assert first.weight.grad is None
    assert second.weight.grad is not None


@says(
    "errors/autograd/requires_grad_flags",
    "Weights that do not learn: freeze the parameters, which are leaves.",
)
@pytest.mark.parametrize(
    "layer",
    [
        nn.Linear(4, 4), nn.BatchNorm1d(4), nn.LSTM(4, 4, 2, bidirectional=True),
        nn.TransformerEncoderLayer(4, 2, 8),
        nn.utils.parametrizations.weight_norm(nn.Linear(4, 4)),
    ],
)  # fmt: skip
def test_parameters_are_leaves(layer):
    before = layer(torch.ones(3, 4))
    assert all(p.is_leaf for p in layer.parameters())
    layer.requires_grad_(False)
    after = layer(torch.ones(3, 4))
    for y, learns in ((before, True), (after, False)):
        assert (y[0] if isinstance(y, tuple) else y).requires_grad is learns


@says(
    "errors/autograd/requires_grad_flags",
    "A part of a weight that stays: set its gradient to zero, use no weight decay.",
)
@pytest.mark.parametrize("method", ["SGD", "Adam", "AdamW"])
@pytest.mark.parametrize(("decay", "stays"), [(0.0, True), (0.1, False)])
def test_a_part_of_a_weight_that_stays(method, decay, stays):
    w = nn.Parameter(torch.ones(3, 2))
    optimizer = getattr(torch.optim, method)([w], lr=0.1, weight_decay=decay)
    for _ in range(3):
        optimizer.zero_grad()
        w.square().sum().backward()
        w.grad[:, 0] = 0
        optimizer.step()
    assert torch.equal(w[:, 0], torch.ones(3)) is stays
    assert (w[:, 1] < 1).all()


INFERENCE = "Inference tensors cannot be saved for backward"


@says(
    "errors/autograd/inference_tensors",
    "made under inference_mode.",
    "What is computed under `torch.inference_mode()` has no version counter, and a recorded "
    "operation that needs it for `backward` refuses it.",
    "Already computed: a clone made outside is an ordinary tensor.",
)
@pytest.mark.parametrize(
    ("operation", "needs"),
    [
        (torch.mul, True), (torch.matmul, True), (F.mse_loss, True), (torch.pow, True),
        (torch.add, False), (torch.sub, False),
    ],
)  # fmt: skip
def test_operations_that_need_an_inference_tensor(operation, needs):
    w = leaf()
    with torch.inference_mode():
        made, inside = torch.ones(2) * 2, (torch.ones(2) * 2).clone()
    refuses("Inference tensors do not track version counter", lambda: made._version)
    assert made.is_inference()
    assert inside.is_inference()
    if needs:
        refuses(INFERENCE, lambda: operation(w, made))
    else:
        operation(w, made).sum().backward()
    made.clone().add_(1)
    assert not made.clone().is_inference()
    operation(w, made.clone()).sum().backward()


@says(
    "errors/autograd/inference_tensors",
    "Usual causes: features or targets computed there, then trained on; a model, buffer or cache "
    "that was made there and is used in training; a change in place afterwards.",
    "Compute under `torch.no_grad()`, or `clone()` outside the block.",
)
@pytest.mark.parametrize(
    "use",
    [
        lambda made, layer, x: layer(made["features"]),
        lambda made, layer, x: F.mse_loss(layer(x), made["features"]),
        lambda made, layer, x: made["model"](layer(x)),
        lambda made, layer, x: layer(x) * made["model"].scale,
        lambda made, layer, x: layer(x) * made["cache"]["rotary"],
        lambda made, layer, x: made["features"].add_(1),
        lambda made, layer, x: torch.optim.SGD(made["model"].parameters()).step(
            lambda: made["model"](x).sum().backward()
        ),
    ],
)
def test_causes_of_inference_tensors_refused(use):
    layer, x = nn.Linear(3, 3), torch.ones(4, 3)

    def make():
        model = nn.Linear(3, 3)
        model.scale = nn.Buffer(torch.ones(3))
        return {"features": layer(x), "model": model, "cache": {"rotary": torch.ones(3)}}

    with torch.inference_mode():
        made = make()
    with pytest.raises(RuntimeError, match=f"{INFERENCE}|Inplace update to inference tensor"):
        use(made, layer, x)
    with torch.no_grad():
        made = make()
    use(made, layer, x)


SCALAR = "Converting a tensor with requires_grad=True to a scalar"


@pytest.fixture
def each_time():
    """Torch warns each time, not once a process."""
    torch.set_warn_always(True)
    yield
    torch.set_warn_always(False)


@says(
    "errors/autograd/scalar_from_requires_grad",
    "the graph is lost.",
    "A warning: `float(x)` or a function that calls it (`math.sqrt`, `torch.tensor` of a list of "
    "tensors) takes the number and leaves the history behind.",
    "Where the number goes back into the loss, no gradient flows through it: use the operation of "
    "torch, and `stack` for a list.",
    "To compute on: functions of torch keep the graph.",
)
@pytest.mark.parametrize(
    ("number", "kept"),
    [
        (float, lambda x: x), (math.sqrt, torch.sqrt), (math.exp, torch.exp),
        (lambda x: torch.tensor([x, x]).sum(), lambda x: torch.stack([x, x]).sum()),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("each_time")
def test_the_number_leaves_its_history(number, kept):
    w = leaf(2.0, 3.0)
    value, messages = warned(lambda: number(w.sum()))
    assert SCALAR in messages[0]
    same, messages = warned(lambda: kept(w.sum()))
    assert not messages
    torch.testing.assert_close(float(value), same.item())
    (without,) = grad(w.sum() * value, w)
    assert torch.equal(without, torch.ones(2) * float(value))
    (whole,) = grad(w.sum() * same, w)
    assert not torch.allclose(without, whole)


@says(
    "errors/autograd/scalar_from_requires_grad",
    "For a log that is wanted: write `.item()`, which does not warn.",
    "To log or to print: item, or format it as it is.",
    "else once a process",
)
@pytest.mark.parametrize(
    "logged", [torch.Tensor.item, "{:.2f}".format, str, lambda x: x.detach().tolist()]
)
@pytest.mark.usefixtures("each_time")
def test_what_does_not_warn(logged):
    assert not warned(lambda: logged(leaf().sum()))[1]
    assert len(warned(lambda: [float(leaf().sum()) for _ in range(3)])[1]) == 3
    torch.set_warn_always(False)
    warned(lambda: float(leaf().sum()))  # the one of this process, where none was before
    assert not warned(lambda: float(leaf().sum()))[1]


@says(
    "errors/autograd/grad_output_shape_mismatch",
    "backward got a wrong weight.",
    "The argument of `backward`, or `grad_outputs` of `torch.autograd.grad`, needs the shape of "
    "the output that it weights.",
    "Usual causes: `torch.ones(1)` for a loss of shape (), or for a vector; one weight a sample, "
    "(N,), for an output (N, 1).",
    "A number needs none.",
)
@pytest.mark.parametrize(
    ("output", "weight"),
    [((), (1,)), ((3,), (1,)), ((3, 1), (3,)), ((3,), ()), ((2, 3), (3,)), ((1,), ())],
)
def test_the_weight_has_the_shape_of_the_output(output, weight):
    x = leaf(1.0)
    message = "Mismatch in shape: grad_output[0] has a shape of"
    y = x.expand(output) * 2 if output else x.sum() * 2
    refuses(message, lambda: y.backward(torch.ones(weight)))
    refuses(message, lambda: grad(y, x, grad_outputs=torch.ones(weight)))
    (gradient,) = grad(y, x, grad_outputs=torch.ones(output), retain_graph=True)
    assert gradient == 2 * y.numel()
    if y.numel() == 1:
        y.backward()
        assert x.grad == 2


class Legacy(torch.autograd.Function):
    def forward(self, x):
        return x * 2

    def backward(self, gradient):
        return gradient * 2


class Static(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.factor = 2
        return x * ctx.factor

    @staticmethod
    def backward(ctx, gradient):
        return gradient * ctx.factor


@says(
    "errors/autograd/legacy_function",
    "call apply.",
    "An `autograd.Function` was made as an object and called, the style of early versions.",
    "An object of a class with static methods raises it too.",
    "Make both methods static, with `ctx` first, and use the class by its `apply`; keep on `ctx` "
    "what was kept on `self`, and tensors with `ctx.save_for_backward`.",
    "Double() itself warns, see above",
)
@pytest.mark.parametrize("function", [Legacy, Static])
def test_an_object_of_a_function(function):
    made, messages = warned(function)
    assert "should not be instantiated" in messages[0]
    refuses("Legacy autograd function with non-static forward method", lambda: made(leaf()))
    x = leaf()
    Static.apply(x).sum().backward()
    assert x.grad.tolist() == [2, 2]


class Returns(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, count):
        ctx.count = count
        return x * 2

    @staticmethod
    def backward(ctx, gradient):
        return (gradient * 2, None, gradient)[: ctx.count]


@says("errors/autograd/legacy_function", "one for each input of forward")
@pytest.mark.parametrize("count", [1, 2, 3])
def test_one_gradient_for_each_input(count):
    x = leaf()
    y = Returns.apply(x, count).sum()
    if count == 2:
        y.backward()
        assert x.grad.tolist() == [2, 2]
    else:
        refuses(f"incorrect number of gradients (expected 2, got {count})", y.backward)


class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**2

    @staticmethod
    def backward(ctx, gradient):
        return gradient * ctx.saved_tensors[0]


JACOBIAN = "Jacobian mismatch for output 0 with respect to input 0"


@says(
    "errors/autograd/gradcheck_jacobian",
    "gradcheck says no.",
    "The gradient of `backward` differs from finite differences; both are printed.",
    "Usual causes: inputs in float32, whose differences are too coarse; a factor that is missing "
    "in a hand-written `backward`; a function that is random, as dropout, or that has a kink at "
    "the input, as ReLU at 0; a part that is detached.",
    "GradcheckError is one",
)
@pytest.mark.parametrize(
    ("function", "x", "right", "y"),
    [
        (torch.sin, leaf(0.5, 1.0), torch.sin, leaf(0.5, 1.0, dtype=torch.float64)),
        (Square.apply, leaf(0.5, dtype=torch.float64), torch.square, None),
        (F.dropout, leaf(*[0.5] * 20, dtype=torch.float64),
         lambda x: F.dropout(x, training=False), None),
        (torch.relu, leaf(0.0, dtype=torch.float64),
         torch.relu, leaf(-1.0, 1.0, dtype=torch.float64)),
        (lambda x: x * x.detach(), leaf(0.5, dtype=torch.float64), lambda x: x * x, None),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:Input #0 requires gradient and is not a double")
def test_causes_of_a_jacobian_mismatch(function, x, right, y):
    with pytest.raises(GradcheckError, match=JACOBIAN) as caught:
        gradcheck(function, (x,))
    assert isinstance(caught.value, RuntimeError)
    assert re.search(r"numerical:tensor\(.*analytical:tensor\(", str(caught.value), re.DOTALL)
    assert gradcheck(right, (x if y is None else y,))


@says(
    "errors/autograd/gradcheck_jacobian",
    'Where all of it is, by `detach` or NumPy, the message is "Numerical gradient for function '
    'expected to be zero".',
)
@pytest.mark.parametrize(
    "function",
    [lambda x: x.detach().sin(), lambda x: torch.from_numpy(np.sin(x.detach().numpy()))],
)
def test_a_function_that_is_detached(function):
    x = leaf(0.5, dtype=torch.float64)
    message = "Numerical gradient for function expected to be zero"
    refuses(message, lambda: gradcheck(function, (x,)), GradcheckError)
    assert gradcheck(torch.sin, (x,))


@says(
    "errors/autograd/backward_second_time",
    "A state that is carried on: detach it; of an LSTM, both of its tensors.",
)
def test_the_state_of_an_lstm_is_two_tensors():
    lstm, x = nn.LSTM(2, 3), torch.ones(4, 2)
    out, state = lstm(x)
    out.sum().backward()
    refuses("has no attribute 'detach'", lambda: state.detach(), AttributeError)
    for kept in (state, (state[0].detach(), state[1]), (state[0], state[1].detach())):
        refuses(SECOND, lambda kept=kept: lstm(x, kept)[0].sum().backward())
    lstm(x, tuple(part.detach() for part in state))[0].sum().backward()


@says(
    "errors/autograd/modified_by_inplace_operation",
    "In a GAN, where both fill the `.grad` of the discriminator, run it again after its step "
    "instead.",
)
@pytest.mark.parametrize("again", [True, False])
def test_the_step_of_a_discriminator(again):
    fake = nn.Linear(1, 2)(torch.ones(3, 1))
    critic = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
    optimizer = torch.optim.SGD(critic.parameters(), lr=0.1)
    loss, other = critic(fake.detach()).mean(), -critic(fake).mean()
    loss.backward()
    own = critic[1].weight.grad.clone()
    if again:
        optimizer.step()
        refuses(CHANGED, other.backward)
        (-critic(fake).mean()).backward()
    else:
        other.backward()
        assert not torch.equal(critic[1].weight.grad, own)
