"""A team that has used every button, and others who have nothing to do with it."""

from bot.domain.people import Role
from tests.canaries import CANARY_NAME, private
from tests.services.group_plays import facilitator_comes_in
from tests.services.memories import Cast
from tests.services.plays import ENROLLED, another_coach, invite, leave, wakeup_is_agreed
from tests.services.stage import MONDAY, Phone, Stage
from tests.services.tours import through_features


async def everybody_plays(stage: Stage) -> Cast:
    """Let a coach and their participant use every button, and others come in beside them."""
    cast = dict(await wakeup_is_agreed(stage))
    karim = await another_coach(stage)
    other, left = stage.phone("Ines"), stage.phone("Luc")
    for phone in (other, left):
        await phone.open(await invite(karim, phone.name))
        await phone.choose(*ENROLLED)
        await karim.choose("button-it-is-them")
    await leave(left)
    enrolling = stage.phone("Noa")
    await enrolling.open(await invite(karim, "Noa"))
    await enrolling.choose(*ENROLLED[:3])
    await every_button_is_seen(stage, cast)
    stranger = stage.phone("Passant")
    await stranger.write("bonjour")
    return {
        **cast,
        "other": other,
        "left": left,
        "enrolling": enrolling,
        "stranger": stranger,
        "other coach": karim,
        "other facilitator": await facilitator_comes_in(stage, "Omar"),
        "supervisor": await supervisor_comes_in(stage),
    }


async def supervisor_comes_in(stage: Stage) -> Phone:
    """Let Rose in, who reads numbers."""
    phone = stage.phone("Rose")
    await phone.open(await stage.invite(Role.SUPERVISOR, "Rose"))
    await phone.choose("button-french", "button-zone-usual", "button-overview")
    return phone


async def every_button_is_seen(stage: Stage, cast: Cast) -> None:
    """Let the coach and the participant see every button there is."""
    coach, participant = cast["coach"], cast["participant"]
    await participant.choose(
        "button-menu", "button-my-day", "button-my-wakeup", "button-change-around"
    )
    await participant.write("menu")
    await participant.choose(
        "button-my-day", "button-my-wakeup", "button-change-wakeup", "button-time-of-day"
    )
    for command in ("/privacy", "/language", "/mydata", "/leave"):
        await participant.write(command)
    await participant.choose("button-leave-now", "button-leave-undo", "button-menu")
    await participant.choose("button-sharing", "button-switch-sharing")
    await through_a_check_in(participant)
    await through_features(coach, participant)
    arriving = stage.phone("Lou")
    await arriving.open(await invite(coach, "Lou"))
    await arriving.choose(*ENROLLED)
    await coach.write("menu")
    await coach.choose("button-my-people")
    await coach.tap(CANARY_NAME)
    await coach.choose(
        "button-new-reminder", "button-kind-wakeup", "button-which-days", "button-done"
    )
    await coach.write("6h30")
    await coach.choose("button-propose")
    await participant.choose("button-other-time")
    await stage.pass_time(hours=10)
    await participant.choose(
        "button-change-time", "button-back", "button-no-work", "button-work-after-all"
    )
    await stage.go_to(MONDAY.replace(day=24, hour=6, minute=1))
    await participant.choose("button-up")
    await stage.go_to(MONDAY.replace(day=25, hour=8, minute=1))
    await participant.write("/moi")


async def through_a_check_in(participant: Phone) -> None:
    """See a pause, and all of a check-in."""
    await participant.write("/pause")
    await participant.choose("button-pause-today", "button-resume")
    await participant.write("/moi")
    await participant.choose("mood/steps/mood/options/good", "button-back", "button-keep")
    await participant.choose("button-stop-here", "button-go-on", *["button-skip"] * 3)
    await participant.write(private("humeur"))
    await participant.write("/moi")
