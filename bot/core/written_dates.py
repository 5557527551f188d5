"""Dates as they stand in addresses and texts."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_LOOSE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[-/](0[1-9]|1[0-2]|[1-9])[-/](0[1-9]|[12]\d|3[01]|[1-9])(?!\d)")
_NAMED_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})(?!\d)", re.IGNORECASE)
_EARLIEST = date(1990, 1, 1)
_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            (
                "jan januar january janvier enero janeiro gennaio januari января ene gen янв styczeń stycznia"
                " jän"
            ),
            "feb februar february février fevrier febrero fevereiro febbraio februari февраля fev фев lutego",
            "mar march märz maerz mars marzo março maart марта mär мар marca mrz",
            "apr april avril abril aprile апреля abr апр kwietnia avr",
            "may mai mayo maio maggio mei мая mag maja",
            "jun june juni juin junio junho giugno июня giu июн czerwca",
            "jul july juli juillet julio julho luglio июля lug июл lipca juil",
            "aug august août aout agosto augustus августа ago авг sierpnia",
            "sep sept september septembre septiembre setembro settembre сентября set сен września",
            "oct october oktober octobre octubre outubro ottobre okt октября out ott окт października",
            "nov november novembre noviembre novembro ноября ноя listopada",
            (
                "dec december dezember décembre decembre diciembre dezembro dicembre dez декабря dic дек"
                " grudnia déc"
            ),
        ),
        start=1,
    )
    for name in names.split()
}
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|º|er|\.)?[ \u00a0-](?:de )?([^\W\d_]{3,12})\.?,?[ \u00a0-](?:de"
    r" )?((?:19|20)\d\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?[ \u00a0](\d{1,2})(?:st|nd|rd|th)?,?[ \u00a0]((?:19|20)\d\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_ASIAN = re.compile(r"((?:19|20)\d\d)[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일]")


def date_in_address(url: str, latest: date = date.max) -> date | None:
    """The day that the path of an address names, as news sites do ("/2026/03/29/")."""
    match = _IN_ADDRESS.search(url)
    if match:
        return _valid(match, latest)
    named = _NAMED_IN_ADDRESS.search(url)
    return _made(int(named[1]), _MONTHS.get(named[2].lower(), 0), int(named[3]), latest) if named else None


def declared_date(text: str, latest: date = date.max) -> date | None:
    """The day of a date in a form for machines (ISO 8601, and what is near it)."""
    match = _ISO.search(text) or _LOOSE.search(text)
    return _valid(match, latest) if match else None


def written_date(text: str, latest: date = date.max) -> date | None:
    """A date as people write it, in a dozen languages."""
    candidates = [
        (match[3], _MONTHS.get(match[2].lower(), 0), match[1]) for match in _DAY_FIRST.finditer(text)
    ]
    candidates += [
        (match[3], _MONTHS.get(match[1].lower(), 0), match[2]) for match in _MONTH_FIRST.finditer(text)
    ]
    candidates += [(match[1], int(match[2]), match[3]) for match in _ASIAN.finditer(text)]
    candidates += [_numeric(match) for match in _NUMBERS.finditer(text)]
    days = (_made(int(year), month, int(day), latest) for year, month, day in candidates if month)
    return next((day for day in days if day), None) or declared_date(text, latest)


def _numeric(match: re.Match[str]) -> tuple[str, int, str]:
    """Year, month and day: with strokes the month comes first, where it can be one."""
    first, second = int(match[1]), int(match[3])
    month, day = (first, second) if match[2] == "/" and first <= 12 else (second, first)
    return match[4], month, str(day)


def _valid(match: re.Match[str], latest: date) -> date | None:
    return _made(int(match[1]), int(match[2]), int(match[3]), latest)


def _made(year: int, month: int, of_month: int, latest: date) -> date | None:
    try:
        day = date(year, month, of_month)
    except ValueError:
        return None
    return day if _EARLIEST <= day <= latest else None
