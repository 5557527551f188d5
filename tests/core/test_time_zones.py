"""Zones by the names of cities, as people type them."""

import pytest

from bot.core.time_zones import find_cities


@pytest.mark.parametrize(
    ("typed", "language", "name", "zone"),
    [
        ("Berlin", "de", "Berlin", "Europe/Berlin"),
        ("münchen", "de", "München", "Europe/Berlin"),
        ("munchen", "de", "München", "Europe/Berlin"),
        ("Münhcen", "de", "München", "Europe/Berlin"),
        ("москва", "ru", "Москва", "Europe/Moscow"),
        ("Питер", "ru", "Питер", "Europe/Moscow"),
        ("new york", "en", "New York", "America/New_York"),
        ("san fran", "en", "San Francisco", "America/Los_Angeles"),
        ("Europe/Berlin", "en", "Berlin", "Europe/Berlin"),
        ("Tokio", "de", "Tokio", "Asia/Tokyo"),
        ("tokyo", "xx", "Tokyo", "Asia/Tokyo"),
        ("London, UK", "en", "London", "Europe/London"),
        ("UTC", "en", "UTC", "Etc/UTC"),
        ("gmt", "de", "GMT", "Etc/UTC"),
        ("LA", "en", "LA", "America/Los_Angeles"),
        ("Bombay", "en", "Bombay", "Asia/Kolkata"),
    ],
)
def test_a_city_is_found_as_it_is_typed(typed, language, name, zone):
    best = find_cities(typed, language)[0]
    assert (best.name, best.zone) == (name, zone)


@pytest.mark.parametrize("typed", ["", "   ", "xyzzyx", "?!", "x" * 10_000])
def test_nonsense_finds_nothing(typed):
    assert find_cities(typed) == ()


def test_a_renamed_zone_is_offered_once():
    assert [city.name for city in find_cities("Kyiv")] == ["Kyiv"]
