"""What whoever asked for a contact is told of it: in their time, and to nobody else’s eyes."""

from tests.services.conftest import Team
from tests.services.test_contacting import ask, go_to, paris


async def test_who_pauses_gets_the_receipt(team: Team) -> None:
    await team.participant.write("/pause")
    await team.participant.choose("button-pause-3")
    await ask(team.participant)

    await team.coach.choose("button-seen")

    assert team.participant.shown == "contact-receipt"


async def test_what_comes_after_the_quiet_hours_comes_during_a_pause_too(team: Team) -> None:
    await ask(team.participant)
    await team.participant.write("/pause")
    await team.participant.choose("button-pause-3")
    await go_to(team.stage, paris(23, 22))

    await team.coach.choose("button-seen")
    assert team.participant.shown == "contact-unread"
    await go_to(team.stage, paris(24, 6, 59))
    assert team.participant.shown == "contact-unread"
    await go_to(team.stage, paris(24, 7))

    assert team.participant.shown == "contact-receipt"


async def test_who_is_discreet_reads_neither_receipt_nor_name_at_first_sight(team: Team) -> None:
    for phone in (team.participant, team.coach):
        await phone.write("/discret")
        await phone.choose("button-discreet-begin")
    await ask(team.participant)
    assert team.coach.screen == "Un message vous attend."

    await team.coach.choose("button-reveal", "button-seen")
    assert team.participant.screen == "Un message vous attend."

    await team.participant.choose("button-reveal")
    assert team.participant.shown == "contact-receipt"


async def test_who_is_on_the_way_out_gets_no_receipt_in_the_morning(team: Team) -> None:
    await ask(team.participant)
    await go_to(team.stage, paris(23, 22))
    await team.coach.choose("button-seen")

    await team.participant.write("/leave")
    await team.participant.choose("button-leave-now")
    await go_to(team.stage, paris(24, 12))

    assert team.participant.shown == "leave-waiting"


async def test_a_receipt_asks_for_no_consent_to_the_channel(team: Team) -> None:
    await team.participant.write("/privacy")
    await team.participant.choose("button-my-consents", "button-end-channel")
    await ask(team.participant)

    await team.coach.choose("button-seen")

    assert team.participant.shown == "contact-receipt"
