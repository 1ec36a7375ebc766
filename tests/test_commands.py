"""The commands: each ends with 0, or says in one sentence what is wrong and ends with 2."""

import asyncio
import os
import queue
import re
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, chdir, contextmanager
from pathlib import Path

import httpx
import pytest

from bot import complaints
from bot.__main__ import Relais, main
from bot.clock import SystemClock
from bot.domain.errors import ChatGone, OutsideError, Refused
from bot.sandbox.serving import LOOPBACK, served
from bot.sandbox.telegram import telegram_app
from bot.sandbox.world import World
from tests.canaries import CANARY_NAME, CANARY_TOKEN

ROOT = Path(__file__).parent.parent
NOBODY_THERE = f"http://{LOOPBACK}:1"
CTRL_C = signal.SIGINT
AT_ONCE = 8.0
"""A second, on a machine that has nothing else to do."""

SOME_TIME = 60.0


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """An empty folder to run a command in; its settings stand in `.env`."""
    with chdir(tmp_path):
        yield tmp_path


def set_up(place: Path, **settings: str) -> None:
    usual = {
        "telegram_token": CANARY_TOKEN,
        "telegram_base_url": NOBODY_THERE,
        "web_port": str(a_free_port()),
    }
    lines = [f"RELAIS_{name.upper()}={value}" for name, value in {**usual, **settings}.items()]
    (place / ".env").write_text("\n".join(lines))


def a_free_port() -> int:
    """Return a port of which nobody else at work here can think."""
    with socket.create_server(("127.0.0.1", 0)) as opened:
        return int(opened.getsockname()[1])


@contextmanager
def sandbox(world: World) -> Iterator[str]:
    """Serve a small Telegram from a thread, for a command that has the loop to itself."""
    said: queue.Queue[tuple[str, asyncio.AbstractEventLoop, asyncio.Event]] = queue.Queue()

    async def serve() -> None:
        async with served(telegram_app(world)) as address:
            stop = asyncio.Event()
            said.put((address, asyncio.get_running_loop(), stop))
            await stop.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    address, loop, stop = said.get(timeout=SOME_TIME)
    try:
        yield address
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()


def complaint(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    """Return the one sentence with which a command ends that cannot begin."""
    code = main(command)

    printed = capsys.readouterr()
    assert code == 2
    assert printed.out == ""
    [sentence] = [line for line in printed.err.splitlines() if line]
    assert "Traceback" not in sentence
    assert CANARY_TOKEN not in sentence
    return sentence


def test_without_a_token_nothing_starts(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "RELAIS_TELEGRAM_TOKEN manque" in complaint(capsys, "run").replace("Le réglage ", "")
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("telegram_token", "nonsense"),
        ("telegram_base_url", "ftp://example.org"),
        ("database_url", "mysql://somewhere"),
        ("zone", "Mars/Olympus"),
        ("country", "france"),
        ("country", "ZZ"),
        ("language", "xx"),
        ("log_level", "LOUD"),
    ],
)
def test_a_wrong_setting_is_named_before_anything_starts(
    place: Path, capsys: pytest.CaptureFixture[str], name: str, value: str
) -> None:
    set_up(place, **{name: value})

    assert f"RELAIS_{name.upper()} " in complaint(capsys, "run")
    assert [file.name for file in place.iterdir()] == [".env"]


