from datetime import timedelta

import pytest

from bot.domain.people import Role
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ENROLLED, ON_SQLITE, another_coach, invite, leave, token_of
from tests.services.stage import Phone, Stage


@pytest.fixture
async def arrived(coach: Phone) -> Phone:
    """Somebody who came in by the coach's link and is not confirmed yet."""
    phone = coach.stage.phone("Sam S.")
    await phone.open(await invite(coach, "Sami"))
    await phone.choose(*ENROLLED)
    return phone


async def test_an_invitation_is_a_link_with_a_picture(coach: Phone) -> None:
    await coach.choose("button-invite")
    await coach.write("Sami")

    assert coach.keys[-2:] == ["invite-ready", "menu"]
    worded = coach.bubbles[-2].worded
    assert worded.link == f"https://t.me/relais_test_bot?start={token_of(coach)}"
    assert worded.text.endswith(f"\n\n{worded.link}")


async def test_the_token_is_kept_nowhere(coach: Phone, stage: Stage) -> None:
    token = await invite(coach, "Sami")

    invitations = await rows_of(stage, "invitation")
    assert len(token) == 22
    assert not any(token in str(value) for row in invitations for value in row.values())


@ON_SQLITE
@pytest.mark.parametrize("typed", ["\u202e   ", "🎉🎉", "...", "\u200b", "\x00\x07", "\u3164", "/"])
async def test_a_name_of_which_nothing_can_be_read_is_asked_again(coach: Phone, typed: str) -> None:
    await coach.choose("button-invite")

    await coach.write(typed)
    assert coach.shown in {"invite-name-again", "typed-elsewhere-staff"}

    await coach.write("Sami")
    assert coach.keys[-2] == "invite-ready"


@ON_SQLITE
async def test_several_names_are_asked_for_one_at_a_time(coach: Phone) -> None:
    await coach.choose("button-invite")

    await coach.write("Sami, Noa")
    assert coach.shown == "invite-one-name"

    await coach.write("Sami")
    assert coach.keys[-2] == "invite-ready"


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Sami \n Ben ", "Sami Ben"),
        ("A" * 40, "A" * 40),
        ("<b>Sami</b>", "<b>Sami</b>"),
        ("\u202eimaS", "imaS"),
        ("{ $name }", "{ $name }"),
        ("Zoe\u0308", "Zoë"),
        ("*_`Sami", "*_`Sami"),
    ],
)
async def test_a_strange_name_is_shown_as_it_is(coach: Phone, typed: str, shown: str) -> None:
    await coach.choose("button-invite")
    await coach.write(typed)

    assert f" {shown}." in coach.texts[-2]


@ON_SQLITE
@pytest.mark.parametrize(
    "typed", ["A" * 41, "Jean-Baptiste Emmanuel de La Rochefoucauld", "A" * 4_000]
)
async def test_a_long_name_is_asked_for_again_and_never_cut(coach: Phone, typed: str) -> None:
    await coach.choose("button-invite")

    await coach.write(typed)
    assert coach.shown == "name-too-long"
    await coach.write("Jean-Baptiste")

    assert coach.keys[-2] == "invite-ready"


async def test_a_cancelled_link_stays_closed(coach: Phone, stage: Stage) -> None:
    token = await invite(coach, "Sami")

    await coach.choose("button-cancel-invitation")
    assert coach.shown == "invite-cancelled"

    sami = stage.phone("Sami")
    await sami.open(token)
    assert sami.keys == ["invitation-closed"]


async def test_cancelling_twice_says_so(coach: Phone) -> None:
    await invite(coach, "Sami")
    await coach.choose("button-cancel-invitation")

    said = len(coach.bubbles)
    toast = await coach.choose("button-cancel-invitation")

    assert coach.stage.library.keys_of(toast) == ["toast-already"]
    assert len(coach.bubbles) == said


async def test_a_used_invitation_cannot_be_cancelled(coach: Phone, arrived: Phone) -> None:
    toast = await coach.choose("button-cancel-invitation")

    assert coach.stage.library.keys_of(toast) == ["toast-used"]
    assert arrived.shown == "menu"


async def test_cancelling_forgets_whoever_was_coming_in(coach: Phone, stage: Stage) -> None:
    sami = stage.phone("Sami")
    await sami.open(await invite(coach, "Sami"))
    await sami.choose(*ENROLLED[:4])

    await coach.choose("button-cancel-invitation")
    await sami.choose("button-vous")

    assert sami.shown == "out-of-date"
    assert await held(stage, "person", "consent") == {"person": 1, "consent": 0}


async def test_nobody_else_can_cancel_an_invitation(coach: Phone) -> None:
    other_coach = await another_coach(coach.stage)
    token = await invite(coach, "Sami")

    await other_coach.press(*coach.find("button-cancel-invitation"))
    assert other_coach.shown == "out-of-date"

    sami = coach.stage.phone("Sami")
    await sami.open(token)
    assert sami.shown == "enrol-welcome"


