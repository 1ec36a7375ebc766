"""The doctor looks at each thing that has to be in place, and changes none."""

from contextlib import chdir
from dataclasses import replace
from datetime import date, timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import pytest

from bot.__main__ import main
from bot.chat.checkup import Checkup
from bot.clock import Clock, SystemClock
from bot.doctor import _card, _clock, _zones, examine
from bot.domain.finding import Finding
from bot.domain.people import Language, Voice
from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import World
from bot.settings import Settings
from bot.store.db import Database
from bot.store.vault import Vault, open_vault
from tests.canaries import CANARY_TOKEN
from tests.examples import NOW, a_person
from tests.migrated import write_tables
from tests.post import StillClock
from tests.real_words import real_library

ENGLISH = Voice(language=Language.ENGLISH)
ADDRESS = "https://relais.example.org"
TODAY = date(2026, 11, 20)


def the_settings(folder: Path, **changes: object) -> Settings:
    values = {
        "telegram_token": CANARY_TOKEN,
        "telegram_base_url": "http://sandbox",
        "database_url": f"sqlite:///{folder}/relais.sqlite",
        "secret_key_file": folder / "relais.key",
    }
    return Settings(**(values | changes))  # type: ignore[arg-type] # a test's own values


@pytest.fixture
def world() -> World:
    return World(clock=SystemClock(), token=CANARY_TOKEN)


@pytest.fixture
async def place(tmp_path: Path) -> Path:
    """A folder in which Relais has been running."""
    await used(tmp_path, open_vault(tmp_path / "relais.key"))
    return tmp_path


async def used(folder: Path, vault: Vault) -> None:
    write_tables(folder / "relais.sqlite")
    database = Database(f"sqlite:///{folder}/relais.sqlite", vault)
    async with database.begin() as session:
        await a_person(session)
    await database.close()


def left_in(folder: Path) -> list[Path]:
    return [*folder.iterdir()]


def words(*findings: Finding) -> list[str]:
    """Return what is said, with a mark before what is wrong."""
    library = real_library()
    return [f"{'' if one.is_well else '! '}{library.say(one.says, ENGLISH)}" for one in findings]


async def found(
    settings: Settings, world: World, *, faults: Faults | None = None, clock: Clock | None = None
) -> list[str]:
    transport = SandboxTransport(telegram_app(world, faults=faults))
    return words(*await examine(settings, clock or SystemClock(), transport))


