"""Bodies of requests with masses of parts are refused before they become values."""

from __future__ import annotations

import json

import pytest
from pydantic import BaseModel

from bot.server.problems import Problem
from bot.server.requests import SummaryRequest, parsed


class Untouched(BaseModel):
    """A request that must not be taken apart."""

    @classmethod
    def model_validate_json(cls, *_: object, **__: object) -> Untouched:  # type: ignore[override]
        raise AssertionError("the body was parsed")


@pytest.mark.parametrize(
    "body",
    [
        b"{" + b",".join(b'"f%d":1' % number for number in range(20_000)) + b"}",
        b'{"questions":[' + b"1," * 1_000_001 + b"1]}",
    ],
)
def test_masses_of_fields_or_values_are_refused_unseen(body: bytes) -> None:
    with pytest.raises(Problem) as told:
        parsed(Untouched, body)
    assert (told.value.status, str(told.value)) == (422, "invalid_request")


def test_a_long_text_may_hold_as_many_quotation_marks_as_it_likes() -> None:
    text = 'He said "no", and she said "yes". ' * 100_000
    assert parsed(SummaryRequest, json.dumps({"text": text}).encode()).text == text
