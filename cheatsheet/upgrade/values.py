"""What a value is, as far as its origin tells: a tensor, a scheduler, a model of this file."""

from __future__ import annotations

import ast
import re

from cheatsheet.upgrade.names import Binding, Names

#: A kind is "tensor", "scalar" (a tensor without dimensions), "single" (a tensor of one element,
#: as far as one sees without dimensions), "number", "tuple" (of tensors), the
#: qualified name of the class of an instance, or the class of this file that it is one of.
Kind = str | ast.ClassDef

#: Functions of torch that make a tensor which needs no gradient.
MAKERS = frozenset(
    """zeros ones rand randn randint randperm arange range eye empty full linspace logspace tensor
    as_tensor from_numpy bernoulli multinomial normal zeros_like ones_like rand_like randn_like
    randint_like empty_like full_like Tensor""".split()
)
_TENSOR_TYPE = re.compile(
    r"^torch\.(cuda\.|either\.|sparse\.)?(Float|Double|Half|BFloat16|Byte|Char|Short|Int|Long|Bool)?Tensor$"
)
_MAKES = re.compile(r"^torch\.(\w+)$")
#: Functions of torch that give something else than one tensor.
_OTHER = frozenset(
    """save load device manual_seed seed initial_seed is_tensor is_grad_enabled compile vmap no_grad
    is_floating_point is_complex numel get_default_dtype set_default_dtype set_num_threads
    get_num_threads set_printoptions typename finfo iinfo broadcast_shapes result_type can_cast
    promote_types allclose equal is_storage enable_grad inference_mode set_grad_enabled
    set_default_device set_default_tensor_type get_rng_state set_rng_state
    use_deterministic_algorithms
    """.split()
)
_TUPLES = frozenset(
    """max min sort topk kthvalue mode median split chunk unbind qr svd symeig eig lu lstsq solve
    meshgrid triangular_solve slogdet std_mean var_mean tensor_split aminmax frexp cummax cummin
    broadcast_tensors nonzero unique unique_consecutive eigh lu_factor""".split()
)
_REDUCTIONS = frozenset(
    "sum mean prod max min norm std var median logsumexp dot all any trace".split()
)
_NUMBERS = frozenset(f"builtins.{name}" for name in "len int float round abs pow".split())
_SAME = frozenset(
    "cuda cpu to eval train float double half type requires_grad_ share_memory".split()
)
_NOT_TENSORS = frozenset(
    """item tolist numpy size dim ndimension nelement numel element_size stride storage
    untyped_storage is_contiguous is_cuda data_ptr get_device backward register_hook type_as_
    storage_offset is_floating_point""".split()
)
_SEQUENCES = frozenset(
    "LSTM GRU RNN MultiheadAttention LSTMCell AdaptiveLogSoftmaxWithLoss".split()
)
_ATTRIBUTES = frozenset("data grad T mT H mH real imag".split())


TENSORS = frozenset({"tensor", "scalar", "single"})
_SHAPED = frozenset("view expand repeat reshape unsqueeze".split())


def _keeps_dimensions(binding: Binding) -> bool:
    """Tell whether a value has dimensions, though it has one element."""
    value = binding.value
    return isinstance(value, ast.Call) and (
        any(keyword.arg == "keepdim" for keyword in value.keywords)
        or (isinstance(value.func, ast.Attribute) and value.func.attr in _SHAPED)
    )


def is_module(kind: Kind | None) -> bool:
    """Tell whether a kind of this table is an instance of a layer of torch."""
    return isinstance(kind, str) and bool(re.match(r"^torch\.nn\.[A-Z]\w*$", kind))


