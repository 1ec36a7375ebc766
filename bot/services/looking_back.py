"""Somebody looks back at days of theirs: a picture, and the same in words; only when they ask."""

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.chart import Chart, Levels, chart_of, spread
from bot.domain.checkin import MOOD
from bot.domain.exercise import Exercise
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.domain.schedule import local, zone
from bot.domain.sharing import Audience, Stream, may_see
from bot.services import checking_in, menus
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import checkins, events, sharing

A_WEEK, A_MONTH, A_SEASON = 7, 30, 90
SPANS = {
    A_WEEK: Phrase("button-span-week"),
    A_MONTH: Phrase("button-span-month"),
    A_SEASON: Phrase("button-span-season"),
}
MARKS = 6
"""How many events a picture names; the latest."""


async def days(scene: Scene, args: Plain) -> None:
    """Show the last days as a picture, with the events that the person marked."""
    if not await checking_in.may(scene):
        return
    count = int(args["days"]) if args.get("days") in SPANS else A_MONTH
    exercise = checking_in.exercise_of(scene)
    first = scene.today - timedelta(days=count - 1)
    chart = await chart_from(scene, exercise, scene.member.id, first=first, days=count)
    marked = await events.since(scene.session, scene.member.id, first, limit=MARKS)
    chart = replace(chart, marks=tuple(one.mark for one in marked if one.mark.day <= chart.last))
    await show(scene, _message(chart, exercise))


async def shown_to_coach(scene: Scene, person: Person) -> Message | None:
    """Return what a coach sees of somebody's last days, if the person shows it and there is some.

    In words and as a picture; never what the person marked or wrote.
    """
    exercise = scene.deployment.library.exercise(MOOD)
    choices = await sharing.choices_of(scene.session, person.id)
    if exercise is None or not may_see(choices, Stream.CHECKINS, Audience.COACH):
        return None
    today = local(scene.now, zone(person.zone)).date()
    first = today - timedelta(days=A_MONTH - 1)
    chart = await chart_from(scene, exercise, person.id, first=first, days=A_MONTH)
    if not chart.answered:
        return None
    says = Phrase("days-of", {"name": person.name, **_told(chart, exercise)})
    return Message(says=says, drawing=chart)


async def chart_from(
    scene: Scene, exercise: Exercise, person_id: str, *, first: date, days: int
) -> Chart:
    """Return what somebody answered on so many days, without what they wrote beside them."""
    found = await checkins.since(scene.session, person_id, exercise.id, first=first)
    given = {one.day: one.values for one in found}
    return chart_of(exercise, given, first=first, days=days)


def _message(chart: Chart, exercise: Exercise) -> Message:
    # The span that is shown would change nothing.
    others = tuple(
        Button(label, "days", {"days": count})
        for count, label in SPANS.items()
        if count != chart.days
    )
    mark = (Button(Phrase("button-mark"), "mark"),)
    ends = {"first": chart.first, "last": chart.last}
    if not chart.answered and not chart.marks:
        begin = (Button(Phrase("button-checkin"), "checkin"),)
        rows = (begin, others, mark, menus.TO_MENU)
        return Message(says=Phrase("days-none", ends), rows=rows)
    says = Phrase("days", _told(chart, exercise))
    if chart.marks:
        marks = tuple(
            Phrase(
                "days-line-mark", {"mark": Phrase("days-mark", {"day": one.day, "what": one.what})}
            )
            for one in chart.marks
        )
        says = Phrase("days-marked", {"days": says, "marks": marks})
    return Message(says=says, rows=(others, mark, menus.TO_MENU), drawing=chart)


def _told(chart: Chart, exercise: Exercise) -> Values:
    """Return in words what a picture of these days shows: a line for each scale."""
    return {
        "first": chart.first,
        "last": chart.last,
        "lines": tuple(_line(exercise, step, levels) for step, levels in chart.lanes.items()),
        "answered": chart.answered,
    }


def _line(exercise: Exercise, step_id: str, levels: Levels) -> Phrase:
    step = next(one for one in exercise.steps if one.id == step_id)
    name = Phrase(exercise.name(step))
    found = spread(levels)
    if found is None:
        return Phrase("days-lane-nothing", {"name": name})
    words = [Phrase(exercise.label(step, option)) for option in step.options]
    lowest, highest = words[found.lowest], words[found.highest]
    if found.lowest == found.highest:
        key = "days-lane-always" if found.count > 1 else "days-lane-once"
        return Phrase(key, {"name": name, "word": lowest})
    ends = {"name": name, "lowest": lowest, "highest": highest}
    if found.mostly is None:
        return Phrase("days-lane-between", ends)
    return Phrase("days-lane", {**ends, "mostly": words[found.mostly]})
