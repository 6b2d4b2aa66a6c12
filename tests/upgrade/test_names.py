"""What a name stands for: imports, aliases, scopes; and what is no name of torch at all."""

import ast
import textwrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import says

from cheatsheet.upgrade.rules import RULES
from cheatsheet.upgrade.run import examine

ALL = frozenset(RULES)


def lines(code, rules=ALL):
    """Return the line and the rule of each finding."""
    outcome = examine("program.py", textwrap.dedent(code).encode(), rules, "none")
    assert outcome.problem is None
    return [(finding.line, finding.rule) for finding in outcome.findings]


def fixed(code, level="safe"):
    code = textwrap.dedent(code)
    outcome = examine("program.py", code.encode(), ALL, level)
    return code if outcome.after is None else outcome.after.decode()


SHADOWED = {
    "no import of torch": "def Variable(x):\n    return x\nVariable(3)\n",
    "a function of this file": """
        import torch
        def Variable(x):
            return x
        Variable(torch.ones(1))
        """,
    "an import that a definition replaces": """
        from torch.autograd import Variable
        def Variable(x):
            return x
        Variable(3)
        """,
    "a parameter": """
        from torch.autograd import Variable
        def f(Variable):
            return Variable(3)
        """,
    "a parameter of lambda": """
        from torch.autograd import Variable
        f = lambda Variable: Variable(3)
        """,
    "a name of a comprehension": """
        from torch import range
        print([range(3) for range in []])
        """,
    "another library": """
        import torch
        from sympy import Variable, symeig
        import numpy.linalg as torch_linalg
        Variable(3), symeig(3), torch_linalg.qr([[1.0]])
        """,
    "the same name in a class": """
        import torch
        class Layers:
            def upsample(self, x):
                return x
            def forward(self, x):
                return self.upsample(x)
        """,
    "a name that a loop binds": """
        from torch.autograd import Variable
        for Variable in [int, float]:
            Variable(3)
        """,
    "a name that with binds": """
        import torch
        with open("a") as torch:
            torch.qr(3)
        """,
    "a local name in a function": """
        import torch
        def f():
            torch = object()
            return torch.qr(3)
        """,
    "a global name that a function binds": """
        from torch.autograd import Variable
        def f():
            global Variable
            Variable = int
        def g():
            return Variable(3)
        """,
    "a name that nonlocal binds": """
        def f():
            from torch.autograd import Variable
            def g():
                nonlocal Variable
                Variable = int
            g()
            return Variable(3)
        """,
    "a name that except binds": """
        import torch
        try:
            pass
        except ValueError as torch:
            torch.qr(3)
        """,
    "a name that := binds": """
        import torch
        def f():
            if (torch := object()):
                torch.qr(3)
        """,
    "a module of this package": """
        import torch
        from . import functional as F
        from .autograd import Variable
        F.upsample(3), Variable(3)
        """,
    "words in strings and comments": """
        import torch
        # torch.qr(x), Variable(x, volatile=True)
        text = "torch.qr(x)"
        """,
    "an attribute of something else": """
        import torch
        class Account: pass
        account = Account()
        account.data[0], account.next(), account.get_lr(), account.T, account.solve(3)
        account.train_data, account.step(3), account.symmetric, account.qr()
        """,
    "a list of numbers": """
        import torch
        losses = [1.0, 2.0]
        print(losses[0], losses.data[0])
        """,
    "keywords of other functions": """
        import torch
        def f(**options): pass
        f(pretrained=True, size_average=False, range=(0, 1), verbose=True, interpolation=2)
        """,
    "torch that is tried first": """
        import torch
        try:
            q, r = torch.linalg.qr(torch.ones(2, 2))
        except AttributeError:
            q, r = torch.qr(torch.ones(2, 2))
        try:
            from torch.amp import GradScaler
        except ImportError:
            from torch.cuda.amp import GradScaler
        scaler = GradScaler()
        """,
    "a version that is asked for": """
        import torch
        if hasattr(torch, "linalg"):
            q = torch.linalg.qr(torch.ones(2, 2))
        else:
            q = torch.qr(torch.ones(2, 2))
        r = torch.qr(q) if torch.__version__ < "1.8" else torch.linalg.qr(q)
        s = torch.qr(q) if _TORCH_LESS_1_8 else torch.linalg.qr(q)
        """,
    "the second batch of a batch": """
        import torch
        from torch.utils.data import DataLoader
        for batch in DataLoader([1]):
            print(batch.data[0], batch[0])
        """,
    "the first row of an output": """
        import torch
        net = torch.nn.Linear(2, 2)
        print(net(torch.ones(3, 2)).data[0])
        """,
    "one element that has a dimension": """
        import torch
        def f(x, y):
            loss = x.sum(0, keepdim=True)
            loss.backward()
            y.backward()
            return loss.data[0], loss[0], y[0]
        """,
    "losses that are not reduced": """
        import torch
        criterion = torch.nn.MSELoss(reduction="none")
        print(criterion(torch.ones(3), torch.ones(3)).data[0])
        """,
    "what has a dim, an order, an indexing": """
        import torch, torchvision
        x = torch.ones(2, 3)
        torch.softmax(x, 1), torch.nn.functional.softmax(x, dim=0), torch.nn.Softmax(1)
        torch.meshgrid(x, x, indexing="xy"), torch.cross(x, x, dim=1), torch.add(x, x, alpha=2)
        torchvision.models.resnet18(weights="DEFAULT"), torchvision.models.resnet18()
        torch.load("x"), torch.load("x")["model"], x.T, torch.amp.autocast("cuda")
        """,
}


