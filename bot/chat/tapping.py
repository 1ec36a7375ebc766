"""What a tap was made under: the message and the number of its button, if both are of this chat."""

from telegram import CallbackQuery

from bot.domain.delivery import Delivery, State
from bot.services.scene import Scene
from bot.services.tokens import read
from bot.store import deliveries, occasions


async def tapped_in(scene: Scene, query: CallbackQuery) -> tuple[Delivery, int] | None:
    """Return the delivery that was tapped and the number of the button; None for any other token.

    That the message arrived, and under which number, is known from then on.
    """
    found = read(scene.session.vault, scene.chat.id, query.data or "")
    delivery = await deliveries.get(scene.session, found[0]) if found else None
    if found is None or delivery is None or delivery.chat_id != scene.chat.id:
        return None
    if query.message and not _is_known(delivery, query.message.message_id):
        await occasions.tapped(scene.session, delivery.id, query.message.message_id)
    return delivery, found[1]


def _is_known(delivery: Delivery, shown: int) -> bool:
    """Whether it is known already that this message arrived, and under which number."""
    return delivery.state is State.SENT and delivery.telegram_message == shown
