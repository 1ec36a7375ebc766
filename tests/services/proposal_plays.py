"""What tests of proposed reminders begin with."""

from bot.domain.message import Plain
from bot.domain.plan import PlanState
from bot.services.delivering import drain
from bot.store import deliveries
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ENROLLED, invite
from tests.services.scenes import scene_of
from tests.services.stage import Phone, Stage

LEARN = "appeler l’agence"


async def card_of(coach: Phone, name: str = "Canari") -> None:
    """Open the card of somebody."""
    await coach.write("/menu")
    await coach.choose("button-my-people")
    await coach.tap(name)


async def propose(coach: Phone, kind: str, *, words: str = "", name: str = "Canari") -> None:
    """Propose what is offered first: the kind, the moment, done."""
    await card_of(coach, name)
    await coach.choose("button-new-reminder", f"button-kind-{kind}")
    if words:
        await coach.write(words)
    await coach.choose("button-when", "button-propose")


async def propose_every_day(coach: Phone, at: str = "09:00", words: str = LEARN) -> None:
    """Propose words for every day, by the longer way."""
    await card_of(coach)
    await coach.choose("button-new-reminder", "button-kind-words")
    await coach.write(words)
    await coach.choose("button-another-moment", "button-every-day")
    await coach.tap(at)
    await coach.choose("button-propose")


async def sami_comes_in(team: Team) -> Phone:
    """Let Sami come in, whom the same coach supports."""
    sami = team.stage.phone("Sami")
    await sami.open(await invite(team.coach, "Sami"))
    await sami.choose(*ENROLLED)
    await team.coach.choose("button-it-is-them")
    return sami


async def states(stage: Stage) -> list[tuple[str, PlanState]]:
    """Return the kind and the state of every plan, in the order of the alphabet."""
    return sorted((row["kind"], row["state"]) for row in await rows_of(stage, "plan"))


def toast(phone: Phone, said: str) -> str:
    """Return the key of what was shown for a moment."""
    return phone.stage.library.keys_of(said)[-1]


async def button_of(phone: Phone, key: str) -> tuple[str, Plain]:
    """Return what the latest button with a key does, of those somebody was shown."""
    rows = await rows_of(phone.stage, "delivery")
    async with scene_of(phone) as scene:
        said = [row for row in rows if row["chat_id"] == scene.chat.id]
        for row in sorted(said, key=lambda row: -row["number"]):
            delivery = await deliveries.get(scene.session, row["id"])
            for button in delivery.message.buttons if delivery else ():
                if button.label.key == key:
                    return button.action, button.args
    raise AssertionError(f"no button {key}")


async def acts(phone: Phone, action: str, args: Plain) -> None:
    """Let somebody do what a button does, whoever it was shown to, and be answered."""
    async with scene_of(phone) as scene:
        await scene.act(scene, action, args)
    await drain(phone.stage.post)
