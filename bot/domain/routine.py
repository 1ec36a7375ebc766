"""What the answers about somebody's routine lead to: reminders to choose, and kind advice.

Source: the programme's content: less than seven hours before the wake-up suggest an earlier evening
or a later start; below six and a half a talk with the care team, and never an earlier alarm.
Nothing is ever said about when to take a medicine.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.exercise import Answers
from bot.domain.reminder import EVENING, ONCE, WEEKLY, Lead, Reminder
from bot.domain.schedule import EVERY_DAY, WORKING_DAYS

NIGHT, MORNING, WORK = "routine-night", "routine-morning", "routine-work"
PARTS = (NIGHT, MORNING, WORK)

ENOUGH = timedelta(hours=7)
LEAST = timedelta(hours=6, minutes=30)
USUAL_WAKING = time(7)
NUMBERS_AT = time(18)
_NOON = time(12)
_DAY = timedelta(days=1)


class Idea(StrEnum):
    """A reminder that an answer suggests."""

    BEDTIME = "bedtime"
    REHEARSAL = "rehearsal"
    NUMBERS = "numbers"
    THINGS = "things"
    FOOD = "food"


class Advice(StrEnum):
    """What is said to an answer, once."""

    LITTLE_SLEEP = "little-sleep"
    VERY_LITTLE_SLEEP = "very-little-sleep"
    LITTLE_TIME = "little-time"
    TALK = "talk"


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What is known of a working day besides the answers: when somebody gets up, on which days."""

    today: date
    days: frozenset[int] = WORKING_DAYS
    wakes: time | None = None


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A reminder that can be set; without words of somebody's own it says what its idea says."""

    idea: Idea
    reminder: Reminder

    def saying(self, words: str) -> Reminder:
        """Return the reminder with words, unless it has somebody's own."""
        return self.reminder if self.reminder.what else replace(self.reminder, what=words)


def suggestions(part: str, answers: Answers, frame: Frame) -> tuple[Suggestion, ...]:
    """Return the reminders that the answers of a part suggest, none of them set."""
    found = {NIGHT: _of_night, MORNING: _of_morning, WORK: _of_work}[part]
    return tuple(found(answers, frame))


def advice(part: str, answers: Answers, frame: Frame) -> Advice | None:
    """Return what is to be said to the answers of a part, if anything."""
    if part == NIGHT and frame.wakes and "bedtime" in answers:
        return _of_sleep(sleep(_time(answers, "bedtime"), frame.wakes))
    if part == MORNING and answers.get("time") in {"tight", "no"}:
        return Advice.LITTLE_TIME
    if part == WORK and "discuss" in {answers.get("treatment"), answers.get("at-work")}:
        return Advice.TALK
    return None


def sleep(bedtime: time, wakes: time) -> timedelta:
    """Return how long it is from going to bed to getting up, at most a day."""
    gone = datetime.combine(date.min, wakes) - datetime.combine(date.min, bedtime)
    return gone % _DAY


def _of_sleep(lasts: timedelta) -> Advice | None:
    if lasts < LEAST:
        return Advice.VERY_LITTLE_SLEEP
    return Advice.LITTLE_SLEEP if lasts < ENOUGH else None


def _of_night(answers: Answers, frame: Frame) -> Iterator[Suggestion]:
    if "bedtime" in answers:
        at = _time(answers, "bedtime")
        days = frame.days if at < _NOON else _evenings(frame.days)
        yield _weekly(Idea.BEDTIME, frame, at=at, days=days, lead=Lead.HALF_HOUR)


def _of_morning(answers: Answers, frame: Frame) -> Iterator[Suggestion]:
    if answers.get("rehearsal") == "plan" and "rehearsal-day" in answers:
        day = date.fromisoformat(str(answers["rehearsal-day"]))
        yield _once(Idea.REHEARSAL, day, at=frame.wakes or USUAL_WAKING)
    if answers.get("numbers") == "no":
        yield _once(Idea.NUMBERS, frame.today + _DAY, at=NUMBERS_AT)


def _of_work(answers: Answers, frame: Frame) -> Iterator[Suggestion]:
    wanted = answers.get("treatment") in {"organised", "discuss"}
    if wanted and "words" in answers and "at" in answers:
        at, words = _time(answers, "at"), str(answers["words"])
        yield _weekly(Idea.THINGS, frame, at=at, days=EVERY_DAY, words=words)
    if answers.get("breaks") == "bring":
        yield _weekly(Idea.FOOD, frame, at=EVENING, days=_evenings(frame.days))


def _weekly(  # noqa: PLR0913 - a suggestion is made in one place, from all its parts
    idea: Idea,
    frame: Frame,
    *,
    at: time,
    days: frozenset[int],
    lead: Lead = Lead.NONE,
    words: str = "",
) -> Suggestion:
    reminder = Reminder(what=words, day=frame.today, wall=at, weeks=WEEKLY, days=days, lead=lead)
    return Suggestion(idea=idea, reminder=reminder)


def _once(idea: Idea, day: date, *, at: time) -> Suggestion:
    return Suggestion(idea=idea, reminder=Reminder(what="", day=day, wall=at, weeks=ONCE))


def _evenings(days: frozenset[int]) -> frozenset[int]:
    """Return the days before some days."""
    return frozenset((day - 1) % len(EVERY_DAY) for day in days)


def _time(answers: Answers, step: str) -> time:
    return time.fromisoformat(str(answers[step]))
