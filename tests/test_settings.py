"""Settings: where they come from, and what is refused."""

from ipaddress import ip_network
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.commands.trying import trial_environment
from bot.settings import Settings
from bot.trial.run import bot_environment


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_environment_wins_over_the_env_file_which_wins_over_toml(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("nutshell.toml").write_text('locale = "ru"\nlog_level = "debug"\nworkers = 3\n', encoding="utf-8")
    Path(".env").write_text("NUTSHELL_LOCALE=de\nNUTSHELL_LOG_LEVEL=warning\n", encoding="utf-8")
    monkeypatch.setenv("NUTSHELL_LOCALE", "en")
    settings = Settings()
    assert (settings.locale, settings.log_level, settings.workers) == ("en", "warning", 3)


def test_networks_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTSHELL_ALLOW_NETWORKS", "10.0.0.0/8, fd00::/8")
    assert Settings().allow_networks == (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTSHELL_TOKEN", "")
    assert Settings().token is None


def test_the_database_is_in_the_persons_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Settings().database.get_secret_value() == f"sqlite:///{tmp_path}/nutshell/nutshell.sqlite3"


def test_no_secret_shows_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTSHELL_TOKEN", "123456:marked-token")
    monkeypatch.setenv("NUTSHELL_API_PROXY", "http://me:marked-password@proxy:3128")
    assert "marked" not in repr(Settings())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TOKEN", "with blanks in it"),
        ("API_URL", "ftp://example.org"),
        ("DATABASE", "mysql://localhost/x"),
        ("LISTEN", "8090"),
        ("LISTEN", "localhost:99999"),
        ("ALLOW_NETWORKS", "10.0.0.0/8,here"),
        ("WORKERS", "0"),
        ("LOG_LEVEL", "loud"),
        ("PROXY", "http://proxy:3128"),
        ("PROXY", "socks5://proxy:1080"),
    ],
)
def test_a_value_that_cannot_work_is_refused_without_being_shown(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"NUTSHELL_{name}", value)
    with pytest.raises(ValidationError) as refused:
        Settings()
    assert value not in str(refused.value)


def test_a_proxy_that_filters_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTSHELL_PROXY", "http://proxy:3128")
    monkeypatch.setenv("NUTSHELL_PROXY_FILTERS", "yes")
    assert Settings().proxy is not None


def test_the_listening_address_knows_ipv6(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTSHELL_LISTEN", "[::1]:8090")
    assert Settings().listen_address == ("::1", 8090)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEBHOOK_URL", "bot.example.org/telegram"),
        ("WEBHOOK_URL", "https://me:word@bot.example.org"),
        ("WEBHOOK_SECRET", "with blanks in it"),
        ("WEBHOOK_SECRET", "ünïcode"),
        ("WEBHOOK_SECRET", "x" * 257),
        ("API_KEYS", "short"),
        ("API_KEYS", "a-key-that-is-long-enough,short"),
        ("OWNERS", "me"),
        ("ACCESS", "friends"),
        ("RATE", "-1"),
        ("RETENTION_DAYS", "0"),
    ],
)
def test_what_the_server_cannot_work_with_is_refused(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"NUTSHELL_{name}", value)
    with pytest.raises(ValidationError):
        Settings()


