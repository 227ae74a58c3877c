"""What is set in the environment or in `.env`: every name stands in `.env.example`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import UserError

Level = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
Port = Annotated[int, Field(ge=1, le=65535)]


def _token(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", secret.get_secret_value()):
        raise ValueError("it should look like 123456:ABC-DEF, as BotFather gave it")
    return secret


def _webhook_secret(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
        raise ValueError("it may hold 1 to 256 letters, digits, - and _")
    return secret


def _address(address: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", address):
        raise ValueError("it should be an address like https://example.org")
    return address.rstrip("/")


def _owners(written: Any) -> Any:
    """User ids between commas or spaces."""
    if not isinstance(written, str):
        return written
    ids = re.split(r"[,\s]+", written.strip(", "))
    if not all(re.fullmatch(r"[0-9]{1,16}", one) for one in ids):
        raise ValueError("it should hold user ids such as 123456789, with commas between")
    return [int(one) for one in ids]


def _database(address: str) -> str:
    if not re.match(r"(sqlite\+aiosqlite|postgresql\+\w+)://", address):
        raise ValueError("it should look like sqlite+aiosqlite:///addsup.db")
    return address


class KnowledgeSettings(BaseSettings):
    """What every command needs: where the owners' figures lie."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    database_url: Annotated[str, AfterValidator(_database)] = "sqlite+aiosqlite:///addsup.db"
    knowledge_dir: Path | None = None
    log_level: Annotated[Level, BeforeValidator(lambda level: str(level).strip().upper())] = "INFO"

    @property
    def changes_folder(self) -> Path:
        """The owners' folder, laid over the packaged knowledge; beside the database unless it is set."""
        if self.knowledge_dir is not None:
            return self.knowledge_dir.expanduser()
        database = re.fullmatch(r"sqlite\+aiosqlite:///([^?]+)(\?.*)?", self.database_url)
        beside = Path(database[1]) if database and ":memory:" not in database[1] else Path("addsup.db")
        return beside.with_name(f"{beside.stem}.knowledge")


class BotSettings(KnowledgeSettings):
    """What the bot needs besides."""

    telegram_bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    telegram_api_url: Annotated[str, AfterValidator(_address)] = "https://api.telegram.org"
    bot_owners: Annotated[list[int], NoDecode, BeforeValidator(_owners)] = []
    webhook_url: Annotated[str, AfterValidator(_address)] | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None
    webhook_listen: str = "127.0.0.1"
    webhook_port: Port = 8443
    metrics_port: Port | None = None


S = TypeVar("S", bound=BaseSettings)


def loaded(kind: type[S]) -> S:
    """The settings. Raises Failure, which names each setting that can't be used."""
    try:
        return kind()
    except ValidationError as error:
        raise UserError("; ".join(_mistake(problem) for problem in error.errors())) from error
    except UnicodeDecodeError as error:
        raise UserError(".env is not text in UTF-8") from error


def misspelt() -> Iterator[str]:
    """A sentence for each name in `.env` that is nearly one of ours, and so is not read."""
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


def _mistake(problem: Any) -> str:
    # The value is left out: it may be a secret, and this goes to a log.
    name = str(problem["loc"][0]).upper()
    reason = str(problem["msg"]).removeprefix("Value error, ")
    return f"{name} can't be used: {reason[:1].lower()}{reason[1:]}"
