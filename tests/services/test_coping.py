"""A hard moment, as somebody goes through it: choose, follow the card, say whether it helped."""

import json

import pytest

from bot.domain.people import Role
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ENROLLED, ON_SQLITE
from tests.services.stage import Phone, Stage

CARD = "technique-card"


def option(step: str, name: str) -> str:
    return f"around/steps/{step}/options/{name}"


async def practise(phone: Phone, label: str, helped: str) -> None:
    """Go through a technique, by the words of its button, and say whether it helped."""
    await phone.write("/stress")
    while label not in " ".join(phone.labels):
        await phone.choose("button-others")
    await phone.tap(label)
    await phone.choose("button-steps-done", option("helped", helped))


async def test_a_hard_moment_is_two_taps_from_a_card(team: Team) -> None:
    phone = team.participant

    await phone.write("/menu")
    await phone.choose("button-stress")
    assert phone.shown == "stress"
    assert phone.offers == [
        *["button-technique"] * 4,
        "button-others",
        "button-strategies",
        "button-hard-day",
        "button-menu",
        "button-help",
    ]
    await phone.tap("Pieds au sol")

    assert phone.shown == CARD
    assert "1. Sentez vos deux pieds sur le sol. (10 secondes)" in phone.screen
    assert "Seulement dans un endroit sûr. Vous pouvez arrêter à tout moment." in phone.screen
    assert "Mal aux pieds" in phone.screen
    assert phone.offers == [
        "button-steps-done",
        "button-step-by-step",
        "button-rate-before",
        "button-stop",
        "button-help",
    ]


async def test_afterwards_one_says_whether_it_helped(team: Team) -> None:
    phone = team.participant
    await phone.write("/calme")
    await phone.tap("Pieds au sol")

    await phone.choose("button-steps-done")
    assert "Est-ce que cela a aidé" in phone.screen
    assert phone.offers[-1] == "button-help"
    await phone.choose(option("helped", "yes"))

    assert phone.shown == "around/closing"
    assert phone.offers[0] == "button-another-technique"


async def test_the_tension_before_is_asked_only_of_who_wants_and_then_after_too(
    team: Team,
) -> None:
    phone = team.participant
    await phone.write("/stress")
    await phone.tap("Pieds au sol")

    await phone.choose("button-rate-before", option("before", "very-tense"))
    assert phone.shown == CARD
    assert "button-rate-before" not in phone.offers
    await phone.choose("button-steps-done")
    assert "Et maintenant" in phone.screen
    await phone.choose(option("after", "calm"), option("helped", "a-bit"))

    assert phone.shown == "around/closing"


async def test_all_that_is_asked_can_be_skipped(team: Team) -> None:
    phone = team.participant
    await phone.write("/stress")
    await phone.tap("Pieds au sol")

    await phone.choose("button-rate-before", "button-skip", "button-steps-done", "button-skip")

    assert phone.shown == "around/closing"


@pytest.mark.parametrize("way", [(), ("button-rate-before",), ("button-steps-done",)])
async def test_one_can_always_stop_and_is_told_what_to_do_now(
    team: Team, way: tuple[str, ...]
) -> None:
    phone = team.participant
    await phone.write("/stress")
    await phone.tap("Pieds au sol")
    await phone.choose(*way)

    await phone.choose("button-stop")

    assert phone.shown == "technique-stopped"
    assert phone.offers == ["button-another-technique", "button-menu", "button-help"]
    await phone.write("/menu")
    assert "button-go-on" not in phone.offers


async def test_one_that_was_worse_brings_kind_words_help_and_is_offered_no_more(
    team: Team,
) -> None:
    phone = team.participant
    await practise(phone, "Pieds au sol", "worse")

    assert phone.shown == "technique-worse"
    assert "15 ou le 112" in phone.screen
    assert "3114" in phone.screen
    assert len(phone.screen.split()) <= 50
    assert phone.offers[:2] == ["button-ask-contact", "button-help"]
    await phone.write("/stress")
    assert "Pieds au sol" not in phone.labels


