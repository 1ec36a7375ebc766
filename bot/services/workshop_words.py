"""How workshops are told: when, where, what it is about, and the informal moment."""

from datetime import time

from bot.domain.group import Group, GroupSession, Informal, Refusal
from bot.domain.message import Button, Phrase, Plain, Values
from bot.library import Library

INFORMAL = {
    Informal.BEFORE: "line-informal-before",
    Informal.AFTER: "line-informal-after",
}

REFUSALS = {
    Refusal.PAST: Phrase("workshop-past"),
    Refusal.SAME_DAY: Phrase("workshop-same-day"),
    Refusal.ORDER: Phrase("workshop-order"),
    Refusal.BEGUN: Phrase("workshop-begun"),
}


def line(library: Library, group: Group, one: GroupSession) -> Phrase:
    """Return a workshop on one line: its number, day, time and title."""
    programme = library.programme(group.programme)
    if programme is None or one.number > len(programme.every):
        return date_line(one)
    title = Phrase(programme.session_title(one.number))
    return Phrase("line-workshop-title", {**_when(one), "title": title})


def date_line(one: GroupSession) -> Phrase:
    """Return when a workshop is, on a line that is short where all of them are read."""
    return Phrase("line-workshop", _when(one))


def _when(one: GroupSession) -> Values:
    return {"number": one.number, "day": one.day, "time": one.wall}


def around(group: Group, one: GroupSession) -> tuple[Phrase, ...]:
    """Return where a workshop is, for which group, and when the informal moment is."""
    return lines_around(about(group, one))


def about(group: Group, one: GroupSession) -> Plain:
    """Return what a plan keeps of a workshop, in plain JSON values."""
    wall = one.informal_wall
    return {
        "session": one.id,
        "group": group.name,
        "place": group.place,
        "time": one.wall.isoformat("minutes"),
        "informal": one.informal,
        "informal-time": wall.isoformat("minutes") if wall else None,
    }


def lines_around(kept: Plain) -> tuple[Phrase, ...]:
    """Return the same lines of what a plan keeps."""
    lines = [Phrase("line-place", {"place": kept["place"]})] if kept["place"] else []
    lines.append(Phrase("line-group", {"name": kept["group"]}))
    if kept["informal"]:
        wall = time.fromisoformat(kept["informal-time"])
        lines += informal(Informal(kept["informal"]), wall)
    return tuple(lines)


def informal(side: Informal | None, wall: time | None) -> tuple[Phrase, ...]:
    """Return when the informal moment is, if there is one."""
    return (Phrase(INFORMAL[side], {"time": wall}),) if side and wall else ()


def answers(session_id: str) -> tuple[Button, ...]:
    """Return the two answers to whether somebody comes."""
    about = {"session": session_id}
    return (
        Button(Phrase("button-coming"), "workshop.coming", about),
        Button(Phrase("button-cannot-come"), "workshop.cannot", about),
    )
