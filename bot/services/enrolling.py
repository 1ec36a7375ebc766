"""A participant comes in: what this is, where it stops, consent, sharing, address, zone.

Each answer is kept at once, so that somebody can stop and go on; refusing leaves nothing behind.
"""

from dataclasses import replace

from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import (
    Address,
    Invitation,
    InvitationState,
    Language,
    Person,
    Role,
    Standing,
    Voice,
)
from bot.domain.sharing import CHOOSABLE, PRESETS, Audience, Preset, Purpose, Stream
from bot.services import forgetting, inviting, joining, menus, speaking, supported, zones
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import invitations, people, questions, sharing

BACK = Phrase("button-back")
TOPIC = "enrol"


async def begin(scene: Scene, invitation: Invitation) -> None:
    """Welcome somebody who opened a participant's invitation, for the first time or again."""
    await _be_at(scene, "enrol.welcome")
    await say(scene, await _welcome(scene, invitation))


async def welcome(scene: Scene, args: Plain) -> None:
    """Show the first screen again."""
    del args
    await _be_at(scene, "enrol.welcome")
    await show(scene, await _welcome(scene, await _invitation(scene)))


async def speak(scene: Scene, args: Plain) -> None:
    """Go on in another language."""
    await _invitation(scene)
    voice = Voice(language=Language(args["language"]), address=scene.chat.voice.address)
    await welcome(await speaking.keep(scene, voice), args)


async def limits(scene: Scene, args: Plain) -> None:
    """Say what this is not."""
    del args
    await _invitation(scene)
    rows = (
        (Button(Phrase("button-understood"), "enrol.channel"),),
        (Button(BACK, "enrol.welcome"), Button(Phrase("button-no-thanks"), "enrol.refuse")),
    )
    card = await supported.help_text(scene)
    await _be_at(scene, "enrol.limits")
    await show(scene, Message(says=Phrase("enrol-limits", {"card": card}), rows=rows))


async def channel(scene: Scene, args: Plain) -> None:
    """Ask for consent to Telegram as the channel."""
    del args
    await _invitation(scene)
    rows = (
        (Button(Phrase("button-agree"), "enrol.agree"),),
        (Button(BACK, "enrol.limits"), Button(Phrase("button-no-thanks"), "enrol.refuse")),
    )
    await _be_at(scene, "enrol.channel")
    await show(scene, Message(says=Phrase("consent-channel"), rows=rows))


async def agree(scene: Scene, args: Plain) -> None:
    """Keep the consent with its version and hash, and ask what the coach may see."""
    await _invitation(scene)
    if not await sharing.has_consented(scene.session, scene.me.id, Purpose.CHANNEL):
        text = scene.deployment.library.fingerprint("consent-channel")
        await sharing.consent(scene.session, scene.me.id, Purpose.CHANNEL, text=text, now=scene.now)
    await share(scene, args)


async def share(scene: Scene, args: Plain) -> None:
    """Ask what the coach may see; nothing is chosen beforehand."""
    del args
    invitation = await _invitation(scene)
    rows = (
        (Button(Phrase("button-essential"), "enrol.preset", {"preset": Preset.ESSENTIAL}),),
        (Button(Phrase("button-minimum"), "enrol.preset", {"preset": Preset.MINIMUM}),),
        (Button(Phrase("button-let-me-choose"), "enrol.choose"),),
        (Button(BACK, "enrol.channel"),),
    )
    await _be_at(scene, "enrol.share")
    await show(scene, Message(says=await _what_is_seen(scene, invitation), rows=rows))


async def preset(scene: Scene, args: Plain) -> None:
    """Keep one of the two answers offered."""
    await _consented(scene)
    for what, shown in PRESETS[Preset(args["preset"])].items():
        await sharing.choose(scene.session, scene.me.id, what, shown=shown)
    await address(scene, args)


async def choose(scene: Scene, args: Plain) -> None:
    """Let the person decide stream by stream, from nothing shown; a tap on one turns it over."""
    await _consented(scene)
    if not args:
        for what in CHOOSABLE:
            await sharing.choose(scene.session, scene.me.id, what, shown=False)
    else:
        what = (Stream(args["stream"]), Audience(args["audience"]))
        await sharing.choose(scene.session, scene.me.id, what, shown=bool(args["shown"]))
    choices = await sharing.choices_of(scene.session, scene.me.id)
    rows = (
        *menus.sharing_rows(choices, "enrol.choose"),
        (Button(BACK, "enrol.share"), Button(Phrase("button-done"), "enrol.chosen")),
    )
    key = await supported.said(scene, "enrol-choose", "enrol-choose-no-coach")
    await show(scene, Message(says=Phrase(key), rows=rows))


async def chosen(scene: Scene, args: Plain) -> None:
    """Go on with what was chosen; what was left untouched is kept as not shown already."""
    await _consented(scene)
    await address(scene, args)


