"""The log holds events and places, and nothing that people are or say."""

import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog

from bot import logs
from tests.canaries import CANARY_INVITATION, CANARY_NAME, CANARY_TEXT, CANARY_TOKEN, PERSON_IDS
from tests.log_scan import find_leaks

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logs.safe_handler(stream, readable=False)
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def last_line(stream: io.StringIO) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(stream.getvalue().splitlines()[-1])
    return line


def ask_telegram() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200))
    with httpx.Client(transport=transport) as client:
        client.get(f"https://api.telegram.org/bot{CANARY_TOKEN}/getMe")


def fail_with(message: str) -> None:
    try:
        int(message)
    except ValueError as error:
        raise ConnectionRefusedError(111, message) from error


def test_an_event_is_one_line_with_its_identities(written: io.StringIO) -> None:
    structlog.get_logger("bot.engine").info("delivery_sent", delivery="d-1")

    line = last_line(written)
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "delivery_sent",
        "delivery": "d-1",
        "level": "info",
        "logger": "bot.engine",
    }


@pytest.mark.parametrize(
    ("secret", "shown"),
    [
        (CANARY_TOKEN, "[hidden]"),
        (CANARY_TOKEN.replace(":", "%3A"), "[hidden]"),
        (f"https://x.org/bot{CANARY_TOKEN}/getMe", "https://x.org/bot[hidden]/getMe"),
        (
            "http://127.0.0.1/file/bot42:short/photo.png",
            "http://127.0.0.1/file/bot[hidden]/photo.png",
        ),
        (f"https://t.me/a_bot?start={CANARY_INVITATION}", "https://t.me/a_bot?start=[hidden]"),
        (
            f"https://t.me/b?startapp={CANARY_INVITATION}&x=1",
            "https://t.me/b?startapp=[hidden]&x=1",
        ),
        (f"/start {CANARY_INVITATION}", "/start [hidden]"),
        (f"/start@a_bot {CANARY_INVITATION}", "/start@a_bot [hidden]"),
        ("bot/engine/workers.py:12", "bot/engine/workers.py:12"),
    ],
)
def test_secrets_are_blanked_out(written: io.StringIO, secret: str, shown: str) -> None:
    structlog.get_logger("bot").debug("seen", value=secret)

    assert last_line(written)["value"] == shown


def test_an_error_is_told_by_type_and_place_only(written: io.StringIO) -> None:
    try:
        fail_with(CANARY_TEXT)
    except OSError:
        structlog.get_logger("bot").exception("refused")

    refused, invalid = last_line(written)["errors"]
    assert refused.startswith("ConnectionRefusedError(ECONNREFUSED) at tests/test_logs.py:")
    assert invalid.startswith("ValueError at tests/test_logs.py:")
    assert CANARY_TEXT not in written.getvalue()


def test_errors_in_a_group_are_all_told(written: io.StringIO) -> None:
    group = ExceptionGroup(CANARY_TEXT, [KeyError(CANARY_NAME), TypeError(CANARY_NAME)])

    structlog.get_logger("bot").error("failed", exc_info=group)

    assert last_line(written)["errors"] == [
        "ExceptionGroup at no place",
        "KeyError at no place",
        "TypeError at no place",
    ]


def test_errors_that_caused_each_other_are_told_once(written: io.StringIO) -> None:
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first

    structlog.get_logger("bot").error("failed", exc_info=first)

    assert last_line(written)["errors"] == ["ValueError at no place", "TypeError at no place"]


def test_the_end_of_the_program_is_told_without_its_message(written: io.StringIO) -> None:
    error = ValueError(CANARY_TEXT)

    logs.log_crash(ValueError, error, None)

    assert last_line(written)["event"] == "crashed"
    assert last_line(written)["errors"] == ["ValueError at no place"]


def test_a_library_warns_without_values(written: io.StringIO) -> None:
    logging.getLogger("somelibrary").warning("%s has a problem", CANARY_NAME)

    line = last_line(written)
    assert line["event"] == "%s has a problem"
    assert line["where"].startswith("tests/test_logs.py:")


@pytest.mark.parametrize("message", [CANARY_TEXT, ValueError(CANARY_TEXT)])
def test_a_ready_made_sentence_of_a_library_is_left_out(
    written: io.StringIO, message: object
) -> None:
    logging.getLogger("somelibrary").error(message)

    assert last_line(written)["event"] == "library_message"


