"""The log: events and our own identities, never what people are or say.

Three lines of defence: a library speaks only to warn, and then by its fixed sentence without the
values; an error is told by its type and place without its message; and what still looks like a
token or an invitation is blanked out in the finished line.
"""

import errno
import logging
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

BLANK = "[hidden]"
OUR_LOGGERS = "bot"
QUIET_LOGGERS = (
    "aiohttp",
    "aiosqlite",
    "apscheduler",
    "httpcore",
    "httpx",
    "sqlalchemy",
    "telegram",
)
HANDLER_NAME = "relais"
PLACES_TOLD = 12
HOMES = re.compile(r".*/(?:site-packages|lib/python[\d.]+)/")

SECRETS = (
    (re.compile(r"/bot\d+(?::|%3A)[^/\s\"'?]+", re.IGNORECASE), f"/bot{BLANK}"),
    (re.compile(r"\d{8,10}(?::|%3A)[A-Za-z0-9_-]{35,}", re.IGNORECASE), BLANK),
    (re.compile(r"(\bstart(?:app|group|attach)?=)[^\s\"'&\\]+"), rf"\1{BLANK}"),
    (re.compile(r"(/start(?:@\w+)? )[A-Za-z0-9_-]+"), rf"\1{BLANK}"),
)


class SafeFormatter(structlog.stdlib.ProcessorFormatter):
    """Renders a record of ours or of a library as one line that is safe to keep."""

    def format(self, record: logging.LogRecord) -> str:
        """Render the record, then blank out what looks like a secret."""
        return redact(super().format(record))


class SafeHandler(logging.StreamHandler[TextIO]):
    """Writes our events, and of the libraries only the warnings."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep a record of ours at any level, another's from a warning upwards."""
        return is_ours(record.name) or record.levelno >= logging.WARNING

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Tell that a record could not be written; logging's own way would print its values."""
        with suppress(OSError, ValueError):
            self.stream.write(f"log_line_lost {record.name} {record.lineno}\n")


def set_up(level: str, *, readable: bool) -> None:
    """Log to standard error: our events from `level` up, as JSON lines or readable for a terminal.

    Whatever held up the program at last is logged too, so that no message of an error is printed.
    """
    configure()
    root = logging.getLogger()
    for old in [handler for handler in root.handlers if handler.get_name() == HANDLER_NAME]:
        root.removeHandler(old)
    root.addHandler(safe_handler(sys.stderr, readable=readable))
    set_levels(level)
    sys.excepthook = log_crash


def configure() -> None:
    """Send what structlog is given through the standard library's logging, unrendered."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def set_levels(level: str) -> None:
    """Let ours speak from `level` up and everyone else from a warning up."""
    logging.getLogger().setLevel(logging.WARNING)
    logging.getLogger(OUR_LOGGERS).setLevel(level.upper())
    for name in QUIET_LOGGERS:
        logging.getLogger(name).setLevel(logging.WARNING)


def safe_handler(stream: TextIO, *, readable: bool) -> SafeHandler:
    """Make the handler that every line passes, writing to `stream`."""
    handler = SafeHandler(stream)
    handler.set_name(HANDLER_NAME)
    renderer: Processor = structlog.processors.JSONRenderer(ensure_ascii=False)
    if readable:
        renderer = structlog.dev.ConsoleRenderer(colors=stream.isatty())
    remove_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        SafeFormatter(
            processors=[remove_meta, renderer],
            foreign_pre_chain=[say_only_the_template, *_shared()],
            use_get_message=False,
            pass_foreign_args=True,
        )
    )
    return handler


def redact(line: str) -> str:
    """Blank out bot tokens, addresses that hold one, and invitations."""
    for pattern, instead in SECRETS:
        line = pattern.sub(instead, line)
    return line


def is_ours(name: str) -> bool:
    """Tell whether a logger's name belongs to this program."""
    return name == OUR_LOGGERS or name.startswith(f"{OUR_LOGGERS}.")


def log_crash(
    _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    """Log what ends the program, by type and place."""
    structlog.stdlib.get_logger(OUR_LOGGERS).critical("crashed", exc_info=error)


def say_only_the_template(_logger: WrappedLogger, _level: str, event: EventDict) -> EventDict:
    """Reduce a library's record to its fixed sentence and place: the values may be personal."""
    record: logging.LogRecord = event["_record"]
    given = event.pop("positional_args", None)
    event["event"] = str(record.msg) if given else "library_message"
    event["where"] = f"{_shorten(record.pathname)}:{record.lineno}"
    if isinstance(record.msg, BaseException):
        event["exc_info"] = record.msg
    return event


def tell_error_by_place(_logger: WrappedLogger, _level: str, event: EventDict) -> EventDict:
    """Replace an error by types and places: its message may hold what someone wrote."""
    given = event.pop("exc_info", None)
    event.pop("stack_info", None)
    error = _error_of(given)
    if error is not None:
        event["errors"] = [_describe(each) for each in _with_causes(error, set())]
    return event


def _shared() -> list[Processor]:
    return [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        tell_error_by_place,
    ]


def _error_of(given: object) -> BaseException | None:
    if given is True:
        return sys.exc_info()[1]
    if isinstance(given, tuple):
        given = given[1]
    return given if isinstance(given, BaseException) else None


def _with_causes(error: BaseException, seen: set[int]) -> Iterator[BaseException]:
    """Go through an error, the errors grouped in it and those it came from, each once."""
    if id(error) in seen:
        return
    seen.add(id(error))
    yield error
    inner = list(error.exceptions) if isinstance(error, BaseExceptionGroup) else []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    for each in [*inner, *([before] if before else [])]:
        yield from _with_causes(each, seen)


def _describe(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    if isinstance(error, OSError) and error.errno:
        name = f"{name}({errno.errorcode.get(error.errno, error.errno)})"
    last = list(walk_tb(error.__traceback__))[-PLACES_TOLD:]
    places = [f"{_shorten(frame.f_code.co_filename)}:{line}" for frame, line in last]
    return f"{name} at {', '.join(places) or 'no place'}"


def _shorten(file: str) -> str:
    home = f"{Path(__file__).resolve().parent.parent}/"
    return HOMES.sub("", file).removeprefix(home)