@says(
    "README",
    "Names are followed through imports, aliases and scopes: what has the same name and is not of"
    " torch is not reported.",
)
@pytest.mark.parametrize("why", SHADOWED)
def test_what_is_not_of_torch_or_not_old_is_not_reported(why):
    assert not lines(SHADOWED[why])


FOUND = {
    "a star": ("from torch.autograd import *\nVariable(1)\n", [(2, "variable")]),
    "an alias of a module": ("import torch as t\nt.qr(1)\n", [(2, "qr")]),
    "an alias of a name": ("from torch import qr as f\nf(1)\n", [(2, "qr")]),
    "a name for a name": ("import torch\nf = torch.qr\nf(1)\n", [(3, "qr")]),
    "a submodule": ("import torch.nn.functional\ntorch.nn.functional.tanh(1)\n",
                    [(2, "functional-sigmoid")]),
    "a name in a function": ("def f():\n    import torch\n    return torch.qr(1)\n", [(3, "qr")]),
    "a class body": ("import torch\nclass A:\n    q = torch.qr(1)\n", [(3, "qr")]),
    "a class name is not seen in methods": (
        "import torch\nclass A:\n    torch = 1\n    def f(self):\n        return torch.qr(1)\n",
        [(5, "qr")]),
    "a comprehension leaves the name": (
        "import torch\n[torch for torch in []]\ntorch.qr(1)\n", [(3, "qr")]),
    "a default": ("import torch\ndef f(x=torch.qr(1)):\n    pass\n", [(2, "qr")]),
    "a decorator": ("import torch\n@torch.jit.script\ndef f(x):\n    return x\n", [(2, "jit")]),
    "global": ("def f():\n    global torch\n    import torch\ndef g():\n    torch.qr(1)\n",
               [(5, "qr")]),
    "an f-string": ("import torch\nprint(f'é {torch.qr(1)} {torch.ger(1, 2)}')\n",
                    [(2, "qr"), (2, "ger")]),
    "an optional import": (
        "try:\n    import torch\nexcept ImportError:\n    torch = None\ntorch.qr(1)\n",
        [(5, "qr")]),
    "bound again later": (
        "from torch.autograd import Variable\nVariable(1)\nVariable = int\nVariable(2)\n",
        [(2, "variable")]),
    "models by name": (
        "import torchvision.models as models\nm = models.__dict__['resnet18'](pretrained=True)\n",
        [(2, "pretrained")]),
    "a module below torchvision": (
        "from torchvision.models.resnet import resnet50\nresnet50(pretrained=True)\n",
        [(2, "pretrained")]),
    "self": ("import torch\nclass A:\n    def __init__(self):\n"
             "        self.c = torch.nn.MSELoss()\n"
             "    def f(self, x, y):\n        loss = self.c(x, y)\n        return loss.data[0]\n",
             [(7, "data-item")]),
    "what is sent backward has one element": (
        "import torch\ndef f(criterion, x):\n    loss = criterion(x)\n    loss.backward()\n"
        "    return loss.data[0]\n", [(5, "data-item")]),
    "what a function of this file returns": (
        "import torch\nimport torch.nn.functional as F\ndef cost(x, y):\n    a = F.mse_loss(x, y)\n"
        "    b = -0.5 * torch.sum(x)\n    return a + b\ntotal = 0\ntotal += cost(1, 2).data[0]\n",
        [(8, "data-item")]),
    "a sum of losses": (
        "import torch\ncriterion = torch.nn.NLLLoss()\ndef f(xs):\n    total = 0\n"
        "    for x in xs:\n        total += len(x) * criterion(x, x).data\n"
        "    return total[0] / len(xs)\n", [(7, "data-item")]),
    "a criterion that is given": (
        "import torch\ndef train(criterion, x):\n    loss = criterion(x, x)\n"
        "    return loss.data[0]\ndef main():\n    c = torch.nn.NLLLoss().cuda()\n"
        "    train(c, 1)\n", [(4, "data-item")]),
    "an import that fails": ("from torchvision.transforms import Scale\n",
                             [(1, "transforms-scale")]),
    "a guard that is none": (
        "import torch\ntry:\n    torch.qr(1)\nexcept ValueError:\n    pass\n", [(3, "qr")]),
}  # fmt: skip


