"""For whom a reminder is proposed: one’s own people alone, one or several, each for themselves."""

import pytest
from sqlmodel import update

from bot.domain.people import SupportState
from bot.domain.plan import PlanState
from bot.domain.proposal import MOST_AT_ONCE
from bot.services import reminder_people
from bot.store.tables import SupportRow
from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE, another_coach
from tests.services.proposal_plays import (
    LEARN,
    acts,
    button_of,
    card_of,
    propose,
    sami_comes_in,
    states,
)
from tests.services.scenes import scene_of


async def support_ends(team: Team) -> None:
    async with team.stage.database.begin() as session:
        await session.exec(update(SupportRow).values(state=SupportState.ENDED))


async def test_somebody_else_cannot_be_proposed_anything(team: Team) -> None:
    stranger = await another_coach(team.stage)
    await card_of(team.coach)
    await team.coach.choose("button-new-reminder", "button-kind-appointment")
    for key in ("button-when", "button-place", "button-lead", "button-propose"):
        action, args = await button_of(team.coach, key)
        await acts(stranger, action, args)
        if key == "button-when":
            await team.coach.choose(key)

    assert await states(team.stage) == []
    assert "Canari" not in stranger.everything


async def test_an_ended_support_ends_what_can_be_proposed_but_not_what_can_be_answered(
    team: Team,
) -> None:
    await propose(team.coach, "words", words=LEARN)
    await card_of(team.coach)
    await team.coach.choose("button-new-reminder", "button-kind-appointment", "button-when")
    said = team.coach.texts
    await support_ends(team)

    await team.participant.choose("button-agree")
    assert team.coach.texts == said
    await team.coach.choose("button-propose")

    assert team.coach.shown == "out-of-date"
    assert await states(team.stage) == [("reminder", PlanState.ACTIVE)]


@pytest.mark.parametrize("key", ["button-agree", "button-other-time", "button-no-thanks"])
@ON_SQLITE
async def test_nobody_answers_for_the_person(team: Team, key: str) -> None:
    await propose(team.coach, "words", words=LEARN)
    action, args = await button_of(team.participant, key)

    await acts(team.coach, action, args)

    assert await states(team.stage) == [("reminder", PlanState.PROPOSED)]


async def test_several_are_proposed_the_same_and_each_answers_alone(team: Team) -> None:
    sami = await sami_comes_in(team)
    await team.coach.write("/menu")
    await team.coach.choose("button-new-reminder", "button-several")
    await team.coach.tap("Canari")
    await team.coach.tap("Sami")
    await team.coach.choose("button-continue")
    assert "button-kind-wakeup" not in team.coach.offers
    await team.coach.choose("button-kind-appointment", "button-when", "button-propose")
    assert team.coach.shown == "remind-sent"

    await sami.choose("button-agree")
    await team.participant.choose("button-no-thanks")

    assert await states(team.stage) == [
        ("reminder", PlanState.ACTIVE),
        ("reminder", PlanState.DECLINED),
    ]


async def test_to_whom_it_could_not_be_proposed_is_named(team: Team) -> None:
    await sami_comes_in(team)
    await propose(team.coach, "appointment", name="Sami")
    await team.coach.write("/menu")
    await team.coach.choose("button-new-reminder", "button-several")
    for name in ("Canari", "Sami", "Sami", "Sami"):
        await team.coach.tap(name)
    await team.coach.choose("button-continue")
    assert f"pour Sami et {CANARY_NAME}\xa0?" in team.coach.screen
    await team.coach.choose("button-kind-appointment", "button-when", "button-propose")

    assert "déjà proposé ou plus possible\xa0: Sami" in team.coach.screen
    assert len(await rows_of(team.stage, "plan")) == 2


@ON_SQLITE
async def test_only_ones_own_people_are_ticked_and_few_of_them(team: Team) -> None:
    stranger = await another_coach(team.stage)
    async with scene_of(team.participant) as scene:
        theirs = scene.member.id
    await acts(stranger, "remind.several", {"turn": theirs})
    async with scene_of(stranger) as scene:
        many = {"to": [str(number) for number in range(MOST_AT_ONCE)], "turn": theirs}
        found = await reminder_people.several(scene, many)
    assert found is not None
    assert found.key == "toast-enough-people"

    assert "Canari" not in stranger.everything
