"""Reads a YAML file into a model; a fault names the line of the field it is about."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import BaseModel, Field, StrictStr, StringConstraints, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from bot.library.faults import ContentFault, Fault

Model = TypeVar("Model", bound=BaseModel)
Name: TypeAlias = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9-]*$")]
Text: TypeAlias = Annotated[StrictStr, Field(min_length=1)]

FAST = "safe"
"""The way that reads in C. It knows no lines, and stops at a few things that are in order, such as
a question mark within braces: what it does not take is read the slow way, which decides."""


def read_yaml(file: Path, model: type[Model]) -> Model:
    """Return the file as the model; raises ContentFault with all that is wrong."""
    text = _text(file)
    try:
        fast: Model = _read_fast(text, model)
    except (YAMLError, ValidationError):
        return _read_slowly(file, text, model)
    return fast


def find_line(file: Path, location: Sequence[int | str]) -> int:
    """Return the line of a field of a file that could be read."""
    return _line(_load(file, _text(file)), location)


def fault_at(file: Path, location: Sequence[int | str], what: str) -> Fault:
    """Return a fault of a field of a file that could be read."""
    field = ".".join(map(str, location))
    return Fault(file=file, line=find_line(file, location), field=field, what=what)


@lru_cache(maxsize=1024)
def _read_fast(text: str, model: type[Model]) -> Model:
    """Return a text as the model; the models are frozen, and a command asks more than once."""
    return model.model_validate(YAML(typ=FAST).load(text))


def _read_slowly(file: Path, text: str, model: type[Model]) -> Model:
    plain = _load(file, text)
    try:
        return model.model_validate(plain)
    except ValidationError as error:
        raise ContentFault(
            Fault(
                file=file,
                line=_line(plain, one["loc"]),
                field=".".join(str(step) for step in one["loc"]) or "file",
                what=one["msg"],
            )
            for one in error.errors()
        ) from error


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(file, 1, str(error)) from error


def _load(file: Path, text: str) -> Any:
    try:
        return _read_with_lines(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _unreadable(file, line, error.problem or "no YAML") from error
    except YAMLError as error:
        raise _unreadable(file, 1, str(error)) from error


@lru_cache(maxsize=64)
def _read_with_lines(text: str) -> Any:
    """Return what stands in a text; the rules ask for the line of each entry, file by file."""
    return YAML().load(text)


def _unreadable(file: Path, line: int, reason: str) -> ContentFault:
    return ContentFault(
        [Fault(file=file, line=line, field="file", what=f"cannot be read: {reason}")]
    )


def _line(plain: Any, location: Sequence[int | str]) -> int:
    """Return the line of the deepest step of the location that stands in the file."""
    line = 1
    for step in location:
        try:
            line = (plain.lc.key(step) if isinstance(step, str) else plain.lc.item(step))[0] + 1
            plain = plain[step]
        except (AttributeError, KeyError, IndexError, TypeError):
            break
    return line
