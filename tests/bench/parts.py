"""The parts of the bench, by name, in the order in which they are measured."""

from collections.abc import Mapping

from tests.bench import (
    answering,
    board,
    burst,
    checkin,
    digest,
    growth,
    patience,
    planning,
    sending,
    start,
    workers,
)
from tests.bench.bench import Part

PARTS: Mapping[str, Part] = {
    "sending": sending.play,
    "answering": answering.play,
    "burst": burst.play,
    "patience": patience.play,
    "start": start.play,
    "planning": planning.play,
    "checkin": checkin.play,
    "board": board.play,
    "digest": digest.play,
    "growth": growth.play,
    "workers": workers.play,
}
