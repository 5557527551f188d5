"""Secrets that are known again in whatever form they show: as they are, encoded, in halves, reversed."""

from __future__ import annotations

import html
import json
import random
import string
from base64 import b64encode, urlsafe_b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, quote_plus

SHORTEST = 9  # characters of a form; of less any text may have some
AROUND = 60  # characters shown on both sides of a find


def made_up(alphabet: str, length: int, seed: str) -> str:
    """A secret, the same in every run."""
    return "".join(random.Random(seed).choices(alphabet, k=length))  # noqa: S311 - it guards nothing


PLAIN = string.ascii_letters + string.digits
# What addresses, headers, shells and markup write in another way.
AWKWARD = PLAIN + "@:/%+&#?=;,'\" <>\\äß漢"


def forms(secret: str) -> dict[str, str]:
    """How a secret may be written; by the name of the form."""
    found: dict[str, str] = {}
    for part, value in _parts(secret):
        written = {
            "raw": value,
            "percent": quote(value, safe=""),
            "percent, with slashes": quote(value),
            "as in a form": quote_plus(value),
            "JSON": json.dumps(value)[1:-1],
            "HTML": html.escape(value),
            "repr": repr(value)[1:-1],
            "hexadecimal": value.encode().hex(),
            **dict(_base64(value)),
        }
        for name, text in written.items():
            for turned, way in ((text, name), (text[::-1], f"{name}, reversed")):
                if len(turned) >= SHORTEST and turned not in found.values():
                    found[f"{part}: {way}"] = turned
    return found


def _parts(secret: str) -> Iterator[tuple[str, str]]:
    half = len(secret) // 2
    yield "whole", secret
    yield "first half", secret[:half]
    yield "second half", secret[half:]


def _base64(value: str) -> Iterator[tuple[str, str]]:
    """What stays the same of its base64, whatever comes before and behind it."""
    for shift in range(3):
        padded = b"\0" * shift + value.encode() + b"\0" * 3
        # The characters that some of the neighbours' bits are in are left out.
        first, last = -(-shift * 8 // 6), (shift + len(value.encode())) * 8 // 6
        for name, encode in (("base64", b64encode), ("base64 for addresses", urlsafe_b64encode)):
            yield f"{name}, {shift}", encode(padded).decode()[first:last]


@dataclass
class Watched:
    """What was shown, place by place, and the secrets that are to be nowhere in it."""

    secrets: Mapping[str, str]  # by name
    shown: Counter[str] = field(default_factory=Counter)  # characters, by place
    hits: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # by place, secret and form
    examples: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._forms = {
            (name, form): written.casefold()
            for name, secret in self.secrets.items()
            for form, written in forms(secret).items()
        }

    def see(self, place: str, text: str | bytes) -> None:
        """Look through what was shown somewhere."""
        if isinstance(text, bytes):
            text = text.decode(errors="replace")
        self.shown[place] += len(text)
        for (name, form), at in self.find(text):
            if not self.hits[place, name, form]:
                around = text[max(0, at - AROUND) : at + AROUND].replace("\n", " ")
                self.examples.append(f"{place}: {name} ({form}): … {around} …")
            self.hits[place, name, form] += 1

    def find(self, text: str) -> Iterator[tuple[tuple[str, str], int]]:
        """Which secrets a text shows, in which form, and where first."""
        folded = text.casefold()
        for which, written in self._forms.items():
            at = folded.find(written)
            if at >= 0:
                yield which, at
