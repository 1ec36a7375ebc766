"""The people around somebody: how close each one is, and what they bring. Nothing of it is kept.

It is worked out from the answers of its exercise, one person at a time. Source: the programme's
content: a map of circles and kinds of support, with first names or nicknames.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from bot.domain.exercise import Answer, Answers
from bot.domain.names import LENGTH, read_name

NETWORK_MAP = "network-map"
"""The exercise whose answers are the people."""

WHO, CIRCLE, SUPPORT = "who", "circle", "support"

MOST = 20
"""How many people a map shows: those who were told of last."""


class Circle(StrEnum):
    """How close somebody is, from the middle outwards."""

    CLOSE = "close"
    SOME = "some"
    FAR = "far"


class Support(StrEnum):
    """What somebody brings."""

    LISTENS = "listens"
    PRACTICAL = "practical"
    INFORMATION = "information"
    COMPANY = "company"


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """One person of a map; without a circle as long as nobody said which."""

    name: str
    circle: Circle | None = None
    supports: tuple[Support, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Network:
    """The people of a map, in the order in which they were told of first."""

    people: tuple[Somebody, ...]

    def within(self, circle: Circle | None) -> tuple[Somebody, ...]:
        """Return who stands in a circle, or in none yet."""
        return tuple(one for one in self.people if one.circle is circle)

    def as_plain(self) -> dict[str, Any]:
        """Return plain JSON values, from which `from_plain` makes the same network."""
        return {"people": [[one.name, one.circle, list(one.supports)] for one in self.people]}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return the network that `as_plain` described."""
        return cls(
            people=tuple(
                Somebody(
                    name=name,
                    circle=Circle(circle) if circle else None,
                    supports=tuple(map(Support, supports)),
                )
                for name, circle, supports in plain["people"]
            )
        )


def network_of(given: Sequence[Answers]) -> Network:
    """Return the people that were told of, from the answers of each time, the latest first.

    Of somebody who was told of several times the latest answer to each question counts; names are
    the same whatever their capitals and spaces.
    """
    told: dict[str, list[Answers]] = {}
    for answers in given:
        if name := _name(answers):
            told.setdefault(name.casefold(), []).append(answers)
    shown = list(told)[:MOST]
    first_told = dict.fromkeys(_name(answers).casefold() for answers in reversed(given))
    return Network(people=tuple(_somebody(told[name]) for name in first_told if name in shown))


def _somebody(several: Sequence[Answers]) -> Somebody:
    circle, supports = _latest(several, CIRCLE), _latest(several, SUPPORT)
    return Somebody(
        name=_name(several[0]),
        circle=next((one for one in Circle if one == circle), None),
        supports=tuple(one for one in Support if one in supports),
    )


def _latest(several: Sequence[Answers], step: str) -> Answer:
    return next((answers[step] for answers in several if step in answers), ())


def _name(answers: Answers) -> str:
    """Return how somebody is called; a name of signs alone is one too."""
    written = str(answers.get(WHO, ""))
    return read_name(written) or " ".join(written.split())[:LENGTH]