def test_parts_that_run_apart_need_more_than_a_file(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(place)

    assert "--parts" in complaint(capsys, "run", "--parts", "intake,web")
    assert [file.name for file in place.iterdir()] == [".env"]


def test_help_says_of_each_command_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    [_, commands] = capsys.readouterr().out.split("subcommands:")
    said = " ".join(commands.split())
    for name, field in Relais.model_fields.items():
        assert f" {name.replace('_', '-')} {field.description}" in said


def test_an_option_that_is_wrong_is_named_as_one(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(place)

    assert "--role " in complaint(capsys, "invite", "--role", "coch", "--name", "Nadia")


async def test_whoever_stops_reading_gets_no_complaint() -> None:
    listing = await asyncio.create_subprocess_shell(
        f"{sys.executable} -m bot approve | true", cwd=ROOT, stderr=asyncio.subprocess.PIPE
    )

    _, complaints = await asyncio.wait_for(listing.communicate(), SOME_TIME)

    assert complaints == b""


def test_a_part_that_does_not_exist_is_named(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(place)

    assert "--parts" in complaint(capsys, "run", "--parts", "intake,kitchen")


def test_the_sentence_is_in_the_language_of_the_settings(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(place, language="en", zone="Mars/Olympus")

    assert "is not" in complaint(capsys, "run")


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({"intake": "elsewhere"}, "RELAIS_INTAKE"),
        ({"intake": "webhook"}, "RELAIS_PUBLIC_URL"),
        ({"intake": "webhook", "public_url": "http://relais.example.org"}, "RELAIS_PUBLIC_URL"),
        ({"public_url": "relais.example.org"}, "RELAIS_PUBLIC_URL"),
        (
            {"intake": "webhook", "public_url": "https://example.org", "web_port": "0"},
            "RELAIS_WEB_PORT",
        ),
    ],
)
def test_a_webhook_that_nobody_could_reach_is_named(
    place: Path, capsys: pytest.CaptureFixture[str], settings: dict[str, str], name: str
) -> None:
    set_up(place, **settings)

    assert name in complaint(capsys, "run")


@pytest.mark.parametrize("rate", ["0", "1001", "fast"])
def test_a_rate_that_telegram_does_not_offer_is_named(
    place: Path, capsys: pytest.CaptureFixture[str], rate: str
) -> None:
    set_up(place, telegram_rate=rate)

    assert "RELAIS_TELEGRAM_RATE" in complaint(capsys, "run")


def test_a_port_for_health_that_is_taken_is_named(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = World(clock=SystemClock())
    with sandbox(world) as address:
        port = address.rpartition(":")[2]
        token = world.bot.token
        set_up(place, telegram_base_url=address, telegram_token=token, web_port=port)

        assert "RELAIS_WEB_PORT" in complaint(capsys, "run")


@pytest.mark.parametrize("command", [("run",), ("invite", "--role", "coach", "--name", "Nadia")])
def test_a_server_that_cannot_be_reached_is_named(
    place: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    set_up(place)

    assert "RELAIS_TELEGRAM_BASE_URL" in complaint(capsys, *command)


@pytest.mark.parametrize("command", [("run",), ("invite", "--role", "coach", "--name", "Nadia")])
def test_a_token_that_is_refused_is_named(
    place: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    with sandbox(World(clock=SystemClock())) as address:
        set_up(place, telegram_base_url=address)

        assert "RELAIS_TELEGRAM_TOKEN" in complaint(capsys, *command)


@pytest.mark.parametrize("error", [ChatGone("forbidden"), Refused("bad request")])
def test_an_answer_that_is_not_of_telegram_names_the_address(error: OutsideError) -> None:
    assert complaints.complaint(error).values["name"] == "RELAIS_TELEGRAM_BASE_URL"


def test_a_database_that_does_not_open_is_named(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(place, database_url=f"sqlite:///{place}/nowhere/relais.sqlite")

    assert "RELAIS_DATABASE_URL" in complaint(capsys, "run")


def test_a_key_file_without_a_key_is_named(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "relais.key").write_text("no key")
    set_up(place)

    assert "RELAIS_SECRET_KEY_FILE" in complaint(capsys, "run")


def test_an_invitation_is_a_link_and_a_picture(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = World(clock=SystemClock())
    with sandbox(world) as address:
        set_up(place, telegram_base_url=address, telegram_token=world.bot.token)

        code = main(["invite", "--role", "coach", "--name", CANARY_NAME])

    link, *picture = capsys.readouterr().out.splitlines()
    assert code == 0
    assert re.fullmatch(r"https://t\.me/relais_demo_bot\?start=[\w-]{22}", link)
    assert len(picture) > 10
    assert "▀" in "".join(picture)


def test_a_name_of_which_nothing_can_be_read_invites_nobody(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = World(clock=SystemClock())
    with sandbox(world) as address:
        set_up(place, telegram_base_url=address, telegram_token=world.bot.token)

        assert "40" in complaint(capsys, "invite", "--role", "coach", "--name", "...")


def test_texts_are_listed_and_signed_off(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_up(place, approvals_file=str(place / "approvals.yaml"))

    assert main(["approve"]) == 1
    listed = capsys.readouterr().out
    assert "! checkins/mood" in listed
    assert "relais approve --all --by" in listed

    assert main(["approve", "checkins/mood", "--by", "Dr Canari"]) == 0
    assert main(["approve"]) == 1
    assert "  checkins/mood\N{NO-BREAK SPACE}: validé par Dr Canari" in capsys.readouterr().out

    assert main(["approve", "--all", "--by", "Dr Canari"]) == 0
    assert main(["approve"]) == 0
    assert "! " not in capsys.readouterr().out


def test_nothing_is_signed_off_without_a_name(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(place, approvals_file=str(place / "approvals.yaml"))

    assert main(["approve", "--all"]) == 1
    assert main(["approve", "--all", "--by", " "]) == 1
    assert main(["approve", "checkins/none", "--by", "Dr Canari"]) == 2

    assert "checkins/none" in capsys.readouterr().err
    assert not (place / "approvals.yaml").exists()


def test_the_content_is_written_as_agreed_and_what_waits_to_be_signed_off_is_told_beside(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check-content"]) == 0

    printed = capsys.readouterr()
    assert printed.out == ""
    assert "checkins/mood" in printed.err


def test_bad_content_is_named_by_file_and_line(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "words").mkdir()
    (place / "words" / "fr.ftl").write_text("menu = { $name\n")

    assert main(["check-content", "--folder", str(place)]) == 2
    assert "fr.ftl:1: " in capsys.readouterr().out


def left_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


@asynccontextmanager
async def demo(scratch: Path, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the demo as a program of its own; killed at the end if it is still there."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "demo",
        *arguments,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_ctrl_c_ends_the_demo_at_once_while_a_page_is_open(tmp_path: Path) -> None:
    async with demo(tmp_path, "--port", "0") as process, httpx.AsyncClient() as page:
        assert process.stdout
        said = (await asyncio.wait_for(process.stdout.readline(), SOME_TIME)).decode()
        [address] = re.findall(r"http://\S+", said)
        async with page.stream("GET", f"{address}/events", timeout=SOME_TIME) as events:
            await anext(events.aiter_lines())

            process.send_signal(CTRL_C)
            _, complaints = await asyncio.wait_for(process.communicate(), AT_ONCE)

    assert process.returncode == 0
    assert complaints == b""
    assert left_in(tmp_path) == []


async def test_a_port_that_is_taken_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        async with demo(tmp_path, "--port", str(port)) as process:
            _, complaints = await asyncio.wait_for(process.communicate(), SOME_TIME)

    assert process.returncode == 2
    assert str(port) in complaints.decode()
    assert "--port" in complaints.decode()
    assert len(complaints.splitlines()) == 1
    assert left_in(tmp_path) == []