async def test_who_tapped_worse_by_mistake_goes_back(team: Team) -> None:
    phone = team.participant
    await practise(phone, "Pieds au sol", "worse")

    await phone.choose("button-back", option("helped", "no"))

    assert phone.shown == "around/closing"
    await phone.write("/stress")
    assert "Pieds au sol" in phone.labels


async def test_one_that_was_worse_can_be_taken_back(team: Team) -> None:
    phone = team.participant
    await practise(phone, "Pieds au sol", "worse")

    await phone.write("/menu")
    await phone.choose("button-stress", "button-strategies", "button-choose-techniques")
    while "Pieds au sol" not in " ".join(phone.labels):
        await phone.choose("button-others")
    await phone.tap("Pieds au sol")
    assert "Voulez-vous la reprendre" in phone.screen
    await phone.choose("button-add", "button-start")

    assert phone.shown == CARD


async def test_an_old_button_of_one_that_was_put_aside_asks_first(team: Team) -> None:
    phone = team.participant
    await phone.write("/stress")
    old = phone.token("Pieds au sol")
    await practise(phone, "Pieds au sol", "worse")

    await phone.press(*old)

    assert phone.shown == "technique-about"


async def test_what_helped_oftenest_is_offered_first(team: Team) -> None:
    phone = team.participant
    await practise(phone, "Bouger un peu", "a-bit")
    await practise(phone, "Regarder autour", "yes")
    await practise(phone, "Bouger un peu", "yes")

    await phone.write("/stress")

    assert phone.labels[:2] == ["Bouger un peu", "Regarder autour"]


async def test_what_helps_is_a_list_of_ones_own_and_a_tap_begins_it(team: Team) -> None:
    phone = team.participant
    await phone.write("/cequimaide")
    assert phone.shown == "helps-none"
    await practise(phone, "Bouger un peu", "yes")
    await practise(phone, "Regarder autour", "no")

    await phone.write("/menu")
    await phone.choose("button-stress", "button-strategies", "button-what-helps")
    assert "• Bouger un peu\N{NO-BREAK SPACE}: 1 fois" in phone.screen
    assert "Regarder autour" not in phone.screen
    await phone.tap("Bouger un peu")

    assert phone.shown == CARD


async def test_a_second_tap_changes_nothing(team: Team) -> None:
    phone = team.participant
    await phone.write("/stress")
    await phone.tap("Pieds au sol")
    await phone.choose("button-steps-done")
    yes = phone.find(option("helped", "yes"))

    await phone.press(*yes)

    assert await phone.press(*yes) == "C’est déjà noté."
    await phone.write("/cequimaide")
    assert "1 fois" in phone.screen


async def test_another_technique_takes_the_place_of_the_one_under_way(team: Team) -> None:
    phone = team.participant
    await phone.write("/stress")
    first = phone.token("Pieds au sol")
    await phone.tap("Pieds au sol")
    done = phone.find("button-steps-done")
    await phone.write("/stress")
    await phone.tap("Pieds au sol")

    await phone.press(*done)

    assert phone.shown == "run-first"
    assert first != done
    states = [row["state"] for row in await rows_of(team.stage, "run")]
    assert sorted(states) == ["left", "open"]


async def test_all_the_allowed_ones_can_be_reached_and_no_others(team: Team) -> None:
    phone = team.participant
    await phone.write("/stress")
    seen = [one for one in phone.labels if one != "Autres…"]
    while "button-others" in phone.offers:
        await phone.choose("button-others")
        seen += phone.labels

    assert {"Bouger un peu", "Mes mots", "Eau et repas", "Une petite activité"} <= set(seen)
    assert not {"Respirer lentement", "Le geste contraire", "Les cinq sens"} & set(seen)


