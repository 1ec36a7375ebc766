"""The people around somebody: a map in circles, and the same in words; shown to nobody else."""

from bot.domain.message import Button, Message, Names, Phrase, Plain
from bot.domain.network import MOST, NETWORK_MAP, Circle, Network, Somebody, network_of
from bot.domain.people import Role
from bot.services import homework_cards, menus
from bot.services.picturing import circle, support
from bot.services.questioning import Rows, after
from bot.services.saying import show, stacked
from bot.services.scene import Scene
from bot.store import questions, runs

LOOKED_AT = 200
PLACES = (*Circle, None)

_BACK: Rows = ((homework_cards.TO_EXERCISES, *menus.TO_MENU),)


async def network(scene: Scene, args: Plain) -> None:
    """Show the map as a picture, and who stands in which circle."""
    del args
    if Role.PARTICIPANT not in scene.member.roles:
        await show(scene, Message(says=Phrase("homework-staff"), rows=(menus.TO_MENU,)))
        return
    await questions.close(scene.session, scene.chat.id)
    found = await _found(scene)
    if not found.people:
        exercise = scene.deployment.library.exercise(NETWORK_MAP)
        says = Phrase("network-empty" if exercise else "keepsake-gone")
        await show(scene, Message(says=says, rows=_BACK))
        return
    lines = tuple(
        Phrase("network-circle", {"circle": circle(place), "names": _names(found.within(place))})
        for place in PLACES
        if found.within(place)
    )
    told = (Button(Phrase("button-network-words"), "network.words"),)
    message = Message(says=Phrase("network", {"lines": lines}), rows=(told, *_BACK), drawing=found)
    if len(found.people) == MOST:
        message = after(Phrase("network-most", {"count": MOST}), message)
    await show(scene, message)


async def words(scene: Scene, args: Plain) -> Phrase | None:
    """Tell of each person what they bring."""
    del args
    found = await _found(scene)
    if not found.people:
        return Phrase("toast-gone")
    blocks = stacked(_told(scene, found, place) for place in PLACES if found.within(place))
    picture = (Button(Phrase("button-network-picture"), "network"),)
    says = Phrase("network-words", {"blocks": blocks})
    await show(scene, Message(says=says, rows=(picture, *_BACK)))
    return None


async def _found(scene: Scene) -> Network:
    """Return the map of whoever acts; nobody stands in it while there is no such exercise."""
    if scene.deployment.library.exercise(NETWORK_MAP) is None:
        return Network(people=())
    found = await runs.begun(scene.session, scene.member.id, NETWORK_MAP, limit=LOOKED_AT)
    return network_of([one.run.answers for one in found])


def _told(scene: Scene, found: Network, place: Circle | None) -> Phrase:
    lines = tuple(_line(scene, one) for one in found.within(place))
    return Phrase("network-block", {"circle": circle(place), "lines": lines})


def _line(scene: Scene, one: Somebody) -> Phrase:
    if not one.supports:
        return Phrase("network-line-alone", {"name": one.name})
    say = scene.deployment.library.say
    supports = ", ".join(say(support(each), scene.chat.voice) for each in one.supports)
    return Phrase("network-line", {"name": one.name, "supports": supports})


def _names(people: tuple[Somebody, ...]) -> Names:
    return Names(names=tuple(one.name for one in people))
