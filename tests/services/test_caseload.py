"""A coach's people: who needs something first, a few at a time, found by typing."""

from datetime import timedelta

import pytest

from bot.domain.people import SupportState
from bot.store import supports
from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.memories import held
from tests.services.plays import ON_SQLITE, another_coach
from tests.services.scenes import scene_of
from tests.services.stage import Phone
from tests.services.test_contacting import paris
from tests.services.test_deskwork import hide_wakeups, list_of, said
from tests.supported import add_supported

MINUTE = timedelta(minutes=1)
THREE_MORNINGS = paris(26, 9, 1)
"""When the third morning without an answer has had its time."""

SILENT = "3 réveils de suite sans réponse"


async def supports_too(coach: Phone, *names: str) -> None:
    """Let a coach support people who have come in and of whom nothing is known yet."""
    async with scene_of(coach) as scene:
        for name in names:
            await add_supported(
                scene.session,
                name,
                coach_id=scene.coach.id,
                telegram_id=coach.stage.phone(name).id,
                now=scene.now,
            )


async def needs_something(team: Team, why: str) -> None:
    """Let the participant need something."""
    match why:
        case "contact":
            await team.participant.write("/contact")
        case "unreachable":
            await team.participant.change_membership("kicked")
        case "proposal":
            await team.coach.write("menu")
            await team.coach.choose("button-new-reminder")
            await team.coach.tap(CANARY_NAME)
            await team.coach.choose("button-kind-wakeup", "button-propose")


async def sixty(coach: Phone) -> None:
    await supports_too(coach, *(f"P{number:02}" for number in range(1, 60)))


def shown_names(coach: Phone) -> list[str]:
    """Return the names on the buttons, in order."""
    return [one for one in coach.labels if one == CANARY_NAME or one[1:].isdigit()]


@ON_SQLITE
async def test_sixty_people_are_read_eight_at_a_time(team: Team) -> None:
    await sixty(team.coach)
    shown = await list_of(team.coach)
    assert shown_names(team.coach) == [f"P{number:02}" for number in range(1, 9)]
    assert "1 à 8 sur 60." in shown

    seen = shown_names(team.coach)
    while "button-next" in team.coach.offers:
        assert len(team.coach.screen.splitlines()) <= 20
        assert len(team.coach.latest[0].worded.rows) <= 7
        await team.coach.choose("button-next")
        seen += shown_names(team.coach)

    assert (len(seen), seen[-1]) == (60, CANARY_NAME)
    assert "57 à 60 sur 60." in said(team.coach)
    await team.coach.choose("button-previous")
    assert "49 à 56 sur 60." in said(team.coach)


@ON_SQLITE
async def test_only_who_is_named_was_looked_at(team: Team) -> None:
    await sixty(team.coach)

    await list_of(team.coach)

    assert await held(team.stage, "look") == {"look": 8}


@ON_SQLITE
@pytest.mark.parametrize("typed", ["zephy", "CANARI", "canari zéph"])
async def test_a_name_is_found_by_typing_a_part_of_it(team: Team, typed: str) -> None:
    await supports_too(team.coach, "Ana", "Élodie")
    await list_of(team.coach)

    await team.coach.write(typed)

    assert CANARY_NAME in team.coach.screen
    assert "Ana" not in team.coach.screen
    assert team.coach.offers == [
        "button-person",
        "button-everybody",
        "button-invite",
        "button-menu",
    ]
    await team.coach.choose("button-everybody")
    assert team.coach.labels[:3] == ["Ana", "Élodie", CANARY_NAME]


@ON_SQLITE
async def test_many_who_are_found_are_read_in_parts_too(team: Team) -> None:
    await sixty(team.coach)
    await list_of(team.coach)

    await team.coach.write("p1")
    await team.coach.choose("button-next")

    assert shown_names(team.coach) == ["P18", "P19"]
    assert "9 à 10 sur 10." in said(team.coach)


@ON_SQLITE
async def test_nobody_found_is_said_and_another_name_can_be_typed(team: Team) -> None:
    await list_of(team.coach)

    await team.coach.write("Personne-du-tout")
    assert team.coach.shown == "people-not-found"
    await team.coach.write(CANARY_NAME)

    assert team.coach.shown == "people"


async def test_somebody_elses_person_is_not_found(team: Team) -> None:
    karim = await another_coach(team.stage)
    await supports_too(karim, "Omar")
    await list_of(team.coach)

    await team.coach.write("Omar")

    assert team.coach.shown == "people-not-found"
    assert "Omar" not in team.coach.everything


@pytest.mark.parametrize("way", ["person", "note"])
async def test_words_look_for_a_name_only_while_the_list_is_what_was_said_last(
    agreed: Team, way: str
) -> None:
    await list_of(agreed.coach)
    if way == "person":
        await agreed.coach.tap(CANARY_NAME)
    else:
        await agreed.stage.go_to(paris(24, 9, 1))

    await agreed.coach.write(CANARY_NAME)

    assert agreed.coach.shown == "typed-elsewhere-staff"


