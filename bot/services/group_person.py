"""One person on the board of a group: each exercise as it is seen, and what can be done with it."""

from dataclasses import dataclass

from bot.domain.assignment import Assignment
from bot.domain.board import Mark
from bot.domain.errors import NotAllowed
from bot.domain.group import Group
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.services import group_board, groups, homework_desk, menus
from bot.services.group_board import Place, Standing
from bot.services.picturing import MARKS
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import runs


@dataclass(frozen=True, kw_only=True)
class Found:
    """An exercise of a member of a group, as whoever leads the group sees it."""

    group: Group
    standing: Standing
    place: Place

    @property
    def person(self) -> Person:
        """Whose it is."""
        return self.standing.person

    @property
    def given(self) -> Assignment:
        """What was given; raises NotAllowed where nothing was."""
        if self.place.given is None:
            raise NotAllowed("not given to them")
        return self.place.given

    @property
    def may_be_offered(self) -> bool:
        """Whether another way to do it can be proposed: as far as is seen, it is not done yet."""
        return self.standing.is_reached and self.place.mark not in {Mark.DONE, Mark.TRIED}

    @property
    def about(self) -> Plain:
        """What each button about it carries."""
        return {
            "group": self.group.id,
            "person": self.person.id,
            "exercise": self.place.exercise.id,
        }

    @property
    def title(self) -> Phrase:
        """What the exercise is called."""
        return Phrase(self.place.exercise.title)

    @property
    def values(self) -> Values:
        """What words about it name."""
        return {"name": self.person.name, "title": self.title}

    @property
    def back(self) -> tuple[Button, ...]:
        """The row that leads back to it."""
        return (Button(Phrase("button-back"), "group.exercise", self.about), *menus.TO_MENU)


async def person(scene: Scene, args: Plain) -> None:
    """Show how it stands for one person; each exercise leads to what can be done with it."""
    group, standing = await _standing(scene, args)
    shown = [
        Found(group=group, standing=standing, place=one)
        for one in standing.places
        if one.given is not None
    ]
    lines = tuple(
        Phrase("line-board", {"title": one.title, "mark": MARKS[one.place.mark]}) for one in shown
    )
    rows: Rows = tuple(row for one in shown for row in _ways(one))
    about = {"group": group.id, "person": standing.person.id}
    give = (Button(Phrase("button-assign-new"), "assign", about),)
    back = (Button(Phrase("button-back"), "group.people", {"group": group.id}), *menus.TO_MENU)
    values: Values = {
        "name": standing.person.name,
        "lines": lines or (Phrase("line-exercises-none"),),
    }
    says = Phrase("board-person", values)
    await show(scene, Message(says=says, rows=(*rows, give, back)))


async def exercise(scene: Scene, args: Plain) -> None:
    """Show one exercise of a person, with what can be done as far as is seen."""
    found = await at_hand(scene, args)
    if isinstance(found, Phrase):
        await show_why(scene, found)
        return
    place, about = found.place, found.about
    rows: Rows = _ways(found)[1:]
    if place.is_open:
        label = Phrase("button-answers-of", {"title": found.title})
        rows += ((Button(label, "group.answers", about),),)
    if found.standing.is_reached:
        rows += ((Button(Phrase("button-leave-word"), "group.word", about),),)
    if found.may_be_offered:
        another = Button(Phrase("button-other-day"), "group.day", about)
        easier = Button(Phrase("button-easier"), "group.easier", about)
        rows += ((easier, another) if place.exercise.easier() else (another,),)
    back = Button(Phrase("button-back"), "group.person", about)
    says = Phrase("board-exercise", {**found.values, "mark": MARKS[place.mark]})
    await show(scene, Message(says=says, rows=(*rows, (back, *menus.TO_MENU))))


async def answers(scene: Scene, args: Plain) -> Phrase | None:
    """Show what was answered, as long as the person shows all of it."""
    found = await at_hand(scene, args)
    if isinstance(found, Phrase):
        await show_why(scene, found)
        return None
    run = await runs.get(scene.session, found.given.run_id or "")
    if not found.place.is_open or run is None:
        return Phrase("toast-gone")
    back, exercise = found.back[0], found.place.exercise
    await show(scene, homework_desk.answers_of(found.person, exercise, run.run, back=back))
    return None


async def thank(scene: Scene, args: Plain) -> Phrase | None:
    """Thank the person for an exercise, once."""
    found = await at_hand(scene, args)
    if isinstance(found, Phrase):
        await show_why(scene, found)
        return None
    if not found.place.may_be_thanked:
        return Phrase("toast-gone")
    await homework_desk.say_thanks(scene, found.given, found.title)
    await person(scene, args)
    return Phrase("toast-thanked")


async def at_hand(scene: Scene, args: Plain) -> Found | Phrase:
    """Return an exercise of a member of a group, or say why there is nothing to see any more.

    Whoever leads the group no more, and who never did, learn nothing but that.
    """
    try:
        group = await groups.led(scene, args)
    except NotAllowed:
        return Phrase("board-not-leading")
    standing = await group_board.standing_of(scene, group, str(args["person"]))
    if standing is None:
        return Phrase("board-not-member")
    place = standing.place(str(args["exercise"]))
    if place is None or place.given is None:
        return Phrase("board-not-given")
    return Found(group=group, standing=standing, place=place)


async def to_be_told(scene: Scene, args: Plain) -> Found | Phrase:
    """Return the same where the person can be told something about it, or say why not."""
    found = await at_hand(scene, args)
    if isinstance(found, Phrase) or found.standing.is_reached:
        return found
    return Phrase("board-not-reached", {"name": found.person.name})


async def show_why(scene: Scene, why: Phrase) -> None:
    """Say why nothing can be done, and that nothing was sent."""
    await show(scene, Message(says=why, rows=(groups.TO_GROUPS, menus.TO_MENU)))


async def _standing(scene: Scene, args: Plain) -> tuple[Group, Standing]:
    """Return how it stands for a member of a group that whoever acts leads; else NotAllowed."""
    group = await groups.led(scene, args)
    standing = await group_board.standing_of(scene, group, str(args["person"]))
    if standing is None:
        raise NotAllowed("not in their group")
    return group, standing


def _ways(found: Found) -> Rows:
    """Return the rows that lead to an exercise, and to saying thank you for it."""
    label = Phrase("button-exercise", {"title": found.title})
    rows: Rows = ((Button(label, "group.exercise", found.about),),)
    if found.place.may_be_thanked:
        thanks = Button(Phrase("button-thank", {"title": found.title}), "group.thank", found.about)
        rows += ((thanks,),)
    return rows
