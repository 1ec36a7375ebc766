"""My chart: the rows of somebody's chart of thoughts, in words and as pictures to bring along.

It is read from the answers of its exercise, shown to nobody else, and changes nothing of who sees
them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.dialogue import WAITING, RunState
from bot.domain.errors import NotAllowed
from bot.domain.exercise import WRITTEN, Exercise, Step, StepKind
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.passing_on import shortened
from bot.domain.people import Role
from bot.domain.thought_chart import THOUGHT_CHART, Column, Row, ThoughtChart, answered
from bot.services import homework_cards, menus, picturing
from bot.services.picturing import COLUMNS
from bot.services.questioning import LABEL, Rows
from bot.services.saying import say, show, stacked
from bot.services.scene import Scene
from bot.store import assignments, questions, runs
from bot.store.runs import KeptRun

ON_A_SCREEN = 3
MOST = 200
SHORT = 90
"""How much of an answer stands in the list; a row that is opened has all of it."""

IN_THE_LIST = (Column.SITUATION, Column.FEELING, Column.THOUGHT, Column.FAIRER)

_NOWHERE_ELSE: Rows = ((homework_cards.TO_EXERCISES, *menus.TO_MENU),)


@dataclass(frozen=True, kw_only=True)
class _Kept:
    """A row, and the going through the exercise that it comes from."""

    run: KeptRun
    row: Row


async def chart(scene: Scene, args: Plain) -> None:
    """Show some rows, the newest first; each opens on a tap."""
    if Role.PARTICIPANT not in scene.member.roles:
        await show(scene, Message(says=Phrase("homework-staff"), rows=(menus.TO_MENU,)))
        return
    await questions.close(scene.session, scene.chat.id)
    every = await _every(scene)
    if not every:
        exercise = scene.deployment.library.exercise(THOUGHT_CHART)
        says = Phrase("chart-empty" if exercise else "keepsake-gone")
        await show(scene, Message(says=says, rows=_NOWHERE_ELSE))
        return
    after = _after(args, every)
    here = every[after : after + ON_A_SCREEN]
    told = stacked(_short(one.row) for one in here)
    picture = (Button(Phrase("button-chart-picture"), "chart.picture", {"after": after}),)
    rows = (*(_open(scene, one, after) for one in here), *_pages(after, every), picture)
    await show(scene, Message(says=Phrase("chart", {"rows": told}), rows=(*rows, *_NOWHERE_ELSE)))


async def row(scene: Scene, args: Plain) -> Phrase | None:
    """Show one row whole: to go on with it, to take it as a picture, to say who sees it."""
    one = await _own(scene, args)
    if one is None:
        return Phrase("toast-gone")
    picture = Button(Phrase("button-chart-picture"), "chart.picture", {"run": one.run.id})
    ways: tuple[Button, ...] = (picture,)
    if one.run.run.state in WAITING:
        ways += (Button(Phrase("button-continue"), "run.go-on", {"run": one.run.id}),)
    given = await assignments.of_run(scene.session, one.run.id)
    if given and not given.is_ongoing:
        about = {"assignment": given.id}
        ways += (Button(Phrase("button-who-sees-it"), "homework.shares", about),)
    back = Button(Phrase("button-my-chart"), "chart", {"after": int(args.get("after", 0))})
    rows = (ways, (back, *menus.TO_MENU))
    await show(scene, Message(says=_whole(one.row), rows=rows))
    return None


async def picture(scene: Scene, args: Plain) -> Phrase | None:
    """Send a row, or those of a page, as pictures to keep; several where one would be too high."""
    here = await _asked_for(scene, args)
    if not here:
        return Phrase("toast-gone")
    drawn = ThoughtChart(rows=tuple(one.row for one in here))
    parts = picturing.divided(drawn, scene.deployment.library, scene.chat.voice)
    back = (Button(Phrase("button-my-chart"), "chart"), *menus.TO_MENU)
    for number, part in enumerate(parts, start=1):
        values: Values = {
            "number": number,
            "count": len(parts),
            "rows": tuple(_told_of_picture(one) for one in part.rows),
        }
        says = Phrase("chart-picture", values)
        await say(scene, Message(says=says, drawing=part, rows=(back,), stays=True))
    return None


async def _asked_for(scene: Scene, args: Plain) -> Sequence[_Kept]:
    if "run" in args:
        one = await _own(scene, args)
        return [one] if one else []
    every = await _every(scene)
    after = _after(args, every)
    return every[after : after + ON_A_SCREEN]


async def _every(scene: Scene) -> Sequence[_Kept]:
    """Return all rows of whoever acts, the newest first; none while there is no such exercise."""
    exercise = scene.deployment.library.exercise(THOUGHT_CHART)
    if exercise is None:
        return []
    found = await runs.begun(scene.session, scene.member.id, THOUGHT_CHART, limit=MOST)
    several = [_kept(scene, exercise, one) for one in found]
    return [one for one in several if one.row.cells]


async def _own(scene: Scene, args: Plain) -> _Kept | None:
    """Return a row of whoever acts, None for one that is gone; NotAllowed for another's."""
    found = await runs.get(scene.session, str(args["run"]))
    exercise = scene.deployment.library.exercise(THOUGHT_CHART)
    if found and found.person_id != scene.member.id:
        raise NotAllowed("not their own")
    if found is None or exercise is None or found.run.exercise != THOUGHT_CHART:
        return None
    one = _kept(scene, exercise, found)
    return one if one.row.cells else None


