"""What every test may count on: no setting of the machine it runs on reaches it."""

import os
import sys

import pytest

# nltk imports these wherever they are installed, for parts of it that nothing here uses: 5 s of every run.
for _name in ("sklearn", "scipy", "matplotlib"):
    sys.modules.setdefault(_name, None)  # type: ignore[arg-type]  # an import of it fails, and nltk goes without


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("NUTSHELL_") and not name.startswith("NUTSHELL_TEST_"):
            monkeypatch.delenv(name)
