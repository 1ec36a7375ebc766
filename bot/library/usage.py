"""Which keys the program uses, found in its source without running it."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_DEPTH = 4


@dataclass(frozen=True, kw_only=True)
class Use:
    """A place where a phrase is made: its key as a pattern, and the values that are surely given.

    `given` is None where the key or the values are not written out at that place.
    """

    file: Path
    line: int
    key: str
    pattern: re.Pattern[str]
    given: frozenset[str] | None


@dataclass(frozen=True, kw_only=True)
class Usage:
    """All places that make a phrase, and all texts that stand in the source."""

    uses: tuple[Use, ...]
    literals: frozenset[str]

    def mentions(self, key: str) -> bool:
        """Whether the source holds the key, whole or as a pattern with gaps."""
        return key in self.literals or any(use.pattern.fullmatch(key) for use in self.uses)


def read_usage(source: Path) -> Usage:
    """Read all Python files of a folder."""
    uses: list[Use] = []
    literals: set[str] = set()
    for file in sorted(source.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        nodes = list(ast.walk(tree))
        meanings = _Meanings.of(tree, nodes)
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            if isinstance(node, ast.Call) and _is_phrase(node.func) and node.args:
                uses += _uses(node, file, meanings)
    return Usage(uses=tuple(uses), literals=frozenset(literals))


def _is_phrase(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id == "Phrase"


def _uses(call: ast.Call, file: Path, meanings: "_Meanings") -> Iterator[Use]:
    here = set(map(id, ast.walk(call.args[0])))
    for node in meanings.texts(call.args[0]):
        key, pattern = _key(node)
        if key:
            yield Use(
                file=file,
                line=node.lineno,
                key=key,
                pattern=re.compile(pattern),
                given=_given(call) if id(node) in here else None,
            )


def _key(node: ast.Constant | ast.JoinedStr) -> tuple[str, str]:
    if isinstance(node, ast.Constant):
        return str(node.value), re.escape(str(node.value))
    parts = [one.value if isinstance(one, ast.Constant) else None for one in node.values]
    shown = "".join("…" if part is None else str(part) for part in parts)
    return shown, "".join(".+" if part is None else re.escape(str(part)) for part in parts)


def _given(call: ast.Call) -> frozenset[str] | None:
    if call.keywords:
        return None
    match call.args[1:]:
        case []:
            return frozenset()
        case [ast.Dict(keys=keys)]:
            names = [key.value for key in keys if isinstance(key, ast.Constant)]
            return frozenset(map(str, names)) if len(names) == len(keys) else None
        case _:
            return None


@dataclass(frozen=True, kw_only=True)
class _Meanings:
    """What the names of a module can stand for, wherever they stand in it."""

    values: Mapping[str, list[ast.expr]] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: ast.Module, nodes: Iterable[ast.AST]) -> "_Meanings":
        values: dict[str, list[ast.expr]] = {}
        functions = _functions(tree)
        for node in nodes:
            for name, value in _meant(node, functions):
                values.setdefault(name, []).append(value)
        return cls(values=values)

    def texts(self, node: ast.expr, depth: int = _DEPTH) -> Iterator[ast.Constant | ast.JoinedStr]:
        """Yield the texts an expression can become, as far as the module itself tells."""
        match node:
            case ast.Constant(value=str()) | ast.JoinedStr():
                yield node
            case ast.IfExp(body=yes, orelse=no):
                yield from self.texts(yes, depth)
                yield from self.texts(no, depth)
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Dict(values=parts):
                for part in parts:
                    yield from self.texts(part, depth)
            case ast.Subscript(value=whole):
                yield from self.texts(whole, depth)
            case ast.Call(func=ast.Name(id=name)) | ast.Name(id=name) if depth:
                for value in self.values.get(name, []):
                    yield from self.texts(value, depth - 1)


_Functions = Mapping[str, ast.FunctionDef | ast.AsyncFunctionDef]


def _functions(tree: ast.Module) -> _Functions:
    found = (one for one in tree.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef))
    return {one.name: one for one in found}


def _meant(node: ast.AST, functions: _Functions) -> Iterator[tuple[str, ast.expr]]:
    """Yield what a piece of source says of names: set to, returned, looped over, called with."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            yield name, value
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            returns = (one for one in ast.walk(node) if isinstance(one, ast.Return))
            yield from ((name, one.value) for one in returns if one.value)
        case ast.Call(func=ast.Name(id=name), args=given) if name in functions:
            parameters = functions[name].args.args
            yield from ((one.arg, value) for one, value in zip(parameters, given, strict=False))
        case ast.comprehension(target=target, iter=source) | ast.For(target=target, iter=source):
            names = (one for one in ast.walk(target) if isinstance(one, ast.Name))
            yield from ((one.id, source) for one in names)
