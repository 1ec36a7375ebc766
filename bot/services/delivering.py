"""Sends what is due: claim and ask again, word, send outside any transaction, record."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property

import structlog

from bot.clock import Clock
from bot.domain.delivery import (
    UNCERTAIN,
    Class,
    Delivery,
    Reason,
    Verdict,
    failed,
    judge,
    put_aside,
)
from bot.domain.errors import ChatMoved, DatabaseAway, OutsideError, TryLater, Withdrawn
from bot.domain.people import Chat, ChatKind
from bot.services import merging, mydata, preparing_made, weekly
from bot.services.deployment import Deployment
from bot.services.ports import Messenger, Pace, Unpaced, Worded
from bot.services.putting_off import put_off
from bot.services.rechecking import why_not
from bot.services.recording import Line, Moved, Outcome, Recorder, conclude
from bot.services.viewing import OnTheWay
from bot.services.wording import word
from bot.store import asking, claims
from bot.store.claims import Claimant
from bot.store.db import Database, Session
from bot.store.ids import new_id

PATIENCE = timedelta(seconds=20)
"""How long one sending may take: well inside the lease, so that nobody else begins meanwhile."""

BATCH = 100
"""How many are claimed in one transaction: few enough that a tap need not wait long for it."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Post:
    """What sending needs: where deliveries are kept, the time, who sends, how fast, the words."""

    database: Database
    clock: Clock
    messenger: Messenger
    deployment: Deployment
    pace: Pace = field(default_factory=Unpaced)
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep

    @cached_property
    def recorder(self) -> Recorder:
        """Who writes down what came of it."""
        return Recorder(self.database, self.clock, self.pause)

    @cached_property
    def rests(self) -> Mapping[ChatKind, timedelta]:
        """How long a chat of each kind is left alone after a message."""
        return {kind: self.pace.rest_after(kind) for kind in ChatKind}

    def claimant(self, owner: str) -> Claimant:
        """Return an owner of claims at this moment."""
        return Claimant(owner=owner, now=self.clock.now(), steady=self.clock.steady())


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """A delivery that is ours to send since a moment, until its lease is over, and where it goes.

    `edits` is the Telegram number of the message that it changes.
    """

    delivery: Delivery
    owner: str
    since: datetime
    chat: Chat
    edits: int | None = None


async def drain(post: Post, shards: Collection[int] | None = None) -> int:
    """Send what is due in some shards, or all, until nothing is; return how many were sent."""
    taken = 0
    while claimed := await take_in_turn(post, most=BATCH, shards=shards):
        taken += len(claimed)
        await asyncio.gather(*(deliver(post, one) for one in claimed))
    return taken


async def take_in_turn(
    post: Post,
    *,
    most: int,
    shards: Collection[int] | None = None,
    is_stopping: Callable[[], bool] = lambda: False,
) -> Sequence[Claimed]:
    """Wait until messages may go out, then claim as many, so that the most urgent are next.

    Nothing is claimed any more if it is time to stop when the wait is over.
    """
    slots = await post.pace.slots(most)
    claimed: Sequence[Claimed] = ()
    try:
        if not is_stopping():
            claimed = await take(post, limit=slots, shards=shards)
    finally:
        post.pace.give_back(slots - len(claimed))
    return claimed


async def take(
    post: Post, *, limit: int, shards: Collection[int] | None = None
) -> Sequence[Claimed]:
    """Claim up to `limit` deliveries that are due, at most one a chat, the most urgent first.

    It is asked again at once whether they may go out; those that may not end here, and others are
    claimed in their place.
    """
    while True:
        async with post.database.begin() as session:
            by = post.claimant(new_id())
            found = await claims.claim(session, by, limit=limit, shards=shards, rests=post.rests)
            ready = await _ask_again(session, found, by) if found else []
        if ready or not found:
            return ready


async def _ask_again(
    session: Session, found: Sequence[Delivery], by: Claimant
) -> Sequence[Claimed]:
    facts = await asking.facts_about(session, found, by.now)
    ready = []
    for one in found:
        chat, reason = facts.chats.get(one.chat_id), why_not(one, facts, by.now)
        if reason is not None or chat is None:
            verdict = _ended(one, reason or Reason.MALFORMED)
            await conclude(session, one, by, verdict=verdict, began=by.now)
            continue
        later = put_off(one, facts, by.now)
        if later is not None:
            await _put_off(session, later, by)
            continue
        edits = facts.edited.get(one.replaces or "")
        whole = await merging.with_others(session, one, facts, now=by.now)
        whole = await weekly.with_line(session, whole, facts)
        ready.append(Claimed(delivery=whole, owner=by.owner, since=by.now, chat=chat, edits=edits))
    return ready