@pytest.mark.parametrize("beside", [None, ValueError(CANARY_NAME)])
def test_an_error_that_a_library_logs_is_told_by_type(
    written: io.StringIO, beside: ValueError | None
) -> None:
    sentence = CANARY_TEXT if beside else ValueError(CANARY_TEXT)

    logging.getLogger("somelibrary").error(sentence, exc_info=beside)

    assert last_line(written)["errors"] == ["ValueError at no place"]


@pytest.mark.parametrize("name", ["telegram.Bot", "httpx", "sqlalchemy.engine", "botanic"])
def test_a_library_says_nothing_below_a_warning(written: io.StringIO, name: str) -> None:
    logger = logging.getLogger(name)
    logger.setLevel(logging.DEBUG)

    logger.info("chat %s", PERSON_IDS[0])

    logger.setLevel(logging.NOTSET)
    assert written.getvalue() == ""


@pytest.mark.parametrize("closed", [False, True])
def test_a_line_that_cannot_be_written_is_missed_without_its_values(*, closed: bool) -> None:
    stream = io.StringIO()
    handler = logs.safe_handler(stream, readable=False)
    record = logging.LogRecord("bot", logging.INFO, "f.py", 7, "%d", (CANARY_TEXT, 2), None)
    handler.setFormatter(logging.Formatter())
    if closed:
        stream.close()

    handler.handle(record)

    assert closed or stream.getvalue() == "log_line_lost bot 7\n"


def test_set_up_writes_to_standard_error_once(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", readable=False)
    logs.set_up("info", readable=True)

    structlog.get_logger("bot").debug("unheard")
    structlog.get_logger("bot").info("heard", delivery="d-1")

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert "heard" in lines[0]
    assert "delivery=d-1" in lines[0]


def test_without_our_set_up_the_log_of_httpx_holds_the_token() -> None:
    stream = io.StringIO()
    naive = logging.StreamHandler(stream)
    logger = logging.getLogger("httpx")
    logger.addHandler(naive)
    logger.setLevel(logging.DEBUG)

    ask_telegram()

    logger.removeHandler(naive)
    assert any("a bot token" in leak for leak in find_leaks(stream.getvalue()))


def test_with_our_set_up_the_log_of_httpx_is_silent(written: io.StringIO) -> None:
    ask_telegram()

    assert written.getvalue() == ""


@pytest.mark.parametrize(
    ("value", "leaks"),
    [
        (CANARY_NAME, True),
        (str(PERSON_IDS[0]), True),
        (str(PERSON_IDS[-1]), True),
        (f"chat_{PERSON_IDS[7]}", True),
        ("8000000000", False),
        ("a7000123456bcdef", False),
    ],
)
def test_the_scan_knows_what_is_personal(value: str, *, leaks: bool) -> None:
    assert bool(find_leaks(f'{{"event": "seen", "value": "{value}"}}')) is leaks


LEAKY_TEST = """
import pytest, structlog

def test_one(): structlog.get_logger("bot.chat").debug("seen", who=7000000001)

def test_two(): pass
"""

LEAKY_END = """
import pytest, structlog

@pytest.fixture(scope="session")
def late():
    yield
    structlog.get_logger("bot.chat").debug("seen", who=7000000001)

def test_one(late): pass
"""


@pytest.mark.parametrize(
    ("program", "workers", "outcome"),
    [
        (LEAKY_TEST, "0", "2 passed, 1 error"),
        (LEAKY_END, "0", "1 passed"),
        (LEAKY_END, "1", "1 passed"),
    ],
)
def test_a_run_that_logs_an_id_fails(
    tmp_path: Path, program: str, workers: str, outcome: str
) -> None:
    (tmp_path / "test_leaky.py").write_text(program)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    command = [sys.executable, "-m", "pytest", "-p", "tests.log_scan", "-n", workers]

    run = subprocess.run(  # noqa: S603 - pytest itself, on a file made here
        [*command, "--rootdir", tmp_path, "-c", tmp_path / "pytest.ini", tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 1
    assert "The log holds a person's Telegram id" in run.stdout
    assert outcome in run.stdout
