"""Somebody's own plan for hard moments: filled in when they like, shown whenever they ask.

It is theirs alone. It is there during a pause too, and whether or not its questions are in use.
"""

from bot.domain.dialogue import WAITING
from bot.domain.errors import NotApproved
from bot.domain.exercise import Answers
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Role, Standing
from bot.domain.safety import PLAN
from bot.services import conversing, helping, menus, playing, supported
from bot.services.saying import say, show, stacked
from bot.services.scene import Scene
from bot.store import runs
from bot.store.runs import KeptRun

PARTS = {
    "signs": Phrase("myplan-signs"),
    "calm": Phrase("myplan-calm"),
    "places": Phrase("myplan-places"),
    "people": Phrase("myplan-people"),
    "professionals": Phrase("myplan-professionals"),
    "wanted": Phrase("myplan-wanted"),
    "unwanted": Phrase("myplan-unwanted"),
}
PEOPLE = ("people", "professionals")


async def open_plan(scene: Scene, args: Plain) -> None:
    """Show the plan, or say what it is; whoever takes part in nothing gets the help card."""
    if not may_have_one(scene):
        await helping.help_card(scene, args)
        return
    kept = await _kept(scene)
    if kept is None or not kept.run.answers:
        begin = (Button(Phrase("button-myplan-begin"), "myplan.fill"),)
        key = await supported.said(scene, "myplan-empty", "myplan-empty-no-coach")
        await show(scene, Message(says=Phrase(key), rows=(begin, menus.ANYWHERE[0])))
        return
    rows = (
        (Button(Phrase("button-myplan-picture"), "myplan.picture"),),
        (Button(Phrase("button-myplan-change"), "myplan.fill"), *menus.TO_MENU),
    )
    await show(scene, Message(says=await _whole(scene, kept.run.answers), rows=rows))


async def fill(scene: Scene, args: Plain) -> Phrase | None:
    """Ask the questions of the plan, each with what was written before."""
    exercise = scene.deployment.library.exercise(PLAN)
    if not may_have_one(scene):
        await helping.help_card(scene, args)
        return None
    if exercise is None:
        raise NotApproved("the plan")
    kept = await _kept(scene)
    if kept is None:
        await playing.first(scene, exercise)
        return None
    if kept.run.state in WAITING:
        return await conversing.go_on(scene, {"run": kept.id})
    await playing.again(scene, kept)
    return None


async def picture(scene: Scene, args: Plain) -> None:
    """Send the plan as a picture, to be kept where no network is needed."""
    kept = await _kept(scene) if may_have_one(scene) else None
    if kept is None or not kept.run.answers:
        await open_plan(scene, args)
        return
    # The numbers come first: the end of a very long page is left out.
    whole = await _whole(scene, kept.run.answers, "myplan-page")
    await say(scene, Message(says=Phrase("myplan-picture"), page=whole, rows=menus.ANYWHERE))


async def people_in(scene: Scene) -> tuple[Phrase, ...]:
    """Return whom somebody wrote into their plan, none for whoever has none."""
    kept = await _kept(scene) if may_have_one(scene) else None
    return _parts(kept.run.answers, PEOPLE) if kept else ()


def may_have_one(scene: Scene) -> bool:
    """Whether whoever acts takes part, so that a plan can be theirs."""
    person = scene.person
    return (
        person is not None
        and person.standing is Standing.ACTIVE
        and Role.PARTICIPANT in person.roles
    )


async def _whole(scene: Scene, answers: Answers, key: str = "myplan-whole") -> Phrase:
    card = await supported.help_text(scene)
    parts = stacked(_parts(answers, tuple(PARTS)))
    return Phrase(key, {"parts": parts, "card": card})


def _parts(answers: Answers, which: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(
        Phrase("myplan-part", {"name": PARTS[step], "text": str(answers[step])})
        for step in which
        if step in answers
    )


async def _kept(scene: Scene) -> KeptRun | None:
    return await runs.last_of(scene.session, scene.member.id, PLAN)
