import pytest

from bot.domain.people import Role
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ENROLLED, invite, token_of
from tests.services.stage import Phone, Stage

CHOSEN = [
    "exercises/coach",
    "wakeups/coach",
    "checkins/coach",
    "afterwork/coach",
    "exercises/facilitator",
]


@pytest.fixture
async def sami(coach: Phone) -> Phone:
    phone = coach.stage.phone("Sami")
    await phone.open(await invite(coach, "Sami"))
    return phone


async def shown_to(stage: Stage) -> dict[str, bool]:
    """Return what the only participant decided."""
    rows = await rows_of(stage, "sharing")
    return {f"{row['stream'].value}/{row['audience'].value}": row["shown"] for row in rows}


async def screens(phone: Phone, *keys: str) -> list[str]:
    seen = [phone.shown]
    for key in keys:
        await phone.choose(key)
        seen.append(phone.shown)
    return seen


async def test_a_participant_comes_in_with_six_taps_on_one_message(sami: Phone) -> None:
    assert await screens(sami, *ENROLLED[:5]) == [
        "enrol-welcome",
        "enrol-limits",
        "consent-channel",
        "enrol-share",
        "enrol-address",
        "zone-question",
    ]
    assert len(sami.bubbles) == 1

    await sami.choose(ENROLLED[5])
    assert sami.keys == ["enrol-done", "help-card", "menu"]


async def test_the_welcome_names_who_invites(sami: Phone) -> None:
    assert "Nadia" in sami.screen
    assert "Sami" in sami.screen


async def test_an_invitation_of_nobody_in_particular_is_from_the_team(stage: Stage) -> None:
    sami = stage.phone("Sami")

    await sami.open(await stage.invite(Role.PARTICIPANT, "Sami"))

    assert "l’équipe" in sami.screen


async def test_the_two_buttons_at_the_bottom_come_with_the_help_card(sami: Phone) -> None:
    await sami.choose(*ENROLLED)

    assert sami.bubbles[-2].worded.keyboard == ("Menu", "Aide")
    assert "3114" in sami.texts[-2]


async def test_the_limits_come_with_the_numbers_to_call(sami: Phone) -> None:
    await sami.choose("button-continue")

    assert "3114" in sami.screen


async def test_each_screen_leads_back_to_the_one_before(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:5])

    back = ["button-back"] * 5
    assert await screens(sami, *back) == [
        "zone-question",
        "enrol-address",
        "enrol-share",
        "consent-channel",
        "enrol-limits",
        "enrol-welcome",
    ]


async def test_choosing_leads_back_too(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:3])

    assert await screens(sami, "button-let-me-choose", "button-back") == [
        "enrol-share",
        "enrol-choose",
        "enrol-share",
    ]


@pytest.mark.parametrize("taps", [1, 2, 3])
async def test_one_can_refuse_on_every_screen_before_the_consent(sami: Phone, taps: int) -> None:
    await sami.choose(*ENROLLED[: taps - 1])

    await sami.choose("button-no-thanks")

    assert sami.keys == ["enrol-refused"]
    assert await held(sami.stage, "person") == {"person": 1}


async def test_the_essential_shows_all_but_sentences(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:3], "button-essential")

    assert await shown_to(sami.stage) == dict.fromkeys(CHOSEN, True)


async def test_the_minimum_shows_exercises_to_the_team_alone(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:3], "button-minimum")

    minimum = dict.fromkeys(CHOSEN, False) | {"exercises/facilitator": True}
    assert await shown_to(sami.stage) == minimum


async def test_whoever_chooses_begins_with_nothing_shown(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:3], "button-let-me-choose")
    assert all(offer.endswith("-kept") for offer in sami.offers[:4])

    await sami.choose("button-wakeups-kept", "button-done")

    only_wakeups = dict.fromkeys(CHOSEN, False) | {"wakeups/coach": True}
    assert await shown_to(sami.stage) == only_wakeups
    assert sami.shown == "enrol-address"


async def test_a_choice_can_be_turned_back(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:3], "button-let-me-choose")

    await sami.choose("button-checkins-kept", "button-checkins-shown")

    assert sami.offers[2] == "button-checkins-kept"


async def test_the_consent_keeps_the_version_and_hash_of_its_text(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:3])

    [consent] = await rows_of(sami.stage, "consent")
    text = (consent["version"], consent["text_hash"])
    assert text == sami.stage.library.fingerprint("consent-channel")
    assert (consent["purpose"], consent["given_at"]) == ("channel", sami.stage.clock.moment)


async def test_agreeing_twice_is_one_consent(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:3], "button-back", "button-agree")

    assert sami.shown == "enrol-share"
    assert await held(sami.stage, "consent") == {"consent": 1}


async def test_nothing_can_be_chosen_without_the_consent(sami: Phone, coach: Phone) -> None:
    await sami.choose(*ENROLLED[:3])
    essential = sami.find("button-essential")
    await sami.choose("button-back", "button-no-thanks")
    await sami.open(await invite(coach, "Sami"))

    await sami.press(*essential)

    assert sami.shown == "out-of-date"
    assert await held(sami.stage, "sharing") == {"sharing": 0}


