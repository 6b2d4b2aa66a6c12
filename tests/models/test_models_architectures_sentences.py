"""What the sentences of models/architectures say; the sums of layers stand next door."""

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn
from torchvision.models.resnet import Bottleneck


def model_of(name):
    names = names_of(f"models/architectures/{name}")
    if name == "text_classifier":
        return names["TextClassifier"](20, 6, 3), names["tokens"]
    return names["model"], names["images"]


def weights_of(model):
    return sum(p.numel() for p in model.parameters())


STEPS = {
    "two_layer_net": "Linear ReLU Linear",
    "image_classifier": "Flatten Linear ReLU Linear ReLU Linear",
    "lenet": "Conv2d relu max_pool2d Conv2d relu max_pool2d flatten Linear relu Linear relu Linear",
}


@says("models/architectures/two_layer_net", "Two Linear layers with a ReLU between.")
@says("models/architectures/image_classifier", "3072-512-512-10.")
@says(
    "models/architectures/lenet",
    "Two convolutions with pooling, three Linear layers, after LeNet-5 of 1998 with ReLU in place "
    "of its squashing.",
)
@pytest.mark.parametrize("name", STEPS)
def test_the_steps_of_a_net(name):
    model = names_of(f"models/architectures/{name}")["model"]
    steps = []
    for node in torch.fx.symbolic_trace(model).graph.nodes:
        if node.op == "call_module":
            steps.append(type(model.get_submodule(node.target)).__name__)
        elif node.op in ("call_function", "call_method"):
            steps.append(getattr(node.target, "__name__", node.target))
    assert " ".join(steps).replace("boolean_dispatch", "max_pool2d") == STEPS[name]
    if name == "image_classifier":
        linear = [m for m in model.modules() if isinstance(m, nn.Linear)]
        assert [linear[0].in_features, *(m.out_features for m in linear)] == [3072, 512, 512, 10]


@says("models/architectures", "The classifiers return logits: the loss applies the softmax.")
@pytest.mark.parametrize("name", ["image_classifier", "lenet", "small_resnet", "text_classifier"])
def test_classifiers_return_logits(name):
    model, inputs = model_of(name)
    *_, last = (m for m in model.modules() if not list(m.children()))
    assert isinstance(last, nn.Linear)
    nn.init.constant_(last.bias, -5.0)
    logits = model.eval()(inputs)
    assert logits.min() < 0
    by_hand = -logits.double().softmax(1)[:, 1].log().mean()
    loss = F.cross_entropy(logits, torch.ones(len(logits), dtype=torch.int64))
    torch.testing.assert_close(loss.double(), by_hand, rtol=1e-4, atol=1e-4)


@says(
    "models/architectures/image_classifier",
    "For 32 x 32 colour images such as CIFAR-10: `Flatten` makes 3 * 32 * 32 = 3072 features of "
    "an image.",
    "It knows nothing of neighbouring pixels, and has about thirty times the weights of LeNet.",
)
def test_image_classifier_sees_a_bag_of_pixels():
    model, _ = model_of("image_classifier")
    images, order = torch.rand(2, 3, 32, 32), torch.randperm(3072)
    assert model.layers[0](images).shape == (2, 3072)
    expected = model(images)
    first = model.layers[1]
    with torch.no_grad():
        first.weight.copy_(first.weight[:, order])
    mixed = images.flatten(1)[:, order].reshape(2, 3, 32, 32)
    torch.testing.assert_close(model(mixed), expected, rtol=1e-4, atol=1e-4)
    assert 29 < weights_of(model) / weights_of(model_of("lenet")[0]) < 31


@says(
    "models/architectures/lenet",
    "For 28 x 28 MNIST take `channels=1` and set `padding=2` in the first convolution.",
)
def test_lenet_for_mnist():
    model = names_of("models/architectures/lenet")["LeNet"](channels=1)
    images = torch.zeros(2, 1, 28, 28)
    with pytest.raises(RuntimeError, match="mat1 and mat2 shapes"):
        model(images)
    model.conv1.padding = (2, 2)
    assert model(images).shape == (2, 10)


@says(
    "models/architectures/residual_block",
    "The block learns the difference, and gradients pass through the addition unchanged.",
)
def test_residual_block_passes_gradients_on():
    block = names_of("models/architectures/residual_block")["ResidualBlock"](2, 2)
    nn.init.zeros_(block.norm2.weight)
    x = torch.rand(3, 2, 4, 4, requires_grad=True)
    y = block(x)
    assert y.equal(x)  # a difference of zero
    seed = torch.randn(3, 2, 4, 4)
    (gradient,) = torch.autograd.grad(y, x, seed)
    torch.testing.assert_close(gradient, seed)


@says("models/architectures/residual_block", "The convolutions need no bias: batch norm has one.")
@given(bias=st.floats(-10, 10))
def test_batch_norm_takes_a_bias_away(bias):
    norm = nn.BatchNorm2d(2).double()
    x = torch.randn(4, 2, 3, 3, dtype=torch.float64)
    torch.testing.assert_close(norm(x + bias), norm(x))
    norm.bias.data.fill_(bias)
    assert norm(x).mean().item() == pytest.approx(bias, abs=1e-6)


