"""Answers words that may mean that somebody needs help now: with the help card and one question.

Nothing is kept of it, nobody is told by it, and nothing is concluded: the words may have been meant
in another way. The log says that a card was shown, and not to whom.
"""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

import structlog

from bot.domain.message import Button, Days, Message, Phrase, Plain, Values
from bot.domain.safety import Tier
from bot.services import hard_moments, menus, offering, supported
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import people, supports

Rows: TypeAlias = tuple[tuple[Button, ...], ...]

log = structlog.stdlib.get_logger(__name__)


async def unless_worrying(
    scene: Scene, text: str | None, otherwise: Callable[[Scene], Awaitable[None]]
) -> None:
    """Answer words that worry with help, and all others with what there is for them."""
    if not await answered(scene, text or ""):
        await otherwise(scene)


async def answered(scene: Scene, text: str, *, is_told: bool = False) -> bool:
    """Show the help card if what was typed may mean that somebody needs it; return whether.

    It says that nobody is told, or nobody else where the words went to somebody: `is_told`.
    """
    match scene.deployment.library.worry(text):
        case Tier.DIRECT:
            says = await _with_card(scene, "care-direct", is_told=is_told)
            message = Message(says=says, rows=_asked(is_told=is_told))
        case Tier.POSSIBLE:
            says = await _with_card(scene, "care-possible", is_told=is_told)
            message = Message(says=says, rows=await _ways(scene))
        case None:
            return False
    await say(scene, message)
    log.info("help_card_shown")
    return True


async def in_danger(scene: Scene, args: Plain) -> None:
    """Say whom to call at once, and to go near somebody."""
    library = scene.deployment.library
    numbers = library.call_now(scene.deployment.country, scene.chat.voice)
    says = Phrase("care-danger", {"numbers": numbers, "told": int(args.get("told", False))})
    await show(scene, Message(says=says, rows=await _ways(scene)))


async def not_now(scene: Scene, args: Plain) -> None:
    """Leave the card where it is, with who else can be reached; why is not asked."""
    card = await supported.help_text(scene)
    people_of_theirs = await hard_moments.people_in(scene)
    lines = (*people_of_theirs, *await _coaches(scene))
    says = Phrase(
        "care-stays", {"card": card, "lines": lines, "told": int(args.get("told", False))}
    )
    await show(scene, Message(says=says, rows=await _ways(scene)))


def _asked(*, is_told: bool) -> Rows:
    about = {"told": is_told}
    return (
        (
            Button(Phrase("button-in-danger"), "care.danger", about),
            Button(Phrase("button-no"), "care.no", about),
        ),
        (Button(Phrase("button-rather-not-say"), "care.no", about),),
    )


async def _with_card(scene: Scene, key: str, *, is_told: bool) -> Phrase:
    return Phrase(key, {"card": await supported.help_text(scene), "told": int(is_told)})


async def _ways(scene: Scene) -> Rows:
    plan = (menus.TO_PLAN,) if hard_moments.may_have_one(scene) else ()
    contact = await supported.to_contact(scene) if plan else ()
    return (*await offering.go_on(scene), *plan, *contact, menus.TO_MENU)


async def _coaches(scene: Scene) -> tuple[Phrase, ...]:
    """Return when each coach can be reached."""
    lines = []
    who = scene.person.id if scene.person else ""
    for support in await supports.of_participant(scene.session, who):
        coach = await people.get(scene.session, support.coach_id)
        if coach and coach.hours:
            values: Values = {
                "coach": coach.name,
                "days": Days(numbers=coach.hours.days),
                "opens": coach.hours.opens,
                "closes": coach.hours.closes,
            }
            lines.append(Phrase("line-coach-hours", values))
    return tuple(lines)
