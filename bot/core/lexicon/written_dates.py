"""Dates as they stand in addresses and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_YEAR = r"((?:19|20)\d\d)"
_ISO = re.compile(rf"(?<!\d){_YEAR}[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_LOOSE = re.compile(rf"(?<!\d){_YEAR}[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)")
_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            (
                "jan januar january janvier enero janeiro gennaio januari января ene gen янв styczeń stycznia"
                " jän jänner ocak ιανουαρίου ledna tammikuuta"
            ),
            (
                "feb februar february février fevrier febrero fevereiro febbraio februari февраля fev фев"
                " lutego févr şubat φεβρουαρίου února helmikuuta"
            ),
            (
                "mar march märz maerz mars marzo março maart марта mär мар marca mrz mrt mart μαρτίου března"
                " maaliskuuta"
            ),
            "apr april avril abril aprile апреля abr апр kwietnia avr nisan απριλίου dubna huhtikuuta",
            "may mai mayo maio maggio mei мая mag maja maj mayıs μαΐου května toukokuuta",
            "jun june juni juin junio junho giugno июня giu июн czerwca haziran ιουνίου června kesäkuuta",
            (
                "jul july juli juillet julio julho luglio июля lug июл lipca juil temmuz ιουλίου července"
                " heinäkuuta"
            ),
            (
                "aug august août aout agosto augustus augusti августа ago авг sierpnia ağustos αυγούστου"
                " srpna elokuuta"
            ),
            (
                "sep sept september septembre septiembre setembro settembre сентября set сен сент września"
                " eylül σεπτεμβρίου září syyskuuta"
            ),
            (
                "oct october oktober octobre octubre outubro ottobre okt октября out ott окт października"
                " ekim οκτωβρίου října lokakuuta"
            ),
            (
                "nov november novembre noviembre novembro ноября ноя нояб listopada kasım νοεμβρίου"
                " listopadu marraskuuta"
            ),
            (
                "dec december dezember décembre decembre diciembre dezembro dicembre dez декабря dic дек"
                " grudnia déc aralık δεκεμβρίου prosince joulukuuta"
            ),
        ),
        start=1,
    )
    for name in names.split()
}
_BLANK = r"[ \u00a0\u202f]"
_MONTH = r"([^\W\d_]{3,12})"
# Behind a year no digit follows, unless what follows is glued to it ("Mar 27, 20255 mins").
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|º|er|\.)?(?:{_BLANK}|-){{1,2}}(?:of{_BLANK}|de{_BLANK})?{_MONTH}"
    rf"\.?,?(?:{_BLANK}|-)(?:de{_BLANK})?{_YEAR}"
)
_MONTH_FIRST = re.compile(rf"{_MONTH}\.?{_BLANK}{{1,2}}(\d{{1,2}})(?:st|nd|rd|th)?,?{_BLANK}{{1,2}}{_YEAR}")
_YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR},?{_BLANK}{_MONTH}\.?{_BLANK}(\d{{1,2}})(?!\d)")
_NUMBERS = re.compile(rf"(?<!\d)(\d{{1,2}})([./-])(\d{{1,2}})\2{_YEAR}(?!\d)")
_SHORT = re.compile(r"(?<!\d)(\d{1,2})([./])(\d{1,2})\2(\d\d)(?!\d|[./]\d)")
_ASIAN = re.compile(rf"{_YEAR}[ ]?[年년][ ]?(\d{{1,2}})[ ]?[月월][ ]?(\d{{1,2}})[ ]?[日일]")
# Between hyphens only with its zeros: "/2024-4-4-2024-5-0-crash" tells versions.
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)(?:/(0[1-9]|1[0-2]|[1-9])/(0[1-9]|[12]\d|3[01]|[1-9])"
    r"|[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12]\d|3[01]))(?!\d)"
)
_NAMED_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})(?!\d)", re.IGNORECASE)
_DAY_FIRST_IN_ADDRESS = re.compile(r"/(\d\d)-(\d\d)-((?:19|20)\d\d)(?!\d)")
_EARLIEST = date(1990, 1, 1)
_LONGEST_SHORT = 40  # characters of a text in which two digits can be a year
_MOST_LETTERS = 400  # characters of a text that are looked at


def is_month(word: str) -> bool:
    """Whether a word in lower case is a month's name, or short for one, in any language known here."""
    return word in _MONTHS


def date_in_address(url: str, latest: date = date.max) -> date | None:
    """The day that the path of an address names, as news sites do ("/2026/03/29/", "/2026/mar/29/")."""
    match = _IN_ADDRESS.search(url)
    if match:
        return _made(int(match[1]), int(match[2] or match[4]), int(match[3] or match[5]), latest)
    named = _NAMED_IN_ADDRESS.search(url)
    if named and named[2].lower() in _MONTHS:
        return _made(int(named[1]), _MONTHS[named[2].lower()], int(named[3]), latest)
    match = _DAY_FIRST_IN_ADDRESS.search(url)
    return _made(int(match[3]), int(match[2]), int(match[1]), latest) if match else None


def declared_date(text: str, latest: date = date.max) -> date | None:
    """The day of a date in a form for machines (ISO 8601, and what is near it)."""
    match = _ISO.search(text) or _LOOSE.search(text)
    return _made(int(match[1]), int(match[2]), int(match[3]), latest) if match else None


def written_date(text: str, latest: date = date.max, *, day_first: bool = False) -> date | None:
    """The first date in a text, as people or programs write it, in the languages of most of the web.

    `day_first` decides what 3/4/2023 is; with dots the day is always first.
    """
    return next(iter(written_dates(text, latest, day_first=day_first)), None)


def written_dates(text: str, latest: date = date.max, *, day_first: bool = False) -> list[date]:
    """All dates in the first 400 characters of a text, in its order."""
    text = text[:_MOST_LETTERS]
    found = [
        *_found(_DAY_FIRST, text, (3, 2, 1), latest),
        *_found(_MONTH_FIRST, text, (3, 1, 2), latest),
        *_found(_YEAR_FIRST, text, (1, 2, 3), latest),
        *_found(_ASIAN, text, (1, 2, 3), latest),
        *_found(_ISO, text, (1, 2, 3), latest),
        *_found(_LOOSE, text, (1, 2, 3), latest),
        *_in_numbers(text, latest, day_first=day_first),
    ]
    return [day for _, day in sorted(found)]


def _found(
    pattern: re.Pattern[str], text: str, order: tuple[int, int, int], latest: date
) -> Iterator[tuple[int, date]]:
    for match in pattern.finditer(text):
        year, month, of_month = (match[group] for group in order)
        number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
        day = _made(int(year), number, int(of_month), latest)
        if day:
            yield match.start(), day


def _in_numbers(text: str, latest: date, *, day_first: bool) -> Iterator[tuple[int, date]]:
    short = _SHORT.finditer(text) if len(text) <= _LONGEST_SHORT else ()
    for match in (*_NUMBERS.finditer(text), *short):
        first, second = int(match[1]), int(match[3])
        swapped = first > 12 or (second <= 12 and (day_first or match[2] == "."))
        month, of_month = (second, first) if swapped else (first, second)
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        day = _made(year, month, of_month, latest)
        if day:
            yield match.start(), day


def _made(year: int, month: int, of_month: int, latest: date) -> date | None:
    try:
        day = date(year, month, of_month)
    except ValueError:
        return None
    return day if _EARLIEST <= day <= latest else None
