"""A member of staff leaves: from then on nothing opens, nothing comes, and nobody is forgotten."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.delivery import Class, Reason
from bot.domain.message import Message, Phrase
from bot.domain.people import STAFF, Role
from bot.services.delivering import drain
from bot.services.leaving_staff import Left, part
from bot.services.telling import write
from bot.store import people
from tests.canaries import CANARY_NAME
from tests.services import group_plays
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ON_SQLITE, another_coach, invite
from tests.services.scenes import scene_of
from tests.services.stage import Phone, Stage
from tests.services.test_contacting import ask, go_to, paris
from tests.services.test_support_ending import both_support, note_of, shown_to_coaches


async def leave_staff(phone: Phone, roles: Sequence[Role] = tuple(STAFF)) -> Left:
    """Let whoever administers end what somebody is here."""
    async with scene_of(phone) as scene:
        left = await part(scene, scene.me, scene.me.roles & set(roles))
    await drain(phone.stage.post)
    return left


async def test_nothing_of_before_opens_any_more(team: Team) -> None:
    await team.coach.write("/menu")
    await team.coach.choose("button-my-people")
    person, remind = team.coach.token(CANARY_NAME), team.coach.find("button-invite")

    await leave_staff(team.coach)

    assert team.coach.keys == ["role-ended"]
    assert CANARY_NAME not in team.coach.everything
    for old in (person, remind):
        await team.coach.press(*old)
        assert team.coach.shown == "out-of-date"
    await team.coach.write("/menu")
    assert team.coach.offers == ["button-settings", "button-help"]


async def test_what_they_were_asked_waits_for_no_words(team: Team) -> None:
    await team.coach.write("/menu")
    await team.coach.choose("button-invite")
    before = await held(team.stage, "invitation")

    await leave_staff(team.coach)
    await team.coach.write("Sami")

    assert team.coach.shown == "typed-elsewhere-no-coach"
    assert await held(team.stage, "invitation") == before


async def test_no_note_and_no_digest_that_was_to_come_does(agreed: Team) -> None:
    await go_to(agreed.stage, paris(24, 8, 30))

    await leave_staff(agreed.coach)
    await go_to(agreed.stage, paris(26, 18))

    assert agreed.coach.keys == ["role-ended"]


async def test_what_a_job_under_way_still_writes_is_not_sent(team: Team) -> None:
    async with scene_of(team.coach) as scene:
        await people.take_role(scene.session, scene.me.id, Role.COACH)
        for kind in (Class.DIGEST, Class.CONTACT):
            message = Message(says=Phrase("participant-left", {"name": CANARY_NAME}))
            due = scene.now + timedelta(minutes=1)
            await write(scene, scene.chat, message, due=due, kind=kind)
    said = team.coach.texts

    await go_to(team.stage, paris(24, 18))

    assert team.coach.texts == said
    ended = [row["reason"] for row in await rows_of(team.stage, "delivery")]
    assert ended.count(Reason.WITHDRAWN) == 2


async def test_who_is_left_without_a_coach_is_named_and_told(team: Team) -> None:
    left = await leave_staff(team.coach)
    await go_to(team.stage, paris(24, 18))

    assert [one.name for one in left.people] == [CANARY_NAME]
    assert "coach-left" in team.participant.keys


async def test_what_was_agreed_for_a_coach_who_leaves_ends_and_is_told(agreed: Team) -> None:
    await leave_staff(agreed.coach)

    assert agreed.participant.shown == "coach-left"
    assert "«\xa0pas de réponse ce matin\xa0» ne part plus" in agreed.participant.screen
    assert "ne verra rien de ce que vous montriez" in agreed.participant.screen
    assert await shown_to_coaches(agreed.stage) == []
    assert await note_of(agreed.stage) == (None, [])


@ON_SQLITE
async def test_what_another_coach_saw_who_goes_on_they_see(agreed: Team) -> None:
    await both_support(agreed, await another_coach(agreed.stage))

    left = await leave_staff(agreed.coach)

    assert left.people == ()
    assert "ne part plus" in agreed.participant.screen
    assert "ce que vous montriez" not in agreed.participant.screen
    assert await shown_to_coaches(agreed.stage) != []
    assert await note_of(agreed.stage) == (None, [])


async def test_a_request_that_waits_says_that_nobody_looked(team: Team) -> None:
    await ask(team.participant)
    await team.stage.pass_time(minutes=1)

    await leave_staff(team.coach)
    await team.stage.pass_time(minutes=1)

    assert "contact-unread" in team.participant.keys


@ON_SQLITE
async def test_nobody_covers_whoever_left_nor_is_covered_by_them(team: Team) -> None:
    karim = await another_coach(team.stage)
    await karim.write("/menu")
    await karim.choose("button-cover")
    await karim.tap("Nadia")
    await karim.choose("button-today", "button-tomorrow")
    assert await held(team.stage, "cover") == {"cover": 1}

    await leave_staff(team.coach)

    assert await held(team.stage, "cover") == {"cover": 0}


async def test_an_invitation_of_theirs_opens_no_more(team: Team) -> None:
    token, sami = await invite(team.coach, "Sami"), team.stage.phone("Sami")

    await leave_staff(team.coach)
    await sami.open(token)

    assert sami.shown == "invitation-closed"


@ON_SQLITE
async def test_a_group_that_nobody_leads_is_named(stage: Stage) -> None:
    lina = (await group_plays.group_meets(stage))["lina"]
    await lina.write("/groupes")

    left = await leave_staff(lina)
    await lina.write("/groupes")

    assert [one.name for one in left.groups] == [group_plays.GROUP]
    assert lina.shown == "typed-elsewhere-no-coach"
    assert await rows_of(stage, "group_lead") == []


@ON_SQLITE
async def test_one_of_two_roles_may_end_alone(stage: Stage) -> None:
    cast = await group_plays.group_meets(stage)
    karim = await another_coach(stage)
    await karim.open(await group_plays.invite_lead(cast["lina"], "Karim"))
    await karim.choose("button-join")

    left = await leave_staff(karim, [Role.COACH])
    await karim.write("/menu")

    assert left == Left()
    assert "role-ended-partly" in karim.keys
    assert karim.offers == ["button-my-groups", "button-settings", "button-help"]


@ON_SQLITE
async def test_who_left_may_have_their_data_and_be_erased(team: Team) -> None:
    await leave_staff(team.coach)

    await team.coach.choose("button-my-data", "button-mydata")
    await team.coach.write("/leave")
    await team.coach.choose("button-leave-now")

    assert team.coach.shown == "leave-waiting"