async def test_the_language_can_be_changed_at_the_start_and_back(sami: Phone) -> None:
    await sami.choose("button-speak-english")
    assert "You are invited by Nadia" in sami.screen

    await sami.choose("button-speak-french")
    assert "C’est Nadia" in sami.screen


async def test_english_asks_for_no_form_of_address(sami: Phone) -> None:
    await sami.choose("button-speak-english", *ENROLLED[:4])

    assert sami.shown == "zone-question"


async def test_a_phone_in_english_is_greeted_in_english(coach: Phone, stage: Stage) -> None:
    sam = stage.phone("Sam", language="en-GB")

    await sam.open(await invite(coach, "Sam"))

    assert "Hello Sam." in sam.screen


async def test_tu_is_kept_from_then_on(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:4], "button-tu")
    assert "es-tu" in sami.screen

    await sami.choose("button-zone-usual")
    assert "Que veux-tu faire" in sami.screen


async def test_a_typed_place_finishes_too(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:5])
    await sami.write("apia")

    await sami.choose("button-zone-right")

    assert sami.shown == "menu"
    zones = {row["zone"] for row in await rows_of(sami.stage, "person")}
    assert zones == {"Europe/Paris", "Pacific/Apia"}


async def test_a_tap_left_over_from_coming_in_changes_nothing(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:3])
    late = [sami.find(key) for key in ("button-minimum", "button-back", "button-let-me-choose")]
    await sami.choose(*ENROLLED[3:])
    before = await rows_of(sami.stage, "sharing")

    for button in late:
        await sami.press(*button)

    assert sami.keys[-3:] == ["out-of-date"] * 3
    assert await rows_of(sami.stage, "sharing") == before


async def test_a_left_over_language_button_changes_nothing(sami: Phone) -> None:
    english = sami.find("button-speak-english")
    await sami.choose(*ENROLLED)

    await sami.press(*english)

    assert "Ce bouton" in sami.screen


@pytest.mark.parametrize(
    ("taps", "asked"),
    [
        (0, "enrol-welcome"),
        (1, "enrol-limits"),
        (2, "consent-channel"),
        (3, "enrol-share"),
        (4, "enrol-address"),
    ],
)
async def test_words_in_between_lead_back_to_what_was_asked(
    sami: Phone, taps: int, asked: str
) -> None:
    await screens(sami, *ENROLLED[:taps])

    await sami.write("oui")

    assert sami.keys[-2:] == ["enrol-tap", asked]
    await screens(sami, *ENROLLED[taps:])
    assert sami.shown == "menu"


@pytest.mark.parametrize("typed", ["Menu", "/menu", "/start"])
async def test_whoever_stopped_on_the_way_can_go_on(sami: Phone, typed: str) -> None:
    await sami.choose(*ENROLLED[:3])

    await sami.write(typed)
    await sami.choose("button-continue")

    assert sami.shown in {"enrol-welcome", "enrol-limits"}


async def test_a_coach_who_stopped_on_the_way_can_go_on(stage: Stage) -> None:
    omar = stage.phone("Omar")
    await omar.open(await stage.invite(Role.FACILITATOR, "Omar"))

    await omar.write("menu")
    await omar.choose("button-continue")

    assert omar.shown == "staff-welcome"


async def test_a_question_asked_on_the_way_is_still_open_after_help(sami: Phone) -> None:
    await sami.choose(*ENROLLED[:5])
    await sami.write("/help")

    await sami.write("lyon")

    assert sami.keys[-2:] == ["help-card", "zone-confirm"]


@pytest.mark.parametrize("command", ["/privacy", "/language", "/leave"])
async def test_what_works_for_all_works_on_the_way_in(sami: Phone, command: str) -> None:
    await sami.write(command)

    assert sami.shown in {"privacy", "language-question", "leave-question"}
    assert "button-settings" not in sami.offers


async def test_changing_the_language_on_the_way_goes_on_in_it(sami: Phone) -> None:
    await sami.write("/language")
    await sami.choose("button-english")

    assert "menu" not in sami.keys
    await sami.choose("button-continue")
    assert "You are invited by Nadia" in sami.screen


async def test_leaving_on_the_way_leaves_the_link_open(sami: Phone, coach: Phone) -> None:
    await sami.choose(*ENROLLED[:4])
    await sami.write("/leave")
    await sami.choose("button-leave-now")
    assert await held(sami.stage, "person", "consent") == {"person": 1, "consent": 0}

    await sami.open(token_of(coach))
    assert sami.shown == "enrol-welcome"


async def test_a_name_is_forgotten_with_the_invitation(team: Team) -> None:
    stage = team.stage
    vault = stage.database.vault

    invitations = [row for row in await rows_of(stage, "invitation") if row["invited_by"]]

    [row] = invitations
    assert vault.open(row["sealed_name"], place=f"invitation.name:{row['id']}") == ""


async def test_whoever_comes_back_from_an_answer_to_choose_begins_with_nothing_shown(
    sami: Phone,
) -> None:
    await sami.choose("button-continue", "button-understood", "button-agree", "button-essential")
    await sami.choose("button-back", "button-let-me-choose")

    assert "button-wakeups-kept" in sami.offers
