"""Every setting, read once from the environment, a .env file or a TOML file into one frozen value."""

from __future__ import annotations

import ipaddress
import os
import re
from difflib import get_close_matches
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import unquote

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.core.data import prompts_folder

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# BotFather's tokens are the bot's id, a colon and a secret part; other Bot API servers may hand out others,
# but it always becomes a part of an address.
TOKEN_SHAPE = re.compile(r"[A-Za-z0-9_:-]+")

# An address of one's own on the web: without a user name, without a query.
_BASE_URL = re.compile(r"https?://[^/?#\s@]+(/[^?#\s]*)?")
_HOOK_URL = re.compile(r"https?://[^/?#\s@]+(/[^#\s]*)?")
_SERVER = re.compile(r"https?://[^/\s]+")

# Telegram's rule for secret_token of setWebhook.
SECRET_SHAPE = re.compile(r"[A-Za-z0-9_-]{1,256}")

SHORTEST_PASSWORD = 5
SHORTEST_HOOK_SECRET = 16

PREFIX = "NUTSHELL_"
_OTHERS = ("NUTSHELL_TEST_", "NUTSHELL_TRIAL_")  # read by tests and by the trial's bot

OFF = "off"  # instead of an address to listen on


def data_folder() -> Path:
    """Where this person's programs keep their data (XDG Base Directory, 0.8)."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "nutshell"


def _default_database() -> SecretStr:
    return SecretStr(f"sqlite:///{data_folder() / 'nutshell.sqlite3'}")


def _default_workers() -> int:
    return max(1, min(4, os.cpu_count() or 1))


class Settings(BaseSettings):
    """How this bot is run. The environment (`NUTSHELL_…`) wins over .env, which wins over nutshell.toml.

    A value that is refused raises pydantic's ValidationError; where the reason is ours, its text is
    the key of a sentence in prompts/ (`setting-…`).
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        toml_file="nutshell.toml",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    token: SecretStr | None = Field(
        default=None, description="The bot's token from BotFather; none: the trial chat"
    )
    api_url: str = Field(default="https://api.telegram.org", description="Another Bot API server")
    api_proxy: SecretStr | None = Field(default=None, description="Proxy for Telegram, with its scheme")
    database: SecretStr = Field(
        default_factory=_default_database,
        description="`sqlite:///FILE`, or `postgresql://USER:PASSWORD@HOST/NAME`; by default "
        "`nutshell/nutshell.sqlite3` in `$XDG_DATA_HOME`, or in `~/.local/share`",
    )
    listen: str = Field(
        default="127.0.0.1:8090",
        description="host:port of the server (webhook, health, metrics, API) and of the trial; `off`: none",
    )
    webhook_url: str | None = Field(
        default=None,
        description="Where Telegram brings updates, as `https://bot.example.org/telegram`; none or `off`: "
        "polling",
    )
    webhook_secret: SecretStr | None = Field(
        default=None, description="What Telegram shows at the webhook; 1 to 256 of `A-Z a-z 0-9 _ -`"
    )
    hooks: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Addresses, with commas, that get every new summary and digest, signed; none: nowhere",
    )
    hook_secret: SecretStr | None = Field(
        default=None, description="What hooks are signed with; 16 characters at least"
    )
    public_url: str | None = Field(
        default=None,
        description="Where others reach the server, as `https://bot.example.org`: for feeds of chats",
    )
    api_keys: Annotated[tuple[SecretStr, ...], NoDecode] = Field(
        default=(), description="Keys of the HTTP API, with commas, 16 characters at least; none: no API"
    )
    allow_networks: Annotated[tuple[Network, ...], NoDecode] = Field(
        default=(), description="CIDRs, with commas, that links may reach besides the public internet"
    )
    locale: str = Field(default="en", description="The language where a person's is unknown")
    owners: Annotated[tuple[int, ...], NoDecode] = Field(
        default=(), description="Telegram ids, with commas, of those who run the bot"
    )
    access: Literal["open", "listed"] = Field(
        default="open", description="Whom it serves: `open` everybody, `listed` those whom owners let in"
    )
    rate: int = Field(
        default=20,
        ge=0,
        le=10_000,
        description="Messages a minute of one person; more must wait; 0: no limit",
    )
    retention_days: int = Field(
        default=90, ge=1, le=36_500, description="Days that something is kept, counted from its last use"
    )
    workers: int = Field(
        default_factory=_default_workers,
        ge=1,
        le=64,
        description="Processes for reading and ranking; by default one a processor core, four at most",
    )
    proxy: SecretStr | None = Field(default=None, description="Proxy for pages; needs `PROXY_FILTERS=yes`")
    proxy_filters: bool = Field(
        default=False, description="`yes` states that the proxy keeps private addresses closed"
    )
    user_agent: str = Field(
        default="Nutshell/0.1 (article reader; self-hosted)",
        description="How the bot names itself to web servers",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="What the log holds: `debug`, `info`, `warning` or `error`"
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="How log lines look: `text` or `json`"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the TOML file behind the environment and .env."""
        del file_secret_settings
        return init_settings, env_settings, dotenv_settings, TomlConfigSettingsSource(settings_cls)

    @field_validator("allow_networks", "owners", "api_keys", "hooks", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @field_validator("log_level", "log_format", "access", mode="before")
    @classmethod
    def _lower(cls, value: Any) -> Any:
        return value.lower() if isinstance(value, str) else value

    @field_validator("token")
    @classmethod
    def _token_has_its_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not TOKEN_SHAPE.fullmatch(value.get_secret_value()):
            raise ValueError("setting-token")
        return value

    @field_validator("api_url")
    @classmethod
    def _api_url_is_http(cls, value: str) -> str:
        if not _SERVER.match(value):
            raise ValueError("setting-api-url")
        return value.rstrip("/")

    @field_validator("database")
    @classmethod
    def _database_is_known(cls, value: SecretStr) -> SecretStr:
        if not value.get_secret_value().startswith(("sqlite:", "postgresql:", "postgres:")):
            raise ValueError("setting-database")
        return value

    @field_validator("listen")
    @classmethod
    def _listen_is_host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if value != OFF and (not host or not port.isdecimal() or int(port) > 65535):
            raise ValueError("setting-listen")
        return value

    @field_validator("webhook_url", mode="before")
    @classmethod
    def _off_is_no_webhook(cls, value: Any) -> Any:
        return None if value == OFF else value

    @field_validator("webhook_url")
    @classmethod
    def _webhook_url_is_http(cls, value: str | None) -> str | None:
        if value is not None and not _BASE_URL.fullmatch(value):
            raise ValueError("setting-webhook-url")
        return value

    @field_validator("hooks")
    @classmethod
    def _hooks_are_http(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(map(_HOOK_URL.fullmatch, value)):
            raise ValueError("setting-hooks")
        return value

    @field_validator("public_url")
    @classmethod
    def _public_url_is_http(cls, value: str | None) -> str | None:
        if value is not None and not _BASE_URL.fullmatch(value):
            raise ValueError("setting-public-url")
        return None if value is None else value.rstrip("/")

    @field_validator("locale")
    @classmethod
    def _locale_is_spoken(cls, value: str) -> str:
        locale = value.strip()
        code = re.split("[-_]", locale.lower())[0]
        if not (prompts_folder() / f"{code}.ftl").is_file():
            raise ValueError("setting-locale")
        return locale

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_secret_has_its_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not SECRET_SHAPE.fullmatch(value.get_secret_value()):
            raise ValueError("setting-webhook-secret")
        return value

    @field_validator("api_keys")
    @classmethod
    def _api_keys_are_long(cls, value: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        # RFC 6750, section 2.1: what a bearer token is made of.
        if not all(re.fullmatch(r"[\w.~+/-]{16,512}=*", key.get_secret_value(), re.ASCII) for key in value):
            raise ValueError("setting-api-keys")
        return value

    @field_validator("proxy")
    @classmethod
    def _proxy_speaks_http(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _SERVER.match(value.get_secret_value().lower()):
            raise ValueError("setting-proxy-scheme")
        return value

    @model_validator(mode="after")
    def _a_proxy_must_filter(self) -> Self:
        if self.proxy is not None and not self.proxy_filters:
            raise ValueError("setting-proxy")
        return self

    @model_validator(mode="after")
    def _a_webhook_is_guarded(self) -> Self:
        if self.webhook_url is None:
            return self
        if not self.serves:
            raise ValueError("setting-webhook-off")
        if self.webhook_secret is None and not is_loopback(self.listen_address[0]):
            raise ValueError("setting-webhook-open")
        return self

    @model_validator(mode="after")
    def _hooks_are_signed(self) -> Self:
        if self.hooks and len(revealed(self.hook_secret) or "") < SHORTEST_HOOK_SECRET:
            raise ValueError("setting-hook-secret")
        return self

    @property
    def serves(self) -> bool:
        """Whether there is a server beside the bot."""
        return self.listen != OFF

    @property
    def listen_address(self) -> tuple[str, int]:
        """Host and port of `listen`; of the default where that is off."""
        listen = self.listen if self.serves else type(self).model_fields["listen"].default
        host, _, port = listen.rpartition(":")
        return host.strip("[]"), int(port)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every secret, for the log, which hides them."""
        held = (self.token, self.api_proxy, self.proxy, self.webhook_secret, self.hook_secret, *self.api_keys)
        named = tuple(secret.get_secret_value() for secret in held if secret is not None)
        addresses = (self.database, self.api_proxy, self.proxy)
        passwords = (_passwords_in(it.get_secret_value()) for it in addresses if it is not None)
        return (*named, *chain.from_iterable(passwords))


def misspelt_settings() -> dict[str, str | None]:
    """Names that look like those of settings and are none, each with the setting that it comes near."""
    dotenv, toml = DotEnvSettingsSource(Settings), TomlConfigSettingsSource(Settings)
    named = [name.upper() for name in chain(os.environ, dotenv.env_vars)]
    named += [PREFIX + name.upper() for name in toml.toml_data]
    ours = {name for name in named if name.startswith(PREFIX) and not name.startswith(_OTHERS)}
    known = [name.upper() for name in Settings.model_fields]
    strange = sorted({name.removeprefix(PREFIX) for name in ours}.difference(known))
    near = {name: get_close_matches(name, known, 1) for name in strange}
    return {PREFIX + name: PREFIX + found[0] if found else None for name, found in near.items()}


def _passwords_in(url: str) -> tuple[str, ...]:
    """The passwords in the address of a database or a proxy, as written there and as they are: before the
    host, also with signs that should be encoded, or behind the question mark, as libpq takes it.

    Not one so short that hiding it would hide everything.
    """
    ways = (r"^\w+://[^:/@]*:([^@]*)@", r"^\w+://[^:/@]*:(.*)@", r"[?&]password=([^&]*)")
    written = chain.from_iterable(re.findall(way, url) for way in ways)
    found = dict.fromkeys(form for password in written for form in (password, unquote(password)))
    return tuple(password for password in found if len(password) >= SHORTEST_PASSWORD)


def is_loopback(host: str) -> bool:
    """Whether only this computer reaches what listens there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def secret_for(settings: Settings, purpose: str) -> bytes:
    """64 bytes that only who has the token can know; all processes of the bot have the same."""
    token = (revealed(settings.token) or "").encode()
    return blake2b(purpose.encode(), key=blake2b(token).digest()).digest()


def revealed(secret: SecretStr | None) -> str | None:
    """What a secret setting holds, for the part that needs it."""
    return secret.get_secret_value() if secret is not None else None
