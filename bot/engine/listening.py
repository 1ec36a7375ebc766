"""Hears what PostgreSQL tells of jobs, and hears a cancellation too.

The connector of the library waits for each notice in `asyncio.wait_for`. Until Python 3.12 that
loses a cancellation which comes together with a notice: where notices come without a pause, a
worker that is told to stop listens on for ever. So psycopg waits here, which loses none.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from procrastinate import PsycopgConnector
from procrastinate.connector import LISTEN_TIMEOUT, Notify
from procrastinate.exceptions import ConnectorException
from psycopg import AsyncConnection, OperationalError
from psycopg.sql import SQL, Identifier


class Connector(PsycopgConnector):
    """Reaches the queue at an address; a connection of its own listens."""

    def __init__(self, where: Mapping[str, Any], **pool: Any) -> None:
        # Each of its questions stands by itself.
        super().__init__(kwargs={**where, "autocommit": True}, **pool)
        self._where = where

    async def listen_notify(self, on_notification: Notify, channels: Iterable[str]) -> None:
        """Pass each notice on until cancelled; raises ConnectorException where nobody answers."""
        names = list(channels)
        while True:
            try:
                connection = await AsyncConnection.connect(**self._where, autocommit=True)
            except OperationalError as error:
                raise ConnectorException from error
            async with connection:
                # It broke: the next round opens another.
                with suppress(OperationalError):
                    await _hear(connection, on_notification, names)


async def _hear(connection: AsyncConnection, on_notification: Notify, names: list[str]) -> None:
    for name in names:
        await connection.execute(SQL("LISTEN {}").format(Identifier(name)))
    while True:
        async for one in connection.notifies(timeout=LISTEN_TIMEOUT):
            await on_notification(channel=one.channel, payload=one.payload)
        # Whether somebody is there still shows only when something is asked.
        await connection.execute("SELECT 1")
