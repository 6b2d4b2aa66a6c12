"""What a name stands for: scopes, imports and aliases of one file, read from its syntax tree."""

from __future__ import annotations

import ast
import builtins
import re
from dataclasses import dataclass, field

BUILTINS = frozenset(dir(builtins))
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)

#: Libraries of which `import *` is followed.
STARRED = frozenset({"torch", "torchvision", "functorch", "tensorboardX"})
#: The module of a name, where several modules are imported with a star.
STAR_OF_NAME = {"Variable": "torch.autograd"}

#: Where torch and torchvision keep a name, and where its users know it from.
HOMES = [
    (re.compile(old), new)
    for old, new in (
        (r"^torch\.nn\.modules\.(?:\w+\.)?(?=[A-Z]\w*$)", "torch.nn."),
        (r"^torch\.autograd\.variable\.", "torch.autograd."),
        (r"^torch\.(cuda|cpu)\.amp\.(?:autocast_mode|grad_scaler)\.(?!_)", r"torch.\1.amp."),
        (r"^torch\.functional\.", "torch."),
        (r"^torch\.optim\.(?:sgd|adam|adamw|rmsprop|adagrad|adadelta|lbfgs)\.", "torch.optim."),
        (r"^torch\.utils\.data\.(?:dataloader|dataset|sampler)\.(?=[A-Z])", "torch.utils.data."),
        (r"^torchvision\.transforms\.transforms\.", "torchvision.transforms."),
        (r"^torchvision\.utils\.utils\.", "torchvision.utils."),
        (
            r"^torchvision\.models\.(?:alexnet|vgg|resnet|densenet|inception|squeezenet|googlenet"
            r"|mobilenet|mobilenetv2|mobilenetv3|mnasnet|shufflenetv2|efficientnet)\.(?=[a-z])",
            "torchvision.models.",
        ),
        (r"^torchvision\.datasets\.(?:mnist|cifar|folder)\.", "torchvision.datasets."),
        (r"^matplotlib\.pylab\.", "matplotlib.pyplot."),
    )
]


def known_as(qualified: str) -> str:
    """Return the name by which a definition in an inner module is known."""
    if qualified.startswith(("torch", "matplotlib")):
        for pattern, new in HOMES:
            qualified = pattern.sub(new, qualified)
    return qualified


