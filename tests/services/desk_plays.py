"""A desk on which something of everything lies, for what is tried on all of it."""

from datetime import time, timedelta

from bot.domain.group import GroupSession
from bot.store import groups
from bot.store.ids import new_id
from tests.services import group_chat_plays, group_plays, homework_plays
from tests.services.homework_plays import SMALL, THRICE
from tests.services.memories import Cast
from tests.services.plays import ENROLLED, another_coach, invite, wakeup_is_agreed
from tests.services.scenes import scene_of
from tests.services.stage import MONDAY, Phone, Stage
from tests.services.word_plays import ask_colleague, open_person

OVER = "Jeudi"
"""A group whose workshops are over; the other one is in the middle of them."""


async def desk_fills(stage: Stage) -> Cast:
    """Nadia supports two people and leads two groups; a third person waits to be confirmed.

    Messages came unasked too: from those she supports, and from Karim, her colleague.
    """
    cast = await wakeup_is_agreed(stage)
    coach, participant = cast["coach"], cast["participant"]
    await _comes_in(coach, "Sami")
    await coach.choose("button-it-is-them")
    await _comes_in(coach, "Noa")
    await participant.write("/moi")
    await participant.choose("mood/steps/mood/options/good", "button-stop-here")
    await _reminders_are_proposed(coach, participant)
    await open_person(coach)
    await coach.choose("button-notes", "button-note-write")
    await coach.write("Rappeler la formation.")
    await _groups_meet(coach, participant)
    await _exercise_is_done(coach, participant)
    await _colleague_asks(coach)
    await stage.go_to(MONDAY.replace(day=24, hour=8, minute=1))
    await participant.write("/contact")
    await coach.choose("button-seen")
    await participant.write("/contact")
    return cast


async def _comes_in(coach: Phone, name: str) -> None:
    phone = coach.stage.phone(name)
    await phone.open(await invite(coach, name))
    await phone.choose(*ENROLLED)


async def _reminders_are_proposed(coach: Phone, participant: Phone) -> None:
    """Let one be agreed, and another wait."""
    await open_person(coach)
    await coach.choose("button-new-reminder", "button-kind-words")
    await coach.write("appeler")
    await coach.tap("tous les jours")
    await coach.choose("button-propose")
    await participant.choose("button-agree")
    await open_person(coach)
    await coach.choose("button-new-reminder", "button-kind-checkin", "button-when")
    await coach.choose("button-propose")


async def _groups_meet(coach: Phone, participant: Phone) -> None:
    """Let the coach lead a group with Lina, which has a chat, and one alone."""
    lina = (await group_plays.group_begins(coach.stage))["lina"]
    await coach.open(await group_plays.invite_lead(lina, "Nadia"))
    await coach.choose("button-join")
    await participant.open(await group_plays.invite_member(coach, "Alex"))
    await participant.choose("button-join")
    await group_chat_plays.connect(coach)
    await coach.write("/groupes")
    await coach.choose("button-new-group")
    await coach.write(OVER)
    await coach.choose("button-skip", "towards-interview/title")
    async with scene_of(coach) as scene:
        for group in await groups.groups_led_by(scene.session, scene.member.id):
            weeks = range(-4, 0) if group.name == OVER else range(-1, 7)
            sessions = [
                GroupSession(
                    id=new_id(),
                    group_id=group.id,
                    number=number,
                    day=scene.today + timedelta(weeks=week, days=4),
                    wall=time(14),
                    length=timedelta(hours=2),
                )
                for number, week in enumerate(weeks, start=1)
            ]
            await groups.set_sessions(scene.session, sessions)


async def _exercise_is_done(coach: Phone, participant: Phone) -> None:
    """Let the group be given two exercises, of which the participant does and shows one."""
    homework_plays.add_exercises(coach.stage, SMALL, THRICE)
    homework_plays.suggest(coach.stage, SMALL, THRICE)
    await group_plays.open_group(coach)
    await coach.choose("button-group-exercises", "button-assign-group")
    await participant.write("/exercices")
    await participant.tap(homework_plays.title(SMALL))
    await homework_plays.go_through(participant)
    await participant.choose("button-yes", "button-share-everything", "button-bring")


async def _colleague_asks(coach: Phone) -> None:
    """Let Karim hand somebody over, and be away."""
    karim = await another_coach(coach.stage)
    await _comes_in(karim, "Ida")
    await karim.choose("button-it-is-them")
    await ask_colleague(karim, "Nadia", "Ida")
    await karim.write("/menu")
    await karim.choose("button-cover")
    await karim.tap("Nadia")
    await karim.choose("button-today", "button-tomorrow")
