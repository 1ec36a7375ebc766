"""What there is to know before a workshop: when facilitators get it, and what of it names nobody.

They read on the board, by name, who said “not this week”, and may show the rest to the group. So
what several people did or said is told only where nobody is known by it: `Counted.told`,
`reasons_told`, `themes_told`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.assignment import NotNow
from bot.domain.board import Mark
from bot.domain.contact import DAY, Desk
from bot.domain.message import Phrase
from bot.domain.schedule import local, moment

NEAR = 4
"""How many days before at most: a Friday, where the Monday before a Tuesday is a holiday."""

FURTHEST = 7
"""How many days before, for who works so seldom that no nearer day is one of theirs."""

LEAST = 3
"""How many people it takes to tell something without saying of whom."""

MOST_MET = 5
"""How many themes are told, those that most people met first."""


@dataclass(frozen=True, kw_only=True)
class Counted:
    """An exercise, and how many people have each mark at it."""

    title: Phrase
    counts: Mapping[Mark, int] = field(hash=False)

    @property
    def told(self) -> Mapping[Mark, int]:
        """How many have each mark, for a group to see: none where fewer than three got it."""
        return self.counts if sum(self.counts.values()) >= LEAST else {}


@dataclass(frozen=True, kw_only=True)
class Overview:
    """A workshop and what there is to know before it; there is no place in it for a name.

    `coming` counts who said that they come, that they do not, and who has not said; it is None
    before anybody is asked. `themes` go by the keys of their texts. `brought` is how many people
    want to speak of an exercise, `unreached` how many no message reaches.
    """

    group: str
    workshop: Phrase | None
    coming: tuple[int, int, int] | None
    exercises: tuple[Counted, ...]
    reasons: Mapping[NotNow, int] = field(hash=False)
    themes: Mapping[str, int] = field(hash=False)
    brought: int
    unreached: int


def comes_at(desk: Desk, begins: datetime, *, since: datetime | None) -> datetime | None:
    """Return when a facilitator gets the preparation of a workshop; None where there is no moment.

    It comes as their hours begin on their last working day before it: most of what people do
    between two workshops is done by then, and there is a day left to think of it. Who works on none
    of the four days before gets it as the hours begin on the day itself, or else before. `since` is
    when the workshop before it is over: what comes earlier would tell of the wrong one.
    """
    day = local(begins, desk.zone).date()
    days = [day - ahead * DAY for ahead in range(FURTHEST + 1)]
    openings = {
        ahead: moment(one, desk.hours.opens, desk.zone)
        for ahead, one in enumerate(days)
        if desk.works_on(one)
    }
    fit = {
        ahead: at
        for ahead, at in openings.items()
        if at < begins and (since is None or since <= at)
    }
    near = (at for ahead, at in fit.items() if 1 <= ahead <= NEAR)
    return next(near, None) or next(iter(fit.values()), None)


def coming_of(
    said: Sequence[bool | None], asked: Iterable[datetime], *, now: datetime
) -> tuple[int, int, int] | None:
    """Return how many come, how many do not, and how many have not said, by what each `said`.

    It is None where nobody is `asked` before now, and nobody said it unasked: it is no silence.
    """
    yes, no = said.count(True), said.count(False)
    if yes or no or any(at <= now for at in asked):
        return yes, no, len(said) - yes - no
    return None


def reasons_told(given: Mapping[str, Collection[NotNow]], *, members: int) -> Mapping[NotNow, int]:
    """Return how many people gave each reason for “not this week”, by the ids of who said so.

    None is told unless three people gave one, somebody of the group said something else than “not
    this week”, and no reason is that of all who did: each would be known to have given it.
    """
    found = {
        reason: sum(reason in reasons for reasons in given.values())
        for reason in NotNow
        if reason is not NotNow.UNSAID
    }
    gave = sum(any(one is not NotNow.UNSAID for one in reasons) for reasons in given.values())
    is_anonymous = gave >= LEAST and len(given) < members and len(given) not in found.values()
    return {reason: count for reason, count in found.items() if count} if is_anonymous else {}


def themes_told(chosen: Mapping[str, Collection[str]], *, members: int) -> Mapping[str, int]:
    """Return how many people met each theme, most-met first, by the ids of who chose it.

    One is told where three people have it and not everybody in the group, who would each be known
    by it. Of several that as many met, the order says nothing.
    """
    found = {theme: len(set(people)) for theme, people in chosen.items()}
    told = {theme: count for theme, count in found.items() if LEAST <= count < members}
    return dict(sorted(told.items(), key=lambda one: (-one[1], one[0]))[:MOST_MET])
