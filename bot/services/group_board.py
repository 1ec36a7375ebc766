"""The board of a group: how it stands with each exercise, as far as each person shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.assignment import Assignment
from bot.domain.board import Board, Line, Mark, mark_of
from bot.domain.exercise import Exercise
from bot.domain.group import Group
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person
from bot.domain.sharing import Audience, may_see_answers
from bot.services import groups, homework_given, menus
from bot.services.picturing import MARKS
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.viewing import View
from bot.store import assignments, chats, sharing
from bot.store import groups as groups_kept

COLUMNS = 6
"""How many exercises a board shows: those given last."""

ON_A_SCREEN = 8


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place of the board: what somebody was given, its exercise, and the mark that is seen."""

    given: Assignment | None
    exercise: Exercise
    mark: Mark
    is_open: bool = False
    is_brought: bool = False

    @property
    def may_be_thanked(self) -> bool:
        """Whether there is something to say thank you for, and nobody did."""
        counts = self.mark in {Mark.DONE, Mark.TRIED}
        return counts and self.given is not None and self.given.thanked_at is None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Somebody in a group, and their places in the order of the exercises."""

    person: Person
    is_reached: bool
    places: Sequence[Place]

    def place(self, exercise_id: str) -> Place | None:
        """Return where an exercise stands on the board, None where it does not."""
        return next((one for one in self.places if one.exercise.id == exercise_id), None)


async def board(scene: Scene, args: Plain) -> None:
    """Show the board as a picture and in words."""
    group = await groups.led(scene, args)
    exercises, standings = await look(scene, group)
    await note_looks(scene, standings)
    about = {"group": group.id}
    give = (Button(Phrase("button-group-exercises"), "group.exercises", about),)
    rows: Rows = (give, (*groups.back(group), *menus.TO_MENU))
    if not exercises or not standings:
        await show(scene, Message(says=Phrase("board-empty", {"group": group.name}), rows=rows))
        return
    drawing = board_of(scene, exercises, standings)
    each = (
        Button(Phrase("button-one-by-one"), "group.people", about),
        Button(Phrase("button-prepare"), "group.prepare", about),
    )
    lines = tuple(counted(drawing, at) for at in range(len(exercises)))
    says = Phrase("board", {"group": group.name, "lines": lines})
    await show(scene, Message(says=says, rows=(each, *rows), drawing=drawing))


async def people(scene: Scene, args: Plain) -> None:
    """Show everybody in the group, to look at one."""
    group = await groups.led(scene, args)
    members = await groups_kept.members(scene.session, group.id)
    after = int(args.get("after", 0))
    rows: Rows = tuple(
        (to_person(group, one, Phrase("button-person", {"name": one.name})),)
        for one in members[after : after + ON_A_SCREEN]
    )
    if len(members) > after + ON_A_SCREEN:
        more = {"group": group.id, "after": after + ON_A_SCREEN}
        rows += ((Button(Phrase("button-more"), "group.people", more),),)
    back = (Button(Phrase("button-board"), "group.board", {"group": group.id}), *menus.TO_MENU)
    says = Phrase("board-people", {"group": group.name})
    await show(scene, Message(says=says, rows=(*rows, back)))


async def look(
    view: View, group: Group, *, after: date | None = None
) -> tuple[Sequence[Exercise], Sequence[Standing]]:
    """Return the exercises of a board and how it stands for each member.

    Given a day, only what was wanted later is on it.
    """
    kept = await assignments.of_group(view.session, group.id)
    given = [one for one in kept if after is None or one.due > after]
    exercises = _latest(view, given)
    members = await groups_kept.members(view.session, group.id)
    return exercises, [await _look_at(view, one, given, exercises=exercises) for one in members]


async def note_looks(scene: Scene, standings: Sequence[Standing]) -> None:
    """Write down that the facilitator who acts looked at each of them."""
    for one in standings:
        await groups.note_look(scene, one.person)


def board_of(scene: Scene, exercises: Sequence[Exercise], standings: Sequence[Standing]) -> Board:
    """Return what is drawn, in the words of whoever looks."""
    say, voice = scene.deployment.library.say, scene.chat.voice
    return Board(
        exercises=tuple(say(Phrase(one.title), voice) for one in exercises),
        lines=tuple(
            Line(name=one.person.name, marks=tuple(place.mark for place in one.places))
            for one in standings
        ),
    )


def counted(drawing: Board, at: int) -> Phrase:
    """Return the line that says how many people have each mark at an exercise."""
    counts = tuple(
        Phrase("board-count", {"mark": MARKS[mark], "count": count})
        for mark, count in drawing.counts(at).items()
    )
    return Phrase("line-board-counts", {"title": drawing.exercises[at], "counts": counts})


async def standing_of(scene: Scene, group: Group, person_id: str) -> Standing | None:
    """Return how it stands for one member of a group with what they were given; else None."""
    given = await assignments.of_group(scene.session, group.id)
    theirs = [one for one in given if one.person_id == person_id]
    for member in await groups_kept.members(scene.session, group.id):
        if member.id == person_id:
            await groups.note_look(scene, member)
            return await _look_at(scene, member, theirs, exercises=_latest(scene, theirs))
    return None


async def _look_at(
    view: View,
    member: Person,
    given: Sequence[Assignment],
    *,
    exercises: Sequence[Exercise],
) -> Standing:
    choices = await sharing.choices_of(view.session, member.id)
    chat = await chats.of_person(view.session, member.id)
    is_reached = chat is not None and chat.reachable
    # Given last last: of several times that somebody was given one, the latest counts.
    theirs = {one.exercise: one for one in given if one.person_id == member.id}
    places = []
    for exercise in exercises:
        one = theirs.get(exercise.id)
        mark = mark_of(one, choices, is_reached=is_reached, now=view.now)
        share = one.shown_share(view.now) if one else None
        private = exercise.homework is None or exercise.homework.private
        opens = may_see_answers(choices, Audience.FACILITATOR, share, private=private)
        is_open = opens and mark in {Mark.DONE, Mark.TRIED}
        is_brought = is_open and one is not None and one.brings
        places.append(
            Place(given=one, exercise=exercise, mark=mark, is_open=is_open, is_brought=is_brought)
        )
    return Standing(person=member, is_reached=is_reached, places=places)


def _latest(view: View, given: Sequence[Assignment]) -> Sequence[Exercise]:
    """Return the exercises given last, in the order in which they were given first.

    What one person alone was given gives way to what several were.
    """
    first: Mapping[str, Assignment] = {one.exercise: one for one in reversed(given)}
    people = {id_: {one.person_id for one in given if one.exercise == id_} for id_ in first}
    last = sorted(
        {one.exercise: one for one in given}.values(),
        key=lambda one: (len(people[one.exercise]) > 1, one.assigned_at, one.exercise),
    )
    known = [homework_given.exercise_of(view, replace(one, easier=False)) for one in last]
    shown = [one for one in known if one][-COLUMNS:]
    return sorted(shown, key=lambda one: (first[one.id].assigned_at, one.id))


def to_person(group: Group, one: Person, label: Phrase) -> Button:
    """Return the button that leads to somebody on the board."""
    return Button(label, "group.person", {"group": group.id, "person": one.id})