@pytest.mark.parametrize("why", FOUND)
def test_old_calls_are_found_under_any_name(why):
    code, expected = FOUND[why]
    assert sorted(lines(code)) == sorted(expected)


KEPT = {
    "it is deleted": "from torch import ger\nger(1, 2)\ndel ger\n",
    "it is offered": "from torch import ger\n__all__ = ['ger']\nger(1, 2)\n",
    "it is used otherwise": (
        "from torch.cuda.amp import autocast\nwith autocast():\n    pass\nprint(autocast)\n"
    ),
    "it is bound again": "from torch import ger\nger(1, 2)\nger = 3\n",
    "nothing would be left": (
        "try:\n    from torch.autograd import Variable\nexcept ImportError:\n    pass\n"
        "Variable(1)\n"
    ),
}


@pytest.mark.parametrize("why", KEPT)
def test_an_import_stays_where_something_needs_it(why):
    code = KEPT[why]
    result = fixed(code)
    (line,) = [line for line in code.splitlines() if "from torch" in line]
    assert line in result.splitlines()
    assert result != code


WRITTEN = {
    "brackets where they are needed": (
        "import torch\nfrom torch.autograd import Variable\n"
        "a = Variable(torch.ones(1) + 1).cuda()\n",
        "import torch\na = (torch.ones(1) + 1).cuda()\n",
    ),
    "an expression on several lines": (
        "import torch\nfrom torch.autograd import Variable\n"
        "a = Variable(\n    torch.ones(1)\n    + 1)\n",
        "import torch\na = (torch.ones(1)\n    + 1)\n",
    ),
    "one inside the other": (
        "import torch\nimport torch.nn.functional as F\n"
        "x = F.upsample(F.sigmoid(torch.ger(1, 2)))\n",
        "import torch\nimport torch.nn.functional as F\n"
        "x = F.interpolate(torch.sigmoid(torch.outer(1, 2)))\n",
    ),
    "several imports on one line": (
        "import os; from torch.autograd import Variable; import torch\n"
        "x = Variable(torch.ones(1))\n",
        "import os; import torch\nx = torch.ones(1)\n",
    ),
    "tabs": (
        "if 1:\n\tfrom torch import ger  # here\n\tger(1, 2)\n",
        "if 1:\n\tfrom torch import outer  # here\n\touter(1, 2)\n",
    ),
    "a module that is not imported yet": (
        '"""Text."""\nfrom __future__ import division\n\n# about\n'
        "from torch.nn.functional import (\n"
        "    tanh as t, relu\n)\nimport os\nt(1), relu(2), [t]\n",
        '"""Text."""\nfrom __future__ import division\n\n# about\n'
        "from torch.nn.functional import (\n"
        "    relu\n)\nfrom torch import tanh as t\nimport os\nt(1), relu(2), [t]\n",
    ),
    "a comment within": (
        "import torch\ntorch.nn.BCELoss(\n    size_average=False,  # sum\n    reduce=True\n)\n",
        'import torch\ntorch.nn.BCELoss(\n    reduction="sum",  # sum\n    )\n',
    ),
    "a name that is taken": (
        "from torch import ger\nouter = 3\nger(1, 2)\n",
        "import torch\nouter = 3\ntorch.outer(1, 2)\n",
    ),
}


