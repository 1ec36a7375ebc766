"""A hard day: until its end one gentle message at most comes unasked."""

from dataclasses import replace
from datetime import time, timedelta

from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.schedule import moment
from bot.services import menus
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import wishes


async def begin(scene: Scene, args: Plain) -> None:
    """Be gentle until the end of the day; what was tapped on stays as it stands."""
    del args
    until = moment(scene.today + timedelta(days=1), time.min, scene.zone)
    known = await wishes.of_person(scene.session, scene.member.id)
    await wishes.keep(scene.session, scene.member.id, replace(known, gentle_until=until))
    undo = (Button(Phrase("button-undo"), "hard-day.undo"),)
    answer = say if scene.tapped and scene.tapped.occasion else show
    await answer(scene, Message(says=Phrase("hard-day"), rows=(undo, *menus.ANYWHERE)))


async def undo(scene: Scene, args: Plain) -> None:
    """Write as on other days."""
    del args
    known = await wishes.of_person(scene.session, scene.member.id)
    await wishes.keep(scene.session, scene.member.id, replace(known, gentle_until=None))
    await show(scene, Message(says=Phrase("hard-day-undone"), rows=(menus.TO_MENU,)))