async def test_one_with_more_cautions_is_added_after_reading_them(team: Team) -> None:
    phone = team.participant
    await phone.write("/menu")
    await phone.choose("button-stress", "button-strategies", "button-choose-techniques")
    while "Respirer lentement" not in " ".join(phone.labels):
        await phone.choose("button-others")

    await phone.tap("Respirer lentement")
    assert "Demandez d’abord à un médecin" in phone.screen
    await phone.choose("button-add")
    assert phone.shown == "technique-added"
    await practise(phone, "Respirer lentement", "yes")

    assert phone.shown == "around/closing"


async def test_one_can_be_taken_out(team: Team) -> None:
    phone = team.participant
    await phone.write("/menu")
    await phone.choose("button-stress", "button-strategies", "button-choose-techniques")
    while "Pieds au sol" not in " ".join(phone.labels):
        await phone.choose("button-others")
    await phone.tap("Pieds au sol")

    await phone.choose("button-take-out")

    assert phone.shown == "technique-removed"
    await phone.write("/stress")
    assert "Pieds au sol" not in phone.labels


async def test_it_works_during_a_pause(team: Team) -> None:
    await team.participant.choose("button-messages", "button-pause", "button-pause-7")

    await practise(team.participant, "Pieds au sol", "yes")

    assert team.participant.shown == "around/closing"


async def test_a_stranger_gets_the_help_card(stage: Stage) -> None:
    stranger = stage.phone("Passant")

    await stranger.write("/stress")

    assert stranger.shown == "help-card"
    assert await held(stage, "run", "person") == {"run": 0, "person": 0}


async def test_who_has_not_come_in_gets_the_help_card(stage: Stage) -> None:
    phone = stage.phone("Ines")
    await phone.open(await stage.invite(Role.PARTICIPANT, "Ines"))
    await phone.choose(*ENROLLED[:1])

    await phone.write("/calme")

    assert phone.shown == "help-card"


async def test_a_coach_is_told_whom_it_is_for(team: Team) -> None:
    await team.coach.write("/stress")

    assert (team.coach.shown, team.coach.offers) == ("stress-staff", ["button-menu", "button-help"])


@ON_SQLITE
async def test_with_tu_and_in_english_it_is_said_so(team: Team) -> None:
    phone = team.participant
    for language, words in (("tu", "Sens tes deux pieds"), ("en", "Feel both feet")):
        await phone.write("/language")
        await phone.choose("button-french-tu" if language == "tu" else "button-speak-english")
        await phone.write("/stress")
        await phone.tap("Pieds au sol" if language == "tu" else "Feel your feet")

        assert words in phone.screen


async def test_what_nobody_signed_off_is_not_offered(team: Team) -> None:
    team.stage.hold_back("techniques/feet")

    await team.participant.write("/stress")

    assert "Pieds au sol" not in team.participant.labels
    assert "Regarder autour" in team.participant.labels


async def test_without_what_is_asked_around_them_none_is_offered(team: Team) -> None:
    team.stage.hold_back("practice/around")

    await team.participant.write("/stress")

    assert team.participant.shown == "not-approved"
    assert team.participant.offers == ["button-menu", "button-help"]


async def test_what_was_tried_stands_readable_nowhere(team: Team) -> None:
    await practise(team.participant, "Pieds au sol", "worse")

    kept = [await rows_of(team.stage, name) for name in ("run", "toolbox", "question")]

    assert "worse" not in json.dumps(kept, default=repr)
    assert await held(team.stage, "toolbox") == {"toolbox": 1}


async def test_who_leaves_leaves_nothing_of_it(team: Team) -> None:
    await practise(team.participant, "Pieds au sol", "worse")

    await team.participant.write("/leave")
    await team.participant.choose("button-leave-now")
    await team.stage.pass_time(days=2)

    assert await held(team.stage, "run", "toolbox") == {"run": 0, "toolbox": 0}
