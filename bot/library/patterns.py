"""What a pattern of words can become: its texts, its variables, the keys it refers to."""

from collections.abc import Iterator
from itertools import product

from fluent.syntax import ast

from bot.library.entries import Entries, Entry


def texts(entry: Entry, entries: Entries) -> list[str]:
    """Return every text the entry can become; a variable stands there as its name in braces."""
    return _texts(entry.pattern, entries, frozenset({entry.key}))


def variables(entry: Entry, entries: Entries) -> frozenset[str]:
    """Return the variables of the entry and of all it refers to."""
    return frozenset(
        node.id.name
        for one in _reached(entry, entries)
        for node in _nodes(one.pattern)
        if isinstance(node, ast.VariableReference)
    )


def references(entry: Entry) -> frozenset[str]:
    """Return the keys that the entry itself refers to."""
    nodes = _nodes(entry.pattern)
    return frozenset(
        _key(n) for n in nodes if isinstance(n, ast.MessageReference | ast.TermReference)
    )


def _reached(entry: Entry, entries: Entries) -> list[Entry]:
    found = {entry.key: entry}
    waiting = [entry]
    while waiting:
        for key in references(waiting.pop()) - found.keys() & entries.keys():
            found[key] = entries[key]
            waiting.append(entries[key])
    return list(found.values())


def _nodes(node: ast.SyntaxNode) -> Iterator[ast.SyntaxNode]:
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.SyntaxNode):
                yield from _nodes(child)


def _key(node: ast.MessageReference | ast.TermReference) -> str:
    return "-" + node.id.name if isinstance(node, ast.TermReference) else node.id.name


def _texts(pattern: ast.Pattern, entries: Entries, seen: frozenset[str]) -> list[str]:
    parts = [
        [element.value]
        if isinstance(element, ast.TextElement)
        else _of_expression(element.expression, entries, seen)
        for element in pattern.elements
    ]
    return ["".join(combination) for combination in product(*parts)]


def _of_expression(  # noqa: PLR0911 - a line for each kind reads best
    node: ast.SyntaxNode, entries: Entries, seen: frozenset[str]
) -> list[str]:
    match node:
        case ast.Placeable():
            return _of_expression(node.expression, entries, seen)
        case ast.SelectExpression():
            return [text for one in node.variants for text in _texts(one.value, entries, seen)]
        case ast.MessageReference() | ast.TermReference():
            key = _key(node)
            if key not in entries or key in seen:
                return ["{" + key + "}"]
            return _texts(entries[key].pattern, entries, seen | {key})
        case ast.VariableReference():
            return ["{$" + node.id.name + "}"]
        case ast.StringLiteral():
            return [str(node.parse()["value"])]
        case _:
            return ["{}"]
