"""A tour through the screens of groups and their workshops, so that each button was shown once."""

from datetime import date, time, timedelta

from bot.domain.group import GroupSession
from bot.store import groups
from bot.store.ids import new_id
from tests.services import group_plays as plays
from tests.services.homework_plays import SMALL, THRICE, go_through, suggest, title
from tests.services.scenes import scene_of
from tests.services.stage import Phone
from tests.services.tour_of_outings import through_group_chat

GROUP = "Mercredi"


async def through_groups(coach: Phone, participant: Phone) -> None:
    """Let the coach lead a group too, with Lina, in which the participant is."""
    lina = (await plays.group_begins(coach.stage))["lina"]
    await coach.open(await plays.invite_lead(lina, "Nadia"))
    await coach.choose("button-join")
    await plays.open_group(coach)
    await coach.choose("button-facilitators")
    await coach.tap("Lina")
    await plays.open_group(coach)
    await coach.choose("button-set-dates")
    await coach.write(plays.FIRST)
    await coach.choose("button-time", "button-every-week")
    await coach.tap("1")
    await coach.choose("button-back", "button-informal", "button-after", "button-time")
    await coach.choose("button-that-is-it", "button-number", "button-date", "button-back")
    await through_another(coach, participant)
    await through_board(coach, participant)
    await participant.open(await plays.invite_member(lina, "Alex"))
    await participant.choose("button-join")
    await participant.write("/ateliers")
    await participant.choose("button-leave-group", "button-back")
    await through_group_chat(coach, participant, GROUP)


async def through_board(coach: Phone, participant: Phone) -> None:
    """Let the coach look at the board of the other group, of whose exercises one is shown."""
    suggest(coach.stage, SMALL)
    await plays.open_group(coach, GROUP)
    await coach.choose("button-group-exercises", "button-choose-others", "workshop-any")
    await coach.choose("button-more", "button-not-chosen", "button-done", "button-back")
    await coach.choose("button-to-one", "button-person", "button-assign-new", "button-number")
    await coach.choose("button-exercise", "button-assign", "button-assign-another")
    await plays.open_group(coach, GROUP)
    await coach.choose("button-group-exercises", "button-assign-group")
    await participant.write("/exercices")
    await participant.tap(title(SMALL))
    await go_through(participant)
    await participant.choose("button-yes", "button-share-everything", "button-bring")
    await plays.open_group(coach, GROUP)
    await coach.choose("button-board", "button-prepare", "button-prepare-picture")
    await coach.choose("button-prepare-page", "button-board", "button-one-by-one")
    await coach.choose("button-person")
    await coach.tap(title(SMALL))
    await coach.choose("button-answers-of", "button-back")
    await coach.choose("button-leave-word")
    await coach.write("Bravo")
    await coach.choose("button-send-word", "button-back", "button-thank", "button-assign-new")
    await through_proposals(coach, participant)


async def through_proposals(coach: Phone, participant: Phone) -> None:
    """Let the coach propose other ways to do an exercise, and the participant take one."""
    await participant.choose("button-say-thanks")
    suggest(coach.stage, THRICE)
    await plays.open_group(coach, GROUP)
    await coach.choose("button-group-exercises", "button-assign-group")
    for key in ("button-easier", "button-other-day"):
        await plays.open_group(coach, GROUP)
        await coach.choose("button-board", "button-one-by-one", "button-person")
        await coach.tap(title(THRICE))
        await coach.choose(key, "button-propose" if key == "button-easier" else "button-date")
    await participant.choose("button-agree")


async def through_another(coach: Phone, participant: Phone) -> None:
    """Let the coach make another group, with a workshop that is over."""
    await coach.write("/groupes")
    await coach.choose("button-new-group")
    await coach.write(GROUP)
    await coach.choose("button-skip", "towards-interview/title")
    await coach.choose("button-facilitators", "button-back")
    await coach.choose("button-group-edit", "button-group-place")
    await coach.write(plays.PLACE)
    await coach.choose("button-group", "button-group-edit", "button-group-name")
    await coach.write(GROUP)
    await participant.open(await plays.invite_member(coach, "Alex", GROUP))
    await participant.choose("button-join")
    async with scene_of(coach) as scene:
        for group in await groups.groups_led_by(scene.session, scene.member.id):
            if group.name == GROUP:
                await groups.set_sessions(scene.session, _over(group.id, scene.today))
    await coach.stage.pass_time(minutes=1)
    await coach.choose("button-other-dates", "button-back")
    await plays.open_group(coach, GROUP)
    await coach.choose("button-group-exercises", "button-back")
    await coach.choose("button-attendance", "button-back", "button-members")
    await coach.choose("button-person")


def _over(group_id: str, today: date) -> list[GroupSession]:
    """Return four workshops, the last of yesterday."""
    return [
        GroupSession(
            id=new_id(),
            group_id=group_id,
            number=number,
            day=today - timedelta(days=5 - number),
            wall=time(14),
            length=timedelta(hours=2),
        )
        for number in range(1, 5)
    ]
