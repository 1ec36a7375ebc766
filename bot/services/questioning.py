"""Makes the message of a question: what it asks, how far one is, the buttons of its kind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from bot.domain import checkin, dialogue
from bot.domain.afterwork import AFTERWORK
from bot.domain.dialogue import Run
from bot.domain.exercise import CHOSEN, DONE, Answer, Exercise, ExerciseKind, Step, StepKind
from bot.domain.message import Button, Message, Phrase, Plain, Value, Values
from bot.domain.routine import PARTS
from bot.services import keepsakes, menus
from bot.store.runs import KeptRun

ACROSS = 3
AT_ONCE = 5
PAGE = 4
DAYS_OFFERED = 3
LABEL = 40

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Play:
    """An exercise that somebody goes through; `today` is their day.

    `own` is what they answered earlier and can pick; `usual` whether they can answer as last time;
    `page` which of many answers are shown, the first ones on page 0; `has_coach` whether somebody
    would get a request for contact in the end.
    """

    exercise: Exercise
    kept: KeptRun
    today: date
    own: Sequence[str] = ()
    usual: bool = False
    page: int = 0
    has_coach: bool = True

    @property
    def run(self) -> Run:
        """Where they stand."""
        return self.kept.run

    @property
    def about(self) -> Plain:
        """What each button of the question carries."""
        return {"run": self.kept.id, "turn": self.run.turn}

    def moved(self, run: Run) -> "Play":
        """Return the play with the run where it is now."""
        return replace(self, kept=replace(self.kept, run=run))


def message(play: Play) -> Message:
    """Return what is asked now, or what is said in the end."""
    step = dialogue.question(play.exercise, play.run)
    if step is None:
        back = Button(Phrase("button-back"), "run.back", play.about)
        says = Phrase(play.exercise.closing)
        rows = (*_onward(play), (back, *menus.TO_MENU), menus.TO_HELP)
        return Message(says=says, rows=rows)
    usual = ((Button(Phrase("button-as-usual"), "run.usual", play.about),),) if play.usual else ()
    rows = (*usual, *_keep(play, step), *answers(play, step), _ways(play))
    return Message(says=_says(play, step), rows=rows)


def after(first: Phrase, then: Message) -> Message:
    """Return a message that says something before what it says."""
    return replace(then, says=Phrase("run-first", {"first": first, "then": then.says}))


def _says(play: Play, step: Step) -> Phrase:
    place = dialogue.place(play.exercise, play.run)
    values: Values = {
        "title": Phrase(play.exercise.title),
        "number": place.number,
        "count": place.count,
        "prompt": _prompt(play.exercise, step),
    }
    answer = play.run.answers.get(step.id)
    if answer is None or step.kind is StepKind.SEVERAL:
        return Phrase("run-question", values)
    shown = _shown(play.exercise, step, answer)
    return Phrase("run-question-again", {**values, "answer": shown})


def _prompt(exercise: Exercise, step: Step) -> Phrase:
    prompt = Phrase(exercise.prompt(step))
    if step.kind is not StepKind.GUIDE:
        return prompt
    lines = tuple(
        Phrase(
            "run-line",
            {
                "line": Phrase(exercise.label(step, one.id)),
                "seconds": int(one.lasts.total_seconds()),
            },
        )
        for one in step.lines
    )
    return Phrase("run-guide", {"prompt": prompt, "lines": lines})


def _shown(exercise: Exercise, step: Step, answer: Answer) -> Value:  # noqa: PLR0911 - a line for each kind
    """Return an answer as it is told to whoever gave it."""
    text = str(answer)
    if step.kind in CHOSEN:
        return Phrase(exercise.label(step, text))
    match step.kind:
        case StepKind.TIME:
            return time.fromisoformat(text)
        case StepKind.DATE:
            return date.fromisoformat(text)
        case StepKind.GUIDE:
            return Phrase("button-done")
        case _:
            return text


def _onward(play: Play) -> Rows:
    exercise = play.exercise
    if exercise.id in PARTS:
        return ((Button(Phrase("button-routine-next"), "routine.offer", {"part": exercise.id}),),)
    if exercise.kind is not ExerciseKind.CHECKIN:
        return keepsakes.of_any({exercise.id})
    if exercise.id == AFTERWORK:
        return (menus.TO_CONTACT,) if play.has_coach else ()
    return _after_mood(play)


def _after_mood(play: Play) -> Rows:
    """Return the way to one's days; first, after the lowest mood, to somebody and to what calms."""
    days = (Button(Phrase("button-my-days"), "days"),)
    steps = play.exercise.steps
    lowest = next((step.options[0] for step in steps if step.id == checkin.MOOD), "")
    if not checkin.is_lowest(play.run.answers, lowest):
        return (days,)
    contact = menus.TO_CONTACT if play.has_coach else ()
    return ((*contact, *menus.TO_STRESS), days)


