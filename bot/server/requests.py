"""What the HTTP API takes, as pydantic models: they check requests and describe themselves."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from bot.core.summary import METHODS
from bot.server.problems import Problem, not_json

MOST_SOURCES, MOST_QUESTIONS = 10, 20
MOST_DIGEST_SOURCES = 50
MOST_CHARACTERS = 5_000_000
MOST_ERRORS = 100  # of a request that are pointed at; of more none is
MOST_WORDS = 500  # characters of a question or a topic
# What the largest request needs is a few hundred strings, and the commas of its texts. A million names of
# fields would become a quarter of a gigabyte, and hold the event loop for half a second.
MOST_STRINGS, MOST_COMMAS = 10_000, 1_000_000

M = TypeVar("M", bound=BaseModel)

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_WORDS)]
Link = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4096)]
LongText = Annotated[str, StringConstraints(min_length=1, max_length=MOST_CHARACTERS)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Source(_Model):
    """One thing to read: exactly one of `url`, `text` and `html`."""

    url: Link | None = Field(default=None, description="A link; beside `html`, where the page comes from")
    text: LongText | None = Field(default=None, description="Plain text")
    html: LongText | None = Field(default=None, description="A page as its server gave it")
    language: Annotated[str, StringConstraints(pattern="^[a-z]{2,3}$")] | None = Field(
        default=None, description="The text's language (ISO 639), where it is known"
    )

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        given = [value for value in (self.text, self.html) if value is not None]
        if len(given) > 1 or (not given and self.url is None) or (self.text is not None and self.url):
            raise ValueError("give either url, or text, or html (with its url, if it is known)")
        return self


class ArticleRequest(Source):
    """What to read."""


class SummaryRequest(Source):
    """What to summarise, and how."""

    sentences: int = Field(default=5, ge=1, le=1000, description="How many sentences")
    about: Words | None = Field(default=None, description="Aim the summary at these words")
    method: Literal[METHODS] = Field(default=METHODS[0], description="How sentences are ranked")  # type: ignore[valid-type]  # the names are a value


class AnswerRequest(_Model):
    """Questions, and what to look for their answers in."""

    sources: Annotated[list[Source], Field(min_length=1, max_length=MOST_SOURCES)]
    questions: Annotated[list[Words], Field(min_length=1, max_length=MOST_QUESTIONS)]
    limit: int = Field(default=3, ge=1, le=10, description="Passages for each question at most")


class DigestRequest(_Model):
    """What to make one digest of: articles, feeds, sites with a feed, lists of feeds (OPML)."""

    sources: Annotated[list[Source], Field(min_length=1, max_length=MOST_DIGEST_SOURCES)]
    stories: int | None = Field(
        default=None, ge=1, le=100, description="At most; null: seven, or as many as articles were named"
    )
    sentences: int = Field(default=2, ge=1, le=10, description="Of each story")
    hours: int | None = Field(
        default=None, ge=1, le=24 * 366, description="Nothing that came out earlier; null: of any time"
    )


def parsed(model: type[M], body: bytes) -> M:
    """A request of that shape. Raises Problem: 400 no JSON, and half of a surrogate pair is none (no answer
    could say it back); 422 that names each field that is wrong.
    """
    if _has_too_many_parts(body):
        raise _misshapen([])
    try:
        # In one go, without Python's objects between: of 20 MB those would hold the event loop for seconds.
        return model.model_validate_json(body.removeprefix(BOM_UTF8))
    except ValidationError as error:
        # To list millions of them takes seconds as well.
        many = error.error_count() > MOST_ERRORS
        found = [] if many else error.errors(include_url=False, include_input=False, include_context=False)
        if any(wrong["type"] == "json_invalid" for wrong in found):
            raise not_json() from error
        errors = [
            {"pointer": "#/" + "/".join(map(str, wrong["loc"])), "detail": wrong["msg"]} for wrong in found
        ]
        raise _misshapen(errors) from error


def _misshapen(errors: list[dict[str, str]]) -> Problem:
    detail = "The request has not the shape that /v1/openapi.json describes."
    return Problem(422, "invalid_request", detail, errors=errors)


def _has_too_many_parts(body: bytes) -> bool:
    """Whether a body holds more strings or values than a request can have, told without taking it apart."""
    if len(body) <= 2 * MOST_STRINGS:
        return False
    marks = body.count(b'"') - body.count(b'\\"')  # those of the JSON, not of the texts in it
    return marks > 2 * MOST_STRINGS or body.count(b",") > MOST_COMMAS