async def address(scene: Scene, args: Plain) -> None:
    """Ask for vous or tu, where the language has both."""
    if not _has_both(scene):
        await zone(scene, args)
        return
    rows = (
        (
            Button(Phrase("button-vous"), "enrol.address", {"address": Address.VOUS}),
            Button(Phrase("button-tu"), "enrol.address", {"address": Address.TU}),
        ),
        (Button(BACK, "enrol.share"),),
    )
    await _be_at(scene, "enrol.to-address")
    await show(scene, Message(says=Phrase("enrol-address"), rows=rows))


async def addressed(scene: Scene, args: Plain) -> None:
    """Keep vous or tu."""
    await _consented(scene)
    voice = Voice(language=scene.chat.voice.language, address=Address(args["address"]))
    await zone(await speaking.keep(scene, voice), args)


async def zone(scene: Scene, args: Plain) -> None:
    """Ask where the person lives, to know the hours of their day."""
    del args
    await _consented(scene)
    back = "enrol.to-address" if _has_both(scene) else "enrol.share"
    await zones.ask(scene, "enrol.zone", BACK, back=back)


async def zoned(scene: Scene, args: Plain) -> None:
    """Keep the zone and finish."""
    await _consented(scene)
    await finish(scene, str(args["zone"]))


async def finish(scene: Scene, where: str) -> None:
    """The person is in: show the help card once and the menu, and tell the coach."""
    invitation = await _invitation(scene)
    has_coach = await supported.has_coach(scene)
    person = replace(scene.me, zone=where, standing=Standing.ACTIVE)
    await people.keep(scene.session, person)
    await questions.close(scene.session, scene.chat.id)
    await invitations.settle(scene.session, invitation.id, InvitationState.USED)
    await show(scene, Message(says=Phrase("enrol-done")))
    await say(scene, menus.help_card(scene, has_coach=has_coach, keyboard=True))
    await say(scene, menus.menu(person, has_coach=has_coach))
    await inviting.announce(scene, invitation, person)
    await joining.offer(replace(scene, person=person), invitation)


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Say that nothing is to be typed here, and ask again what was asked last."""
    del text
    await _invitation(scene)
    await say(scene, Message(says=Phrase("enrol-tap")))
    await scene.act(scene, str(details["at"]), {})


async def refuse(scene: Scene, args: Plain) -> None:
    """End kindly, and remove everything; the invitation can be opened again while it lives."""
    del args
    invitation = await _invitation(scene)
    await invitations.settle(scene.session, invitation.id, InvitationState.OPEN)
    await forgetting.forget(scene, scene.me, scene.chat)
    await show(scene, Message(says=Phrase("enrol-refused")))


def _has_both(scene: Scene) -> bool:
    """Whether the language says vous to some and tu to others."""
    return scene.chat.voice.language is Language.FRENCH


async def _be_at(scene: Scene, action: str) -> None:
    """Keep which screen somebody reads, so that words typed there lead back to it."""
    await questions.ask(scene.session, scene.chat.id, TOPIC, details={"at": action}, now=scene.now)


async def _welcome(scene: Scene, invitation: Invitation) -> Message:
    french = scene.chat.voice.language is Language.FRENCH
    other = Language.ENGLISH if french else Language.FRENCH
    switch = Phrase("button-speak-english") if french else Phrase("button-speak-french")
    says = Phrase(
        "enrol-welcome",
        {"name": invitation.name, "coach": await _coach_name(scene, invitation)},
    )
    rows = (
        (Button(Phrase("button-continue"), "enrol.limits"),),
        (
            Button(switch, "enrol.speak", {"language": other}),
            Button(Phrase("button-no-thanks"), "enrol.refuse"),
        ),
    )
    return Message(says=says, rows=rows)


async def _invitation(scene: Scene) -> Invitation:
    """Return the invitation by which somebody is coming in; raise NotAllowed without one."""
    invitation = await invitations.claimed_by(scene.session, scene.chat.id)
    if invitation is None or invitation.role is not Role.PARTICIPANT:
        raise NotAllowed("not coming in")
    if scene.me.standing is not Standing.ENROLLING:
        raise NotAllowed("already in")
    return invitation


async def _consented(scene: Scene) -> None:
    await _invitation(scene)
    if not await sharing.has_consented(scene.session, scene.me.id, Purpose.CHANNEL):
        raise NotAllowed("no consent")


async def _coach_name(scene: Scene, invitation: Invitation) -> str | Phrase:
    coach = await _coach(scene, invitation)
    return coach.name if coach else Phrase("the-team")


async def _what_is_seen(scene: Scene, invitation: Invitation) -> Phrase:
    """Return what each answer shows: to the coach who invites, or else to who leads the group."""
    coach = await _coach(scene, invitation)
    if coach and Role.COACH in coach.roles:
        return Phrase("enrol-share", {"coach": coach.name})
    return Phrase("enrol-share-in-group")


async def _coach(scene: Scene, invitation: Invitation) -> Person | None:
    return await people.get(scene.session, invitation.invited_by) if invitation.invited_by else None
