"""A tour through words from a coach, handing over and ending: each button is shown once."""

from bot.domain.sharing import Stream
from bot.services import handing_over, support_ending
from bot.services.delivering import drain
from bot.services.parting import Parted
from bot.services.saying import say
from tests.services.plays import ENROLLED, another_coach, invite
from tests.services.scenes import scene_of
from tests.services.stage import Phone
from tests.services.word_plays import ask_colleague, open_person, send_word


async def through_words(coach: Phone, participant: Phone) -> None:
    """Let the coach write, look at how a support ends, and take on somebody of a colleague."""
    await send_word(coach)
    await participant.choose("button-answer-word", "button-back")
    await takes_on(coach)
    await open_person(coach)
    await coach.choose("button-support", "button-end-support", "button-back", "button-hand-over")
    await coach.choose("button-person")
    async with scene_of(coach) as scene:
        nadia = scene.coach
    parted = Parted(shown=[Stream.WAKEUPS], noted=False)
    async with scene_of(participant) as scene:
        await say(scene, handing_over.told(nadia, nadia, parted))
        await say(scene, support_ending.told(nadia, parted))
    await drain(participant.stage.post)


async def takes_on(coach: Phone) -> None:
    """Let the coach say yes to a colleague, and write to several then."""
    colleague = await another_coach(coach.stage, "Odile")
    person = coach.stage.phone("Ida")
    await person.open(await invite(colleague, "Ida"))
    await person.choose(*ENROLLED)
    await colleague.choose("button-it-is-them")
    await ask_colleague(colleague, "Nadia", "Ida")
    await coach.choose("button-agree")
    await coach.write("/menu")
    await coach.choose("button-my-people", "button-write-several")
