"""Before a workshop: numbers, reasons and who was not reached; as a page without names to show."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.assignment import NotNow
from bot.domain.board import Mark
from bot.domain.exercise import Exercise
from bot.domain.group import Group, next_of
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.services import group_board, groups, menus, workshop_words
from bot.services.group_board import Standing
from bot.services.homework_labels import REASONS
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import groups as groups_kept

TOGETHER = 2
"""How many people have to give reasons before any is told."""


async def prepare(scene: Scene, args: Plain) -> None:
    """Show what there is to know before the next workshop; the picture names nobody."""
    group = await groups.led(scene, args)
    exercises, standings = await group_board.look(scene, group)
    about = {"group": group.id}
    back = (Button(Phrase("button-board"), "group.board", about), *menus.TO_MENU)
    if not exercises or not standings:
        await show(scene, Message(says=Phrase("board-empty", {"group": group.name}), rows=(back,)))
        return
    drawing = group_board.board_of(scene, exercises, standings)
    counts = tuple(group_board.counted(drawing, at) for at in range(len(exercises)))
    numbers = (*await _next(scene, group), *counts, *_reasons(standings))
    names = (*_shown(exercises, standings), *_unreached(standings))
    says = Phrase("prepare", {"group": group.name, "lines": (*numbers, *names)})
    page = Phrase("prepare-page", {"group": group.name, "lines": numbers})
    await show(scene, Message(says=says, rows=(back,), page=page))


async def _next(scene: Scene, group: Group) -> tuple[Phrase, ...]:
    sessions = await groups_kept.sessions_of(scene.session, group.id)
    coming = next_of(sessions, group.where, scene.now)
    return (workshop_words.line(scene.deployment.library, group, coming),) if coming else ()


def _reasons(standings: Sequence[Standing]) -> tuple[Phrase, ...]:
    """Return how often each reason was given for “not this week”, where that is shown.

    One person alone would be known by it: then there is none.
    """
    given = [
        (one.person.id, place.given.reason)
        for one in standings
        for place in one.places
        if place.given and place.given.reason and place.mark is Mark.NOT_THIS_WEEK
    ]
    if len({person for person, _ in given}) < TOGETHER:
        return ()
    found = Counter(reason for _, reason in given)
    told = tuple(
        Phrase("board-count", {"mark": REASONS[one], "count": found[one]})
        for one in NotNow
        if found[one] and one is not NotNow.UNSAID
    )
    return (Phrase("line-reasons", {"counts": told}),) if told else ()


def _shown(exercises: Sequence[Exercise], standings: Sequence[Standing]) -> tuple[Phrase, ...]:
    """Return who shows all of an exercise, and so can bring it along."""
    lines = []
    for at, exercise in enumerate(exercises):
        names = [one.person.name for one in standings if one.places[at].is_open]
        if names:
            values: Values = {"title": Phrase(exercise.title), "names": ", ".join(names)}
            lines.append(Phrase("line-brings", values))
    return tuple(lines)


def _unreached(standings: Sequence[Standing]) -> tuple[Phrase, ...]:
    names = [one.person.name for one in standings if not one.is_reached]
    return (Phrase("line-unreached", {"names": ", ".join(names)}),) if names else ()
