"""What is told when the bot runs."""

import pytest
from structlog.testing import capture_logs

from bot.commands.console import Console
from bot.commands.running import tell_ready
from bot.messages import Messages


@pytest.mark.parametrize("address", [None, "http://127.0.0.1:8090"])
def test_the_servers_address_is_told_where_there_is_a_server(
    address: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    with capture_logs() as lines:
        tell_ready(Console(Messages.load()), "nutshell_bot", address)
    assert [line.get("address", "none told") for line in lines] == [address or "none told"]
    assert ("http://" in "".join(capsys.readouterr())) is (address is not None)