@pytest.mark.parametrize(
    ("why", "line"),
    [
        ("contact", "Demande un contact depuis lundi 23 novembre, 10:00"),
        ("unreachable", "Ne reçoit pas les messages en ce moment"),
        ("proposal", "Votre proposition attend une réponse"),
    ],
)
async def test_who_needs_something_comes_first_with_one_line(
    team: Team, why: str, line: str
) -> None:
    await supports_too(team.coach, "Ana")
    await needs_something(team, why)

    shown = await list_of(team.coach)

    assert shown == f"• {CANARY_NAME}\n{line}\n• Ana"
    assert team.coach.labels[:2] == [CANARY_NAME, "Ana"]


async def test_of_several_reasons_the_most_pressing_one_is_told(team: Team) -> None:
    for why in ("proposal", "contact", "unreachable"):
        await needs_something(team, why)

    assert (await list_of(team.coach)).count("\n") == 1
    assert "Demande un contact" in said(team.coach)


async def test_what_another_coach_proposed_is_not_theirs(team: Team) -> None:
    await needs_something(team, "proposal")
    karim = await another_coach(team.stage)
    async with scene_of(team.participant) as scene:
        participant = scene.member.id
    async with scene_of(karim) as scene:
        one = await supports.add(
            scene.session, coach_id=scene.coach.id, participant_id=participant, now=scene.now
        )
        was, becomes = SupportState.PENDING, SupportState.ACTIVE
        await supports.change(scene.session, one.id, was=was, becomes=becomes)

    assert "proposition" not in await list_of(karim)
    assert "proposition" in await list_of(team.coach)


async def test_three_mornings_without_an_answer_come_first_where_they_are_shown(
    agreed: Team,
) -> None:
    await supports_too(agreed.coach, "Ana")
    await agreed.stage.go_to(THREE_MORNINGS - 2 * MINUTE)
    assert SILENT not in await list_of(agreed.coach)

    await agreed.stage.go_to(THREE_MORNINGS)

    assert f"• {CANARY_NAME}\n{SILENT}\n• Ana" in await list_of(agreed.coach)
    await agreed.participant.write("/privacy")
    await agreed.participant.choose("button-coach-screen")
    assert SILENT in said(agreed.participant)


@ON_SQLITE
@pytest.mark.parametrize("answers", [False, True])
async def test_where_they_are_kept_the_order_tells_nothing(agreed: Team, *, answers: bool) -> None:
    await supports_too(agreed.coach, "Ana")
    await hide_wakeups(agreed.participant)
    await agreed.stage.go_to(THREE_MORNINGS - 2 * MINUTE)
    if answers:
        await agreed.participant.choose("button-up")
    await agreed.stage.go_to(THREE_MORNINGS)

    shown = await list_of(agreed.coach)

    next_one = "Prochain message : jeudi 26 novembre, 19:30"
    assert shown == f"• Ana\n• {CANARY_NAME}\n{next_one}"


@ON_SQLITE
@pytest.mark.parametrize("way", ["answered", "pause"])
async def test_who_answers_or_rests_is_silent_no_more(agreed: Team, way: str) -> None:
    await agreed.stage.go_to(THREE_MORNINGS)
    if way == "pause":
        await agreed.participant.write("/pause")
        await agreed.participant.choose("button-pause-3")
    else:
        await agreed.participant.choose("button-up")

    assert SILENT not in await list_of(agreed.coach)


@ON_SQLITE
async def test_mornings_that_did_not_arrive_are_not_held_against_anybody(agreed: Team) -> None:
    agreed.stage.shelf.is_blocked = True
    await agreed.stage.go_to(THREE_MORNINGS)
    agreed.stage.shelf.is_blocked = False

    assert SILENT not in await list_of(agreed.coach)


@ON_SQLITE
async def test_it_is_said_in_english(agreed: Team) -> None:
    await agreed.coach.write("/language")
    await agreed.coach.choose("button-speak-english")
    await sixty(agreed.coach)
    await agreed.stage.go_to(THREE_MORNINGS)

    shown = await list_of(agreed.coach)

    assert shown.startswith(f"• {CANARY_NAME}\nNo answer to 3 wake-ups in a row\n• P01")
    assert "1 to 8 of 60. To find somebody, write their name." in shown
    await agreed.coach.write("Omar")
    assert "I do not find this name in your list." in agreed.coach.screen


@ON_SQLITE
@pytest.mark.parametrize("command", ["/people", "/personnes"])
async def test_a_command_leads_there_and_only_a_coach(team: Team, command: str) -> None:
    for phone in (team.coach, team.participant):
        await phone.write(command)

    assert (team.coach.shown, team.participant.shown) == ("people", "typed-elsewhere")
