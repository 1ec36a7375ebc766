"""A tour through a group’s chat and an outing, so that each button was shown once."""

from tests.services import group_plays
from tests.services.group_chat_plays import WHAT, connect, propose, seen_by
from tests.services.plays import ENROLLED
from tests.services.stage import Phone


async def through_group_chat(coach: Phone, participant: Phone, group: str) -> None:
    """Let the coach connect a chat, in which the participant proposes an outing and hands it over.

    Lou, who looks after it then, is no one’s whose buttons are looked at.
    """
    lou = coach.stage.phone("Lou")
    await lou.open(await group_plays.invite_member(coach, "Lou", group))
    await lou.choose(*ENROLLED, "button-join")
    await connect(coach, group=group)
    await group_plays.open_group(coach, group)
    await coach.choose("button-group-chat")
    await participant.write("/ateliers")
    await participant.choose("button-outings")
    await propose(participant)
    await seen_by(lou).choose("button-outing-in")
    await participant.choose("button-see-outing", "button-cancel-outing", "button-back")
    await participant.choose("button-hand-outing")
    await participant.tap("Lou")
    await participant.choose("button-back")
    await participant.tap(WHAT)
