"""What the files in deploy/ name is there: metrics and settings."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from prometheus_client.openmetrics.exposition import generate_latest

from bot.server.metrics import PrometheusMeter
from bot.settings import Settings
from bot.storage.databases import postgres

DEPLOY = Path(__file__).parents[2] / "deploy"
FILES = [path for path in DEPLOY.rglob("*") if path.is_file() and not path.name.startswith("requirements")]


class Nothing:
    def depth(self):
        return 0

    def oldest(self):
        return None


def metrics():
    """The names of all, with those that a histogram has."""
    meter = PrometheusMeter()
    meter.watch(Nothing(), lambda: datetime(2026, 3, 1, tzinfo=UTC))
    told = re.findall(r"^# TYPE (\w+) (\w+)$", generate_latest(meter.registry).decode(), re.MULTILINE)
    more = {
        "counter": ("_total",),
        "histogram": ("", "_bucket", "_count", "_sum"),
        "gauge": ("",),
        "info": ("_info",),
    }
    return {name + ending for name, kind in told for ending in more[kind]}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_setting_and_metric_that_a_file_names_is_there(path):
    text = path.read_text(encoding="utf-8")
    settings = {f"NUTSHELL_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"NUTSHELL_[A-Z_]+", text)) - settings == set()
    if path.parent.name == "monitoring":
        assert set(re.findall(r"\b(?:nutshell|process)_[a-z_]+", text)) - metrics() == set()


def test_what_alerts_look_for_is_there_before_it_happens():
    """Of a counter that begins with its first event, nobody can see that it has risen."""
    value = PrometheusMeter().registry.get_sample_value
    for outcome in ("failed", "unreadable", "died"):
        assert value("nutshell_updates_ended_total", {"outcome": outcome}) == 0
    assert value("nutshell_digests_total", {"outcome": "failed"}) == 0


def test_as_many_connections_to_postgresql_are_told_as_a_process_may_take():
    of_its_own = 1  # on which being there hangs, see bot.storage.updates.cluster
    most = postgres.READERS + postgres.WRITERS + postgres.SWEEPERS + of_its_own
    told = re.search(
        r"A process takes up to\s+(\w+) connections", (DEPLOY / "README.md").read_text(encoding="utf-8")
    )
    assert told is not None
    assert told[1] == {7: "seven", 8: "eight", 9: "nine"}[most]
