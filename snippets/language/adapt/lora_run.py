"""LoRA, a whole run: a model that adds learns to subtract, and can still add.

The base learns sums by heart and is frozen; adapters learn differences. The loss counts
the answers, not the prompts. With the adapters off, the model is the one of before.

Attributes: Shapes
    model.embedding.weight: (13, 64) float32

Asked as:
    full LoRA fine-tuning example; fine-tune a small transformer with adapters from
    start to end; does LoRA forget the old task; turn an adapter off; catastrophic
    forgetting while fine-tuning; LoRA training loop in plain PyTorch; teach a
    pretrained model a new task; learning rate for LoRA; disable_adapter; supervised
    fine-tuning script, minimal; two tasks with one base model; complete fine-tuning
    script with low-rank adapters
"""

# %% Data
import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils import parametrize

symbols = "0123456789+-="


def encode(text):
    return [symbols.index(symbol) for symbol in text]


digits = [(a, b) for a in range(10) for b in range(10)]
sums = torch.tensor([encode(f"{a}+{b}={a + b:02}") for a, b in digits])
differences = torch.tensor([encode(f"{a}-{b}={abs(a - b):02}") for a, b in digits])
ANSWER = 4  # where it begins


# %% Model
class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding, self.position = nn.Embedding(13, 64), nn.Embedding(6, 64)
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(64, 4, 128, dropout=0, batch_first=True)
            for _ in range(2)
        )
        self.head = nn.Linear(64, 13)

    def forward(self, tokens):
        length = tokens.shape[1]
        hidden = torch.ones(length, length).triu(1).bool()
        x = self.embedding(tokens) + self.position.weight[:length]
        for layer in self.layers:
            x = layer(x, src_mask=hidden)
        return self.head(x)


class LowRank(nn.Module):
    def __init__(self, weight, rank):
        super().__init__()
        self.A = nn.Parameter(torch.randn(rank, weight.shape[1]) / rank)
        self.B = nn.Parameter(torch.zeros(weight.shape[0], rank))
        self.on = True

    def forward(self, weight):
        return weight + self.B @ self.A if self.on else weight


# %% Train and ask
def train(model, texts, steps, lr):
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=lr)
    for _ in range(steps):
        logits = model(texts[:, :-1])[:, ANSWER - 1 :]
        loss = F.cross_entropy(logits.flatten(0, 1), texts[:, ANSWER:].flatten())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


@torch.no_grad()
def right(model, texts):
    """Return the share of questions that greedy decoding answers."""
    tokens = texts[:, :ANSWER]
    while tokens.shape[1] < texts.shape[1]:
        token = model(tokens)[:, -1:].argmax(dim=-1)
        tokens = torch.cat([tokens, token], dim=1)
    return (tokens == texts).all(dim=1).float().mean().item()


# %% Run
torch.manual_seed(0)
model = Model()
train(model, sums, steps=150, lr=3e-3)
print(right(model, sums) > 0.95, right(model, differences) < 0.5)
#> True True

model.requires_grad_(False)
adapters = []
for layer in model.layers:
    attention = layer.self_attn
    for owner, name in [
        (attention, "in_proj_weight"),
        (attention.out_proj, "weight"),
        (layer.linear1, "weight"),
        (layer.linear2, "weight"),
    ]:
        adapters.append(LowRank(getattr(owner, name), rank=8))
        parametrize.register_parametrization(owner, name, adapters[-1])  # <-
train(model, differences, steps=150, lr=1e-2)
print(right(model, differences) > 0.95)
#> True

for adapter in adapters:
    adapter.on = False
print(right(model, sums) > 0.95)
#> True
