"""What a message can have drawn to go with it, before it is drawn."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from bot.domain.board import Board
from bot.domain.chart import Chart
from bot.domain.network import Network
from bot.domain.thought_chart import ThoughtChart
from bot.domain.week import Week

Drawing: TypeAlias = Chart | Week | Board | ThoughtChart | Network

KINDS: Mapping[str, type[Drawing]] = {
    "chart": Chart,
    "week": Week,
    "board": Board,
    "thought-chart": ThoughtChart,
    "network": Network,
}


def as_plain(drawing: Drawing) -> dict[str, Any]:
    """Return plain JSON values, from which `from_plain` makes the same drawing."""
    kind = next(name for name, known in KINDS.items() if isinstance(drawing, known))
    return {"kind": kind, **drawing.as_plain()}


def from_plain(plain: Mapping[str, Any]) -> Drawing:
    """Return the drawing that `as_plain` described; raises KeyError for another kind."""
    return KINDS[plain["kind"]].from_plain(plain)
