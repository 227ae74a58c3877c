"""Settings, from the environment and `.env`. Every name stands in `.env.example`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import UserError

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
Port = Annotated[int, Field(ge=1, le=65535)]


def _check_token(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", secret.get_secret_value()):
        raise ValueError("it should look like 123456:ABC-DEF, as BotFather gave it")
    return secret


def _check_webhook_secret(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
        raise ValueError("it may hold 1 to 256 letters, digits, - and _")
    return secret


def _check_url(address: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", address):
        raise ValueError("it should be an address like https://example.org")
    return address.rstrip("/")


def _parse_owners(written: Any) -> Any:
    """Returns the user ids of "1, 22 333"; anything but a string unchanged. Raises ValueError."""
    if not isinstance(written, str):
        return written
    ids = re.split(r"[,\s]+", written.strip(", "))
    if not all(re.fullmatch(r"[0-9]{1,16}", one) for one in ids):
        raise ValueError("it should hold user ids such as 123456789, with commas between")
    return [int(one) for one in ids]


def _check_database_url(address: str) -> str:
    if not re.match(r"(sqlite\+aiosqlite|postgresql\+\w+)://", address):
        raise ValueError("it should look like sqlite+aiosqlite:///addsup.db")
    return address


class KnowledgeSettings(BaseSettings):
    """Settings of every command: the database, the owners' folder, the log."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    database_url: Annotated[str, AfterValidator(_check_database_url)] = "sqlite+aiosqlite:///addsup.db"
    knowledge_dir: Path | None = None
    log_level: Annotated[LogLevel, BeforeValidator(lambda level: str(level).strip().upper())] = "INFO"

    @property
    def changes_folder(self) -> Path:
        """The owners' folder: KNOWLEDGE_DIR, or else beside the database. It is laid over the packaged knowledge."""
        if self.knowledge_dir is not None:
            return self.knowledge_dir.expanduser()
        database = re.fullmatch(r"sqlite\+aiosqlite:///([^?]+)(\?.*)?", self.database_url)
        beside = Path(database[1]) if database and ":memory:" not in database[1] else Path("addsup.db")
        return beside.with_name(f"{beside.stem}.knowledge")


class BotSettings(KnowledgeSettings):
    """Settings of the Telegram bot."""

    telegram_bot_token: Annotated[SecretStr, AfterValidator(_check_token)] | None = None
    telegram_api_url: Annotated[str, AfterValidator(_check_url)] = "https://api.telegram.org"
    bot_owners: Annotated[list[int], NoDecode, BeforeValidator(_parse_owners)] = []
    webhook_url: Annotated[str, AfterValidator(_check_url)] | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_check_webhook_secret)] | None = None
    webhook_listen: str = "127.0.0.1"
    webhook_port: Port = 8443
    metrics_port: Port | None = None


SettingsT = TypeVar("SettingsT", bound=BaseSettings)


def load_settings(kind: type[SettingsT]) -> SettingsT:
    """Reads the settings. Raises UserError, which names each setting that can't be used."""
    try:
        return kind()
    except ValidationError as error:
        raise UserError("; ".join(_describe_mistake(problem) for problem in error.errors())) from error
    except UnicodeDecodeError as error:
        raise UserError(".env is not text in UTF-8") from error


def spelling_warnings() -> Iterator[str]:
    """Yields a sentence for each name in `.env` that is no setting but nearly one."""
    from knowledge.problem import nearest

    known = [name.upper() for name in BotSettings.model_fields]
    try:
        lines = Path(".env").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for line in lines:
        name = line.removeprefix("export ").partition("=")[0].strip()
        near = nearest(name, known) if "=" in line and name.upper() not in known and name[:1] != "#" else None
        if near:
            yield f".env has {name}, which nothing reads. Did you mean {near}?"


def _describe_mistake(problem: Any) -> str:
    # The value is left out: it may be a secret, and this goes to a log.
    name = str(problem["loc"][0]).upper()
    reason = str(problem["msg"]).removeprefix("Value error, ")
    return f"{name} can't be used: {reason[:1].lower()}{reason[1:]}"