async def test_the_coach_is_told_who_came_in(coach: Phone, arrived: Phone) -> None:
    del arrived

    assert coach.shown == "invite-used"
    assert "Sami" in coach.screen
    assert "Sam S." in coach.screen


@ON_SQLITE
@pytest.mark.parametrize("account", ["\u202e\u200b", "\u3164"])
async def test_an_account_without_a_name_is_called_so(coach: Phone, account: str) -> None:
    nameless = coach.stage.phone(account)
    await nameless.open(await invite(coach, "Sami"))
    await nameless.choose(*ENROLLED)

    assert "sans nom" in coach.screen


async def test_nothing_is_shown_before_the_coach_confirms(coach: Phone, arrived: Phone) -> None:
    del arrived
    await coach.write("menu")
    await coach.choose("button-my-people")

    assert coach.screen == "• Sami : à confirmer"


async def test_confirming_puts_the_person_on_the_list(coach: Phone, arrived: Phone) -> None:
    del arrived
    await coach.choose("button-it-is-them")
    assert coach.shown == "invite-confirmed"

    await coach.choose("button-menu", "button-my-people")
    assert "Sami" in coach.labels


async def test_confirming_twice_says_so(coach: Phone, arrived: Phone) -> None:
    del arrived
    button = coach.find("button-it-is-them")
    await coach.press(*button)

    toast = await coach.press(*button)

    assert coach.stage.library.keys_of(toast) == ["toast-already"]
    assert coach.shown == "invite-confirmed"


async def test_denying_shows_nothing_and_tells_the_person(coach: Phone, arrived: Phone) -> None:
    await coach.choose("button-not-them")

    assert coach.shown == "invite-denied"
    assert arrived.shown == "invite-not-confirmed"
    await coach.choose("button-menu", "button-my-people")
    assert coach.shown == "people-none"


async def test_denying_after_confirming_changes_nothing(coach: Phone, arrived: Phone) -> None:
    deny = coach.find("button-not-them")
    await coach.choose("button-it-is-them")

    await coach.press(*deny)

    assert coach.shown == "invite-confirmed"
    assert "invite-not-confirmed" not in arrived.keys


async def test_confirming_somebody_who_left_meanwhile_says_that_it_is_too_late(
    coach: Phone, arrived: Phone
) -> None:
    confirm = coach.find("button-it-is-them")
    await leave(arrived)

    await coach.press(*confirm)

    assert coach.shown == "out-of-date"


async def test_the_coach_is_told_inside_their_hours(coach: Phone, stage: Stage) -> None:
    sami = stage.phone("Sami")
    await sami.open(await invite(coach, "Sami"))
    await stage.pass_time(hours=9)
    await sami.choose(*ENROLLED)
    assert coach.shown == "menu"

    await stage.pass_time(hours=14)
    assert coach.shown == "invite-used"


@pytest.mark.usefixtures("arrived")
async def test_who_came_in_can_be_confirmed_from_the_list_too(coach: Phone) -> None:
    asked = coach.find("button-it-is-them")
    await coach.choose("button-menu", "button-my-people")
    assert "Sami" in coach.screen

    await coach.tap("Sami")
    assert coach.shown == "invite-to-confirm"
    await coach.choose("button-it-is-them")

    assert coach.shown == "invite-confirmed"
    said = await coach.press(*asked)
    assert coach.stage.library.keys_of(said)[-1] == "toast-already"


@pytest.mark.usefixtures("arrived")
async def test_who_was_confirmed_is_asked_about_no_more(coach: Phone) -> None:
    await coach.choose("button-menu", "button-my-people")
    again = coach.token("Sami")
    await coach.choose("button-it-is-them")

    said = await coach.press(*again)

    assert coach.stage.library.keys_of(said)[-1] == "toast-already"


@pytest.mark.usefixtures("arrived")
async def test_only_their_coach_is_asked_about_somebody(coach: Phone) -> None:
    await coach.choose("button-menu", "button-my-people")
    other = await another_coach(coach.stage)

    await other.press(*coach.token("Sami"))

    assert "Sami" not in other.everything


async def test_an_invitation_from_the_command_line_tells_nobody(coach: Phone, stage: Stage) -> None:
    sami = stage.phone("Sami")
    await sami.open(await stage.invite(Role.PARTICIPANT, "Sami"))
    await sami.choose(*ENROLLED)

    assert sami.shown == "menu"
    assert coach.shown == "menu"


async def test_open_invitations_are_listed_until_they_end(coach: Phone, stage: Stage) -> None:
    await invite(coach, "Sami")
    await coach.choose("button-my-people")
    assert "Sami" in coach.screen

    stage.clock.moment += timedelta(days=4)
    await coach.choose("button-menu", "button-my-people")
    assert coach.shown == "people-none"


async def test_only_a_coach_invites(team: Team) -> None:
    await team.coach.choose("button-menu")

    await team.participant.press(*team.coach.find("button-invite"))
    await team.participant.write("Sami")

    assert team.participant.keys[-2:] == ["out-of-date", "typed-elsewhere"]
