r"""Adafactor: the size of a matrix kept as one row and one column.

For large matrices: instead of the averages of n x m gradients and squares it keeps n +
m numbers, the means $R$ along rows and $C$ along columns; a vector keeps all its
squares. Steps are relative to the size of the weights, so `lr=0.01`, the default, means
one percent at most, or 1e-5 if their size is below 1e-3. Other defaults:
`beta2_decay=-0.8` ($\gamma$), `eps=(None, 1e-3)` ($\epsilon_2$ is the second), `d=1`,
`weight_decay=0`, which is decoupled.

$$\begin{aligned} R_t &= R_{t-1} + t^\gamma (\text{mean}_\text{row}(G_t^2) - R_{t-1}),
\quad C_t = C_{t-1} + t^\gamma (\text{mean}_\text{col}(G_t^2) - C_{t-1}) \\ U_t &=
\frac{G_t}{\sqrt{R_t C_t / \text{mean}(R_t)}}, \quad \rho_t = \min\left(\eta,
\frac{1}{\sqrt t}\right) \\ \theta_t &= \theta_{t-1} - \rho_t \max(\epsilon_2,
\text{RMS}(\theta_{t-1})) \, \frac{U_t}{\max(1, \text{RMS}(U_t) / d)} \end{aligned}$$

Attributes: Shapes
    w: (200, 300) float32
    path: (T, 2) float32, the points visited

Asked as:
    memory-efficient optimizer, low memory alternative to Adam; optimizer state takes
    too much GPU memory; optax.adafactor; transformers.Adafactor; factored second
    moments; sublinear memory cost; train a large model with less optimizer memory;
    relative_step, scale_parameter; row_var and col_var; tf.keras.optimizers.Adafactor;
    Adam states need too much GPU memory; save memory in the optimizer; optimizer with
    small memory to fine-tune an LLM; optimizer of T5; row and column statistics instead
    of full second moments; Adafactor instead of AdamW; optimizer states fill the VRAM
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.Adafactor([p], lr=0.3)
points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# The RMS of (-8, 3) is 6.04: a step of 0.3 * 6.04 = 1.81.
print([round(x, 3) for x in path[1].tolist()])
#> [-6.188, 1.188]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.31

w = torch.ones(200, 300, requires_grad=True)
optimizer = torch.optim.Adafactor([w])  # <-
w.sum().backward()
optimizer.step()
kept = {k: tuple(v.shape) for k, v in optimizer.state[w].items() if v.dim() == 2}
print(kept)
#> {'row_var': (200, 1), 'col_var': (1, 300)}