def _keep(play: Play, step: Step) -> Rows:
    if step.kind is StepKind.SEVERAL or step.id not in play.run.answers:
        return ()
    return ((Button(Phrase("button-keep"), "run.keep", play.about),),)


def answers(play: Play, step: Step) -> Rows:  # noqa: PLR0911 - a line for each kind
    """Return the buttons that answer a step of its kind."""
    match step.kind:
        case StepKind.SEVERAL:
            return _switches(play, step)
        case StepKind.TIME:
            return _times(play, step)
        case StepKind.DATE:
            days = [play.today + timedelta(days=ahead) for ahead in range(DAYS_OFFERED)]
            return tuple(
                (_answer(play, Phrase("button-date", {"day": day}), day.isoformat()),)
                for day in days
            )
        case StepKind.OWN:
            return _paged(play, (*_picks(play), *_options(play, step)))
        case StepKind.GUIDE:
            return ((_answer(play, Phrase("button-done"), DONE),),)
        case _:
            return _paged(play, _options(play, step))


def _picks(play: Play) -> Rows:
    return tuple(
        (_answer(play, Phrase("button-own", {"text": said[:LABEL]}), said),) for said in play.own
    )


def _options(play: Play, step: Step) -> Rows:
    return tuple(
        (_answer(play, Phrase(play.exercise.label(step, option)), option),)
        for option in step.options
    )


def _paged(play: Play, rows: Rows) -> Rows:
    """Return the rows of the page that is shown, and the ways to the others, if there are many.

    A last answer that would stand alone comes to those before it.
    """
    if len(rows) <= AT_ONCE:
        return rows
    pages = (len(rows) + PAGE - 2) // PAGE
    page = min(play.page, pages - 1)
    is_last = page == pages - 1
    shown = rows[page * PAGE :] if is_last else rows[page * PAGE : (page + 1) * PAGE]
    before = _to_page(play, "button-first-ones", 0) if page else ()
    after = () if is_last else _to_page(play, "button-more-answers", page + 1)
    return (*shown, (*before, *after))


def _to_page(play: Play, label: str, page: int) -> tuple[Button, ...]:
    return (Button(Phrase(label), "run.page", {**play.about, "page": page}),)


def _answer(play: Play, label: Phrase, value: str) -> Button:
    return Button(label, "run.answer", {**play.about, "answer": value})


def _times(play: Play, step: Step) -> Rows:
    buttons = [
        _answer(play, Phrase("button-time", {"time": time.fromisoformat(option)}), option)
        for option in step.options
    ]
    return tuple(tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS))


def _switches(play: Play, step: Step) -> Rows:
    chosen = play.run.answers.get(step.id, ())
    rows: Rows = ()
    for option in step.options:
        is_chosen = option in chosen
        key = "button-chosen" if is_chosen else "button-not-chosen"
        label = Phrase(key, {"what": Phrase(play.exercise.label(step, option))})
        args = {**play.about, "option": option, "chosen": not is_chosen, "page": play.page}
        rows += ((Button(label, "run.mark", args),),)
    return (*_paged(play, rows), (Button(Phrase("button-done"), "run.keep", play.about),))


def _ways(play: Play) -> tuple[Button, ...]:
    """Return the buttons that are under every question."""
    way = dialogue.path(play.exercise, play.run)
    back = (
        () if play.run.at == way[0].id else (Button(Phrase("button-back"), "run.back", play.about),)
    )
    skip = Button(Phrase("button-skip"), "run.skip", play.about)
    return (*back, skip, Button(Phrase("button-stop-here"), "run.stop", play.about))