def _kept(scene: Scene, exercise: Exercise, run: KeptRun) -> _Kept:
    cells = {
        column: tuple(_worded(scene, exercise, step, answer=_answer(run, step)) for step in steps)
        for column, steps in answered(exercise, run.run).items()
    }
    is_whole = run.run.state is RunState.FINISHED
    return _Kept(run=run, row=Row(day=run.day, cells=cells, is_whole=is_whole))


def _answer(run: KeptRun, step: Step) -> str:
    return str(run.run.answers[step.id])


def _worded(scene: Scene, exercise: Exercise, step: Step, *, answer: str) -> str:
    """Return an answer as its button says it, what a scale measures before it, or the words."""
    if answer not in step.options or step.kind in WRITTEN:
        return answer
    said = Phrase(exercise.label(step, answer))
    if step.kind is StepKind.SCALE:
        said = Phrase("chart-scale", {"name": Phrase(exercise.name(step)), "word": said})
    return scene.deployment.library.say(said, scene.chat.voice)


def _after(args: Plain, every: Sequence[_Kept]) -> int:
    """Return how many rows come before those that are wanted; from the first if there are less."""
    after = int(args.get("after", 0))
    return after if 0 <= after < len(every) else 0


def _pages(after: int, every: Sequence[_Kept]) -> Rows:
    newer = Button(Phrase("button-newer"), "chart", {"after": max(0, after - ON_A_SCREEN)})
    older = Button(Phrase("button-older"), "chart", {"after": after + ON_A_SCREEN})
    row = ((newer,) if after else ()) + ((older,) if after + ON_A_SCREEN < len(every) else ())
    return (row,) if row else ()


def _open(scene: Scene, one: _Kept, after: int) -> tuple[Button, ...]:
    day = scene.deployment.library.short_date(one.row.day, scene.chat.voice)
    what = next(iter(one.row.cells.values()))[0]
    label = Phrase("button-chart-row", {"day": day, "what": shortened(what, LABEL)})
    return (Button(label, "chart.row", {"run": one.run.id, "after": after}),)


def _short(one: Row) -> Phrase:
    """Return a row as the list tells it; one that begins elsewhere, by what there is of it."""
    columns = [column for column in IN_THE_LIST if column in one.cells]
    return _listed(one, columns or list(one.cells)[:1])


def _whole(one: Row) -> Phrase:
    cells = (
        Phrase("chart-cell", {"column": COLUMNS[column], "said": "\n".join(said)})
        for column, said in one.cells.items()
    )
    return Phrase("chart-row", {"day": picturing.day_of(one), "cells": stacked(cells)})


def _told_of_picture(one: Row) -> Phrase:
    return _listed(one, list(one.cells)[:1])


def _listed(one: Row, columns: Sequence[Column]) -> Phrase:
    lines = tuple(
        Phrase(
            "chart-line",
            {"column": COLUMNS[column], "said": shortened(", ".join(one.cells[column]), SHORT)},
        )
        for column in columns
    )
    return Phrase("chart-row-short", {"day": picturing.day_of(one), "lines": lines})
