"""The parts of the program, which one process runs together or several run apart."""

from collections.abc import Collection
from enum import StrEnum

from bot.domain.errors import PartsApart


class Part(StrEnum):
    """What a process may be asked to do."""

    INTAKE = "intake"
    WORKERS = "workers"
    WEB = "web"
    PLANNER = "planner"


EVERY_PART = frozenset(Part)


def may_run(parts: Collection[Part], *, alone: bool) -> None:
    """Raise PartsApart where a process runs alone on its database and would not do everything."""
    if alone and set(parts) < EVERY_PART:
        raise PartsApart
