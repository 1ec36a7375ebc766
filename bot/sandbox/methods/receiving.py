"""Methods by which the bot gets its updates: asking for them, or having them brought."""

import re
from datetime import timedelta

from bot.sandbox.ground import Ground
from bot.sandbox.keyboards import is_https
from bot.sandbox.parameters import Asked, File, JsonList
from bot.sandbox.refusals import bad_request, conflict
from bot.sandbox.webhook import Webhook
from bot.sandbox.wire import Json, unix

LONGEST_POLL = timedelta(seconds=50)
MOST_UPDATES = 100
LONGEST_SECRET = 256
SECRET = re.compile(r"[A-Za-z0-9_-]*")


class GetUpdates(Asked):
    """The parameters of getUpdates."""

    offset: int = 0
    limit: int = MOST_UPDATES
    timeout: int = 0
    allowed_updates: JsonList | None = None


class SetWebhook(Asked):
    """The parameters of setWebhook."""

    url: str = ""
    certificate: File | None = None
    ip_address: str = ""
    max_connections: int = 40
    allowed_updates: JsonList | None = None
    drop_pending_updates: bool = False
    secret_token: str = ""


class DeleteWebhook(Asked):
    """The parameters of deleteWebhook."""

    drop_pending_updates: bool = False


async def get_updates(world: Ground, asked: GetUpdates) -> list[Json]:
    """Return what waits, at once or as soon as something comes; the older of two polls ends."""
    if world.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active;"
            " use deleteWebhook to delete the webhook first"
        )
    world.updates.allow(asked.allowed_updates)
    if asked.offset:
        world.updates.confirm(asked.offset)
    limit = min(max(asked.limit, 1), MOST_UPDATES)
    patience = min(max(timedelta(seconds=asked.timeout), timedelta()), LONGEST_POLL)
    batch, poll = await world.updates.next_batch(limit, patience)
    if poll.ended_by == "setWebhook":
        raise conflict("terminated by setWebhook request")
    if poll.ended_by is not None:
        raise conflict(
            "terminated by other getUpdates request;"
            " make sure that only one bot instance is running"
        )
    return batch


def set_webhook(world: Ground, asked: SetWebhook) -> bool:
    """Have updates brought to an address; an empty one ends that."""
    if asked.url and not is_https(asked.url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(asked.secret_token) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(asked.secret_token):
        raise bad_request("secret token contains unallowed characters")
    if asked.drop_pending_updates:
        world.updates.clear()
    world.updates.allow(asked.allowed_updates)
    world.updates.end_poll("setWebhook")
    world.webhook = Webhook(
        url=asked.url, secret_token=asked.secret_token, max_connections=asked.max_connections
    )
    world.updates.look_again()
    world.accept("setWebhook")
    return True


def delete_webhook(world: Ground, asked: DeleteWebhook) -> bool:
    """Stop bringing updates."""
    if asked.drop_pending_updates:
        world.updates.clear()
    world.webhook = Webhook()
    world.accept("deleteWebhook")
    return True


def get_webhook_info(world: Ground, _: Asked) -> Json:
    """Say where updates are brought, how many wait, and what went wrong last."""
    webhook = world.webhook
    info: Json = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.waiting(limit=10**6)),
    }
    if webhook.url:
        info["max_connections"] = webhook.max_connections
    if webhook.failed_at is not None:
        info["last_error_date"] = unix(webhook.failed_at)
        info["last_error_message"] = webhook.failure
    if world.updates.allowed:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info
