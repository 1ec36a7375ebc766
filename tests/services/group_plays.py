"""Conversations that tests of groups begin with."""

from bot.domain.people import Role
from tests.services.memories import Cast
from tests.services.plays import ENROLLED, token_of
from tests.services.stage import Phone, Stage

GROUP = "Mardi"
PLACE = "12 rue du Port"
FIRST = "01/12"
EIGHT = "eight-workshops"


async def facilitator_comes_in(stage: Stage, name: str = "Lina") -> Phone:
    """Lina: Paris, nine to five, invited from the terminal."""
    phone = stage.phone(name)
    await phone.open(await stage.invite(Role.FACILITATOR, name))
    await phone.choose("button-french", "button-zone-usual")
    await phone.tap("09:00")
    return phone


async def group_begins(stage: Stage, programme: str = EIGHT) -> Cast:
    """Lina made a group; it has neither dates nor members yet."""
    lina = await facilitator_comes_in(stage)
    await lina.write("/groupes")
    await lina.choose("button-new-group")
    await lina.write(GROUP)
    await lina.write(PLACE)
    await lina.choose(f"{programme}/title")
    return {"lina": lina}


async def group_meets(stage: Stage) -> Cast:
    """The group meets on eight Tuesdays from the first of December, at two; Sami is in it."""
    cast = dict(await group_begins(stage))
    await set_dates(cast["lina"])
    return {**cast, "sami": await member_joins(cast["lina"], "Sami")}


async def set_dates(lina: Phone, first: str = FIRST) -> None:
    """Choose a first day, two in the afternoon, every week."""
    await open_group(lina)
    await lina.choose("button-set-dates")
    await lina.write(first)
    await lina.write("14h")
    await lina.choose("button-every-week", "button-that-is-it")


async def open_group(lina: Phone, name: str = GROUP) -> None:
    """Show the screen of a group."""
    await lina.write("/groupes")
    await lina.tap(name)


async def invite_member(lina: Phone, name: str, group: str = GROUP) -> str:
    """Let a facilitator invite somebody into the group, and return the token."""
    await open_group(lina, group)
    await lina.choose("button-members", "button-invite-member")
    await lina.write(name)
    return token_of(lina)


async def invite_lead(lina: Phone, name: str) -> str:
    """Let a facilitator invite the second one, and return the token."""
    await open_group(lina)
    await lina.choose("button-facilitators", "button-invite-lead")
    await lina.write(name)
    return token_of(lina)


async def member_joins(lina: Phone, name: str) -> Phone:
    """Let somebody new come in by an invitation into the group, and join it."""
    phone = lina.stage.phone(name)
    await phone.open(await invite_member(lina, name))
    await phone.choose(*ENROLLED, "button-join")
    return phone


async def second_lead(lina: Phone, name: str = "Marc") -> Phone:
    """Let the second facilitator come in, and lead the group too."""
    phone = lina.stage.phone(name)
    await phone.open(await invite_lead(lina, name))
    await phone.choose("button-french", "button-zone-usual")
    await phone.tap("09:00")
    await phone.choose("button-join")
    return phone


async def remove_lead(lina: Phone, name: str) -> None:
    """Let one who leads a group take out the other."""
    await open_group(lina)
    await lina.choose("button-facilitators")
    await lina.tap(name)
    await lina.choose("button-take-out-of-group")


async def move_first(lina: Phone, day: str, wall: str = "10h") -> None:
    """Move the first workshop of the group."""
    await open_group(lina)
    await lina.choose("button-dates")
    await lina.tap("1")
    await lina.write(day)
    await lina.write(wall)
