"""What some exercises leave to be looked at whenever somebody likes: the buttons to it."""

from collections.abc import Container, Mapping

from bot.domain.message import Button, Phrase
from bot.domain.network import NETWORK_MAP
from bot.domain.thought_chart import THOUGHT_CHART

KEEPSAKES: Mapping[str, Button] = {
    THOUGHT_CHART: Button(Phrase("button-my-chart"), "chart"),
    NETWORK_MAP: Button(Phrase("button-my-network"), "network"),
}


def of_any(exercises: Container[str]) -> tuple[tuple[Button, ...], ...]:
    """Return a row with what these exercises leave; no row where they leave nothing."""
    row = tuple(button for id_, button in KEEPSAKES.items() if id_ in exercises)
    return (row,) if row else ()
