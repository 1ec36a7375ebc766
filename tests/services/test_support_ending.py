"""A coach supports somebody no more; the person keeps Relais for themselves, or leaves."""

from typing import Any

import pytest

from bot.domain.people import SupportState
from bot.domain.sharing import Audience, Purpose
from bot.store import supports
from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE, another_coach
from tests.services.scenes import scene_of
from tests.services.stage import Phone, Stage
from tests.services.test_deskwork import MORNING, list_of
from tests.services.word_plays import end_support, open_person

pytestmark = ON_SQLITE


async def test_what_follows_is_said_to_both_and_the_coach_sees_nothing_more(agreed: Team) -> None:
    await open_person(agreed.coach)
    await agreed.coach.choose("button-support", "button-end-support")
    assert "Rien n’est effacé sans sa demande" in agreed.coach.screen
    end = agreed.coach.find("button-end-support-now")

    await agreed.coach.press(*end)

    assert agreed.coach.shown == "support-ended"
    assert "Vos réponses restent à vous" in agreed.participant.screen
    assert agreed.participant.offers == ["button-keep-relais", "button-leave", "button-help"]
    assert CANARY_NAME not in await list_of(agreed.coach)
    await agreed.coach.press(*end)
    assert agreed.coach.shown == "out-of-date"
    assert agreed.participant.keys.count("support-over") == 1


async def test_who_keeps_relais_is_woken_up_and_nobody_is_told(agreed: Team) -> None:
    await end_support(agreed.coach)
    await agreed.participant.choose("button-keep-relais")
    assert "Aucun coach ne vous accompagne ici" in agreed.participant.screen
    told = agreed.coach.texts

    await agreed.stage.go_to(MORNING)
    assert agreed.participant.shown == "nudge"
    await agreed.stage.pass_time(hours=6)

    assert agreed.coach.texts == told
    assert await shown_to_coaches(agreed.stage) == []
    assert await note_of(agreed.stage) == (None, [])


async def test_leaving_is_asked_of_the_person_and_not_told(agreed: Team) -> None:
    await end_support(agreed.coach)
    told = agreed.coach.texts

    await agreed.participant.choose("button-leave")
    assert agreed.participant.shown == "leave-question"
    await agreed.participant.choose("button-leave-now")
    await agreed.stage.erase()

    assert agreed.participant.shown == "erased"
    assert agreed.coach.texts == told


async def test_another_coach_who_goes_on_sees_what_they_saw(agreed: Team) -> None:
    karim = await another_coach(agreed.stage)
    await open_person(agreed.coach)
    await agreed.coach.choose("button-support", "button-hand-over")
    assert "Karim" in agreed.coach.labels
    await both_support(agreed, karim)

    await end_support(agreed.coach)
    await agreed.participant.choose("button-keep-relais")

    assert "Karim vous accompagne toujours." in agreed.participant.screen
    assert await shown_to_coaches(agreed.stage) != []


async def test_a_coach_without_colleagues_hands_nobody_over(agreed: Team) -> None:
    await open_person(agreed.coach)
    await agreed.coach.choose("button-support", "button-hand-over")

    assert agreed.coach.shown == "cover-nobody"


@pytest.mark.parametrize("key", ["button-support", "button-write-word"])
async def test_another_coach_gets_nowhere_with_these_buttons(agreed: Team, key: str) -> None:
    karim = await another_coach(agreed.stage)
    await open_person(agreed.coach)

    await karim.press(*agreed.coach.find(key))

    assert karim.shown == "out-of-date"


async def both_support(team: Team, other: Phone) -> None:
    """Let another coach support the participant too."""
    async with scene_of(team.participant) as scene:
        person = scene.member
    async with scene_of(other) as scene:
        support = await supports.add(
            scene.session, coach_id=scene.coach.id, participant_id=person.id, now=scene.now
        )
        was, becomes = SupportState.PENDING, SupportState.ACTIVE
        await supports.change(scene.session, support.id, was=was, becomes=becomes)


async def shown_to_coaches(stage: Stage) -> list[dict[str, Any]]:
    """Return what the participant shows to coaches."""
    rows = await rows_of(stage, "sharing")
    return [row for row in rows if row["shown"] and row["audience"] is Audience.COACH]


async def note_of(stage: Stage) -> tuple[str | None, list[dict[str, Any]]]:
    """Return when a coach is told that there was no answer, and what consents to it stand."""
    [plan] = await rows_of(stage, "plan")
    consents = [
        row
        for row in await rows_of(stage, "consent")
        if row["purpose"] == Purpose.NOTE and not row["withdrawn_at"]
    ]
    return plan["around"]["tells_coach"], consents