@says(
    "models/architectures/bottleneck",
    "The block of ResNet-50: a 1 x 1 convolution reduces the channels for the 3 x 3 one, and "
    "another restores them.",
)
@pytest.mark.parametrize(("channels", "narrow"), [(256, 64), (512, 128)])
def test_bottleneck_computes_what_torchvision_does(channels, narrow):
    ours = names_of("models/architectures/bottleneck")["Bottleneck"](channels, narrow)
    theirs = Bottleneck(channels, narrow)
    states = zip(theirs.state_dict(), ours.state_dict().values(), strict=True)
    theirs.load_state_dict({key: value.clone() for key, value in states})
    x = torch.randn(2, channels, 4, 4)
    torch.testing.assert_close(ours(x), theirs(x), rtol=1e-4, atol=1e-4)
    kernels = [m.kernel_size for m in theirs.modules() if isinstance(m, nn.Conv2d)]
    assert kernels == [(1, 1), (3, 3), (1, 1)]


@says("models/architectures/bottleneck", "Fewer weights than two 3 x 3 convolutions at full width.")
@given(narrow=st.integers(1, 40), wider=st.integers(0, 40))
def test_bottleneck_has_fewer_weights(narrow, wider):
    channels = narrow + wider
    block = names_of("models/architectures/bottleneck")["Bottleneck"](channels, narrow)
    full = nn.Sequential(
        *(nn.Conv2d(channels, channels, 3, bias=False) for _ in range(2)),
        *(nn.BatchNorm2d(channels) for _ in range(2)),
    )
    convolutions = [m for m in block.modules() if isinstance(m, nn.Conv2d)]
    assert sum(weights_of(m) for m in convolutions) < sum(weights_of(m) for m in full[:2])


@says(
    "models/architectures/small_resnet",
    "A stem, three stages that halve the size and double the channels, global average pooling and "
    "a Linear layer.",
)
def test_stages_of_small_resnet():
    model, _images = model_of("small_resnet")
    shapes = []
    for layer in model:
        layer.register_forward_hook(lambda module, args, y: shapes.append(tuple(y.shape[1:])))
    model.eval()(torch.zeros(1, 3, 32, 40))
    stages = dict.fromkeys(shapes)
    by_hand = [(16 * 2**n, 32 // 2**n, 40 // 2**n) for n in range(4)]
    assert list(stages) == [*by_hand, (128, 1, 1), (128,), (10,)]


@says(
    "models/architectures/autoencoder",
    "The encoder halves the size with stride 2; `ConvTranspose2d` with kernel 2 and stride 2 "
    "doubles it.",
    "Height and width are multiples of 4: 30 comes back as 32.",
    "in [0, 1]",
)
@given(height=st.integers(1, 9), width=st.integers(1, 9), scale=st.floats(0, 1e6))
def test_sizes_of_the_autoencoder(height, width, scale):
    names = names_of("models/architectures/autoencoder")
    images = scale * torch.randn(1, 1, 4 * height, 4 * width)
    assert names["encoder"][0](images).shape == (1, 16, 2 * height, 2 * width)
    code = names["encoder"](images)
    assert code.shape == (1, 8, height, width)
    assert names["decoder"][0](code).shape == (1, 16, 2 * height, 2 * width)
    decoded = names["decoder"](code)
    assert decoded.shape == images.shape
    assert decoded.min() >= 0
    assert decoded.max() <= 1
    odd = names["decoder"](names["encoder"](torch.zeros(1, 1, 30, width)))
    assert odd.shape == (1, 1, 32, -(-width // 4) * 4)


@says(
    "models/architectures/text_classifier",
    "Token numbers become vectors; their mean over the real tokens, padding left out, goes "
    "through a Linear layer.",
    "a text without tokens",
)
def test_text_classifier_averages_the_real_tokens():
    model = names_of("models/architectures/text_classifier")["TextClassifier"](20, 6, 3)
    tokens = torch.tensor([[5, 9, 2, 0], [7, 0, 0, 0], [0, 0, 0, 0]])
    table = model.embedding.weight
    means = torch.stack([table[[5, 9, 2]].mean(0), table[7], torch.zeros(6)])
    torch.testing.assert_close(model(tokens), means @ model.out.weight.T + model.out.bias)


@says(
    "models/architectures/multi_input",
    "`forward` takes as many arguments as you like and may return a tuple or a dictionary.",
)
@given(count=st.integers(0, 8), kind=st.sampled_from([tuple, dict]))
def test_arguments_and_results_of_forward(count, kind):
    class Net(nn.Module):
        def forward(self, *inputs):
            return kind(enumerate(inputs))

    inputs = [torch.full((1,), float(n)) for n in range(count)]
    result = Net()(*inputs)
    assert isinstance(result, kind)
    assert len(result) == count
    for n, value in dict(result).items():
        assert value is inputs[n]
