"""At which moments of its life a bot is killed, drawn from a seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

STARTING_REQUESTS = 3
"""Who it is, no webhook, what came meanwhile: what a bot asks until it is at work."""

ACTS = 34
"""How often something happens on the whole path, when people have to try again now and then."""


NEXT = -1
"""The first act that happens once the bot has started, whatever its number."""


class Where(StrEnum):
    """What the bot is doing when it is killed."""

    STARTING = "at a request while it starts"
    REQUEST = "before a request arrives"
    REPLY = "after a request was accepted, before the reply"
    COMMIT = "before a commit"
    COMMITTED = "after a commit"
    SOON = "a little after somebody did something"


WEIGHTS = {
    Where.STARTING: 1,
    Where.REQUEST: 4,
    Where.REPLY: 5,
    Where.COMMIT: 3,
    Where.COMMITTED: 4,
    Where.SOON: 4,
}


@dataclass(frozen=True, kw_only=True)
class Death:
    """One end: so many requests, commits or milliseconds after the act of this number."""

    where: Where
    count: int
    act: int


def deaths(seed: int, number: int) -> Iterator[Death]:
    """Yield so many ends, spread over the path; the same ones for the same seed."""
    chance = Random(seed)  # noqa: S311 - chance that must be repeatable
    places = chance.choices(list(WEIGHTS), weights=list(WEIGHTS.values()), k=number)
    for turn, where in enumerate(places):
        yield Death(where=where, count=_count(where, chance), act=turn * ACTS // number)


def _count(where: Where, chance: Random) -> int:
    match where:
        case Where.STARTING:
            return chance.randint(1, STARTING_REQUESTS)
        case Where.REQUEST | Where.REPLY:
            return chance.randint(1, 5)
        case Where.COMMIT | Where.COMMITTED:
            return chance.randint(1, 10)
        case Where.SOON:
            return chance.randint(0, 60)
