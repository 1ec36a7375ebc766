"""Every setting: its name in the environment is its name here in capitals, after `RELAIS_`."""

import re
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.errors import UnknownZone
from bot.domain.people import Language, Voice
from bot.domain.schedule import zone as zone_named

SAFE = re.compile(r"https://[^/\s?#]+[^\s?#]*$")
CONTENT = Path(__file__).parent.parent / "content"
APPROVALS = "approvals.yaml"


class Settings(BaseSettings):
    """What an administrator decides; nothing else reads the environment."""

    model_config = SettingsConfigDict(
        env_prefix="RELAIS_", env_file=".env", extra="ignore", hide_input_in_errors=True
    )

    telegram_token: SecretStr = Field(description="the bot's token, as BotFather gave it")
    telegram_base_url: str = Field(
        default="https://api.telegram.org",
        pattern="^https?://.",
        description="the Bot API server to speak to",
    )
    telegram_rate: int = Field(
        default=30,
        ge=1,
        le=1000,
        description="messages a second over all chats; more than 30 has to be paid for",
    )
    database_url: str = Field(
        default="sqlite:///relais.sqlite",
        pattern=r"^(sqlite:///.|postgresql\+psycopg://.)",
        description="an SQLite file, or a PostgreSQL database as postgresql+psycopg://…",
    )
    secret_key_file: Path = Field(
        default=Path("relais.key"), description="the file of the key that seals personal content"
    )
    country: str = Field(
        default="FR", pattern="^[A-Z]{2}$", description="whose help numbers and public holidays"
    )
    zone: str = Field(default="Europe/Paris", description="the time zone offered to newcomers")
    language: Language = Field(
        default=Language.FRENCH, description="spoken to whoever uses another than ours"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="how much is written to the log"
    )
    intake: Literal["polling", "webhook"] = Field(
        default="polling", description="whether updates are asked for, or brought by Telegram"
    )
    public_url: str = Field(
        default="",
        validate_default=True,
        description="the https address under which the internet reaches web_port",
    )
    web_host: str = Field(
        default="127.0.0.1", min_length=1, description="the address at which HTTP is answered"
    )
    web_port: int = Field(
        default=8080,
        ge=0,
        le=65535,
        validate_default=True,
        description="the port of health, metrics and the webhook; 0 answers nobody",
    )
    content_dir: Path = Field(default=CONTENT, description="the folder of the words and cards")
    approvals_file: Path | None = Field(
        default=None,
        description="who signed off which texts; approvals.yaml beside them if not set",
    )

    @property
    def is_local(self) -> bool:
        """Whether the database is a file, which one process alone uses."""
        return self.database_url.startswith("sqlite:")

    @property
    def approvals(self) -> Path:
        """The file of the approvals."""
        return self.approvals_file or self.content_dir / APPROVALS

    @property
    def voice(self) -> Voice:
        """How strangers are spoken to."""
        return Voice(language=self.language)

    @field_validator("zone")
    @classmethod
    def _is_a_zone(cls, name: str) -> str:
        try:
            return zone_named(name).key
        except UnknownZone as error:
            raise ValueError("no such zone") from error

    @field_validator("public_url")
    @classmethod
    def _is_safely_reached(cls, url: str, others: ValidationInfo) -> str:
        if (url or _is_brought(others)) and not SAFE.match(url):
            raise ValueError("not https://…")
        return url.rstrip("/")

    @field_validator("web_port")
    @classmethod
    def _is_open_to_telegram(cls, port: int, others: ValidationInfo) -> int:
        if not port and _is_brought(others):
            raise ValueError("the webhook needs a port")
        return port

    @field_validator("telegram_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr) -> SecretStr:
        number, colon, rest = token.get_secret_value().partition(":")
        if not (number.isdigit() and colon and rest):
            raise ValueError("not a token")
        return token


def _is_brought(others: ValidationInfo) -> bool:
    return others.data.get("intake") == "webhook"


class _Spoken(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="RELAIS_", env_file=".env", extra="ignore")

    language: str = ""
    content_dir: Path = CONTENT
    approvals_file: Path | None = None


def texts() -> tuple[Path, Path]:
    """Return the folder of the content and the file of its approvals, whatever else is set."""
    found = _Spoken()
    return found.content_dir, found.approvals_file or found.content_dir / APPROVALS


def spoken() -> Voice:
    """Return how to speak to whoever runs a command, even where other settings are wrong."""
    known = {language.value: language for language in Language}
    return Voice(language=known.get(_Spoken().language, Language.FRENCH))