class Values:
    """The kinds of the values of one file."""

    def __init__(self, names: Names) -> None:
        """Ask the names of a file."""
        self.names = names
        self._kinds: dict[ast.expr, Kind | None] = {}
        self._busy: set[object] = set()
        self._members: dict[ast.ClassDef, dict[str, list[ast.expr]]] | None = None
        self._called: dict[ast.AST, list[ast.Call]] | None = None
        self._scalars: set[tuple[int, str]] | None = None

    def kind(self, node: ast.expr) -> Kind | None:
        """Return what an expression is, or nothing where that is not certain."""
        if node in self._busy:
            return None
        if node not in self._kinds:
            self._busy.add(node)
            self._kinds[node] = self._of(node)
            self._busy.discard(node)
        return self._kinds[node]

    def is_tensor(self, node: ast.expr) -> bool:
        """Tell whether an expression is certain to be a tensor."""
        return self.kind(node) in TENSORS

    def _of(self, node: ast.expr) -> Kind | None:
        match node:
            case ast.Constant():
                return "number" if isinstance(node.value, (int, float)) else None
            case ast.Name():
                return self._of_name(node)
            case ast.Attribute():
                return self._of_attribute(node)
            case ast.Subscript():
                base = self.kind(node.value)
                return "tensor" if base in (*TENSORS, "tuple") else None
            case ast.UnaryOp():
                return self.kind(node.operand)
            case ast.BinOp():
                return self._joined([node.left, node.right])
            case ast.Compare():
                sides = [node.left, *node.comparators]
                return "tensor" if any(map(self.is_tensor, sides)) else None
            case ast.IfExp():
                kinds = {self.kind(node.body), self.kind(node.orelse)}
                return kinds.pop() if len(kinds) == 1 else None
            case ast.NamedExpr():
                return self.kind(node.value)
            case ast.Call():
                return self._of_call(node)
        return None

    def _joined(self, parts: list[ast.expr]) -> Kind | None:
        kinds = {self.kind(part) for part in parts}
        if kinds <= {"number", "scalar"}:
            return "scalar" if "scalar" in kinds else "number"
        return "tensor" if kinds & TENSORS else None

    # --- names --------------------------------------------------------------------------------

    def _of_name(self, node: ast.Name) -> Kind | None:
        if node not in self.names.scopes:  # what `del` names
            return None
        scope = self.names.scopes[node].owner(node.id)
        found = self.names.bindings(node)
        kinds = {self._of_binding(binding) for binding in found}
        if scope is not None and (id(scope), node.id) in self._backward():
            if kinds <= {"scalar", "number"}:
                return "scalar"
            return "tensor" if any(map(_keeps_dimensions, found)) else "single"
        kinds -= {"number"} if len(kinds) > 1 and kinds <= {"number", "scalar", "tensor"} else set()
        if kinds == {"tensor", "scalar"}:
            return "tensor"
        return kinds.pop() if len(kinds) == 1 else None

    def _backward(self) -> set[tuple[int, str]]:
        """Return the names on which `.backward()` is called: they hold one element."""
        if self._scalars is None:
            self._scalars = set()
            for node in self.names.expressions:
                match node:
                    case ast.Call(func=ast.Attribute(value=ast.Name() as name, attr="backward")):
                        scope = self.names.scopes[name].owner(name.id)
                        if scope is not None and not node.args:
                            self._scalars.add((id(scope), name.id))
        return self._scalars

    def _of_binding(self, binding: Binding) -> Kind | None:
        if binding in self._busy:
            return None
        self._busy.add(binding)
        try:
            return self._bound(binding)
        finally:
            self._busy.discard(binding)

    def _bound(self, binding: Binding) -> Kind | None:
        if binding.kind in ("assign", "with", "aug") and binding.value is not None:
            return self.kind(binding.value)
        if binding.kind in ("unpack", "iter") and binding.value is not None:
            return self._element(binding)
        if binding.kind == "param" and isinstance(binding.node, ast.arg):
            if binding.node.annotation:
                return self._annotated(binding.node.annotation)
            kinds = {self.kind(value) for value in self._given(binding)}
            return kinds.pop() if len(kinds) == 1 else None
        return None

    def _given(self, binding: Binding) -> list[ast.expr]:
        """Return what the calls of this file give for a parameter of a function."""
        function, name = binding.scope.node, getattr(binding.node, "arg", "")
        given = []
        for call in self._calls().get(function, []):
            named = [keyword.value for keyword in call.keywords if keyword.arg == name]
            if named:
                given += named
            elif binding.path:
                place = binding.path[0] - isinstance(call.func, ast.Attribute)
                given += call.args[place : place + 1] if place >= 0 else []
        return given

    def _calls(self) -> dict[ast.AST, list[ast.Call]]:
        """Return the calls of each function of this file, by its name."""
        if self._called is None:
            self._called = {}
            for node in self.names.expressions:
                if isinstance(node, ast.Call):
                    definition = self.definition(node.func)
                    if isinstance(definition, ast.FunctionDef):
                        self._called.setdefault(definition, []).append(node)
        return self._called

    def _annotated(self, annotation: ast.expr) -> Kind | None:
        name = self.names.qualified(annotation)
        if name in ("torch.Tensor", "torch.autograd.Variable"):
            return "tensor"
        return name if name is not None and name.startswith("torch") else None

    def _element(self, binding: Binding) -> Kind | None:
        value = binding.value
        if value is None:
            return None
        if binding.kind == "iter":
            return "tensor" if self._is_data(value) else None
        if isinstance(value, (ast.Tuple, ast.List)) and len(binding.path) == 1:
            if binding.path[0] < len(value.elts):
                return self.kind(value.elts[binding.path[0]])
            return None
        kind = self.kind(value)
        if kind in ("tuple", "tensor"):
            return "tensor"
        return "tensor" if self._is_batch(value) else None

    # --- data of a loader ---------------------------------------------------------------------

    def _is_data(self, node: ast.expr) -> bool:
        """Tell whether an expression gives batches: a loader, or one that is counted."""
        if isinstance(node, ast.Call) and node.args:
            name = self.names.qualified(node.func)
            if name in ("builtins.enumerate", "builtins.zip", "builtins.iter", "tqdm.tqdm"):
                return self._is_data(node.args[0])
        return self.kind(node) in ("torch.utils.data.DataLoader", "iterator of data")

    def _is_batch(self, node: ast.expr) -> bool:
        match node:
            case ast.Call(func=func, args=[first, *_]):
                return self.names.qualified(func) == "builtins.next" and self._is_data(first)
            case ast.Call(func=ast.Attribute(value=value, attr="next"), args=[]):
                return self._is_data(value)
            case ast.Name():
                found = self.names.bindings(node)
                return bool(found) and all(
                    binding.value is not None
                    and (
                        self._is_data(binding.value)
                        if binding.kind == "iter"
                        else binding.kind == "assign" and self._is_batch(binding.value)
                    )
                    for binding in found
                )
        return False

    def needs_no_gradient(self, node: ast.expr) -> bool:
        """Tell whether a tensor is certain to stand outside of any graph."""
        if node in self._busy:
            return True
        self._busy.add(node)
        try:
            return self._is_free(node)
        finally:
            self._busy.discard(node)

    def _is_free(self, node: ast.expr) -> bool:
        match node:
            case ast.Constant():
                return True
            case ast.Attribute(attr="data"):
                return True
            case ast.Subscript(value=value):
                return self.needs_no_gradient(value) or self._is_batch(value)
            case ast.UnaryOp(operand=operand):
                return self.needs_no_gradient(operand)
            case ast.BinOp(left=left, right=right):
                return self.needs_no_gradient(left) and self.needs_no_gradient(right)
            case ast.Compare():
                return True
            case ast.Name():
                found = self.names.bindings(node)
                return bool(found) and all(map(self._binds_free, found))
            case ast.Call(func=func, args=args, keywords=keywords):
                name = self.names.qualified(func)
                if name is not None:
                    made = _MAKES.match(name)
                    if _TENSOR_TYPE.match(name) or (made and made[1] in MAKERS):
                        return all(keyword.arg != "requires_grad" for keyword in keywords)
                    if name == "torch.autograd.Variable":
                        return all(keyword.arg != "requires_grad" for keyword in keywords)
                    if name.startswith("torch.") and name[6:7].islower() and args:
                        return all(map(self.needs_no_gradient, args))
                    return False
                if isinstance(func, ast.Attribute):
                    if func.attr in ("detach", "byte", "long", "int", "bool", "new"):
                        return True
                    if func.attr in ("requires_grad_", "next"):
                        return False
                    return self.needs_no_gradient(func.value)
        return False

    def _binds_free(self, binding: Binding) -> bool:
        if binding in self._busy:
            return True
        self._busy.add(binding)
        try:
            value = binding.value
            if value is None:
                return False
            if binding.kind == "assign":
                return self.needs_no_gradient(value)
            if binding.kind == "iter":
                return self._is_data(value)
            if binding.kind == "unpack":
                if isinstance(value, ast.Tuple) and len(binding.path) == 1:
                    return binding.path[0] < len(value.elts) and self.needs_no_gradient(
                        value.elts[binding.path[0]]
                    )
                return self._is_batch(value) or self.needs_no_gradient(value)
            return False
        finally:
            self._busy.discard(binding)

    # --- attributes and calls -----------------------------------------------------------------

    def _of_attribute(self, node: ast.Attribute) -> Kind | None:
        base = self.kind(node.value)
        if base in TENSORS:
            return base if node.attr in _ATTRIBUTES else None
        if base == "tuple":
            return "tensor"
        if base == "torch.utils.data.DataLoader" and node.attr == "dataset":
            return self._dataset(node.value)
        owner = self._class_of(node.value)
        if owner is not None:
            kinds = {self.kind(value) for value in self._values_of(owner, node.attr)}
            return kinds.pop() if len(kinds) == 1 else None
        return None

    def _dataset(self, loader: ast.expr) -> Kind | None:
        made: ast.expr | None = loader
        if isinstance(loader, ast.Name):
            found = self.names.bindings(loader)
            made = found[0].value if len(found) == 1 else None
        if isinstance(made, ast.Call) and made.args:
            return self.kind(made.args[0])
        return None

    def _class_of(self, node: ast.expr) -> ast.ClassDef | None:
        """Return the class of this file that a value is an instance of."""
        own = self._own_class(node)
        kind = own if own is not None else self.kind(node)
        return kind if isinstance(kind, ast.ClassDef) else None

    def _own_class(self, node: ast.expr) -> ast.ClassDef | None:
        """Return the class whose instance a first parameter of a method stands for."""
        found = self.names.bindings(node) if isinstance(node, ast.Name) else []
        if len(found) == 1 and found[0].kind == "param" and found[0].path == (0,):
            outer = self.names.parents.get(found[0].scope.node)
            return outer if isinstance(outer, ast.ClassDef) else None
        return None

    def _values_of(self, owner: ast.ClassDef, attribute: str) -> list[ast.expr]:
        """Return what the methods of a class assign to an attribute of their instance."""
        if self._members is None:
            self._members = {}
            for node in self.names.expressions:
                parent = self.names.parents.get(node)
                if (
                    isinstance(node, ast.Attribute)
                    and isinstance(node.ctx, ast.Store)
                    and isinstance(parent, ast.Assign)
                    and isinstance(node.value, ast.Name)
                ):
                    holder = self._class_of(node.value)
                    if holder is not None:
                        members = self._members.setdefault(holder, {})
                        members.setdefault(node.attr, []).append(parent.value)
        return self._members.get(owner, {}).get(attribute, [])

    def definition(self, func: ast.expr) -> ast.AST | None:
        """Return the function, method or class of this file that a call calls."""
        if isinstance(func, ast.Attribute):
            owner = self._own_class(func.value)
            for statement in owner.body if owner is not None else ():
                if isinstance(statement, ast.FunctionDef) and statement.name == func.attr:
                    return statement
            return None
        if isinstance(func, ast.Name):
            found = self.names.bindings(func)
            if len(found) == 1 and found[0].kind in ("def", "class"):
                return found[0].node
        return None

    def _of_call(self, node: ast.Call) -> Kind | None:
        name = self.names.qualified(node.func)
        if name is not None:
            return self._of_known(name, node)
        definition = self.definition(node.func)
        if isinstance(definition, ast.ClassDef):
            return definition
        if isinstance(definition, ast.FunctionDef):
            return self._returned(definition)
        if isinstance(node.func, ast.Attribute):
            found = self._of_method(node.func, node)
            if found is not None:
                return found
        return self._of_instance(self.kind(node.func), node)

    def _of_known(self, name: str, node: ast.Call) -> Kind | None:
        if name == "builtins.iter":
            return "iterator of data" if node.args and self._is_data(node.args[0]) else "iterator"
        if name == "torch.autograd.Variable":
            inner = self.kind(node.args[0]) if node.args else None
            return inner if inner == "scalar" else "tensor"
        if name.startswith("torchvision.models.") and name.rpartition(".")[2][:1].islower():
            return "torch.nn.Module"
        if _TENSOR_TYPE.match(name) or name == "torch.nn.Parameter":
            return "tensor"
        last = name.rpartition(".")[2]
        if last[:1].isupper() or name.startswith("torch.cuda.amp."):
            return name
        if name.startswith("torch.nn.functional.") and re.search(
            r"_loss$|cross_entropy|^kl_div", last
        ):
            return self._of_loss(node)
        if name in ("torch.norm", "torch.linalg.vector_norm"):
            dims = len(node.args) > 2 or any(keyword.arg == "dim" for keyword in node.keywords)
            return "tensor" if dims else "scalar"
        if re.match(r"^torch\.(nn\.functional|linalg|fft|special)\.\w+$", name):
            return "tuple" if last in _TUPLES else "tensor"
        if re.match(r"^torch\.[a-z]\w*$", name) and last not in _OTHER:
            plain = len(node.args) == 1 and not node.keywords
            if last in _REDUCTIONS and (plain or last == "dot"):
                return "scalar"
            if last in _TUPLES:
                return "tuple" if not plain or last not in _REDUCTIONS else "scalar"
            return "tensor"
        return "number" if name in _NUMBERS else None

    def _of_loss(self, node: ast.Call) -> Kind:
        for keyword in node.keywords:
            if keyword.arg in ("reduction", "reduce"):
                plain = isinstance(keyword.value, ast.Constant)
                value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
                return "scalar" if plain and value not in ("none", False) else "tensor"
        return "scalar"

    def _of_method(self, func: ast.Attribute, node: ast.Call) -> Kind | None:
        if func.attr in ("item", "numel", "nelement") or (func.attr == "size" and node.args):
            return "number"
        base = self.kind(func.value)
        if base in TENSORS:
            if func.attr in _NOT_TENSORS:
                return None
            if func.attr in _REDUCTIONS and not node.args and not node.keywords:
                return "scalar"
            if func.attr in _TUPLES:
                return "tuple"
            return base if func.attr not in _SHAPED else "tensor"
        if func.attr in _SAME and base is not None and base != "number":
            return base
        if func.attr == "__iter__":
            return "iterator of data" if self._is_data(func.value) else None
        return None

    def _of_instance(self, kind: Kind | None, node: ast.Call) -> Kind | None:
        """Return what a call of a layer, a loss or a model gives."""
        if isinstance(kind, ast.ClassDef):
            for statement in kind.body:
                if isinstance(statement, ast.FunctionDef) and statement.name == "forward":
                    return self._returned(statement)
            return None
        if not is_module(kind) or not isinstance(kind, str):
            return None
        last = kind.rpartition(".")[2]
        if last.endswith("Loss") or last == "NLLLoss2d":
            kinds = {self._of_loss(made) for made in self._makers(node.func)}
            return "scalar" if kinds == {"scalar"} else "tensor"
        return None if last in _SEQUENCES or last == "Module" else "tensor"

    def _makers(self, node: ast.expr) -> list[ast.Call]:
        """Return the calls that can have made an instance."""
        if node in self._busy:
            return []
        values: list[ast.expr | None] = []
        if isinstance(node, ast.Call):
            func = node.func
            if isinstance(func, ast.Attribute) and func.attr in _SAME:
                values = [func.value]
            else:
                return [node]
        elif isinstance(node, ast.Name):
            for binding in self.names.bindings(node):
                values += self._given(binding) if binding.kind == "param" else [binding.value]
        elif isinstance(node, ast.Attribute):
            owner = self._class_of(node.value)
            values = list(self._values_of(owner, node.attr)) if owner is not None else []
        self._busy.add(node)
        try:
            return [made for value in values if value is not None for made in self._makers(value)]
        finally:
            self._busy.discard(node)

    def _returned(self, function: ast.FunctionDef) -> Kind | None:
        """Return what a function of this file returns, if all its returns agree."""
        if function in self._busy:
            return None
        self._busy.add(function)
        try:
            kinds = {
                self.kind(node.value) if node.value is not None else None
                for node in ast.walk(function)
                if isinstance(node, ast.Return)
            }
        finally:
            self._busy.discard(function)
        return kinds.pop() if len(kinds) == 1 else None
