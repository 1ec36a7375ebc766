"""What people do in one step: who, from where on, and what exactly; and the time that passes."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from bot.domain.people import Role
from bot.domain.schedule import moment
from tests.canaries import CANARY_NAME, CANARY_OTHER_NAME
from tests.services.memories import Cast, Play
from tests.services.plays import (
    ENROLLED,
    coach_comes_in,
    invite,
    team_forms,
    token_of,
    wakeup_is_agreed,
)
from tests.services.stage import MONDAY, Bubble, Phone, Stage

PARIS = ZoneInfo("Europe/Paris")
TUESDAY = moment(MONDAY.date(), time(7), PARIS).replace(day=24)
EVENING = datetime.combine(MONDAY, time(18, 30), tzinfo=MONDAY.tzinfo)

TO_ZONE = ENROLLED[:-1]

Step: TypeAlias = Callable[[Phone], Mapping[str, Any]]
"""Makes the update of what somebody does now."""

Prepare: TypeAlias = Callable[[Stage, Cast], Awaitable[object]]


@dataclass(frozen=True, kw_only=True)
class Flow:
    """One step of a conversation, or, without one, the time at which something is due."""

    name: str
    begins: Play
    prepare: Prepare
    who: str = "participant"
    step: Step | None = None
    at: datetime = MONDAY

    async def whole(self, stage: Stage) -> Cast:
        """Play everything up to the step."""
        cast = await self.begins(stage)
        await self.prepare(stage, cast)
        return cast


def tap(key: str) -> Step:
    """Tap the newest button with this key."""

    def step(phone: Phone) -> Mapping[str, Any]:
        number, token = phone.find(key)
        message = phone._message(text="…", message_id=number)
        query = {"id": "1", "from": phone._user(), "chat_instance": "1", "message": message}
        return {"callback_query": {**query, "data": token}}

    return step


def tap_label(label: str) -> Step:
    """Tap the newest button that says this."""

    def step(phone: Phone) -> Mapping[str, Any]:
        number, token = phone.token(label)
        message = phone._message(text="…", message_id=number)
        query = {"id": "1", "from": phone._user(), "chat_instance": "1", "message": message}
        return {"callback_query": {**query, "data": token}}

    return step


def write(text: str) -> Step:
    """Write a text."""
    return lambda phone: {"message": phone._message(text=text)}


def block() -> Step:
    """Block the bot."""

    def step(phone: Phone) -> Mapping[str, Any]:
        bot = {"id": 1, "is_bot": True, "first_name": "Relais"}
        body = {"chat": phone._chat(), "from": phone._user(), "date": phone._date()}
        old = {"user": bot, "status": "member"}
        new = {"user": bot, "status": "kicked", "until_date": 0}
        return {"my_chat_member": {**body, "old_chat_member": old, "new_chat_member": new}}

    return step


def open_link() -> Step:
    """Open the link of the newest invitation that a coach was shown."""

    def step(phone: Phone) -> Mapping[str, Any]:
        links = [bubble.worded.link or "" for bubble in _shown(phone.stage)]
        token = max(links, key=bool).partition("start=")[2]
        return {"message": phone._message(text=f"/start {token}")}

    return step


def _shown(stage: Stage) -> list[Bubble]:
    return [bubble for bubbles in stage.shelf.chats.values() for bubble in bubbles]


async def invited(stage: Stage) -> Cast:
    """A coach invited somebody, who has the link."""
    coach = (await coach_comes_in(stage))["coach"]
    await invite(coach, CANARY_NAME)
    return {"coach": coach, "participant": stage.phone(CANARY_OTHER_NAME)}


async def opened(stage: Stage) -> Cast:
    """Somebody opened the link of their invitation."""
    cast = await invited(stage)
    await cast["participant"].open(token_of(cast["coach"]))
    return cast


async def enrolled(stage: Stage) -> Cast:
    """Somebody came in, and the coach did not confirm them yet."""
    cast = await opened(stage)
    await cast["participant"].choose(*ENROLLED)
    return cast


async def coach_is_asked(stage: Stage) -> Cast:
    """A coach has come as far as the contact hours."""
    coach = stage.phone("Nadia")
    await coach.open(await stage.invite(Role.COACH, "Nadia"))
    await coach.choose("button-french", "button-zone-usual")
    return {"coach": coach}


async def proposed(stage: Stage) -> Cast:
    """A wake-up is proposed."""
    cast = await team_forms(stage)
    await cast["coach"].choose("button-new-reminder", "button-kind-wakeup", "button-propose")
    return cast


def choose(who: str, *keys: str) -> Prepare:
    """Tap these before."""

    async def prepare(stage: Stage, cast: Cast) -> None:
        del stage
        await cast[who].choose(*keys)

    return prepare


def say(who: str, text: str, *keys: str) -> Prepare:
    """Write this before, and tap these."""

    async def prepare(stage: Stage, cast: Cast) -> None:
        del stage
        await cast[who].write(text)
        await cast[who].choose(*keys)

    return prepare


def go_to(when: datetime, *keys: str) -> Prepare:
    """Let time pass before, and have the participant tap these."""

    async def prepare(stage: Stage, cast: Cast) -> None:
        await stage.go_to(when)
        await cast["participant"].choose(*keys)

    return prepare


async def abroad(stage: Stage, cast: Cast) -> None:
    """Come in as far as the zone, and type another one."""
    del stage
    await cast["participant"].choose(*TO_ZONE, "button-zone-other")
    await cast["participant"].write("Apia")


async def nothing(stage: Stage, cast: Cast) -> None:
    """Do nothing before."""
    del stage, cast


def _flow(name: str, begins: Play, prepare: Prepare, step: Step, **more: Any) -> Flow:
    return Flow(name=name, begins=begins, prepare=prepare, step=step, **more)


OWN = ("button-menu", "button-my-day", "button-my-wakeup")

FLOWS: Sequence[Flow] = (
    _flow("a coach gives hours", coach_is_asked, nothing, tap_label("09:00"), who="coach"),
    _flow(
        "a coach invites",
        coach_comes_in,
        say("coach", "menu", "button-invite"),
        write(CANARY_NAME),
        who="coach",
    ),
    _flow("open the link", invited, nothing, open_link()),
    _flow("enrol: consent", opened, choose("participant", *ENROLLED[:2]), tap(ENROLLED[2])),
    _flow("enrol: finish", opened, choose("participant", *TO_ZONE), tap(ENROLLED[-1])),
    _flow("enrol: another zone", opened, abroad, tap("button-zone-right")),
    _flow("confirm", enrolled, nothing, tap("button-it-is-them"), who="coach"),
    _flow(
        "propose",
        team_forms,
        choose("coach", "button-new-reminder", "button-kind-wakeup"),
        tap("button-propose"),
        who="coach",
    ),
    _flow("accept", proposed, nothing, tap("button-agree")),
    _flow(
        "accept at another time",
        proposed,
        choose("participant", "button-other-time"),
        write("6h30"),
    ),
    _flow("decline", proposed, nothing, tap("button-no-thanks")),
    _flow(
        "set alone",
        team_forms,
        choose("participant", "button-my-day", "button-my-wakeup"),
        tap("button-that-is-it"),
    ),
    _flow(
        "edit",
        wakeup_is_agreed,
        choose("participant", *OWN, "button-change-wakeup", "button-holidays-off"),
        tap("button-that-is-it"),
    ),
    _flow("end", wakeup_is_agreed, choose("participant", *OWN), tap("button-stop-wakeup")),
    _flow(
        "another time tomorrow",
        wakeup_is_agreed,
        go_to(EVENING, "button-change-time"),
        write("7h40"),
    ),
    _flow("no work tomorrow", wakeup_is_agreed, go_to(EVENING), tap("button-no-work")),
    _flow("answer", wakeup_is_agreed, go_to(TUESDAY), tap("button-up")),
    _flow("snooze", wakeup_is_agreed, go_to(TUESDAY), tap("button-snooze")),
    _flow("next step", wakeup_is_agreed, go_to(TUESDAY, "button-up"), tap("button-phase-done")),
    _flow("pause", wakeup_is_agreed, say("participant", "/pause"), tap("button-pause-3")),
    _flow(
        "resume",
        wakeup_is_agreed,
        say("participant", "/pause", "button-pause-3"),
        tap("button-resume"),
    ),
    _flow(
        "share",
        team_forms,
        say("participant", "/privacy", "button-switch-sharing"),
        tap("button-wakeups-shown"),
    ),
    _flow("leave", wakeup_is_agreed, say("participant", "/leave"), tap("button-leave-now")),
    _flow(
        "around: evening",
        wakeup_is_agreed,
        choose("participant", *OWN, "button-change-around"),
        tap("button-none"),
    ),
    _flow(
        "around: the coach is told",
        wakeup_is_agreed,
        choose("participant", *OWN, "button-change-around", "button-none", "button-none"),
        tap_label("09:00"),
    ),
    _flow("language", team_forms, say("participant", "/language"), tap("button-english")),
    _flow("help", team_forms, nothing, write("/help")),
    _flow("block", wakeup_is_agreed, nothing, block()),
    Flow(name="time passes", begins=wakeup_is_agreed, prepare=nothing, at=TUESDAY),
)
