"""What people agreed to: read, taken back in a tap, and asked again where its text has changed."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Standing
from bot.domain.plan import PlanKind, PlanState
from bot.domain.schedule import local
from bot.domain.sharing import Purpose
from bot.domain.wakeup import Slot
from bot.library import Library
from bot.services import menus, stopped, surrounding
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import Place
from bot.store import occasions, people, plans, sharing
from bot.store.db import Database

TEXTS = {Purpose.CHANNEL: "consent-channel", Purpose.NOTE: "around-telling"}
"""The key of the text that is agreed to, by what for."""

ASK_AGAIN = timedelta(days=1)
"""How long somebody who did not answer is left alone with it."""

NAMES = {Purpose.CHANNEL: Phrase("consent-of-channel"), Purpose.NOTE: Phrase("consent-of-note")}
TAKE_BACK = {
    Purpose.CHANNEL: Phrase("button-end-channel"),
    Purpose.NOTE: Phrase("button-end-note"),
}

AGREE_AGAIN = (Button(Phrase("button-agree-again"), "consents.ask", {"purpose": Purpose.CHANNEL}),)


async def note_changes(database: Database, library: Library, now: datetime) -> int:
    """Note which consents were given to other words than those of today; count them.

    Until they are given anew, nothing is done by them.
    """
    texts = {purpose: library.fingerprint(key)[1] for purpose, key in TEXTS.items()}
    async with database.begin() as session:
        return await sharing.compare(session, texts, now)


async def ask_again(scene: Scene) -> None:
    """Ask whoever is here whether they agree to what changed, once a day; nobody on the way out."""
    person = await people.get(scene.session, scene.person.id) if scene.person else None
    if person is None or person.standing is not Standing.ACTIVE:
        return
    changed = await sharing.to_ask_again(scene.session, person.id, scene.now, every=ASK_AGAIN)
    for purpose, given_at in changed.items():
        await sharing.asked(scene.session, person.id, purpose, now=scene.now)
        await say(scene, _question(scene, purpose, given_at))


async def mine(scene: Scene, args: Plain) -> None:
    """Show what somebody agreed to and since when; each can be taken back in a tap."""
    del args
    given = await sharing.standing(scene.session, scene.member.id)
    lines = tuple(
        Phrase("line-consent", {"what": NAMES[one], "day": local(moment, scene.zone).date()})
        for one, moment in given.items()
    )
    rows = tuple((Button(TAKE_BACK[one], "consents.end", {"purpose": one}),) for one in given)
    if not scene.member.is_staff and not await stopped.agrees(scene, scene.member):
        rows = (AGREE_AGAIN, *rows)
    says = Phrase("consents", {"lines": lines}) if lines else Phrase("consents-none")
    back = (Button(Phrase("button-back"), "privacy"),)
    await show(scene, Message(says=says, rows=(*rows, back)))


async def ask(scene: Scene, args: Plain) -> None:
    """Ask for a consent that was taken back."""
    yes, _ = _answers(Purpose(args["purpose"]))
    await show(scene, Message(says=Phrase("consent-channel"), rows=(yes, menus.TO_MENU)))


async def agree(scene: Scene, args: Plain) -> None:
    """Keep a consent to the text as it is now: what needs it goes on."""
    purpose = Purpose(args["purpose"])
    if purpose is not Purpose.CHANNEL:
        raise NotAllowed("agreed to elsewhere")
    text = scene.deployment.library.fingerprint(TEXTS[purpose])
    await sharing.consent(scene.session, scene.member.id, purpose, text=text, now=scene.now)
    await show(scene, Message(says=Phrase("consent-kept"), rows=(menus.TO_MENU,)))


async def end(scene: Scene, args: Plain) -> None:
    """Take a consent back: what needs it stops at once."""
    purpose = Purpose(args["purpose"])
    await sharing.withdraw(scene.session, scene.member.id, purpose, now=scene.now)
    if purpose is Purpose.NOTE:
        await tell_nobody(scene, scene.member.id)
    says = Phrase("consent-ended" if purpose is Purpose.CHANNEL else "consent-note-ended")
    back = (Button(Phrase("button-my-consents"), "consents"),)
    again = (AGREE_AGAIN,) if purpose is Purpose.CHANNEL else ()
    await show(scene, Message(says=says, rows=(*again, back, menus.TO_MENU)))


async def review(scene: Scene, args: Plain) -> None:
    """Ask about the word to the coach as it is worded now, where there is a wake-up."""
    del args
    plan = await _telling_plan(scene)
    if plan is None:
        await end(scene, _about(Purpose.NOTE))
        return
    await surrounding.telling(scene, {"plan": plan})


async def tell_nobody(place: Place, person_id: str) -> None:
    """Take the word to the coach out of every wake-up of somebody, and those that are to come."""
    for plan in await plans.of_person(
        place.session, person_id, PlanKind.WAKEUP, state=PlanState.ACTIVE
    ):
        if plan.around.tells_coach:
            quiet = replace(plan, around=replace(plan.around, tells_coach=None))
            await plans.keep(place.session, quiet)
            await occasions.unplan_slot(place.session, plan.id, Slot.NOTE, now=place.now)


def _question(scene: Scene, purpose: Purpose, given_at: datetime) -> Message:
    since = local(given_at, scene.zone).date()
    changed = scene.deployment.library.changed(TEXTS[purpose])
    what: Phrase | str = Phrase(changed) if changed else ""
    if purpose is Purpose.CHANNEL:
        values = {"day": since, "what": what, "text": Phrase("consent-channel")}
        return Message(says=Phrase("consent-again", values), rows=_answers(purpose))
    says = Phrase("consent-note-again", {"day": since, "what": what})
    review_it = (Button(Phrase("button-review"), "consents.review"),)
    no = (Button(Phrase("button-no-thanks"), "consents.end", _about(purpose)),)
    return Message(says=says, rows=(review_it, no))


def _answers(purpose: Purpose) -> tuple[tuple[Button, ...], tuple[Button, ...]]:
    return (
        (Button(Phrase("button-agree"), "consents.agree", _about(purpose)),),
        (Button(Phrase("button-no-thanks"), "consents.end", _about(purpose)),),
    )


def _about(purpose: Purpose) -> Plain:
    return {"purpose": purpose}


async def _telling_plan(scene: Scene) -> str | None:
    active = await plans.of_person(
        scene.session, scene.member.id, PlanKind.WAKEUP, state=PlanState.ACTIVE
    )
    return next((plan.id for plan in active if plan.around.tells_coach), None)
