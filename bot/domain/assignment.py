"""An exercise given to one person: where they stand with it, when they wanted to do it, what came.

Nothing begins without the person. Done, tried and not this week are three honest ends.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Self

from bot.domain.homework import Outcome
from bot.domain.schedule import Rule
from bot.domain.sharing import Share

USUAL_TIME = timedelta(days=7)
"""How long somebody has, where no date of a workshop says otherwise."""

DECIDING = timedelta(hours=1)
"""How long somebody has to say what is shown of an exercise before the usual holds."""

LATELY = timedelta(days=28)
"""How long ago an exercise may have ended that is still listed."""

_DAY = timedelta(days=1)


class AssignmentState(StrEnum):
    """Where somebody stands with an exercise."""

    OPEN = "open"
    PLANNED = "planned"
    BEGUN = "begun"
    ENDED = "ended"


ONGOING = (AssignmentState.OPEN, AssignmentState.PLANNED, AssignmentState.BEGUN)


class Habit(StrEnum):
    """What somebody does every day, after which the exercise comes."""

    COFFEE = "coffee"
    ARRIVING = "arriving"
    LUNCH = "lunch"
    HOME = "home"
    NONE = "none"


class Obstacle(StrEnum):
    """What could get in the way."""

    TIRED = "tired"
    TIME = "time"
    FORGET = "forget"
    PEOPLE = "people"


class NotNow(StrEnum):
    """Why it was not this week; nobody has to say."""

    FORGOT = "forgot"
    HARD = "hard"
    UNCLEAR = "unclear"
    ENERGY = "energy"
    NOT_ME = "not-me"
    UNSAID = "unsaid"


class Useful(StrEnum):
    """Whether it was useful."""

    YES = "yes"
    BIT = "bit"
    NO = "no"
    WORSE = "worse"


@dataclass(frozen=True, kw_only=True)
class Moment:
    """When somebody wants to do it: a day and time, after what, and what could get in the way."""

    day: date
    wall: time
    habit: Habit = Habit.NONE
    obstacle: Obstacle | None = None


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """An exercise given to one person; `group_id` where it was given to a whole group.

    `version` is that of the exercise when it was given; `easier` whether it is the easier version
    of it. `plan_id` brings it back at the moment that
    was chosen; `run_id` is the going through it, `rounds` how many there were. `shares` is what
    the person decided to show of it, None as long as they did not; with all shown, `brings` says
    that they want to speak of it in the workshop. An `outcome` that stands before
    the end is the best of the rounds so far.
    """

    id: str
    person_id: str
    assigned_by: str | None
    group_id: str | None = None
    exercise: str
    version: int
    easier: bool = False
    state: AssignmentState = AssignmentState.OPEN
    assigned_at: datetime
    due: date
    planned_at: datetime | None = None
    plan_id: str | None = None
    habit: Habit | None = None
    obstacle: Obstacle | None = None
    run_id: str | None = None
    rounds: int = 0
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: Outcome | None = None
    reason: NotNow | None = None
    useful: Useful | None = None
    shares: Share | None = None
    brings: bool = False
    thanked_at: datetime | None = None

    @property
    def is_ongoing(self) -> bool:
        """Whether it can still be begun, planned or gone on with."""
        return self.state in ONGOING

    @property
    def is_success(self) -> bool:
        """Whether it ended as done or tried; both count the same."""
        return not self.is_ongoing and self.outcome in {Outcome.DONE, Outcome.TRIED}

    @property
    def may_begin(self) -> bool:
        """Whether it can be begun; who said “not this week” can change their mind."""
        return self.is_ongoing or self.outcome is Outcome.NOT_THIS_WEEK

    def given_again(self, *, by: str, due: date, now: datetime) -> Self:
        """Return it as it is when somebody gives it once more before it ended."""
        return replace(self, assigned_by=by, assigned_at=now, due=due)

    def planned(self, at: datetime, plan_id: str, moment: Moment) -> Self:
        """Return it with the moment at which it is to come back; begun stays begun."""
        begun = self.state is AssignmentState.BEGUN
        return replace(
            self,
            state=self.state if begun else AssignmentState.PLANNED,
            planned_at=at,
            plan_id=plan_id,
            habit=moment.habit,
            obstacle=moment.obstacle,
        )

    def begun(self, run_id: str, now: datetime) -> Self:
        """Return it as it is once somebody goes through it, also after “not this week”."""
        is_back = self.outcome is Outcome.NOT_THIS_WEEK
        return replace(
            self.reopened() if is_back else self,
            state=AssignmentState.BEGUN,
            run_id=run_id,
            begun_at=self.begun_at or now,
            plan_id=None,
        )

    def reopened(self, *, easier: bool | None = None) -> Self:
        """Return it as if nothing had been said yet, perhaps in its easier version."""
        return replace(
            self,
            state=AssignmentState.OPEN,
            easier=self.easier if easier is None else easier,
            outcome=None,
            reason=None,
            ended_at=None,
            plan_id=None,
        )

    def made_easier(self) -> Self:
        """Return it in its easier version; after “not this week” as if nothing had been said."""
        if self.is_ongoing:
            return replace(self, easier=True)
        return replace(self.reopened(easier=True), run_id=None)

    def gone_through(self, outcome: Outcome) -> Self:
        """Return it with one more going through it; of several, the best counts."""
        best = self.outcome if self.outcome is Outcome.DONE else outcome
        return replace(self, rounds=self.rounds + 1, outcome=best)

    def ended(self, outcome: Outcome, now: datetime) -> Self:
        """Return it as it ended; the first moment stays where it ends otherwise later."""
        return replace(
            self,
            state=AssignmentState.ENDED,
            outcome=outcome,
            ended_at=self.ended_at or now,
            plan_id=None,
        )

    def shown_share(self, now: datetime) -> Share | None:
        """Return what may be shown of how it ended, None as long as that is not decided.

        Who says nothing shows only that they did it, once there was time to say otherwise.
        """
        if self.shares is not None or self.ended_at is None:
            return self.shares
        return Share.STATE if now >= self.ended_at + DECIDING else None


def due_in_a_week(today: date) -> date:
    """Return by when an exercise is wanted that is given today."""
    return today + USUAL_TIME


def rule_of(moment: Moment, due: date) -> Rule:
    """Return when it comes back: at the moment chosen, and once more the day before it is due.

    That second time is the only reminder; there is none where it would not be later. Public
    holidays count as any other day.
    """
    again = max(due - _DAY, moment.day)
    days = frozenset({moment.day.weekday(), again.weekday()})
    between = (moment.day + ahead * _DAY for ahead in range(1, (again - moment.day).days))
    return Rule(
        days=days,
        wall=moment.wall,
        starts=moment.day,
        ends=again,
        holidays=True,
        exceptions={day: None for day in between if day.weekday() in days},
    )
