"""The page of a workshop to print: what there is to know, what is given afterwards, room for notes.

It may lie on a table, so there is no name on it.
"""

from collections.abc import Iterator, Sequence
from html import escape

from bot.domain.board import Mark
from bot.domain.exercise import Exercise
from bot.domain.message import Phrase
from bot.domain.preparation import Overview
from bot.services import group_exercises, preparation_words, workshop_words
from bot.services.html_sheets import sheet
from bot.services.picturing import MARKS
from bot.services.preparation import Preparation
from bot.services.viewing import OnTheWay

STYLE = """
@page { size: A4; margin: 16mm }
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 46rem;
  margin: 2rem auto; padding: 0 1rem; color: #1b1f23; background: #fff }
h1 { font-size: 1.5rem; margin: 0 0 .4rem } h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem }
section { break-inside: avoid } p { margin: .2rem 0; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: center }
th:first-child { text-align: left; min-width: 8rem }
thead th { font-weight: 400; font-size: .9rem }
ul { margin: .2rem 0; padding-left: 1.3rem } .small { color: #4a5258; font-size: .95em }
.foot { margin-top: 1.6rem }
.notes div { border-bottom: 1px solid #999; height: 2.2rem }
@media print { body { margin: 0; max-width: none; font-size: 11pt } }
@media screen and (max-width: 40rem) {
  thead, td:empty { display: none }
  table, tbody, tr, tbody th { display: block; border: 0; padding: 0 }
  tr { border-bottom: 1px solid #999; padding: .4rem 0 }
  td { display: inline-block; border: 0; padding: 0 1rem 0 0 }
  td::before { content: attr(data-mark) " " }
}
"""
"""A phone has no room for a column of each mark: there they stand one after the other."""

NOTES = 6
"""How many lines there are to write on."""


def page(found: Preparation, way: OnTheWay) -> str:
    """Return the page."""
    overview = found.overview
    title = way.say(Phrase("prepare-title", {"group": overview.group}))
    body = "".join((*_about(found, way), *_sections(found, way), _notes(way)))
    return sheet(title, body, language=way.chat.voice.language, style=STYLE)


def _about(found: Preparation, way: OnTheWay) -> Iterator[str]:
    """Yield which workshop it is, when and where, and who said that they come."""
    overview = found.overview
    if overview.workshop and found.workshop:
        yield _line(way, overview.workshop)
        for one in workshop_words.around(found.group, found.workshop):
            if one.key != "line-group":
                yield _line(way, one)
        yield _line(way, preparation_words.coming_of(overview.coming))
    yield _line(way, Phrase("prepare-brought", {"count": overview.brought}))
    yield _line(way, Phrase("prepare-unreached", {"count": overview.unreached}))


def _sections(found: Preparation, way: OnTheWay) -> Iterator[str]:
    overview = found.overview
    table = _table(overview, way) if overview.exercises else _line(way, Phrase("prepare-nothing"))
    yield _section(way, Phrase("board-title"), table)
    for heading, counts in (
        (Phrase("prepare-reasons"), preparation_words.reasons_of(overview)),
        (Phrase("prepare-themes"), preparation_words.themes_of(overview)),
    ):
        if counts:
            each = preparation_words.each(counts)
            yield _section(way, heading, _list([escape(way.say(one)) for one in each]))
    if found.workshop:
        after = group_exercises.suggested_after(way, found.group, found.workshop.number)
        items = [_exercise(one, way) for one in after]
        yield _section(way, Phrase("prepare-after"), _list(items)) if items else ""


def _table(overview: Overview, way: OnTheWay) -> str:
    """Return the exercises with a column for each mark that somebody has."""
    marks = [mark for mark in Mark if any(mark in one.told for one in overview.exercises)]
    named = {mark: escape(way.say(MARKS[mark])) for mark in marks}
    head = "".join(f"<th>{one}</th>" for one in named.values())
    rows = "".join(
        f"<tr><th>{escape(way.say(one.title))}</th>"
        + "".join(f'<td data-mark="{named[mark]}">{one.told.get(mark, "")}</td>' for mark in marks)
        + "</tr>"
        for one in overview.exercises
    )
    return f"<table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _notes(way: OnTheWay) -> str:
    foot = f'<p class="small foot">{escape(way.say(Phrase("prepare-foot")))}</p>'
    room = f'<div class="notes">{"<div></div>" * NOTES}</div>'
    return foot + _section(way, Phrase("prepare-notes"), room)


def _section(way: OnTheWay, heading: Phrase, body: str) -> str:
    return f"<section><h2>{escape(way.say(heading))}</h2>{body}</section>"


def _line(way: OnTheWay, phrase: Phrase) -> str:
    return f"<p>{escape(way.say(phrase))}</p>"


def _exercise(exercise: Exercise, way: OnTheWay) -> str:
    title, why = way.say(Phrase(exercise.title)), way.say(Phrase(exercise.why))
    return f'{escape(title)}<br><span class="small">{escape(why)}</span>'


def _list(items: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{one}</li>" for one in items) + "</ul>"