@pytest.mark.parametrize("listen", ["0.0.0.0:8090", "[::]:8090", "192.0.2.7:8090", "bot.example.org:8090"])
def test_a_webhook_on_an_address_that_others_reach_needs_a_secret(
    listen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUTSHELL_WEBHOOK_URL", "https://bot.example.org/telegram")
    monkeypatch.setenv("NUTSHELL_LISTEN", listen)
    with pytest.raises(ValidationError, match="setting-webhook-open"):
        Settings()
    monkeypatch.setenv("NUTSHELL_WEBHOOK_SECRET", "a-secret_0")
    assert Settings().webhook_url


def test_on_loopback_a_webhook_needs_none_but_it_needs_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTSHELL_WEBHOOK_URL", "https://bot.example.org/telegram")
    assert Settings().webhook_secret is None
    monkeypatch.setenv("NUTSHELL_LISTEN", "off")
    with pytest.raises(ValidationError, match="setting-webhook-off"):
        Settings()


def test_the_log_is_told_every_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTSHELL_WEBHOOK_SECRET", "marked-secret")
    monkeypatch.setenv("NUTSHELL_API_KEYS", "marked-key-that-is-long, marked-key-number-two")
    assert Settings().secrets == ("marked-secret", "marked-key-that-is-long", "marked-key-number-two")
    assert "marked" not in repr(Settings())


@pytest.mark.parametrize(
    ("address", "hidden"),
    [
        ("postgresql://nutshell:p%40ssword@db/nutshell", ("p%40ssword", "p@ssword")),
        ("postgresql://nutshell@db/nutshell?host=/a:b@c", ()),
        ("sqlite:////data/nutshell.sqlite3", ()),
    ],
)
def test_the_password_of_a_database_is_such_a_secret(
    monkeypatch: pytest.MonkeyPatch, address: str, hidden: tuple[str, ...]
) -> None:
    monkeypatch.setenv("NUTSHELL_DATABASE", address)
    assert Settings().secrets == hidden


def test_the_password_of_a_proxy_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTSHELL_API_PROXY", "http://me:p%40ssword@proxy.example:3128")
    assert {"p%40ssword", "p@ssword"} < set(Settings().secrets)


@pytest.mark.parametrize(
    ("locale", "spoken"), [("de", True), (" de", True), ("pt-BR", True), ("english", False), ("xx", False)]
)
def test_the_language_of_last_resort_is_one_that_the_bot_speaks(locale: str, *, spoken: bool) -> None:
    if spoken:
        assert Settings(locale=locale).locale == locale.strip()
    else:
        with pytest.raises(ValidationError, match="setting-locale"):
            Settings(locale=locale)


def test_hooks_are_signed_and_the_public_address_has_no_slash_at_its_end() -> None:
    with pytest.raises(ValidationError, match="setting-hook-secret"):
        Settings(hooks="https://own.example/nutshell")  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match="setting-hooks"):
        Settings(hooks="own.example", hook_secret="x" * 16)  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match="setting-public-url"):
        Settings(public_url="bot.example.org")
    settings = Settings(
        hooks="https://own.example/a,https://b.example/",  # type: ignore[arg-type]
        hook_secret="x" * 16,  # type: ignore[arg-type]
        public_url="https://bot.example.org/",
    )
    assert settings.hooks == ("https://own.example/a", "https://b.example/")
    assert settings.public_url == "https://bot.example.org"
    assert "x" * 16 in settings.secrets


def test_the_trial_touches_nothing_of_the_real_bot_whatever_file_sets_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = {
        "NUTSHELL_DATABASE": "sqlite:///real.sqlite3",
        "NUTSHELL_WEBHOOK_URL": "https://bot.example.org/telegram",
        "NUTSHELL_WEBHOOK_SECRET": "marked-secret",
        "NUTSHELL_HOOKS": "https://hooks.example.org/a",
        "NUTSHELL_HOOK_SECRET": "long enough to sign with",
    }
    Path(".env").write_text("".join(f"{name}={value}\n" for name, value in real.items()))
    assert Settings().hooks  # the file is read
    for environment in ({}, real):
        given = bot_environment(trial_environment(environment), "http://127.0.0.1:9", "123456:" + "t" * 30)
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        settings = Settings()
        assert "trial.sqlite3" in settings.database.get_secret_value()
        assert (settings.webhook_url, settings.hooks) == (None, ())


@pytest.mark.parametrize(
    ("address", "hidden"),
    [
        ("postgresql://me:with/slash@127.0.0.1/name", "with/slash"),
        ("postgresql://me:with:colon@127.0.0.1/name", "with:colon"),
        ("postgresql://me:with@sign@127.0.0.1/name", "with@sign"),
        ("postgresql://127.0.0.1/name?user=me&password=behind%20it&sslmode=prefer", "behind it"),
        ("postgresql://me:before@127.0.0.1/name?host=/a@b", "before"),
    ],
)
def test_a_password_is_hidden_wherever_a_database_address_takes_it(address: str, hidden: str) -> None:
    assert hidden in Settings(database=SecretStr(address)).secrets
