"""What a pattern of words can become with all it refers to: its texts and its variables."""

from itertools import product

from fluent.syntax import ast

from bot.library.entries import Entries, Entry
from bot.library.naming import key_of


def texts(entry: Entry, entries: Entries) -> list[str]:
    """Return every text the entry can become; a variable stands there as its name in braces."""
    return _texts(entry.pattern, entries, frozenset({entry.key}))


def variables(entry: Entry, entries: Entries) -> frozenset[str]:
    """Return the variables of the entry and of all it refers to."""
    return frozenset(name for one in _reached(entry, entries) for name in one.named.variables)


def _reached(entry: Entry, entries: Entries) -> list[Entry]:
    found = {entry.key: entry}
    waiting = [entry]
    while waiting:
        for key in waiting.pop().named.keys - found.keys() & entries.keys():
            found[key] = entries[key]
            waiting.append(entries[key])
    return list(found.values())


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
            key = key_of(node)
            if key not in entries or key in seen:
                return ["{" + key + "}"]
            return _texts(entries[key].pattern, entries, seen | {key})
        case ast.VariableReference():
            return ["{$" + node.id.name + "}"]
        case ast.StringLiteral():
            return [str(node.parse()["value"])]
        case _:
            return ["{}"]
