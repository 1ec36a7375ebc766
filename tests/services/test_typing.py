"""What is typed leads where a button leads: after a slash, and in plain words."""

from dataclasses import replace

import pytest

from bot.domain.people import Role
from bot.services import helping
from bot.services.delivering import drain
from tests.services.conftest import Team
from tests.services.plays import ON_SQLITE
from tests.services.scenes import scene_in
from tests.services.stage import Phone, Stage

pytestmark = ON_SQLITE

OF_COACHES = {
    "/ecrire": "write-several",
    "/write": "write-several",
    "/nouveaurappel": "remind-whom",
    "/newreminder": "remind-whom",
    "/inviter": "invite-question",
    "/invite": "invite-question",
    "/resumedumatin": "digest-mine",
    "/digest": "digest-mine",
    "/absence": "cover-nobody",
}


@pytest.mark.parametrize(("typed", "shown"), OF_COACHES.items())
async def test_a_command_leads_a_coach_where_the_button_does(
    team: Team, typed: str, shown: str
) -> None:
    await team.coach.write(typed)

    assert team.coach.shown == shown


@pytest.mark.parametrize("typed", ["/heures", "/hours"])
async def test_a_coach_changes_their_hours_by_typing(team: Team, typed: str) -> None:
    await team.coach.write(typed)
    await team.coach.write("8h-16h")

    assert team.coach.shown == "hours-kept"


@pytest.mark.parametrize("typed", ["/nouveaugroupe", "/newgroup"])
async def test_a_facilitator_makes_a_group_by_typing(stage: Stage, typed: str) -> None:
    lina = await comes_in(stage, Role.FACILITATOR, "Lina")
    await lina.write(typed)
    await lina.write("Mardi matin")

    assert lina.shown == "group-which-place"


@pytest.mark.parametrize("typed", [*OF_COACHES, "/heures", "/nouveaugroupe"])
async def test_whoever_may_not_is_answered_as_if_there_were_no_such_command(
    team: Team, typed: str
) -> None:
    await team.participant.write(typed)

    assert team.participant.shown == "typed-elsewhere"


@pytest.mark.parametrize("typed", ["/ecrire", "/nouveaurappel"])
async def test_a_command_asks_no_more_what_was_asked_before(team: Team, typed: str) -> None:
    await team.coach.write("/inviter")
    await team.coach.write(typed)

    await team.coach.write("Sami")

    assert team.coach.shown == "typed-elsewhere-staff"


async def test_help_names_the_commands_of_the_work(stage: Stage, coach: Phone) -> None:
    sam = await comes_in(stage, Role.SUPERVISOR, "Sam")
    for phone in (coach, sam):
        await phone.write("/help")

    told = [text for text in coach.texts if "/personnes – Personnes accompagnées" in text]
    assert [one.count("\n/") for one in told] == [7]
    assert "/ensemble – Vue d’ensemble" in sam.texts[-2]
    assert "/personnes" not in sam.everything
    assert (coach.shown, sam.shown) == ("help-card", "help-card")


async def test_help_names_no_command_of_the_work_to_others(team: Team) -> None:
    await team.participant.write("/aide")

    assert "desk-commands" not in team.participant.keys


async def test_plain_words_lead_on_in_french(team: Team) -> None:
    shown = []
    for typed in ("Langue", "réglages !", "mon absence", "/Réglages"):
        await team.coach.write(typed)
        shown.append(team.coach.shown)
        await team.coach.write("menu")

    assert shown == ["language-question", "settings-question", "cover-nobody", "settings-question"]


async def test_plain_words_lead_on_in_english(team: Team) -> None:
    await team.coach.write("langue")
    await team.coach.choose("button-english")

    await team.coach.write("People I support")
    people = team.coach.shown
    await team.coach.write("menu")
    await team.coach.write("New reminder")

    assert (people, team.coach.shown) == ("people", "remind-whom")


async def test_a_question_that_waits_for_words_comes_before(team: Team) -> None:
    await team.coach.write("/inviter")

    await team.coach.write("Réglages")

    assert "invite-ready" in team.coach.keys


async def test_a_list_that_is_not_in_sight_any_more_leaves_words_their_meaning(
    team: Team,
) -> None:
    await team.coach.write("/personnes")
    await team.coach.write("/langue")

    await team.coach.write("réglages")

    assert team.coach.shown == "settings-question"


async def test_words_that_worry_lead_nowhere_but_to_help(team: Team) -> None:
    async with team.stage.database.begin() as session:
        scene = await scene_in(session, team.coach)
        await helping.typed_elsewhere(replace(scene, worries=True), "réglages")
    await drain(team.stage.post)

    assert team.coach.shown == "typed-elsewhere-staff"


async def comes_in(stage: Stage, role: Role, name: str) -> Phone:
    """Let somebody in who works here, and speaks French."""
    phone = stage.phone(name)
    await phone.open(await stage.invite(role, name))
    await phone.choose("button-french", "button-zone-usual")
    if role is not Role.SUPERVISOR:
        await phone.tap("09:00")
    return phone
