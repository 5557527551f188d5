"""Time zones by the name of a city, in the language of whoever asks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import available_timezones

from bot.core.data import lines
from bot.core.lexicon.slips import edit_distance

_MOST_TYPED = 60  # characters that are looked at
# Zones by area; others ("Etc/GMT+5", "EST5EDT") have no city.
_AREAS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


@dataclass(frozen=True, slots=True)
class City:
    """A city, as the asker's language writes it, and the zone that its clocks follow."""

    name: str
    zone: str  # IANA name


def find_cities(typed: str, language: str = "en", *, limit: int = 6) -> tuple[City, ...]:
    """The cities that somebody may have meant, the likeliest first, each zone once; none for nonsense.

    A name counts in the asker's language (CLDR), in English, as the zone is called ("Europe/Berlin") and, for
    large cities without a zone of their own, from a list. Beginnings are enough, and one slip of the fingers
    in a word of five letters or two in one of nine is forgiven.
    """
    typed = typed[:_MOST_TYPED]
    city, comma, _ = typed.partition(",")
    # "London, UK": what stands behind the comma says where the city is.
    return _find(typed, language, limit) or (_find(city, language, limit) if comma else ())


def _find(typed: str, language: str, limit: int) -> tuple[City, ...]:
    wanted = _plain(typed)
    if not wanted:
        return ()
    ranked: list[tuple[int, int, str, str]] = []
    for plain, name, zone in _names(language):
        rank = _rank(wanted, plain)
        if rank is not None:
            ranked.append((rank, len(plain), name, zone))
    found: dict[str, City] = {}
    names: set[str] = set()
    for _, _, name, zone in sorted(ranked):
        # A zone that was renamed is there under both names ("Europe/Kiev" and "Europe/Kyiv").
        if name not in names:
            found.setdefault(zone, City(name, zone))
        names.add(name)
    return tuple(found.values())[:limit]


def _rank(wanted: str, name: str) -> int | None:
    """How well a name fits: whole, by its beginning, by that of a later word, with slips; or None."""
    if name == wanted:
        return 0
    if len(wanted) >= 2 and name.startswith(wanted):
        return 1
    if len(wanted) >= 3 and f" {wanted}" in name:
        return 2
    slips = 0 if len(wanted) < 5 else 1 if len(wanted) < 9 else 2
    if not slips or abs(len(name) - len(wanted)) > slips:
        return None
    apart = edit_distance(wanted, name, slips)
    return 2 + apart if apart <= slips else None


def _plain(name: str) -> str:
    """A name as it is compared: without accents, marks and case; "ß" is "ss"."""
    spread = unicodedata.normalize("NFKD", name.casefold().replace("_", " "))
    letters = (
        sign if sign.isalnum() or sign == "/" else " " for sign in spread if not unicodedata.combining(sign)
    )
    return " ".join("".join(letters).split())


@lru_cache(maxsize=16)
def _names(language: str) -> tuple[tuple[str, str, str], ...]:
    """Every name: as it is compared, as it is shown, and its zone."""
    shown = _localized("en") | _localized(language)
    found: dict[tuple[str, str], str] = {}
    for zone, name in (*_of_zones(), *_localized("en").items(), *_localized(language).items()):
        found[_plain(name), zone] = shown.get(zone, _last_part(zone))
    for zone, name in _of_list():
        found[_plain(name), zone] = name
    return tuple((plain, name, zone) for (plain, zone), name in found.items())


def _of_zones() -> Iterator[tuple[str, str]]:
    """Zones by their own names, whole and by their last part."""
    for zone in sorted(available_timezones()):
        if zone.startswith(_AREAS):
            yield zone, _last_part(zone)
            yield zone, zone


def _last_part(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _of_list() -> Iterator[tuple[str, str]]:
    for line in lines("cities")["cities"]:
        zone, _, names = line.partition(":")
        yield from ((zone, name.strip()) for name in names.split(","))


@lru_cache(maxsize=16)
def _localized(language: str) -> dict[str, str]:
    """Zones by their example cities in a language, as far as the CLDR has them."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 0.2 s to load, and seldom needed

    try:
        zones = Locale.parse(language, sep="-").time_zones
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        zone: facts["city"] for zone, facts in zones.items() if "city" in facts and zone.startswith(_AREAS)
    }
