"""Decides from what was kept, and from what went either way, whether a run kept its promises.

Nothing planned is lost in silence, nothing is sent above its class's limit, no update is lost.
Each rule yields a sentence for whatever breaks it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.domain.delivery import LIMITS, Class, State
from bot.domain.update import UpdateState

OPEN = frozenset({State.PLANNED, State.SENDING})
NEVER_ARRIVED = frozenset({State.FAILED, State.EXPIRED, State.SKIPPED})


@dataclass(frozen=True, kw_only=True)
class Sending:
    """A delivery as its row stands; `look` is the same for those that cannot be told apart."""

    id: str
    look: str
    kind: Class
    state: State
    due: datetime
    until: datetime
    copies: int = 0
    is_edit: bool = False
    has_reason: bool = False


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A message that Telegram took, with the look of the deliveries that it may be."""

    look: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Records:
    """What is known at the end of a run.

    `swallowed` are acts that left no reply; `given` are the numbers of the updates that Telegram
    had for the bot; `effects` counts what must be there exactly once; `mornings` names the
    mornings that are agreed and `nudged` those of which the list of deliveries knows.
    """

    now: datetime
    swallowed: Sequence[str] = ()
    given: Sequence[int] = ()
    updates: Sequence[tuple[int | None, UpdateState]] = ()
    sendings: Sequence[Sending] = ()
    arrivals: Sequence[Arrival] = ()
    effects: Mapping[str, int]
    mornings: Sequence[str] = ()
    nudged: Sequence[str] = ()
    integrity: str = "ok"


Rule: TypeAlias = Callable[[Records], Iterator[str]]


def complaints(records: Records) -> list[str]:
    """Return everything that is wrong with a run; nothing for a good one."""
    return [found for rule in RULES for found in rule(records)]


def every_update_is_handled_once(records: Records) -> Iterator[str]:
    """An update that was given out has one row, and that says that it was handled."""
    rows = Counter(number for number, _ in records.updates)
    for given in records.given:
        if rows[given] != 1:
            yield f"update {given} has {rows[given]} rows"
    for number, state in records.updates:
        if state is not UpdateState.HANDLED:
            yield f"update {number} is {state}"
        if number not in records.given:
            yield f"update {number} was never given out"


def every_act_is_answered(records: Records) -> Iterator[str]:
    """Whatever somebody does for the first time is answered, in the transaction that handled it."""
    for act in records.swallowed:
        yield f"swallowed: {act}"


def everything_ends_in_the_open(records: Records) -> Iterator[str]:
    """A delivery that was due has ended, with a reason where it was not sent."""
    for one in records.sendings:
        if one.state is State.SENDING or (one.state is State.PLANNED and one.due <= records.now):
            yield f"delivery {one.id} was due and is {one.state}"
        if one.state not in OPEN | {State.SENT} and not one.has_reason:
            yield f"delivery {one.id} is {one.state} for no reason"


def what_is_called_sent_arrived(records: Records) -> Iterator[str]:
    """There are as many arrivals as deliveries called sent; an edit may change nothing."""
    arrived = Counter(one.look for one in records.arrivals)
    sent = [one for one in records.sendings if one.state is State.SENT]
    edits = Counter({one.look for one in sent if one.is_edit})
    needed = edits | Counter(one.look for one in sent if not one.is_edit)
    for look, number in needed.items():
        if arrived[look] < number:
            yield f"{number} called sent, {arrived[look]} arrived: {look}"


def what_is_called_unsent_never_arrived(records: Records) -> Iterator[str]:
    """What failed, expired or was skipped did not arrive; else it would be uncertain."""
    arrived = Counter(one.look for one in records.arrivals)
    for look, alike in _by_look(records).items():
        states = {one.state for one in alike}
        if states <= NEVER_ARRIVED | {State.PLANNED} and arrived[look]:
            yield f"arrived, and called {'/'.join(sorted(states))}: {look}"


def nothing_arrives_above_its_limit(records: Records) -> Iterator[str]:
    """No class sends more copies than it may, nor more than the row admits."""
    arrived = Counter(one.look for one in records.arrivals)
    for look, alike in _by_look(records).items():
        admitted = sum(one.copies for one in alike)
        if arrived[look] > sum(LIMITS[one.kind].copies for one in alike):
            yield f"arrived {arrived[look]} times: {look}"
        if arrived[look] > admitted:
            yield f"arrived {arrived[look]} times, {admitted} admitted: {look}"
    for one in records.sendings:
        if one.copies > LIMITS[one.kind].copies:
            yield f"delivery {one.id} counts {one.copies} copies"


def nothing_arrives_out_of_its_time(records: Records) -> Iterator[str]:
    """A message arrives between the moment it is due and the moment it is too late."""
    alike = _by_look(records)
    for arrival in records.arrivals:
        times = [(one.due, one.until) for one in alike.get(arrival.look, ())]
        if times and not any(due <= arrival.at <= until for due, until in times):
            yield f"arrived at {arrival.at}: {arrival.look}"


def nothing_arrives_from_elsewhere(records: Records) -> Iterator[str]:
    """Whatever arrives is a delivery."""
    alike = _by_look(records)
    for arrival in records.arrivals:
        if arrival.look not in alike:
            yield f"no delivery: {arrival.look}"


def effects_happen_once(records: Records) -> Iterator[str]:
    """A person, a support, an agreement is there once, however often somebody tapped."""
    for effect, number in records.effects.items():
        if number != 1:
            yield f"{effect}: {number} times"


def every_morning_is_in_the_list(records: Records) -> Iterator[str]:
    """A morning that is agreed has its nudge among the deliveries, whatever became of it."""
    for morning in records.mornings:
        if morning not in records.nudged:
            yield f"no nudge for {morning}"


def the_database_is_whole(records: Records) -> Iterator[str]:
    """The database finds nothing wrong with itself."""
    if records.integrity != "ok":
        yield f"integrity: {records.integrity}"


RULES: tuple[Rule, ...] = (
    every_update_is_handled_once,
    every_act_is_answered,
    everything_ends_in_the_open,
    what_is_called_sent_arrived,
    what_is_called_unsent_never_arrived,
    nothing_arrives_above_its_limit,
    nothing_arrives_out_of_its_time,
    nothing_arrives_from_elsewhere,
    effects_happen_once,
    every_morning_is_in_the_list,
    the_database_is_whole,
)


def _by_look(records: Records) -> Mapping[str, Sequence[Sending]]:
    looks: dict[str, list[Sending]] = {}
    for one in records.sendings:
        looks.setdefault(one.look, []).append(one)
    return looks
