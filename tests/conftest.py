"""What every test may count on: no setting of the machine it runs on reaches it."""

import os

import pytest


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("NUTSHELL_") and not name.startswith("NUTSHELL_TEST_"):
            monkeypatch.delenv(name)
