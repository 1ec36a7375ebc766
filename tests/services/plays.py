"""Conversations that many tests begin with."""

import pytest

from bot.domain.people import Role
from tests.canaries import CANARY_NAME, CANARY_OTHER_NAME
from tests.services.memories import Cast
from tests.services.stage import Phone, Stage

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For what is decided in Python, the same on each database: words that are understood or not."""

ENROLLED = (
    "button-continue",
    "button-understood",
    "button-agree",
    "button-essential",
    "button-vous",
    "button-zone-usual",
)

NOTHING_AROUND = ("button-none", "button-none", "button-none")


async def coach_comes_in(stage: Stage) -> Cast:
    """Nadia: Paris, nine to five."""
    coach = stage.phone("Nadia")
    await coach.open(await stage.invite(Role.COACH, "Nadia"))
    await coach.choose("button-french", "button-zone-usual")
    await coach.tap("09:00")
    return {"coach": coach}


async def team_forms(stage: Stage) -> Cast:
    """Nadia supports a participant in Paris who shows the essential."""
    coach = (await coach_comes_in(stage))["coach"]
    participant = stage.phone(CANARY_OTHER_NAME)
    await participant.open(await invite(coach, CANARY_NAME))
    await participant.choose(*ENROLLED[:3], "button-let-me-choose", "button-back", *ENROLLED[3:])
    await coach.choose("button-it-is-them")
    return {"coach": coach, "participant": participant}


async def wakeup_is_agreed(stage: Stage) -> Cast:
    """The participant agreed: at seven on working days, a line at 19:30, a note at nine."""
    cast = await team_forms(stage)
    coach, participant = cast["coach"], cast["participant"]
    await coach.choose("button-new-reminder", "button-kind-wakeup", "button-propose")
    await participant.choose("button-agree")
    for label in ("19:30", "08:15", "09:00"):
        await participant.tap(label)
    return cast


async def invite(coach: Phone, name: str) -> str:
    """Let a coach invite somebody, and return the token."""
    await coach.write("menu")
    await coach.choose("button-invite")
    await coach.write(name)
    return token_of(coach)


async def leave(phone: Phone) -> None:
    """Let somebody leave, and not change their mind."""
    await phone.write("/leave")
    await phone.choose("button-leave-now")
    await phone.stage.erase()


async def another_coach(stage: Stage, name: str = "Karim") -> Phone:
    """Let Karim in, who supports nobody."""
    phone = stage.phone(name)
    await phone.open(await stage.invite(Role.COACH, name))
    await phone.choose("button-french", "button-zone-usual")
    await phone.tap("09:00")
    return phone


def number_of(phone: Phone, words: str) -> str:
    """Return the number of the line with these words, as its button says it."""
    return next(line.split(".")[0] for line in phone.screen.splitlines() if words in line)


def token_of(coach: Phone) -> str:
    """Return the token of the newest invitation a coach was shown."""
    links = [bubble.worded.link for bubble in coach.bubbles if bubble.worded.link]
    return links[-1].partition("start=")[2]
