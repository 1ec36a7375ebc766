"""Makes the messages of a technique: its card, the questions around it, what is said in the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.domain import dialogue
from bot.domain.coping import BEFORE, HELPED, HOW, Helped
from bot.domain.exercise import DONE, Exercise, Line, Step, StepKind
from bot.domain.message import Button, Message, Phrase, Value, Values
from bot.services import menus, questioning
from bot.services.questioning import Play

MINUTE = 60
ABOUT_A_MINUTE = 55
TO_OTHERS = Button(Phrase("button-another-technique"), "stress")


@dataclass(frozen=True, kw_only=True)
class Around:
    """What else can be read: the first numbers of help, and sentences of the person's own.

    `has_coach` is whether somebody would get a request for contact.
    """

    first_help: str
    has_coach: bool
    own: Sequence[str] = ()


def message(play: Play, around: Around) -> Message:
    """Return what is asked or told now of a technique that somebody goes through."""
    step = dialogue.question(play.exercise, play.run)
    if step is None:
        return _ended(play, around)
    if step.kind is StepKind.GUIDE:
        says = card(play.exercise, step, own=around.own)
        return Message(says=says, rows=_ways(play, step))
    values = {
        "title": Phrase(play.exercise.title),
        "prompt": Phrase(play.exercise.prompt(step)),
    }
    ways = (
        Button(Phrase("button-skip"), "run.skip", play.about),
        Button(Phrase("button-stop"), "run.stop", play.about),
        *menus.TO_HELP,
    )
    rows = (*questioning.answers(play, step), ways)
    return Message(says=Phrase("technique-question", values), rows=rows)


def stopped() -> Message:
    """Return what is said to somebody who stopped: what to do now, and where help is."""
    return Message(says=Phrase("technique-stopped"), rows=((TO_OTHERS,), *menus.ANYWHERE))


def card(technique: Exercise, step: Step, *, own: Sequence[str] = ()) -> Phrase:
    """Return all steps on one card, with where to do it, own sentences, and what to mind."""
    lines = tuple(
        Phrase("technique-line", {"number": number, **line_values(technique, step, line)})
        for number, line in enumerate(step.lines, start=1)
    )
    return Phrase(
        "technique-card",
        {
            "title": Phrase(technique.title),
            "lasts": lasts(technique.lasts),
            "prompt": Phrase(technique.prompt(step)),
            "own": tuple(Phrase("sentence", {"text": text}) for text in own),
            "lines": lines,
            "caution": Phrase(technique.caution),
        },
    )


def line_values(technique: Exercise, step: Step, line: Line) -> dict[str, Value]:
    """Return what is told of one line: what to do, how long."""
    return {"line": Phrase(technique.label(step, line.id)), "lasts": lasts(line.lasts)}


def lasts(span: timedelta) -> Phrase:
    """Return a span in words: seconds, or whole minutes."""
    seconds = int(span.total_seconds())
    if seconds < ABOUT_A_MINUTE:
        return Phrase("lasts-seconds", {"count": seconds})
    return Phrase("lasts-minutes", {"count": max(1, round(seconds / MINUTE))})


def finished(play: Play) -> Button:
    """Return the button that says that the steps are done."""
    about = {**play.about, "answer": DONE}
    return Button(Phrase("button-steps-done"), "run.answer", about)


def way_out(play: Play) -> tuple[Button, ...]:
    """Return what is under every step: to stop, and the help card."""
    return (Button(Phrase("button-stop"), "run.stop", play.about), *menus.TO_HELP)


def _ways(play: Play, step: Step) -> questioning.Rows:
    rows: questioning.Rows = ((finished(play),),)
    if len(step.lines) > 1:
        rows += ((Button(Phrase("button-step-by-step"), "technique.timed", play.about),),)
    is_first = play.exercise.steps[HOW] is step
    if is_first and BEFORE not in play.run.answers:
        rows += ((Button(Phrase("button-rate-before"), "run.back", play.about),),)
    return (*rows, way_out(play))


def _ended(play: Play, around: Around) -> Message:
    back = Button(Phrase("button-back"), "run.back", play.about)
    ways: questioning.Rows = ((back, *menus.TO_MENU),)
    if play.run.answers.get(HELPED) == Helped.WORSE:
        values: Values = {"title": Phrase(play.exercise.title), "card": around.first_help}
        says = Phrase("technique-worse", values)
        contact = (menus.TO_CONTACT,) if around.has_coach else ()
        return Message(says=says, rows=(*contact, menus.TO_HELP, *ways))
    rows = ((TO_OTHERS,), *ways, menus.TO_HELP)
    return Message(says=Phrase(play.exercise.closing), rows=rows)
