"""Which techniques whoever acts may be offered, and in which order."""

from collections.abc import Iterable, Sequence

from bot.domain.coping import HELPED, Helped, Toolbox, Tried, ranked
from bot.domain.errors import NotAllowed
from bot.domain.exercise import Exercise, ExerciseKind
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Role, Standing
from bot.services import menus, supported
from bot.services.questioning import Rows
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import runs, toolboxes

OFFERED = 4
"""How many techniques a screen offers, so that with the ways on there are few buttons."""


async def may(scene: Scene) -> bool:
    """Whether this is for whoever acts; others get the help card, and staff a word."""
    if scene.person is None or scene.person.standing is not Standing.ACTIVE:
        await say(scene, await supported.help_card(scene))
        return False
    if Role.PARTICIPANT not in scene.person.roles:
        await show(scene, Message(says=Phrase("stress-staff"), rows=menus.ANYWHERE))
        return False
    return True


def found(scene: Scene, args: Plain) -> Exercise:
    """Return the technique that a button is about; raise NotAllowed for one that is gone."""
    technique = scene.deployment.library.exercise(str(args["technique"]))
    if technique is None or technique.kind is not ExerciseKind.TECHNIQUE:
        raise NotAllowed("no such technique")
    return technique


async def toolbox(scene: Scene) -> Toolbox:
    """Return the toolbox of whoever acts."""
    return await toolboxes.of_person(scene.session, scene.member.id)


async def mine(scene: Scene, tried: Iterable[Tried]) -> Sequence[Exercise]:
    """Return the techniques allowed to whoever acts, those that helped oftenest first."""
    techniques = scene.deployment.library.techniques()
    return ranked((await toolbox(scene)).allowed(techniques), tried)


async def tried(scene: Scene) -> Sequence[Tried]:
    """Return what whoever acts said of techniques they went through."""
    techniques = [one.id for one in scene.deployment.library.techniques()]
    finished = await runs.finished(scene.session, scene.member.id, techniques)
    return [
        Tried(technique=one.run.exercise, helped=Helped(str(one.run.answers[HELPED])))
        for one in finished
        if one.run.answers.get(HELPED) in list(Helped)
    ]


def page(techniques: Sequence[Exercise], args: Plain) -> Sequence[Exercise]:
    """Return the techniques of the screen that a button asks for by its number `from`."""
    start = int(args.get("from", 0))
    return techniques[start : start + OFFERED]


def others(techniques: Sequence[Exercise], args: Plain, action: str) -> Rows:
    """Return the button to the next screen, if there is one."""
    after = int(args.get("from", 0)) + OFFERED
    if after >= len(techniques):
        return ()
    return ((Button(Phrase("button-others"), action, {**args, "from": after}),),)


def buttons(techniques: Iterable[Exercise], action: str) -> Rows:
    """Return a button for each technique."""
    return tuple((button(one, action),) for one in techniques)


def button(technique: Exercise, action: str, **more: str) -> Button:
    """Return a button that is about a technique."""
    label = Phrase("button-technique", {"title": Phrase(technique.title)})
    return Button(label, action, {**more, "technique": technique.id})