@pytest.mark.parametrize("why", WRITTEN)
def test_formatting_and_comments_are_kept(why):
    old, new = WRITTEN[why]
    assert fixed(old) == new


# --- 300 styles of import -----------------------------------------------------------------------

#: A call, as it is named by its module, its new spelling, and whether its import follows it.
CALLS = [
    ("torch", "ger", "(a, b)", "torch", "outer"),
    ("torch.nn.functional", "upsample", "(a, 2)", "torch.nn.functional", "interpolate"),
    ("torch.nn.functional", "tanh", "(a)", "torch", "tanh"),
    ("torch.nn.init", "constant", "(a, 1)", "torch.nn.init", "constant_"),
    ("torch.nn.utils", "clip_grad_norm", "(a, 1)", "torch.nn.utils", "clip_grad_norm_"),
    ("torchvision.transforms", "Scale", "(4)", "torchvision.transforms", "Resize"),
    ("torch.cuda", "memory_cached", "()", "torch.cuda", "memory_reserved"),
    ("functorch", "vmap", "(a)", "torch.func", "vmap"),
    ("torch.nn", "NLLLoss2d", "()", "torch.nn", "NLLLoss"),
]
NAMES = ["one", "T", "_x", "nn", "F", "é"]
PLACES = [
    "{call}",
    "x = {call}",
    "def f(a, b):\n    return {call}",
    "class A:\n    def f(self, a, b):\n        return [{call} for a in b]",
    "print(f'{{{call}}}')",
    "if a:\n    x = (\n        {call}  # why\n    )",
    "f = lambda a, b: {call}",
]


@st.composite
def programs(draw):
    """Return a program with one old call, and the qualified name of the new one."""
    module, name, arguments, *new = draw(st.sampled_from(CALLS))
    style = draw(st.sampled_from(["import", "import as", "from", "from as", "parent", "parent as"]))
    alias = draw(st.sampled_from(NAMES))
    parent, _, last = module.rpartition(".")
    if not parent and style.startswith("parent"):
        style = "import"
    head, spelled = {
        "import": (f"import {module}", f"{module}.{name}"),
        "import as": (f"import {module} as {alias}", f"{alias}.{name}"),
        "from": (f"from {module} import {name}", name),
        "from as": (f"from {module} import {name} as {alias}", alias),
        "parent": (f"from {parent} import {last}", f"{last}.{name}"),
        "parent as": (f"from {parent} import {last} as {alias}", f"{alias}.{name}"),
    }[style]
    if draw(st.booleans()):
        head = f"import os, sys  # first\n{head}  # é"
    if draw(st.booleans()):
        head = f"try:\n    import numpy\nexcept ImportError:\n    numpy = None\n{head}"
    if draw(st.booleans()) and style in ("from", "from as"):
        head = head.replace("import " + name, "import (\n    " + name) + (
            "\n)" if "#" in head.splitlines()[-1] else ",\n)")  # fmt: skip
    body = draw(st.sampled_from(PLACES)).format(call=spelled + arguments)
    return f"{head}\na = b = 1\n{body}\n", ".".join(new)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(programs())
def test_any_style_of_import_is_followed_and_rewritten(made):
    code, new = made
    imports = {
        line
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for line in range(node.lineno, node.end_lineno + 1)
    }
    uses = [line for line, _ in lines(code) if line not in imports]
    assert len(uses) == 1
    result = fixed(code)
    assert not lines(result)
    assert fixed(result) == result
    assert new in set(called(result))
    assert [part for part in comments(code) if part not in comments(result)] == []


def called(code):
    """Return the qualified names that a program calls, by a reading of its own."""
    known, tree = {}, ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                known[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                known[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            first, _, rest = ast.unparse(node.func).partition(".")
            yield ".".join(filter(None, [known.get(first, first), rest]))


def comments(code):
    return [line.partition("#")[2] for line in code.splitlines() if "#" in line]
