"""A coach proposes a technique; the person reads its caution and decides, and nobody is told."""

import pytest

from tests.services.conftest import Team
from tests.services.memories import held
from tests.services.plays import another_coach
from tests.services.stage import Phone


async def to_propose(coach: Phone) -> None:
    """Open the list of techniques that a coach can propose."""
    await coach.write("/menu")
    await coach.choose("button-my-people", "button-person", "button-propose-technique")


async def propose(team: Team, title: str = "Un long souffle") -> None:
    await to_propose(team.coach)
    await team.coach.tap(title)
    await team.coach.choose("button-propose")


async def offered(phone: Phone) -> set[str]:
    """Return every technique that a person is offered."""
    await phone.write("/stress")
    seen = set(phone.labels)
    while "button-others" in phone.offers:
        await phone.choose("button-others")
        seen |= set(phone.labels)
    return seen


async def test_only_those_that_ask_for_a_yes_are_proposed(team: Team) -> None:
    await to_propose(team.coach)
    seen = list(team.coach.labels)
    await team.coach.choose("button-others")
    seen += team.coach.labels

    assert {"Un long souffle", "Respirer lentement", "Le geste contraire"} <= set(seen)
    assert "Pieds au sol" not in seen


async def test_nothing_changes_before_the_person_says_yes(team: Team) -> None:
    await propose(team)
    phone = team.participant
    assert phone.shown == "technique-proposal"
    assert phone.screen.splitlines()[0] == "Nadia vous propose quelque chose à essayer."
    assert "Demandez d’abord à un médecin" in phone.screen
    yes = phone.find("button-agree")

    assert "Un long souffle" not in await offered(phone)
    await phone.press(*yes)

    assert phone.shown == "technique-added"
    assert "Un long souffle" in await offered(phone)


async def test_who_says_no_is_offered_nothing_new(team: Team) -> None:
    await propose(team)

    await team.participant.choose("button-no-thanks")

    assert team.participant.shown == "technique-declined"
    assert "Un long souffle" not in await offered(team.participant)
    assert await held(team.stage, "toolbox") == {"toolbox": 0}


@pytest.mark.parametrize("answer", ["button-agree", "button-no-thanks"])
async def test_the_coach_learns_nothing_of_the_answer(team: Team, answer: str) -> None:
    await propose(team)
    said = team.coach.texts

    await team.participant.choose(answer)
    await team.stage.pass_time(hours=30)
    assert team.coach.texts == said

    await to_propose(team.coach)
    assert "Un long souffle" in team.coach.everything


async def test_a_second_tap_proposes_it_once(team: Team) -> None:
    await to_propose(team.coach)
    await team.coach.tap("Un long souffle")
    button = team.coach.find("button-propose")
    await team.coach.press(*button)

    assert await team.coach.press(*button) == "C’est déjà noté."
    assert team.participant.keys.count("technique-proposal") == 1


async def test_somebody_elses_coach_proposes_nothing(team: Team) -> None:
    stranger = await another_coach(team.stage)
    await to_propose(team.coach)
    await team.coach.tap("Un long souffle")

    await stranger.press(*team.coach.find("button-propose"))

    assert stranger.shown == "out-of-date"
    assert "technique-proposal" not in team.participant.keys
