"""Settings: each name of .env.example is known, each mistake is one sentence without the value in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.errors import UserError
from bot.settings import BotSettings, KnowledgeSettings, load_settings, spelling_warnings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
TOKEN = "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOpp-_"


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No variable of ours in the environment, and a folder without .env."""
    monkeypatch.chdir(tmp_path)
    for name in BotSettings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def test_the_example_names_every_setting_and_no_other() -> None:
    named = re.findall(r"^#?([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(name.upper() for name in BotSettings.model_fields)


def test_the_example_as_it_stands_can_be_used(bare: Path) -> None:
    (bare / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    settings = load_settings(BotSettings)
    assert settings.telegram_bot_token is None
    assert settings.bot_owners == []


def test_the_example_uncommented_shows_the_defaults(bare: Path) -> None:
    uncommented = re.sub(r"^#(?=[A-Z_]+=)", "", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (bare / ".env").write_text(uncommented, encoding="utf-8")
    written, default = load_settings(BotSettings), BotSettings(_env_file=None)
    unlike = {"webhook_url", "metrics_port", "knowledge_dir"}
    assert written.model_dump(exclude=unlike) == default.model_dump(exclude=unlike)
    assert written.changes_folder == default.changes_folder == Path("addsup.knowledge")


@pytest.mark.parametrize(
    ("name", "given", "sentence"),
    [
        ("TELEGRAM_BOT_TOKEN", "my-secret-words", "it should look like 123456:ABC-DEF, as BotFather gave it"),
        ("BOT_OWNERS", "my-secret-words", "it should hold user ids such as 123456789, with commas between"),
        ("WEBHOOK_SECRET", "my secret words", "it may hold 1 to 256 letters, digits, - and _"),
        ("WEBHOOK_URL", "my-secret-words", "it should be an address like https://example.org"),
        ("TELEGRAM_API_URL", "ftp://my-secret-words", "it should be an address like https://example.org"),
        ("DATABASE_URL", "my-secret-words", "it should look like sqlite+aiosqlite:///addsup.db"),
        ("WEBHOOK_PORT", "my-secret-words", "valid integer"),
        ("METRICS_PORT", "70000", "less than or equal to 65535"),
        ("LOG_LEVEL", "my-secret-words", "input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
    ],
)
def test_a_mistake_is_named_in_one_line(name: str, given: str, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, given)
    with pytest.raises(UserError) as failure:
        load_settings(BotSettings)
    said = str(failure.value)
    assert said.startswith(f"{name} can't be used: ")
    assert sentence in said
    assert "secret-words" not in said
    assert "\n" not in said


@pytest.mark.parametrize("written", ["1, 22,333", "1 22 333", "1,22,333,"])
def test_owners_stand_between_commas(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_OWNERS", written)
    assert load_settings(BotSettings).bot_owners == [1, 22, 333]


def test_what_is_set_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_PORT", "")
    monkeypatch.setenv("LOG_LEVEL", " debug ")
    settings = load_settings(BotSettings)
    assert (settings.webhook_port, settings.log_level) == (8443, "DEBUG")


@pytest.mark.parametrize(
    ("database", "folder"),
    [
        ("sqlite+aiosqlite:///addsup.db", "addsup.knowledge"),
        ("sqlite+aiosqlite:////var/lib/bot/checks.db?timeout=5", "/var/lib/bot/checks.knowledge"),
        ("sqlite+aiosqlite:///:memory:", "addsup.knowledge"),
        ("postgresql+asyncpg://localhost/addsup", "addsup.knowledge"),
    ],
)
def test_the_owners_folder_lies_beside_the_database(
    database: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database)
    assert load_settings(KnowledgeSettings).changes_folder == Path(folder)


def test_a_token_is_never_shown() -> None:
    assert TOKEN not in repr(BotSettings(telegram_bot_token=TOKEN))


def test_a_misspelt_name_is_told_without_its_value(bare: Path) -> None:
    (bare / ".env").write_text(
        f"TELEGRAM_BOT_TOKN={TOKEN}\nexport BOT_OWNER=1\nHOME_OF=x\n#KNOWLEDGE_DI=x\nLOG_LEVEL=INFO\n"
    )
    assert list(spelling_warnings()) == [
        ".env has TELEGRAM_BOT_TOKN, which nothing reads. Did you mean TELEGRAM_BOT_TOKEN?",
        ".env has BOT_OWNER, which nothing reads. Did you mean BOT_OWNERS?",
    ]


def test_without_a_file_nothing_is_misspelt(bare: Path) -> None:
    assert list(spelling_warnings()) == []
