"""Models with one mistake each: the line with it, and the entry that explains it.

The first line of a docstring is the input; the second, the entry. `# here` is where the call fails.
"""

import torch
from torch import nn


class Flattened(nn.Module):
    """2,3,32,32; errors/shapes/mat1_and_mat2"""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 6, 5)
        self.fc = nn.Linear(400, 10)  # made

    def forward(self, x):
        x = self.conv(x).flatten(1)
        return self.fc(x)  # here


class Channels(nn.Module):
    """2,1,28,28; errors/layers/conv_channels"""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(1, 8, 3),
            nn.ReLU(),
            nn.Conv2d(16, 8, 3),  # made
        )

    def forward(self, x):
        return self.layers(x)  # here


class Unpooled(nn.Module):
    """2,3,8,8; errors/layers/output_size_too_small"""

    def __init__(self):
        super().__init__()
        self.pool = nn.MaxPool2d(4)  # made

    def forward(self, x):
        x = self.pool(x)
        return self.pool(x)  # here


class Kernel(nn.Module):
    """2,3,4,4; errors/layers/kernel_larger_than_input"""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 7)  # made

    def forward(self, x):
        return self.conv(x)  # here


class Normalised(nn.Module):
    """2,3,8,8; errors/layers/running_mean_elements"""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)
        self.norm = nn.BatchNorm2d(16)  # made

    def forward(self, x):
        return self.norm(self.conv(x))  # here


class Skipped(nn.Module):
    """2,3,8,8; errors/shapes/size_of_tensor_a"""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 3, 3)

    def forward(self, x):
        return x + self.conv(x)  # here


class Joined(nn.Module):
    """2,3,8,8; errors/shapes/sizes_must_match_except"""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 3, 3)

    def forward(self, x):
        y = self.conv(x)
        return torch.cat([x, y], dim=1)  # here


class Viewed(nn.Module):
    """2,3,8,8; errors/shapes/shape_is_invalid"""

    def forward(self, x):
        return x.view(-1, 100)  # here


class Permuted(nn.Module):
    """2,3,8,8; errors/shapes/view_size_not_compatible"""

    def forward(self, x):
        x = x.permute(0, 2, 3, 1)
        return x.view(2, -1)  # here


class Recurrent(nn.Module):
    """2,7,5; errors/layers/rnn_input_size"""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(8, 4, batch_first=True)  # made

    def forward(self, x):
        out, _ = self.lstm(x)  # here
        return out


class Heads(nn.Module):
    """2,7,10; errors/layers/embed_dim_heads"""

    def __init__(self):
        super().__init__()
        self.attention = nn.MultiheadAttention(10, 3)  # here

    def forward(self, x):
        return self.attention(x, x, x)


class Layered(nn.Module):
    """2,7,10; errors/layers/normalized_shape"""

    def __init__(self):
        super().__init__()
        self.norm = nn.LayerNorm(7)  # made

    def forward(self, x):
        return self.norm(x)  # here


class Batched(nn.Module):
    """2,3,4; errors/shapes/batch2_first_two_dimensions"""

    def forward(self, x):
        return torch.bmm(x, x)  # here


class Stacked(nn.Module):
    """2,3; errors/shapes/stack_equal_size"""

    def forward(self, x):
        return torch.stack([x, x[:, :2]])  # here


class Transposed(nn.Module):
    """2,3,8,8; errors/layers/conv_channels"""

    def __init__(self):
        super().__init__()
        self.up = nn.ConvTranspose2d(4, 2, 2)  # made

    def forward(self, x):
        return self.up(x)  # here
