r"""A GPT that learns a rhyme: trained from scratch in seconds, then it recites.

It is told nothing of words: it sees windows of 72 characters and guesses the next one.
The number of a verse stands in the verse before, some 33 characters back, so it has to
look there. At the start of a window nothing tells the number: that part of the loss
stays. A model of this size learns such a text by heart, which shows that model, loss
and loop are right. For more than that take more text, and [tokens](text.md#byte_pairs)
for characters; watch the loss of a part that is held out.

Attributes: Shapes
    ids: (L,) int64, the whole text
    window: (N, T+1) int64
    logits: (N, T, V) float32

Asked as:
    train a small GPT on a text file; tiny language model from scratch on the CPU;
    minGPT or nanoGPT example; overfit a language model on one text; learn a nursery
    rhyme; language model toy example that generates text; train a transformer to write
    text; complete training loop of a character-level GPT; is my language model
    implemented right, sanity check; model that memorises a poem; generate characters
    after training; Shakespeare character model; text generation example, whole program
"""

# %% Text
import torch
import torch.nn.functional as F
from torch import nn

numbers = "five four three two one"
verses = [f"{n} out at sea,\none home to me.\n" for n in numbers.split()]
text = 2 * "".join(verses)
characters = sorted(set(text))
ids = torch.tensor([characters.index(c) for c in text])


# %% Model
def rotate(x):
    T, half = x.shape[-2], x.shape[-1] // 2
    theta = 10000.0 ** (-torch.arange(half, device=x.device) / half)
    angle = torch.arange(T, device=x.device).unsqueeze(1) * theta
    a, b = x.chunk(2, dim=-1)
    cos, sin = angle.cos(), angle.sin()
    return torch.cat([a * cos - b * sin, a * sin + b * cos], dim=-1)


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.RMSNorm(width), nn.RMSNorm(width)
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.out = nn.Linear(width, width, bias=False)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)

    def forward(self, x):
        qkv = self.qkv(self.norm1(x)).unflatten(-1, (3, self.heads, -1))
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(rotate(q), rotate(k), v, is_causal=True)
        x = x + self.out(y.transpose(1, 2).flatten(2))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class GPT(nn.Module):
    def __init__(self, vocabulary, width=48, heads=4, layers=2):
        super().__init__()
        self.token = nn.Embedding(vocabulary, width)
        self.blocks = nn.Sequential(*[Block(width, heads) for _ in range(layers)])
        self.norm = nn.RMSNorm(width)
        nn.init.normal_(self.token.weight, std=0.02)

    def forward(self, ids):
        x = self.norm(self.blocks(self.token(ids)))
        return x @ self.token.weight.T


# %% Training
torch.manual_seed(0)
T, N, steps = 72, 12, 200
model = GPT(len(characters))
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-2, total_steps=steps)
losses = []
for _ in range(steps):
    window = ids[torch.randint(len(ids) - T, (N, 1)) + torch.arange(T + 1)]
    logits = model(window[:, :-1])
    loss = F.cross_entropy(logits.flatten(0, 1), window[:, 1:].flatten())  # <-
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    schedule.step()
    losses.append(loss.item())
print(losses[0] > 2.5, losses[-1] < 0.2)
#> True True


# %% Use
written = ids[:T]
with torch.inference_mode():
    while len(written) < len(ids):
        likeliest = model(written[None, -T:])[0, -1].argmax()
        written = torch.cat([written, likeliest[None]])
written = "".join(characters[i] for i in written)
print(written == text)
#> True
print(written[-131:-1])
#> four out at sea,
#> one home to me.
#> three out at sea,
#> one home to me.
#> two out at sea,
#> one home to me.
#> one out at sea,
#> one home to me.
