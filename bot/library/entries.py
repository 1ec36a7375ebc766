"""Reads a file of words: each key with its pattern, its line, and the exceptions noted above it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeAlias

from fluent.syntax import FluentParser, ast

from bot.library.faults import Fault
from bot.library.naming import Named, named

_EXCEPTION = re.compile(r"^(?P<rule>[a-z-]+)(?:\s*:\s*(?P<why>.+))?$", re.MULTILINE)
_LINE_END = re.compile("\n")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One key of a file of words; a term's key starts with a dash.

    `notes` are the lines of the comment just above, as `rule: why`.
    """

    key: str
    file: Path
    line: int
    pattern: ast.Pattern
    notes: Mapping[str, str]

    @cached_property
    def named(self) -> Named:
        """What the pattern itself names: it is looked through once."""
        return named(self.pattern)

    def fault(self, what: str) -> Fault:
        """Return a fault of this entry."""
        return Fault(file=self.file, line=self.line, field=self.key, what=what)


Entries: TypeAlias = Mapping[str, Entry]


@dataclass(frozen=True, kw_only=True)
class WordFile:
    """A file of words: what Fluent made of it, and its entries by key."""

    file: Path
    resource: ast.Resource
    entries: Entries


def read_words(file: Path) -> tuple[WordFile, list[Fault]]:
    """Return the words of a file, and what is wrong with its form."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        empty = WordFile(file=file, resource=ast.Resource(), entries={})
        return empty, [Fault(file=file, line=1, field="file", what=f"cannot be read: {error}")]
    resource, ends = _parse(text), _ends_of_lines(text)
    entries: dict[str, Entry] = {}
    faults = list(_junk(resource, file, ends))
    for entry in _entries(resource, file, ends):
        if entry.key in entries:
            faults.append(
                entry.fault(f"stands here twice, first on line {entries[entry.key].line}")
            )
        entries.setdefault(entry.key, entry)
    return WordFile(file=file, resource=resource, entries=entries), faults


@lru_cache(maxsize=8)
def _parse(text: str) -> ast.Resource:
    """Return what Fluent makes of a text: most of a second, and a command asks more than once."""
    return FluentParser().parse(text)


def _entries(resource: ast.Resource, file: Path, ends: Sequence[int]) -> Iterator[Entry]:
    for node in resource.body:
        if isinstance(node, ast.Message | ast.Term) and node.value:
            dash = "-" if isinstance(node, ast.Term) else ""
            yield Entry(
                key=dash + node.id.name,
                file=file,
                line=_line(node.id, ends),
                pattern=node.value,
                notes=_notes(node.comment),
            )


def _junk(resource: ast.Resource, file: Path, ends: Sequence[int]) -> Iterator[Fault]:
    for node in resource.body:
        if isinstance(node, ast.Junk):
            first = (node.content or "").strip().split("\n", 1)[0]
            reason = node.annotations[0].message if node.annotations else "cannot be read"
            what = f"cannot be read: {reason}"
            yield Fault(file=file, line=_line(node, ends), field=first[:40], what=what)
        if isinstance(node, ast.Message | ast.Term) and (node.attributes or not node.value):
            what = "has attributes, which nobody reads: give each text a key of its own"
            yield Fault(file=file, line=_line(node.id, ends), field=node.id.name, what=what)


def _ends_of_lines(text: str) -> Sequence[int]:
    return [found.start() for found in _LINE_END.finditer(text)]


def _line(node: ast.SyntaxNode, ends: Sequence[int]) -> int:
    return bisect_left(ends, node.span.start if node.span else 0) + 1


def _notes(comment: ast.BaseComment | None) -> Mapping[str, str]:
    if comment is None or comment.content is None:
        return {}
    found = _EXCEPTION.finditer(comment.content)
    return {match["rule"]: match["why"] or "" for match in found}
