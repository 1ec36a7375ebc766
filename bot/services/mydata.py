"""Everything kept about somebody, brought to them: a page to read, and the same for programs.

Both are made at the moment of sending from what is kept, and are kept nowhere.
"""

import json
from datetime import date, datetime
from typing import Any

from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Document, Message, Phrase, Plain
from bot.domain.people import Chat, Standing
from bot.domain.schedule import zone
from bot.services import menus
from bot.services.deployment import Deployment
from bot.services.mydata_page import Reader, page
from bot.services.ports import File
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import people
from bot.store.db import Session
from bot.store.exporting import Export, everything


async def ask(scene: Scene, args: Plain) -> None:
    """Say what comes, and which way it goes."""
    del args
    if scene.person is None:
        await show(scene, Message(says=Phrase("privacy-stranger"), rows=(menus.TO_HELP,)))
        return
    rows = ((Button(Phrase("button-mydata"), "mydata.send"),), _back(scene))
    await show(scene, Message(says=Phrase("mydata-question"), rows=rows))


async def send(scene: Scene, args: Plain) -> None:
    """Send both files; they are made on the way."""
    del args
    await show(scene, Message(says=Phrase("mydata-coming"), rows=(_back(scene),)))
    await say(scene, Message(says=Phrase("mydata-page"), document=Document.PAGE))
    await say(scene, Message(says=Phrase("mydata-data"), document=Document.DATA))


async def file(
    session: Session, chat: Chat, kind: Document, *, deployment: Deployment, now: datetime
) -> File:
    """Return a file of all that is kept about whoever this chat belongs to.

    Raises NotAllowed where that is nobody any more.
    """
    person = await people.get(session, chat.person_id) if chat.person_id else None
    if person is None:
        raise NotAllowed("nobody's chat")
    export = await everything(session, person)
    reader = Reader(library=deployment.library, voice=chat.voice, zone=zone(person.zone))
    name = reader.say(Phrase("mydata-file"))
    match kind:
        case Document.PAGE:
            return File(name=f"{name}.html", content=page(export, reader, now).encode())
        case Document.DATA:
            return File(name=f"{name}.json", content=data(export, now).encode())


def data(export: Export, now: datetime) -> str:
    """Return all that is kept as JSON."""
    whole = {"made_at": now, "tables": export}
    return json.dumps(whole, ensure_ascii=False, indent=1, default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _back(scene: Scene) -> tuple[Button, ...]:
    if scene.me.standing is Standing.ACTIVE:
        return (Button(Phrase("button-back"), "privacy"),)
    return menus.TO_HELP
