"""What the HTTP API gives, as pydantic models: they describe what `bot.services.json_forms` makes."""

from __future__ import annotations

from pydantic import BaseModel, Field


class Sentence(BaseModel):
    """A slice of the article's text."""

    text: str
    start: int = Field(description="Characters in the article's text")
    end: int
    paragraph: int = Field(description="Counted from 0")


class Metadata(BaseModel):
    """What is known of an article beside its text."""

    source: str | None = Field(description="The link that was asked for")
    title: str | None
    byline: str | None
    site: str | None
    published: str | None = Field(description="ISO 8601")
    url: str | None = Field(description="The cleaned final address")
    language: str | None = Field(description="ISO 639-1")
    partial: bool = Field(description="Whether the rest is behind a wall, or on pages without text")
    unread_pages: list[list[int]] = Field(description="Those pages of a file: first and last of each range")


class SummaryAnswer(Metadata):
    """A summary: sentences in reading order, word for word."""

    method: str
    about: str | None
    sentences: list[Sentence]


class Paragraph(BaseModel):
    """A paragraph of an article."""

    kind: str = Field(description="prose, heading, list, quote, table, code, caption or other")
    start: int
    end: int
    place: str | None = Field(description="Page or chapter")


class ArticleAnswer(Metadata):
    """An article."""

    text: str
    paragraphs: list[Paragraph]


class Passage(Sentence):
    """A sentence that answers, and its article."""

    place: str | None
    score: float = Field(description="Comparable within one answer")
    title: str | None
    url: str | None


class Answer(BaseModel):
    """What the sources say about one question."""

    question: str
    found: bool = Field(description="False: they don't say, and the passages are only the nearest ones")
    passages: list[Passage] = Field(description="Best first")


class AnswersAnswer(BaseModel):
    """Answers in the order of the questions."""

    answers: list[Answer]


class Telling(BaseModel):
    """An article of a story, with what is told of it."""

    title: str | None
    url: str | None
    site: str | None
    published: str | None = Field(description="ISO 8601")
    language: str | None = Field(description="ISO 639-1")
    feeds: list[str] = Field(description="The names of the feeds that had it")
    sentences: list[Sentence]


class Story(Telling):
    """What one or several articles tell together."""

    weight: float = Field(description="Comparable within one digest")
    also: list[Telling] = Field(description="Other articles, each with what only it says")


class Section(BaseModel):
    """Stories on one theme."""

    theme: list[str] = Field(description="As the articles write it; empty where they have none in common")
    stories: list[Story] = Field(description="The weightiest first")


class Failure(BaseModel):
    """A source that could not be read."""

    source: str | None = Field(description="Its link")
    code: str = Field(description="Stable; never a sentence")
    detail: str


class DigestAnswer(BaseModel):
    """A digest of those sources that could be read; without sections where there is nothing to tell."""

    until: str = Field(description="ISO 8601")
    sections: list[Section]
    left_out: int = Field(description="Stories for which there was no room")
    failed: list[Failure]
