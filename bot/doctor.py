"""The command that looks whether all is in place: one line for each thing; it changes nothing."""

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from stat import S_IRWXG, S_IRWXO

import httpx

from bot.chat.checkup import Checkup, check_up
from bot.chat.connection import Line
from bot.clock import Clock
from bot.complaints import complaint
from bot.domain.errors import OutsideError, RelaisError, Unsealable
from bot.domain.finding import Finding
from bot.domain.message import Phrase, Values
from bot.library import Library, open_library
from bot.library.zone_release import least_age, zone_release
from bot.settings import Settings
from bot.store.db import Database
from bot.store.migrate import check
from bot.store.quarantine import try_key
from bot.store.vault import Vault, find_vault
from bot.web.application import TELEGRAM

CLOCK_MAY_DIFFER = timedelta(seconds=10)
ZONES_MAY_BE = timedelta(days=183)
CARD_MAY_BE = timedelta(days=183)


async def examine(
    settings: Settings, clock: Clock, transport: httpx.AsyncBaseTransport | None = None
) -> Sequence[Finding]:
    """Return what was found, line by line."""
    today = clock.now().date()
    library = open_library(settings.content_dir, settings.approvals)
    return [
        *_key(settings.secret_key_file),
        *[one async for one in _database(settings)],
        *_zones(zone_release(), today),
        *_card(library, settings.country, today),
        _approvals(library),
        *[one async for one in _telegram(settings, clock, transport)],
    ]


def _key(file: Path) -> Iterator[Finding]:
    """Look whether there is a key, and whether others on this machine can read it."""
    try:
        find_vault(file)
    except (OSError, RelaisError) as error:
        yield _wrong(complaint(error))
        return
    is_open = bool(file.stat().st_mode & (S_IRWXG | S_IRWXO))
    if is_open:
        yield _wrong(Phrase("cli-doctor-key-open", {"file": str(file)}))
    else:
        yield Finding(says=Phrase("cli-doctor-key", {"file": str(file)}))


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    try:
        vault = find_vault(settings.secret_key_file)
    except (OSError, RelaisError):
        yield _wrong(Phrase("cli-doctor-database-unknown"))
        return
    try:
        await _try(settings.database_url, vault)
    except Unsealable:
        yield _wrong(Phrase("cli-doctor-key-other"))
    except RelaisError as error:
        yield _wrong(complaint(error))
    else:
        yield Finding(says=Phrase("cli-doctor-database"))


async def _try(url: str, vault: Vault) -> None:
    database = Database(url, vault)
    try:
        await check(database)
        async with database.look() as session:
            await try_key(session)
    finally:
        await database.close()


def _zones(release: str, today: date) -> Iterator[Finding]:
    age = least_age(release, today)
    if age is None:
        yield _wrong(Phrase("cli-doctor-zones-unknown"))
    elif age > ZONES_MAY_BE:
        yield _wrong(Phrase("cli-doctor-zones-old", {"release": release, "days": age.days}))
    else:
        yield Finding(says=Phrase("cli-doctor-zones", {"release": release}))


def _card(library: Library, country: str, today: date) -> Iterator[Finding]:
    verified = library.help_card(country).verified
    values: Values = {"country": country, "day": verified, "year": verified.year}
    if today - verified > CARD_MAY_BE:
        yield _wrong(Phrase("cli-doctor-card-old", values))
    else:
        yield Finding(says=Phrase("cli-doctor-card", values))


def _approvals(library: Library) -> Finding:
    if names := sorted(library.held_back):
        return _wrong(Phrase("cli-unapproved", {"count": len(names), "names": ", ".join(names)}))
    return Finding(says=Phrase("cli-doctor-approved"))


async def _telegram(
    settings: Settings, clock: Clock, transport: httpx.AsyncBaseTransport | None
) -> AsyncIterator[Finding]:
    line = Line(
        token=settings.telegram_token.get_secret_value(),
        base_url=settings.telegram_base_url,
        transport=transport,
    )
    try:
        found = await check_up(line, clock)
    except OutsideError as error:
        yield _wrong(complaint(error))
        return
    yield Finding(says=Phrase("cli-doctor-token", {"bot": found.username}))
    yield _clock(found)
    yield _intake(settings, found)
    if found.is_failing:
        yield _wrong(Phrase("cli-doctor-webhook-failing", {"count": found.waiting}))


def _clock(found: Checkup) -> Finding:
    if found.ahead is None:
        return _wrong(Phrase("cli-doctor-clock-unknown"))
    if abs(found.ahead) > CLOCK_MAY_DIFFER:
        seconds = round(abs(found.ahead).total_seconds())
        return _wrong(Phrase("cli-doctor-clock-wrong", {"seconds": seconds}))
    return Finding(says=Phrase("cli-doctor-clock"))


def _intake(settings: Settings, found: Checkup) -> Finding:
    """Compare where Telegram brings updates with what the settings want."""
    if settings.intake == "polling":
        if found.webhook:
            return _wrong(Phrase("cli-doctor-webhook-left", {"url": found.webhook}))
        return Finding(says=Phrase("cli-doctor-polling"))
    wanted = settings.public_url + TELEGRAM
    if found.webhook != wanted:
        return _wrong(Phrase("cli-doctor-webhook-other", {"url": wanted}))
    return Finding(says=Phrase("cli-doctor-webhook", {"url": wanted}))


def _wrong(says: Phrase) -> Finding:
    return Finding(says=says, is_well=False)
