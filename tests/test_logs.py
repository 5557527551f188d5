"""What the log must never hold."""

import io
import json
import linecache
import logging
import re
import sys
from collections.abc import Iterator

import pytest
import structlog
from aiohttp.client_exceptions import ClientConnectionResetError
from aiohttp.http_exceptions import BadHttpMessage
from aiohttp.web import RequestPayloadError

from bot.logs import HIDDEN, Redacted, configure, place_of

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
PASSWORD = "correct-horse"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything that is written to the log, configured with two secrets."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    configure("debug", "json", [TOKEN, PASSWORD])
    yield written
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()


def test_a_line_is_an_event_with_fields(log: io.StringIO) -> None:
    structlog.get_logger("bot").info("summarised", ms=12)
    row = json.loads(log.getvalue())
    assert (row["event"], row["ms"], row["level"]) == ("summarised", 12, "info")


def test_secrets_are_hidden_in_events_fields_and_other_peoples_lines(log: io.StringIO) -> None:
    structlog.get_logger("bot").info("started", database=f"postgresql://bot:{PASSWORD}@db/x")
    logging.getLogger("elsewhere").warning("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    assert TOKEN not in log.getvalue()
    assert PASSWORD not in log.getvalue()
    assert log.getvalue().count(HIDDEN) == 2


def test_secrets_are_hidden_in_tracebacks(log: io.StringIO) -> None:
    try:
        raise RuntimeError(TOKEN)
    except RuntimeError:
        structlog.get_logger("bot").exception("failed")
    assert "RuntimeError" in log.getvalue()
    assert TOKEN not in log.getvalue()


def test_a_token_that_nobody_named_is_hidden_by_its_shape(log: io.StringIO) -> None:
    logging.getLogger("elsewhere").warning(
        "987654321:BBHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1 is no token of ours"
    )
    assert "BBHdq" not in log.getvalue()


def test_the_lines_that_libraries_write_for_each_request_are_left_out(log: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST https://example.org")
    assert log.getvalue() == ""


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BadHttpMessage("no HTTP"), False),
        (RequestPayloadError("no gzip"), False),
        (ClientConnectionResetError("hung up"), False),
        (ZeroDivisionError(), True),
    ],
)
def test_of_the_servers_errors_those_are_told_that_are_not_the_clients(
    log: io.StringIO, error: Exception, told: bool
) -> None:
    logging.getLogger("aiohttp.server").error("Error handling request", exc_info=error)
    assert ("Error handling request" in log.getvalue()) is told


def test_a_traceback_leaves_no_sources_in_memory():
    try:
        json.loads("{")
    except ValueError:
        record = logging.LogRecord("test", logging.ERROR, "", 0, "broke", (), sys.exc_info())
    line = Redacted(logging.Formatter(), ()).format(record)
    assert "raw_decode" in line
    assert linecache.cache == {}


def test_where_an_error_happened_is_told_without_keeping_the_source():
    linecache.clearcache()
    try:
        json.loads("{")
    except ValueError as error:
        told = place_of(error)
    assert re.fullmatch(r"JSONDecodeError in decoder\.py:\d+", told)
    assert linecache.cache == {}
    assert place_of(ValueError("no traceback")) == "ValueError"
    assert place_of(None) == "NoneType"
