"""Turns what is to be drawn into a picture, in the words of whoever looks at it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.domain.board import Board, Mark
from bot.domain.chart import Chart, Levels
from bot.domain.drawing import Drawing
from bot.domain.exercise import Exercise, Step, text_key
from bot.domain.message import Days, Phrase
from bot.domain.network import CIRCLE, NETWORK_MAP, SUPPORT, Circle, Network, Support
from bot.domain.people import Voice
from bot.domain.thought_chart import Column, ThoughtChart
from bot.domain.thought_chart import Row as ChartRow
from bot.domain.week import DAYS, Entry, Part, Week
from bot.library import Library
from bot.library.faults import MissingWord
from bot.pictures import board, days, network, thought_chart, week
from bot.pictures.days import Row, Sheet
from bot.pictures.render import png

A_WEEK = 7
A_MONTH = 31
A_MONDAY = date(2026, 1, 5)
MARKS = {
    Mark.DONE: Phrase("mark-done"),
    Mark.TRIED: Phrase("mark-tried"),
    Mark.BEGUN: Phrase("mark-begun"),
    Mark.PLANNED: Phrase("mark-planned"),
    Mark.OPEN: Phrase("mark-open"),
    Mark.NOT_THIS_WEEK: Phrase("mark-not-this-week"),
    Mark.NOT_RECEIVED: Phrase("mark-not-received"),
}
PARTS = {
    Part.NIGHT: Phrase("week-night"),
    Part.MORNING: Phrase("week-morning"),
    Part.WORK: Phrase("week-work"),
}
COLUMNS: Mapping[Column, Phrase] = {
    Column.SITUATION: Phrase("chart-situation"),
    Column.FEELING: Phrase("chart-feeling"),
    Column.THOUGHT: Phrase("chart-thought"),
    Column.FITS: Phrase("chart-fits"),
    Column.FITS_NOT: Phrase("chart-fits-not"),
    Column.FAIRER: Phrase("chart-fairer"),
    Column.NOW: Phrase("chart-now"),
    Column.NEXT: Phrase("chart-next"),
}


def picture(drawing: Drawing, library: Library, voice: Voice) -> bytes:  # noqa: PLR0911 - a line for each kind
    """Return the picture (PNG) of a drawing; raises MissingWord if its exercise is gone."""
    pen = _Pen(library, voice)
    match drawing:
        case Week():
            return png(week.draw(drawing, words_of_week(drawing, pen)))
        case Board():
            return png(board.draw(drawing, words_of_board(pen)))
        case ThoughtChart():
            return png(thought_chart.draw(drawing, words_of_thoughts(drawing, pen)))
        case Network():
            return png(network.draw(drawing, words_of_network(pen)))
        case Chart():
            return _picture_of_chart(drawing, library, pen)


def divided(chart: ThoughtChart, library: Library, voice: Voice) -> Sequence[ThoughtChart]:
    """Return the rows of a chart of thoughts divided among pictures of a height that is taken."""
    return thought_chart.split(chart, words_of_thoughts(chart, _Pen(library, voice)))


def _picture_of_chart(chart: Chart, library: Library, pen: "_Pen") -> bytes:
    exercise = library.exercise(chart.exercise)
    if exercise is None:
        raise MissingWord(f"no exercise {chart.exercise}")
    return png(days.draw(sheet(chart, exercise, pen)))


class _Pen:
    """Writes the words of a picture."""

    def __init__(self, library: Library, voice: Voice) -> None:
        self._library = library
        self._voice = voice

    def say(self, phrase: Phrase) -> str:
        """Return a phrase."""
        return self._library.say(phrase, self._voice)

    def short(self, day: date) -> str:
        """Return a day in short."""
        return self._library.short_date(day, self._voice)

    def weekday(self, day: date) -> str:
        """Return a day of the week in short."""
        return self._library.weekday(day, self._voice.language)


def sheet(chart: Chart, exercise: Exercise, pen: _Pen) -> Sheet:
    """Return what the picture of a chart shows."""
    ends = {"first": pen.short(chart.first), "last": pen.short(chart.last)}
    return Sheet(
        title=pen.say(Phrase("days-title", ends)),
        count=chart.days,
        rows=[
            _row(exercise, step, chart.lanes[step.id], pen=pen)
            for step in exercise.steps
            if step.id in chart.lanes
        ],
        ticks=_ticks(chart, pen),
        marks=[
            (
                (one.day - chart.first).days,
                pen.say(Phrase("days-mark", {"day": pen.short(one.day), "what": one.what})),
            )
            for one in chart.marks
        ],
        nothing=pen.say(Phrase("days-nothing")),
    )


def words_of_week(one: Week, pen: _Pen) -> week.Words:
    """Return what stands beside the drawing of a week; the numbers stand for the lines."""
    return week.Words(
        title=pen.say(Phrase("week-title")),
        days=[pen.weekday(A_MONDAY + timedelta(days=number)) for number in range(DAYS)],
        parts={part: pen.say(PARTS[part]) for part in Part},
        entries=[pen.say(line_of(entry)) for entry in one.entries],
    )


def words_of_board(pen: _Pen) -> board.Words:
    """Return what stands beside the drawing of a board."""
    return board.Words(
        title=pen.say(Phrase("board-title")),
        marks={mark: pen.say(phrase) for mark, phrase in MARKS.items()},
    )


def words_of_thoughts(chart: ThoughtChart, pen: _Pen) -> thought_chart.Words:
    """Return what stands beside the drawing of a chart of thoughts."""
    days = [pen.say(day_of(one)) for one in chart.rows]
    return thought_chart.Words(
        title=pen.say(Phrase("chart-title")),
        days=[day[:1].upper() + day[1:] for day in days],
        columns={column: pen.say(phrase) for column, phrase in COLUMNS.items()},
        unshown=pen.say(Phrase("chart-unshown")),
    )


def day_of(row: ChartRow) -> Phrase:
    """Return the day of a row in a chart of thoughts, and that it is half-done."""
    return Phrase("chart-day" if row.is_whole else "chart-day-half", {"day": row.day})


def words_of_network(pen: _Pen) -> network.Words:
    """Return what stands beside the drawing of the people around somebody."""
    return network.Words(
        title=pen.say(Phrase("network-title")),
        me=pen.say(Phrase("network-me")),
        circles={one: pen.say(circle(one)) for one in Circle},
        supports={one: pen.say(support(one)) for one in Support},
        unplaced=pen.say(circle(None)),
        unshown=pen.say(Phrase("network-unshown")),
    )


def circle(one: Circle | None) -> Phrase:
    """Return what a circle is called: what the exercise calls it, if it is one."""
    if one is None:
        return Phrase("network-unplaced")
    return Phrase(text_key(NETWORK_MAP, "steps", CIRCLE, "options", one))


def support(one: Support) -> Phrase:
    """Return what a kind of support is called, as the exercise calls it."""
    return Phrase(text_key(NETWORK_MAP, "steps", SUPPORT, "options", one))


def line_of(one: Entry) -> Phrase:
    """Return what comes in a week, as a line; it begins with a capital, whoever wrote it."""
    what = one.what[:1].upper() + one.what[1:]
    return Phrase("line-week", {"time": one.at, "what": what, "days": Days(numbers=one.days)})


def _row(exercise: Exercise, step: Step, levels: Levels, *, pen: _Pen) -> Row:
    name = pen.say(Phrase(exercise.name(step)))
    words = [pen.say(Phrase(exercise.label(step, option))) for option in step.options]
    return Row(name=name[:1].upper() + name[1:], words=words, levels=levels)


def _ticks(chart: Chart, pen: _Pen) -> list[tuple[int, str]]:
    """Name each day of a week, the Mondays of a month, the beginnings of months."""
    every = [(at, chart.first + timedelta(days=at)) for at in range(chart.days)]
    if chart.days <= A_WEEK:
        return [(at, f"{pen.weekday(day)}\n{day.day}") for at, day in every]
    if chart.days <= A_MONTH:
        return [(at, pen.short(day)) for at, day in every if day.weekday() == 0]
    return [(at, pen.short(day)) for at, day in every if day.day == 1]
