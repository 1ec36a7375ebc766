"""The commands of `relais`. Each ends with 0, or with one sentence and 2; 1 tells of a fault."""

import asyncio
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from pydantic import BaseModel, Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    CliPositionalArg,
    CliSubCommand,
    SettingsConfigDict,
    get_subcommand,
)

from bot import app, backups, demo, logs, staff
from bot.clock import SystemClock
from bot.complaints import complaint
from bot.doctor import examine
from bot.domain.errors import RelaisError
from bot.domain.finding import Finding
from bot.domain.message import Phrase, Values
from bot.domain.people import Role
from bot.library import Library, open_library
from bot.library.approvals import (
    Approval,
    Piece,
    approve,
    held_back,
    read_approvals,
    read_pieces,
    told,
)
from bot.library.checking import check
from bot.library.faults import ContentFault
from bot.parts import Part
from bot.preview import Preview
from bot.settings import APPROVALS, CONTENT, Settings, spoken, texts
from bot.status import status

WRONG = 1
FAILED = 2


class Run(BaseModel):
    """Run the bot until it is told to stop."""

    parts: str = Field(
        default=",".join(Part),
        description="what this process does; on PostgreSQL others may do the rest",
    )

    @field_validator("parts")
    @classmethod
    def _are_known(cls, parts: str) -> str:
        _parts(parts)
        return parts

    def do(self) -> int:
        """Do it and return the exit code."""
        return asyncio.run(app.run(Settings(), _parts(self.parts)))


class Demo(BaseModel):
    """Try the real bot on a page with several phones; nothing leaves this machine."""

    port: int = Field(default=8010, ge=0, le=65535, description="0 takes a free one")
    open: bool = Field(default=False, description="open the page in the browser")

    def do(self) -> int:
        """Do it and return the exit code."""
        return asyncio.run(demo.run(port=self.port, opens_browser=self.open))


class Invite(BaseModel):
    """Print a one-time link with its QR code."""

    role: Literal["coach", "facilitator", "supervisor", "participant"]
    name: str = Field(min_length=1, max_length=200, description="a first name or nickname")

    def do(self) -> int:
        """Do it and return the exit code."""
        return asyncio.run(app.invite(Settings(), Role(self.role), self.name))


class Staff(BaseModel):
    """List who works here; with --end, end what one of them is: they see nobody any more."""

    end: str = Field(
        default="", max_length=200, description="a name from the list, or an id where two share it"
    )
    role: Literal["", "coach", "facilitator", "supervisor"] = Field(
        default="", description="what ends; without it all of it"
    )

    def do(self) -> int:
        """Do it and return the exit code."""
        settings = Settings()
        if not self.end:
            return _report(asyncio.run(staff.listed(settings)))
        role = Role(self.role) if self.role else None
        return _report(asyncio.run(staff.ended(settings, SystemClock(), self.end, role=role)))


class Backup(BaseModel):
    """Write the whole database into a new file; the key file is not in it."""

    to: Path = Field(description="a file that is not there yet")

    def do(self) -> int:
        """Do it and return the exit code."""
        return _say(backups.backup(Settings(), self.to))


class Restore(BaseModel):
    """Put a backup in the database's place; nothing that was due before now is sent."""

    source: Path = Field(alias="from", description="a file that `relais backup` wrote")
    over: bool = Field(default=False, description="also where the database holds something")
    erased: Path | None = Field(
        default=None, description="a newer list of who was erased than the one beside the backup"
    )

    def do(self) -> int:
        """Do it and return the exit code."""
        now = SystemClock().now()
        return _say(
            backups.restore(Settings(), self.source, now, over=self.over, erased=self.erased)
        )


class Status(BaseModel):
    """Say what is due, what was late and why, and what was set aside; 1 if something is wrong."""

    def do(self) -> int:
        """Do it and return the exit code."""
        return _report(status(Settings(), SystemClock()))


class Doctor(BaseModel):
    """Look whether all is in place: key, database, zones, help card, Telegram; 1 if it is not."""

    def do(self) -> int:
        """Do it and return the exit code."""
        return _report(asyncio.run(examine(Settings(), SystemClock())))


class Retention(BaseModel):
    """Forget now what is older than its rule lets it be, as is done each night; say how much."""

    dry_run: bool = Field(default=False, description="only say how much it would be")

    def do(self) -> int:
        """Do it and return the exit code."""
        settings, now = Settings(), SystemClock().now()
        logs.set_up(settings.log_level, readable=sys.stderr.isatty())
        return _report(asyncio.run(app.retention(settings, now, dry_run=self.dry_run)))


class CheckContent(BaseModel):
    """Check every word and card, and say file, line and what is wrong."""

    folder: Path = Field(default=CONTENT, description="the folder of the content")
    preview: str = Field(default="", description="an exercise to play here: the name of its folder")

    def do(self) -> int:
        """Do it and return the exit code."""
        faults = check(self.folder, Path(__file__).parent)
        for fault in faults:
            print(fault)
        if faults:
            return FAILED
        if self.preview:
            return _play(open_library(self.folder), self.preview)
        waiting = _waiting(self.folder)
        if waiting:
            print(_worded(waiting), file=sys.stderr)
        return 0


