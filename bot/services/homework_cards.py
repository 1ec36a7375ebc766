"""Makes the cards of exercises between two workshops: what, why, how long, by when, what next."""

from collections.abc import Mapping
from datetime import date

from bot.domain import dialogue
from bot.domain.assignment import Habit, Obstacle
from bot.domain.exercise import Exercise
from bot.domain.message import Button, Message, Phrase, Value
from bot.services import menus
from bot.services.homework_given import Given
from bot.services.questioning import Rows

MINUTE = 60
TO_EXERCISES = Button(Phrase("button-my-exercises"), "homework")

IF_THEN: Mapping[Habit, str] = {
    Habit.COFFEE: "homework-then-coffee",
    Habit.ARRIVING: "homework-then-arriving",
    Habit.LUNCH: "homework-then-lunch",
    Habit.HOME: "homework-then-home",
    Habit.NONE: "homework-then",
}
IN_THE_WAY: Mapping[Obstacle, str] = {
    Obstacle.TIRED: "homework-if-tired",
    Obstacle.TIME: "homework-if-time",
    Obstacle.FORGET: "homework-if-forget",
    Obstacle.PEOPLE: "homework-if-people",
}


def card(given: Given, exercise: Exercise, *, today: date) -> Phrase:
    """Return what an exercise is for, how long it takes, how much it asks, by when it is wanted.

    It can still be done when that day is over, which is said then instead.
    """
    if exercise.homework and not exercise.homework.has_why:
        title, questions = Phrase(exercise.title), _questions(exercise)
        return Phrase("homework-card-again", {"title": title, "questions": questions})
    key = "homework-card-easier" if given.assignment.easier else "homework-card"
    minutes = exercise.homework.minutes.total_seconds() / MINUTE if exercise.homework else 0
    values: Mapping[str, Value] = {
        "title": Phrase(exercise.title),
        "why": Phrase(exercise.why),
        "caution": caution(exercise),
        "minutes": max(1, round(minutes)),
        "questions": _questions(exercise),
        "until": _until(given.assignment.due, today),
    }
    return Phrase(key, values)


def _until(due: date, today: date) -> Phrase:
    return Phrase("homework-until", {"due": due}) if due >= today else Phrase("homework-late")


def _questions(exercise: Exercise) -> int | Phrase:
    """Return how many questions there are: at most, where that depends on the answers."""
    run = dialogue.begin(exercise)
    most = dialogue.longest(exercise, run)
    is_always = most == len(dialogue.path(exercise, run))
    return most if is_always else Phrase("homework-at-most", {"count": most})


def caution(exercise: Exercise) -> tuple[Phrase, ...]:
    """Return what there is to mind, if anything."""
    minds = exercise.homework is not None and exercise.homework.has_caution
    return (Phrase("homework-caution", {"caution": Phrase(exercise.caution)}),) if minds else ()


def offer(given: Given) -> Rows:
    """Return the three ways: now, later, not this week; with a run that waits, going on."""
    first = Button(Phrase("button-start-now"), "homework.start", given.about)
    if given.run:
        first = Button(Phrase("button-continue"), "homework.start", given.about)
    return (
        (first,),
        (
            Button(Phrase("button-later"), "homework.later", given.about),
            Button(Phrase("button-not-this-week"), "homework.not", given.about),
        ),
    )


def unasked(given: Given, exercise: Exercise, coach: str, *, today: date) -> Message:
    """Return the card as it comes to somebody when they are given it."""
    says = Phrase("homework-given", {"coach": coach, "card": card(given, exercise, today=today)})
    return Message(says=says, rows=offer(given))


def if_then(habit: Habit | None, obstacle: Obstacle | None, title: Phrase) -> tuple[Phrase, ...]:
    """Return what somebody decided in advance, in a sentence or two."""
    first = Phrase(IF_THEN[habit or Habit.NONE], {"title": title})
    return (first, Phrase(IN_THE_WAY[obstacle])) if obstacle else (first,)


def gone() -> Message:
    """Return what is said of an exercise that there is not any more."""
    return Message(says=Phrase("homework-gone"), rows=((TO_EXERCISES,), *menus.ANYWHERE))