@dataclass(eq=False, slots=True)
class Binding:
    """One place that gives a name a value."""

    kind: str  # import, assign, unpack, iter, param, with, aug, def, class, other
    scope: Scope
    node: ast.AST
    value: ast.expr | None = None
    target: str | None = None  # the qualified name that an import binds
    path: tuple[int, ...] = ()  # where in an unpacked value
    fallback: bool = False  # in the handler of a failed import
    alias: ast.alias | None = None
    uses: list[ast.Name] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Scope:
    """A region of names: the module, a class, a function, a comprehension."""

    kind: str
    node: ast.AST
    parent: Scope | None
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    outer: dict[str, str] = field(default_factory=dict)  # global and nonlocal names

    def owner(self, name: str) -> Scope | None:
        """Return the scope that a name used here is bound in."""
        kind = self.outer.get(name)
        scope: Scope | None = self
        if kind == "global":
            return self.module()
        if kind == "nonlocal":
            scope = self.parent
        first = True
        while scope is not None:
            if name in scope.bindings and (first or scope.kind != "class"):
                return scope
            if name in scope.outer:
                return scope.owner(name)
            first = False
            scope = scope.parent
        return None

    def module(self) -> Scope:
        """Return the outermost scope."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def function(self) -> Scope:
        """Return the nearest scope that `:=` binds in."""
        scope = self
        while scope.kind == "comprehension" and scope.parent is not None:
            scope = scope.parent
        return scope


class Names:
    """The names of one file."""

    def __init__(self, tree: ast.Module) -> None:
        """Read the tree of a file."""
        self.tree = tree
        self.module = Scope("module", tree, None)
        self.scopes: dict[ast.AST, Scope] = {}
        self.parents: dict[ast.AST, ast.AST] = {}
        self.expressions: list[ast.expr] = []
        self.definitions: list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef] = []
        self.loops: list[ast.For | ast.While] = []
        self.own: dict[ast.AST, Scope] = {}  # the scope that a definition opens
        self.stars: list[str] = []
        self.deleted: set[str] = set()  # by `del`
        self.imports: list[Binding] = []
        self._fallback = False
        self._qualified: dict[ast.expr, str | None] = {}
        self._resolving: set[Binding] = set()
        for statement in tree.body:
            self._statement(statement, self.module, tree)
        for node in self.expressions:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                for binding in self.bindings(node):
                    if binding.kind == "import":
                        binding.uses.append(node)

    # --- reading the tree ---------------------------------------------------------------------

    def _bind(self, name: str, binding: Binding) -> None:
        scope = binding.scope
        binding.fallback = self._fallback
        kind = scope.outer.get(name)
        if kind == "global":
            scope = scope.module()
        elif kind == "nonlocal" and scope.parent is not None:
            scope = scope.parent.owner(name) or scope
        scope.bindings.setdefault(name, []).append(binding)

    def _children(self, node: ast.AST, scope: Scope) -> None:
        for child in ast.iter_child_nodes(node):
            self._visit(child, scope, node)

    def _visit(self, node: ast.AST, scope: Scope, parent: ast.AST) -> None:
        if isinstance(node, ast.stmt):
            self._statement(node, scope, parent)
        elif isinstance(node, ast.expr):
            self._expression(node, scope, parent)
        elif isinstance(node, ast.ExceptHandler):
            self._handler(node, scope, parent)
        else:
            self.parents[node] = parent
            if isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
                self._bind(node.name, Binding("other", scope, node))
            self._children(node, scope)

    def _expression(self, node: ast.expr, scope: Scope, parent: ast.AST) -> None:
        self.parents[node] = parent
        self.scopes[node] = scope
        if isinstance(node, ast.Constant):
            return
        self.expressions.append(node)
        if isinstance(node, ast.Name):
            return
        if isinstance(node, ast.Lambda):
            inner = self.own[node] = Scope("function", node, scope)
            self._parameters(node.args, scope, inner, node)
            self._expression(node.body, inner, node)
        elif isinstance(node, COMPREHENSIONS):
            self._comprehension(node, scope)
        elif isinstance(node, ast.NamedExpr):
            self._expression(node.value, scope, node)
            self._target(node.target, "assign", node.value, scope.function(), node)
        else:
            self._children(node, scope)

    def _comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp, scope: Scope
    ) -> None:
        inner = Scope("comprehension", node, scope)
        for number, generator in enumerate(node.generators):
            self.parents[generator] = node
            self._expression(generator.iter, inner if number else scope, generator)
            self._target(generator.target, "iter", generator.iter, inner, generator)
            for condition in generator.ifs:
                self._expression(condition, inner, generator)
        parts = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        for part in parts:
            self._expression(part, inner, node)

    def _parameters(
        self, arguments: ast.arguments, scope: Scope, inner: Scope, node: ast.AST
    ) -> None:
        for default in [*arguments.defaults, *filter(None, arguments.kw_defaults)]:
            self._expression(default, scope, node)
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        for number, argument in enumerate(every):
            inner.bindings[argument.arg] = [Binding("param", inner, argument, path=(number,))]
        for argument in filter(None, (arguments.vararg, arguments.kwarg)):
            inner.bindings[argument.arg] = [Binding("other", inner, argument)]
            every.append(argument)
        for argument in every:
            if argument.annotation is not None:
                self._expression(argument.annotation, scope, node)

    def _target(
        self,
        target: ast.expr,
        kind: str,
        value: ast.expr | None,
        scope: Scope,
        statement: ast.AST,
        path: tuple[int, ...] = (),
    ) -> None:
        if isinstance(target, ast.Name):
            self.parents[target] = statement
            self.scopes[target] = scope
            if path and kind == "assign":
                kind = "unpack"
            self._bind(target.id, Binding(kind, scope, statement, value, path=path))
        elif isinstance(target, (ast.Tuple, ast.List)):
            self.parents[target] = statement
            self.scopes[target] = scope
            for number, element in enumerate(target.elts):
                self._target(element, kind, value, scope, target, (*path, number))
        elif isinstance(target, ast.Starred):
            self.parents[target] = statement
            self._target(target.value, "other", None, scope, target)
        else:
            self._expression(target, scope, statement)

    def _handler(self, node: ast.ExceptHandler, scope: Scope, parent: ast.AST) -> None:
        self.parents[node] = parent
        if node.type is not None:
            self._expression(node.type, scope, node)
        if node.name:
            self._bind(node.name, Binding("other", scope, node))
        caught = ast.unparse(node.type) if node.type is not None else "Exception"
        before = self._fallback
        self._fallback = before or bool(
            re.search(r"ImportError|ModuleNotFoundError|AttributeError|\bException\b", caught)
            and isinstance(parent, ast.Try)
            and any(isinstance(one, (ast.Import, ast.ImportFrom)) for one in parent.body)
        )
        for statement in node.body:
            self._statement(statement, scope, node)
        self._fallback = before

    def _statement(self, node: ast.stmt, scope: Scope, parent: ast.AST) -> None:
        self.parents[node] = parent
        self.scopes[node] = scope
        match node:
            case ast.Import() | ast.ImportFrom():
                self._import(node, scope)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._bind(node.name, Binding("def", scope, node))
                self.definitions.append(node)
                inner = self.own[node] = Scope("function", node, scope)
                for expression in filter(None, [*node.decorator_list, node.returns]):
                    self._expression(expression, scope, node)
                self._parameters(node.args, scope, inner, node)
                self._body(node.body, inner, node)
            case ast.ClassDef():
                self._bind(node.name, Binding("class", scope, node))
                self.definitions.append(node)
                inner = self.own[node] = Scope("class", node, scope)
                for expression in [*node.decorator_list, *node.bases]:
                    self._expression(expression, scope, node)
                for keyword in node.keywords:
                    self._expression(keyword.value, scope, node)
                self._body(node.body, inner, node)
            case ast.Assign():
                self._expression(node.value, scope, node)
                for target in node.targets:
                    self._target(target, "assign", node.value, scope, node)
            case ast.AnnAssign():
                self._expression(node.annotation, scope, node)
                if node.value is not None:
                    self._expression(node.value, scope, node)
                self._target(node.target, "assign", node.value, scope, node)
            case ast.AugAssign():
                self._expression(node.value, scope, node)
                self._target(node.target, "aug", node.value, scope, node)
            case ast.While():
                self.loops.append(node)
                self._children(node, scope)
            case ast.For() | ast.AsyncFor():
                if isinstance(node, ast.For):
                    self.loops.append(node)
                self._expression(node.iter, scope, node)
                self._target(node.target, "iter", node.iter, scope, node)
                self._body([*node.body, *node.orelse], scope, node)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    self._expression(item.context_expr, scope, node)
                    if item.optional_vars is not None:
                        self._target(item.optional_vars, "with", item.context_expr, scope, node)
                self._body(node.body, scope, node)
            case ast.Delete():
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        self.deleted.add(target.id)
                    else:
                        self._expression(target, scope, node)
            case ast.Global() | ast.Nonlocal():
                kind = "global" if isinstance(node, ast.Global) else "nonlocal"
                scope.outer.update(dict.fromkeys(node.names, kind))
            case _:
                self._children(node, scope)

    def _body(self, body: list[ast.stmt], scope: Scope, parent: ast.AST) -> None:
        for statement in body:
            self._statement(statement, scope, parent)

    def _import(self, node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
        for alias in node.names:
            if isinstance(node, ast.Import):
                name = alias.asname or alias.name.split(".")[0]
                target: str | None = alias.name if alias.asname else name
            elif node.level:
                name, target = alias.asname or alias.name, None
            elif alias.name == "*":
                self.stars.append(node.module or "")
                continue
            else:
                name = alias.asname or alias.name
                target = known_as(f"{node.module}.{alias.name}")
            binding = Binding("import", scope, node, target=target, alias=alias)
            self._bind(name, binding)
            self.imports.append(binding)

    # --- asking -------------------------------------------------------------------------------

    def bindings(self, node: ast.Name) -> list[Binding]:
        """Return what can have given a name its value where it is used."""
        scope = self.scopes[node].owner(node.id)
        every = scope.bindings.get(node.id, []) if scope is not None else []
        if scope is None or not every:
            return []
        main = [binding for binding in every if not binding.fallback] or every
        if len(main) == 1 or scope is not self.scopes[node] or scope.kind == "class":
            return main
        return self._reaching(node, scope, main)

    def _reaching(self, node: ast.Name, scope: Scope, every: list[Binding]) -> list[Binding]:
        """Leave out what comes later, and what a later statement has replaced for sure."""
        here = (node.lineno, node.col_offset)
        loop = self.loop(node)
        reaching: list[Binding] = []
        for binding in every:
            start = (getattr(binding.node, "lineno", 0), getattr(binding.node, "col_offset", 0))
            if self._holds(binding.node, node) and binding.kind in ("assign", "unpack", "aug"):
                later = True
            else:
                later = start > here
            if later and not (loop is not None and self._holds(loop, binding.node)):
                continue
            certain = self.parents.get(binding.node) is scope.node and binding.kind in (
                "assign", "unpack", "import", "def", "class",
            )  # fmt: skip
            if certain and not later:
                reaching = []
            reaching.append(binding)
        return reaching or every

    def _holds(self, outer: ast.AST, node: ast.AST) -> bool:
        inner: ast.AST | None = node
        while inner is not None:
            if inner is outer:
                return True
            inner = self.parents.get(inner)
        return False

    def loop(self, node: ast.AST) -> ast.AST | None:
        """Return the outermost loop around a node in its own function."""
        found = None
        inner = self.parents.get(node)
        while inner is not None and not isinstance(inner, (*FUNCTIONS, ast.ClassDef, ast.Lambda)):
            if isinstance(inner, (ast.For, ast.While, ast.AsyncFor)):
                found = inner
            inner = self.parents.get(inner)
        return found

    def qualified(self, node: ast.expr) -> str | None:
        """Return what an expression names, `torch.nn.functional.relu`, if that is certain."""
        if not isinstance(node, (ast.Name, ast.Attribute)):
            return None
        if node not in self._qualified:
            self._qualified[node] = self._look_up(node)
        return self._qualified[node]

    def _look_up(self, node: ast.Name | ast.Attribute) -> str | None:
        if isinstance(node, ast.Attribute):
            base = self.qualified(node.value)
            return known_as(f"{base}.{node.attr}") if base is not None else None
        if node not in self.scopes or not isinstance(node.ctx, ast.Load):
            return None
        found = self.bindings(node)
        if not found:
            if node.id in BUILTINS:
                return f"builtins.{node.id}"
            return self._starred(node)
        targets = {self._target_of(binding) for binding in found}
        return targets.pop() if len(targets) == 1 else None

    def _either(self, node: ast.IfExp) -> str | None:
        """Return the type of tensor that is one of the GPU or of the CPU."""
        names = {self.qualified(node.body), self.qualified(node.orelse)}
        plain = {name.replace("torch.cuda.", "torch.") for name in names if name is not None}
        if None in names or len(plain) != 1 or not all("Tensor" in str(name) for name in names):
            return None
        return plain.pop() if len(names) == 1 else plain.pop().replace("torch.", "torch.either.")

    def _target_of(self, binding: Binding) -> str | None:
        if binding.kind == "import":
            return binding.target
        if binding.kind != "assign" or binding in self._resolving or binding.value is None:
            return None
        self._resolving.add(binding)
        try:
            if isinstance(binding.value, ast.IfExp):
                return self._either(binding.value)
            return self.qualified(binding.value)
        finally:
            self._resolving.discard(binding)

    def _starred(self, node: ast.Name) -> str | None:
        """Return what a name stands for that only one `from torch… import *` can have bound."""
        if self.scopes[node].owner(node.id) is not None:
            return None
        modules = [name for name in self.stars if name.split(".")[0] in STARRED]
        if len(modules) > 1:
            modules = [m for m in modules if m.endswith(STAR_OF_NAME.get(node.id, "?"))]
        return known_as(f"{modules[0]}.{node.id}") if len(modules) == 1 else None

    def visible(self, module: str, node: ast.AST) -> str | None:
        """Return the name by which a module is known at a node, if it is imported there."""
        scope: Scope | None = self.scopes[node]
        while scope is not None:
            for name, found in scope.bindings.items():
                if (
                    len({binding.target for binding in found}) == 1
                    and found[0].kind == "import"
                    and found[0].target == module
                    and self.scopes[node].owner(name) is scope
                ):
                    return name
            scope = scope.parent
        return None

    def taken(self, name: str) -> bool:
        """Tell whether a name is bound anywhere in the file."""
        return any(name in scope.bindings for scope in self._every_scope())

    def _every_scope(self) -> set[Scope]:
        return {self.module, *self.scopes.values(), *self.own.values()}
