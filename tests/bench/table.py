"""Tables in Markdown, and the line that says on what machine they were made."""

import os
import platform
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.bench.measuring import Spread

LIBRARIES = ("python-telegram-bot", "httpx", "aiohttp", "APScheduler", "SQLAlchemy", "psycopg")
PROCESSORS = Path("/proc/cpuinfo")


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: what it is about, its head, its rows, and what to know before reading it."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""

    def markdown(self) -> str:
        """Return the table as it is pasted into a page."""
        lines = [self.head, ["---"] * len(self.head), *self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return "\n\n".join(filter(None, [f"**{self.title}**", self.note, table]))


def number(value: float) -> str:
    """Return a figure with three digits that count, or whole."""
    if value and abs(value) < 100:
        return f"{value:.3g}"
    return f"{value:,.0f}"


def told(several: Spread, unit: str = "") -> str:
    """Return a median with its spread."""
    between = f"{number(several.lowest)}..{number(several.highest)}"
    return f"{number(several.median)}{unit and f' {unit}'} ({between})"


def machine(day: date) -> str:
    """Return on what the figures were measured, and when."""
    cores = len(os.sched_getaffinity(0))
    databases = f"SQLite {sqlite3.sqlite_version}, PostgreSQL 18"
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    python = f"Python {platform.python_version()}"
    return f"{cores} cores of {_processor()}, {day}, {python}, {libraries}, {databases}."


def _processor() -> str:
    found = (
        re.search(r"model name\s*: (.+)", PROCESSORS.read_text()) if PROCESSORS.exists() else None
    )
    return found[1].strip() if found else platform.machine()