class Dated(SandboxTransport):
    """Serves Telegram as a server does: each reply with its date, here always the same."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        reply = await super().handle_async_request(request)
        reply.headers["date"] = format_datetime(NOW, usegmt=True)
        return reply


async def test_what_is_in_place_is_said(place: Path, world: World) -> None:
    telegram = Dated(telegram_app(world))
    said = words(*await examine(the_settings(place), StillClock(), telegram))

    assert {
        f"The key {place}/relais.key is there, and only its account reads it.",
        "The database answers, with the tables of this version.",
        "Telegram knows the bot @relais_demo_bot.",
        "The clock agrees with Telegram’s.",
        "Relais asks Telegram for the messages itself.",
    } <= set(said)


async def test_a_clock_that_is_wrong_is_found(place: Path, world: World) -> None:
    clock = StillClock(NOW - timedelta(hours=1))
    said = words(*await examine(the_settings(place), clock, Dated(telegram_app(world))))

    assert "! The clock is 3600 s off Telegram’s: set it right." in said


@pytest.mark.parametrize(
    ("seconds", "is_well"), [(0, True), (10, True), (-10, True), (11, False), (-11, False)]
)
def test_a_clock_may_differ_a_little(seconds: int, *, is_well: bool) -> None:
    assert _clock(checkup(ahead=timedelta(seconds=seconds))).is_well is is_well


def checkup(ahead: timedelta | None) -> Checkup:
    return Checkup(username="x", webhook="", waiting=0, is_failing=False, ahead=ahead)


async def test_where_no_date_comes_the_clock_is_not_checked(place: Path, world: World) -> None:
    said = await found(the_settings(place), world)

    assert "! Telegram’s time is not known: the clock is not checked." in said


async def test_a_key_that_others_can_read_is_found(place: Path, world: World) -> None:
    (place / "relais.key").chmod(0o640)

    said = await found(the_settings(place), world)

    assert said[0] == f"! Other accounts can read the key: type chmod 600 {place}/relais.key."


async def test_a_key_that_is_missing_is_found_and_not_made(tmp_path: Path, world: World) -> None:
    said = await found(the_settings(tmp_path), world)

    assert [one.startswith("! ") for one in said[:2]] == [True, True]
    assert "relais.key" in said[0]
    assert said[1] == "! The database was not tried: the key is needed first."
    assert left_in(tmp_path) == []


async def test_a_key_of_another_database_is_found(place: Path, world: World) -> None:
    (place / "relais.key").unlink()
    open_vault(place / "relais.key")

    said = await found(the_settings(place), world)

    assert said[1].startswith("! The key does not open this database")


async def test_a_database_that_is_missing_is_found_and_not_made(place: Path, world: World) -> None:
    gone = the_settings(place, database_url=f"sqlite:///{place}/another.sqlite")

    said = await found(gone, world)

    assert said[1] == "! The database cannot be opened: check RELAIS_DATABASE_URL."
    assert not (place / "another.sqlite").exists()


async def test_a_token_that_is_not_accepted_is_found(place: Path, world: World) -> None:
    world.bot = replace(world.bot, token="8100000042:another")

    said = await found(the_settings(place), world)

    assert said[-1].startswith("! Telegram does not accept RELAIS_TELEGRAM_TOKEN")
    assert not [one for one in said if CANARY_TOKEN in one]


@pytest.mark.parametrize("method", ["getMe", "getWebhookInfo"])
async def test_a_telegram_that_is_away_is_found(place: Path, world: World, method: str) -> None:
    faults = Faults()
    faults.plan(Trouble(fault=Fault.NO_CONNECTION, method=method, times=99))

    said = await found(the_settings(place), world, faults=faults)

    assert said[-1].startswith("! Telegram does not answer")


@pytest.mark.parametrize(
    ("intake", "url", "said"),
    [
        ("polling", ADDRESS, f"! Telegram still brings the messages to {ADDRESS}: relais run"),
        ("webhook", "", f"! Telegram does not bring the messages to {ADDRESS}/telegram yet"),
        ("webhook", ADDRESS, f"! Telegram does not bring the messages to {ADDRESS}/telegram yet"),
        ("webhook", f"{ADDRESS}/telegram", f"Telegram brings the messages to {ADDRESS}/telegram."),
    ],
)
async def test_the_webhook_is_compared_with_the_setting(
    place: Path, world: World, intake: str, url: str, *, said: str
) -> None:
    world.webhook = Webhook(url=url)

    lines = await found(the_settings(place, intake=intake, public_url=ADDRESS), world)

    assert lines[-1].startswith(said)


async def test_what_telegram_cannot_bring_is_found(place: Path, world: World) -> None:
    world.webhook = Webhook(url=f"{ADDRESS}/telegram", failed_at=NOW, failure="Timed out")
    world.enqueue({"message": {}})

    lines = await found(the_settings(place, intake="webhook", public_url=ADDRESS), world)

    assert lines[-1] == "! Messages that Telegram cannot bring: 1. Check the way to Relais."


@pytest.mark.parametrize(
    ("release", "said"),
    [
        ("2026f", "The time zones are those of release 2026f."),
        ("2025b", "! The time zones (2025b) are more than 324 days old: update tzdata on"),
        ("", "! The release of the time zones is not known"),
    ],
)
def test_the_age_of_the_zones_is_said(release: str, said: str) -> None:
    [line] = words(*_zones(release, TODAY))

    assert line.startswith(said)


@pytest.mark.parametrize(("days", "is_old"), [(0, False), (183, False), (184, True)])
def test_the_date_of_the_help_card_is_said(days: int, *, is_old: bool) -> None:
    library = real_library()
    verified = library.help_card("FR").verified

    [line] = words(*_card(library, "FR", verified + timedelta(days=days)))

    assert line.startswith("! ") is is_old
    assert str(verified.year) in line


def test_the_command_ends_with_one_if_something_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    away = f"RELAIS_TELEGRAM_TOKEN={CANARY_TOKEN}\nRELAIS_TELEGRAM_BASE_URL=http://127.0.0.1:1"
    (tmp_path / ".env").write_text(away)

    with chdir(tmp_path):
        assert main(["doctor"]) == 1

    assert "! Telegram ne répond pas" in capsys.readouterr().out