class Approve(BaseModel):
    """List the texts that somebody has to sign off; with --by, sign off those named, or --all."""

    pieces: CliPositionalArg[list[str]] = Field(
        default=[], description="names from the list, such as checkins/mood"
    )
    by: str = Field(default="", max_length=200, description="who has read them and signs off")
    all: bool = Field(default=False, description="all that nobody has signed off as it stands")

    def do(self) -> int:
        """Do it and return the exit code."""
        folder, file = texts()
        found, approvals, by = read_pieces(folder), read_approvals(file), self.by.strip()
        for name in set(self.pieces) - {piece.name for piece in found}:
            return _refuse(Phrase("cli-approve-unknown", {"piece": name}))
        chosen = [
            piece
            for piece in found
            if piece.name in self.pieces or (self.all and not piece.is_approved(approvals))
        ]
        if not (by and chosen):
            return _list(found, approvals)
        approve(file, chosen, by=by, on=SystemClock().now().date())
        return _say(Phrase("cli-approved", {"name": by, "count": len(chosen)}))


Command: TypeAlias = (
    Run
    | Demo
    | Invite
    | Staff
    | Backup
    | Restore
    | Status
    | Doctor
    | Retention
    | CheckContent
    | Approve
)


class Relais(BaseSettings):
    """A companion on Telegram between two workshops."""

    model_config = SettingsConfigDict(
        cli_prog_name="relais",
        cli_kebab_case=True,
        cli_implicit_flags=True,
        cli_enforce_required=True,
        extra="ignore",
    )

    run: CliSubCommand[Run] = Field(description=Run.__doc__)
    demo: CliSubCommand[Demo] = Field(description=Demo.__doc__)
    invite: CliSubCommand[Invite] = Field(description=Invite.__doc__)
    staff: CliSubCommand[Staff] = Field(description=Staff.__doc__)
    backup: CliSubCommand[Backup] = Field(description=Backup.__doc__)
    restore: CliSubCommand[Restore] = Field(description=Restore.__doc__)
    status: CliSubCommand[Status] = Field(description=Status.__doc__)
    doctor: CliSubCommand[Doctor] = Field(description=Doctor.__doc__)
    retention: CliSubCommand[Retention] = Field(description=Retention.__doc__)
    check_content: CliSubCommand[CheckContent] = Field(description=CheckContent.__doc__)
    approve: CliSubCommand[Approve] = Field(description=Approve.__doc__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; what is wrong is said in one sentence that names it."""
    # What was imported stays to the end: without this the interpreter looks through all of it once
    # more before it ends, which is most of the time that Ctrl-C takes.
    gc.freeze()
    try:
        chosen = _read(sys.argv[1:] if arguments is None else list(arguments))
        code = chosen.do()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read along, as `head` does, has read enough: what is left over goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG
    except ContentFault as fault:
        print(fault, file=sys.stderr)
    except (ValidationError, RelaisError, OSError) as error:
        library = open_library(CONTENT)
        print(library.say(complaint(error), spoken()), file=sys.stderr)
    except KeyboardInterrupt:
        return 0
    else:
        return code
    return FAILED


def _parts(names: str) -> frozenset[Part]:
    """Return the parts that are named, with commas between; raises ValueError for another."""
    return frozenset(Part(name) for name in names.split(","))


def _waiting(folder: Path) -> Phrase | None:
    """Return which texts nobody has signed off as they stand, None if all are."""
    content, file = texts()
    approvals = read_approvals(file if folder == content else folder / APPROVALS)
    names = sorted(held_back(read_pieces(folder), approvals))
    values: Values = {"count": len(names), "names": ", ".join(names)}
    return Phrase("cli-unapproved", values) if names else None


def _play(library: Library, name: str) -> int:
    """Play an exercise here, with what is typed."""
    exercise = library.exercise(name)
    if exercise is None:
        return _refuse(Phrase("cli-preview-unknown", {"name": name}))
    Preview(exercise=exercise, library=library, voice=spoken(), tell=print).play(sys.stdin)
    return 0


def _list(found: Sequence[Piece], approvals: Mapping[str, Approval]) -> int:
    """Say of each piece whether it is signed off, and how that is done; 1 if one is not."""
    library, voice = open_library(CONTENT), spoken()
    waiting = held_back(found, approvals)
    for piece in found:
        mark = "! " if piece.name in waiting else "  "
        print(f"{mark}{library.say(told(piece, approvals), voice)}")
    if not waiting:
        return 0
    print(library.say(Phrase("cli-approve-how"), voice))
    return WRONG


def _refuse(phrase: Phrase) -> int:
    print(_worded(phrase), file=sys.stderr)
    return FAILED


def _worded(phrase: Phrase) -> str:
    return open_library(CONTENT).say(phrase, spoken())


def _say(phrase: Phrase) -> int:
    print(_worded(phrase))
    return 0


def _report(findings: Sequence[Finding]) -> int:
    library = open_library(CONTENT)
    for one in findings:
        print(f"{'  ' if one.is_well else '! '}{library.say(one.says, spoken())}")
    return 0 if all(one.is_well for one in findings) else WRONG


def _read(arguments: list[str]) -> Command:
    commands = Relais(_cli_parse_args=arguments or ["--help"])
    chosen = get_subcommand(commands)
    if not isinstance(chosen, Command):
        raise SystemExit(FAILED)
    return chosen


if __name__ == "__main__":
    sys.exit(main())
