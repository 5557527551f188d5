"""Which pages an archive is asked for."""

import pytest

from bot.core.errors import PageMissingError
from bot.services.archive import may_help


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://marlow.example/mill", True),
        ("https://93.184.215.14/mill", True),
        ("http://192.168.1.5/wiki", False),
        ("http://[fd12::5]:8080/wiki", False),
        ("http://intranet/wiki", False),
        ("http://wiki.team.internal/a", False),
    ],
)
def test_no_archive_is_told_an_address_of_ones_own_network(url: str, *, expected: bool) -> None:
    assert may_help(PageMissingError(url=url, status=404)) is expected
