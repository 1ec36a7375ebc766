"""A group of five with an exercise, and what a test reads of its preparation."""

from bot.domain.message import Phrase
from bot.domain.sharing import Audience, Stream
from bot.pictures.overview import draw
from bot.services import preparation, preparation_words, preparing
from bot.services.ports import Worded
from bot.store import groups, sharing
from tests.services import group_plays
from tests.services.board_plays import give_small, open_board, open_small
from tests.services.homework_plays import EVERY, add_exercises, go_through
from tests.services.memories import Cast
from tests.services.scenes import scene_of
from tests.services.stage import MONDAY, Phone, Stage

MEMBERS = ("Sami", "Noa", "Ana", "Bob", "Cleo")
EVE = MONDAY.replace(day=30, hour=8)
"""Nine in the morning in Paris, on the working day before the first workshop."""

FIRST = MONDAY.replace(month=12, day=1, hour=13)


async def five_have_homework(stage: Stage) -> Cast:
    """Lina leads five people, who were given the small exercise."""
    add_exercises(stage, *EVERY)
    cast = dict(await group_plays.group_begins(stage))
    await group_plays.set_dates(cast["lina"])
    for name in MEMBERS:
        cast[name.lower()] = await group_plays.member_joins(cast["lina"], name)
    await give_small(cast["lina"])
    return cast


async def show_all(phone: Phone) -> None:
    """Do the small exercise and show all of it."""
    await open_small(phone)
    await go_through(phone)
    await phone.choose("button-yes", "button-share-everything")


async def bring(phone: Phone) -> None:
    """Do the small exercise, show all of it, and say that one speaks of it in the workshop."""
    await show_all(phone)
    await phone.choose("button-bring")


async def not_this_week(phone: Phone, reason: str) -> None:
    """Say “not this week”, and why."""
    await open_small(phone)
    await phone.choose("button-not-this-week", f"button-reason-{reason}")


async def keep_all(phone: Phone) -> None:
    """Let somebody show facilitators nothing of their exercises any more."""
    async with scene_of(phone) as scene:
        what = (Stream.EXERCISES, Audience.FACILITATOR)
        await sharing.choose(scene.session, scene.member.id, what, shown=False)


async def prepare(lina: Phone) -> str:
    """Let a facilitator open the preparation, and return it with plain spaces."""
    await open_board(lina)
    await lina.choose("button-prepare")
    return plain(lina)


def plain(phone: Phone) -> str:
    return phone.screen.replace("\N{NO-BREAK SPACE}", " ")


async def drawing_of(lina: Phone) -> str:
    """Return the drawing (SVG) of the picture as it would go out now."""
    async with scene_of(lina) as scene:
        [group] = await groups.groups_led_by(scene.session, scene.member.id)
        found = await preparation.gather(scene, group)

        def say(phrase: Phrase) -> str:
            return scene.deployment.library.say(phrase, scene.chat.voice)

        return draw(preparation_words.words_of(found.overview, say))


def made(phone: Phone) -> Worded:
    """Return what was sent last."""
    return phone.latest[0].worded


async def prepare_page(lina: Phone) -> None:
    """Let a facilitator of one group ask for its page."""
    async with scene_of(lina) as scene:
        [group] = await groups.groups_led_by(scene.session, scene.member.id)
        await preparing.page(scene, {"group": group.id})
    await lina.stage.pass_time(seconds=1)