async def _put_off(session: Session, later: Delivery, by: Claimant) -> None:
    """Let a message come later, or end here if that is too late."""
    if later.due < later.until:
        await claims.put_off(session, later, by)
    else:
        await conclude(session, later, by, verdict=_ended(later, Reason.LATE), began=by.now)


async def deliver(post: Post, claimed: Claimed) -> None:
    """Send one claimed delivery and record what came of it; never raises what sending raises.

    Where the database is away, the row waits for its lease to be over.
    """
    delivery, outcome = await _outcome(post, claimed)
    line = Line(delivery=delivery, owner=claimed.owner, began=claimed.since, outcome=outcome)
    try:
        await post.recorder.record(line)
    except DatabaseAway:
        log.warning("delivery_unrecorded", delivery=delivery.id, exc_info=True)


async def _outcome(  # noqa: PLR0911 - one return for each way in which it can end here
    post: Post, claimed: Claimed
) -> tuple[Delivery, Outcome]:
    """Return the delivery, with one more copy if that may have arrived, and what came of it."""
    delivery = claimed.delivery
    reason = _why_no_more(post, delivery)
    if reason is not None:
        return delivery, put_aside(reason, copies=delivery.copies)
    try:
        worded = await _with_what_is_made(post, claimed, _worded(post, claimed))
    except DatabaseAway:
        return _judged(post, delivery, TryLater(perhaps_sent=False))
    except Withdrawn:
        return delivery, put_aside(Reason.WITHDRAWN, copies=delivery.copies)
    except Exception:
        log.exception("delivery_malformed", delivery=delivery.id)
        return delivery, failed(Reason.MALFORMED, copies=delivery.copies)
    return await _attempt(post, claimed, worded)


def _why_no_more(post: Post, delivery: Delivery) -> Reason | None:
    """Return why a message ends here: it is too late, or says unasked what nobody signed off."""
    if post.clock.now() >= delivery.until:
        return Reason.LATE
    is_unasked = delivery.kind is not Class.REPLY
    if is_unasked and post.deployment.library.holds_back(delivery.message.says):
        return Reason.UNAPPROVED
    return None


async def _attempt(post: Post, claimed: Claimed, worded: Worded) -> tuple[Delivery, Outcome]:
    delivery = claimed.delivery
    try:
        return delivery, await _send(post, claimed.chat, worded)
    except ChatMoved as error:
        return delivery, Moved(telegram_id=error.new_id)
    except OutsideError as error:
        return _judged(post, delivery, error)
    except Exception:
        # What failed after Telegram may have taken it is not known to be sent, nor to be lost.
        log.exception("delivery_failed", delivery=delivery.id)
        return _one_more(delivery), UNCERTAIN


def _worded(post: Post, claimed: Claimed) -> Worded:
    return word(
        claimed.delivery,
        claimed.chat,
        vault=post.database.vault,
        deployment=post.deployment,
        edits=claimed.edits,
    )


async def _with_what_is_made(post: Post, claimed: Claimed, worded: Worded) -> Worded:
    """Return what goes out with what goes with it, made now from what is kept."""
    message, chat, now = claimed.delivery.message, claimed.chat, post.clock.now()
    if message.prepares:
        async with post.database.look() as session:
            way = OnTheWay(session=session, now=now, deployment=post.deployment, chat=chat)
            return await preparing_made.with_preparation(
                way, message.prepares, worded, kind=claimed.delivery.kind
            )
    if message.document:
        kind, deployment = message.document, post.deployment
        async with post.database.look() as session:
            made = await mydata.file(session, chat, kind, deployment=deployment, now=now)
        return replace(worded, file=made)
    return worded


async def _send(post: Post, chat: Chat, worded: Worded) -> int:
    try:
        async with asyncio.timeout(PATIENCE.total_seconds()):
            return await post.messenger.send(chat, worded)
    except TimeoutError as error:
        raise TryLater(perhaps_sent=True) from error


def _judged(post: Post, delivery: Delivery, error: OutsideError) -> tuple[Delivery, Verdict]:
    if isinstance(error, TryLater) and error.perhaps_sent:
        delivery = _one_more(delivery)
    verdict = judge(
        error,
        delivery.kind,
        copies=delivery.copies,
        now=post.clock.now(),
        until=delivery.until,
    )
    log.info(
        "delivery_not_sent",
        delivery=delivery.id,
        error=type(error).__name__,
        cause=type(error.__cause__).__name__,
        becomes=verdict.state.value,
    )
    return delivery, verdict


def _ended(delivery: Delivery, reason: Reason) -> Verdict:
    if reason is Reason.MALFORMED:
        return failed(reason, copies=delivery.copies)
    return put_aside(reason, copies=delivery.copies)


def _one_more(delivery: Delivery) -> Delivery:
    return replace(delivery, copies=delivery.copies + 1)
