"""What a pattern of words names itself: the keys it refers to, and its variables."""

from collections.abc import Iterator
from dataclasses import dataclass

from fluent.syntax import ast


@dataclass(frozen=True, kw_only=True)
class Named:
    """Keys and variables; a term's key starts with a dash, a variable's name with no dollar."""

    keys: frozenset[str]
    variables: frozenset[str]


def named(pattern: ast.Pattern) -> Named:
    """Return what a pattern names."""
    placed = [one for one in pattern.elements if isinstance(one, ast.Placeable)]
    nodes = [node for one in placed for node in _nodes(one)]
    keys = (key_of(n) for n in nodes if isinstance(n, ast.MessageReference | ast.TermReference))
    variables = (n.id.name for n in nodes if isinstance(n, ast.VariableReference))
    return Named(keys=frozenset(keys), variables=frozenset(variables))


def key_of(node: ast.MessageReference | ast.TermReference) -> str:
    """Return the key that is referred to."""
    return "-" + node.id.name if isinstance(node, ast.TermReference) else node.id.name


def _nodes(node: ast.SyntaxNode) -> Iterator[ast.SyntaxNode]:
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.SyntaxNode):
                yield from _nodes(child)
